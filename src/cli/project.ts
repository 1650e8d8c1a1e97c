import fs from 'node:fs';
import {hintAtTag, isLanguageTag} from '../config/language-tag.js';
import {faultOfLocale} from '../config/locale.js';
import {Project, type ProjectOptions} from '../config/project.js';
import {faultOfPattern} from '../config/source-pattern.js';
import type {Severity} from '../engine/finding.js';
import type {Options} from './parse.js';
import {UsageError} from './usage-error.js';

const severities = ['off', 'info', 'warning', 'error'];

/** The project as the options of the command line say. */
export function projectOf(options: Options): Project {
  return new Project(projectOptions(options));
}

export function projectOptions(options: Options): ProjectOptions {
  if (options.config !== undefined && options['no-config'])
    throw new UsageError('--config and --no-config exclude each other');
  if (options.config !== undefined && !fs.existsSync(options.config))
    throw new UsageError(`--config ${options.config}: there is no such file`);
  return {
    cwd: process.cwd(),
    ...(options['no-config']
      ? {config: false}
      : options.config === undefined
        ? {}
        : {config: options.config}),
    ...(options.preset ? {preset: options.preset} : {}),
    ...(options.language ? {language: languageTag('--language', options.language)} : {}),
    ...(options['source-language']
      ? {sourceLanguage: languageTag('--source-language', options['source-language'])}
      : {}),
    ...(options.locale === undefined ? {} : {locale: messageLocale(options.locale)}),
    ...(options.source === undefined ? {} : {source: sourcePattern(options.source)}),
    ...(options.field ? {fields: options.field.flatMap((names) => names.split(',')).filter(Boolean)} : {}),
    ...(options['no-code-config'] ? {codeConfig: false} : {}),
    ...(options['no-inline-config'] ? {inlineConfig: false} : {}),
    ...(options.stats ? {timings: true} : {}),
    ...(options.rule ? {rules: Object.fromEntries(options.rule.map(ruleSetting))} : {}),
  };
}

function sourcePattern(pattern: string): string {
  const fault = faultOfPattern(pattern);
  if (fault !== undefined) throw new UsageError(`--source “${pattern}” ${fault}`);
  return pattern;
}

function messageLocale(tag: string): string {
  const fault = faultOfLocale(tag);
  if (fault !== undefined) throw new UsageError(`--locale ${tag}: ${fault}`);
  return tag;
}

function languageTag(option: string, tag: string): string {
  if (!isLanguageTag(tag))
    throw new UsageError(
      `${option} is “${tag}”, but must be a language tag such as en or pt-BR${hintAtTag(tag)}`,
    );
  return tag;
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
