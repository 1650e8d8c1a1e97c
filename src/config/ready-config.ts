import path from 'node:path';
import type {Ignore} from 'ignore';
import type {AnyRule} from '../engine/rule.js';
import {allRules} from '../generated/rules.js';
import {defaultMaxFileSize, type Override, type Plugin} from './config.js';
import {ConfigError, type ConfigProblem} from './config-error.js';
import type {LoadedConfig} from './load-config.js';

/** calque's own rules, by id. */
export const builtInRules: ReadonlyMap<string, AnyRule> = new Map(
  allRules.map((rule) => [rule.meta.id as string, rule]),
);

/** A configuration made ready: checked, its patterns compiled. */
export interface ReadyConfig {
  readonly loaded: LoadedConfig | undefined;
  readonly known: ReadonlyMap<string, AnyRule>;
  readonly pluginRules: readonly string[];
  readonly overrides: readonly {
    readonly matches: (file: string) => boolean;
    readonly override: Override;
    readonly folder: string;
  }[];
  readonly ignore: Ignore | undefined;
  readonly maxFileSize: number;
  readonly gitignore: boolean;
  readonly baseline: string | undefined;
}

/** What holds where there is no configuration. */
export const noConfig: ReadyConfig = {
  loaded: undefined,
  known: builtInRules,
  pluginRules: [],
  overrides: [],
  ignore: undefined,
  maxFileSize: defaultMaxFileSize,
  gitignore: true,
  baseline: undefined,
};

/**
 * Reads a configuration with all that it extends, and checks it.
 *
 * @param shown a path as messages show it
 * @throws ConfigError with every mistake in it
 */
export async function prepareConfig(file: string, shown: (file: string) => string): Promise<ReadyConfig> {
  // Everything that reads and checks a configuration is only loaded where there is one.
  const [{loadConfig}, {checkNamed}, {compileConfig}] = await Promise.all([
    import('./load-config.js'),
    import('./check-rules.js'),
    import('./compile-config.js'),
  ]);
  const loaded = await loadConfig(file, shown);
  const problems: ConfigProblem[] = [...loaded.problems];
  const known = new Map(builtInRules);
  const pluginRules: string[] = [];
  for (const plugin of loaded.layers.flatMap((layer): readonly Plugin[] =>
    typeof layer === 'string' || loaded.problems.length > 0 ? [] : (layer.config.plugins ?? []),
  )) {
    for (const rule of plugin.rules ?? []) {
      const {id} = rule.meta;
      if (builtInRules.has(id))
        problems.push({
          message: `plugins: ${plugin.name} has a rule ${id}, but that is the name of one of calque's own`,
          file: shown(file),
        });
      else if (!known.has(id)) {
        known.set(id, rule);
        pluginRules.push(id);
      }
    }
  }
  for (const problem of checkNamed(loaded, known, shown)) problems.push(problem);
  if (problems.length > 0) throw new ConfigError(inOrder(problems));
  return {loaded, known, pluginRules, ...compileConfig(loaded)};
}

/** Whether the configuration leaves a file out. Absolute path. */
export function isIgnored({ignore, loaded}: ReadyConfig, file: string): boolean {
  if (!ignore || !loaded) return false;
  const relative = path.relative(path.dirname(loaded.file), file).split(path.sep).join('/');
  return (
    relative !== '' && !relative.startsWith('../') && !path.isAbsolute(relative) && ignore.ignores(relative)
  );
}

/** By file and place; the sort is stable, so what has no place stays where it is. */
function inOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const files = [...new Set(problems.map(({file}) => file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
