import {Project, type ProjectOptions} from '../config/project.js';
import type {Severity} from '../engine/finding.js';
import type {Options} from './parse.js';
import {UsageError} from './usage-error.js';

const severities = ['off', 'info', 'warning', 'error'];

/** The project as the options of the command line say. */
export function projectOf(options: Options): Project {
  const set: {-readonly [K in keyof ProjectOptions]: ProjectOptions[K]} = {};
  if (options.preset) set.preset = options.preset;
  if (options.language) set.language = options.language;
  if (options['source-language']) set.sourceLanguage = options['source-language'];
  if (options.stats) set.clock = () => performance.now();
  if (options.rule) set.rules = Object.fromEntries(options.rule.map(ruleSetting));
  return new Project(set);
}

function ruleSetting(written: string): [string, Severity | 'off'] {
  const colon = written.lastIndexOf(':');
  const id = colon < 0 ? written : written.slice(0, colon);
  const severity = colon < 0 ? 'error' : written.slice(colon + 1);
  if (!severities.includes(severity))
    throw new UsageError(
      `--rule ${written}: “${severity}” is no severity; it must be one of: ${severities.join(', ')}`,
    );
  return [id, severity as Severity | 'off'];
}
