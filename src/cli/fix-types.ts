import {didYouMean} from '../config/did-you-mean.js';
import type {Project} from '../config/project.js';
import {directiveRules} from '../engine/directives.js';
import {fixClassOf} from '../engine/fix-class.js';
import type {FixTypes} from '../unified/fix.js';
import type {Options} from './parse.js';
import {UsageError} from './usage-error.js';

/** Which fixes the options ask for; undefined: none. */
export function fixTypes(options: Options): FixTypes | undefined {
  if (!options.fix && !options['fix-dry-run']) {
    if (options['fix-type']) throw new UsageError('--fix-type goes with --fix or --fix-dry-run');
    return undefined;
  }
  return (
    options['fix-type']
      ?.flatMap((list) => list.split(','))
      .map((type) => type.trim().replace(/\/\*$/, ''))
      .filter((type) => type !== '') ?? 'all'
  );
}

/**
 * Checks that fixes are asked of what can fix. To be called when the configuration is loaded: plugins bring rules.
 *
 * @throws UsageError for a rule or family that there is not, or that never fixes
 */
export function checkFixTypes(types: FixTypes | undefined, project: Project): void {
  if (types === undefined || types === 'all') return;
  const fixes = new Map<string, boolean>([[directiveRules.unused, true]]);
  for (const [id, {meta}] of project.rules) fixes.set(id, fixClassOf(meta) !== undefined);
  for (const [id, fixable] of [...fixes]) {
    const family = id.slice(0, id.indexOf('/'));
    fixes.set(family, fixable || fixes.get(family) === true);
  }
  for (const type of types) {
    const fixable = fixes.get(type);
    if (fixable) continue;
    const alike = [...fixes.keys()].filter((name) => name.includes('/') === type.includes('/'));
    throw new UsageError(
      fixable === undefined
        ? `--fix-type: there is no rule or family “${type}”${didYouMean(type, alike)}`
        : `--fix-type: “${type}” has no fixes; its suggestions need a person, see --interactive`,
    );
  }
}
