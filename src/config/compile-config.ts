import path from 'node:path';
import ignore, {type Ignore} from 'ignore';
import {compileGlob} from '../files/glob.js';
import {defaultMaxFileSize, type Override} from './config.js';
import type {LoadedConfig} from './load-config.js';

/** The parts of a configuration that are the same for all files, patterns compiled. Patterns are relative to its folder. */
export function compileConfig(loaded: LoadedConfig): {
  overrides: {matches: (file: string) => boolean; override: Override; folder: string}[];
  ignore: Ignore | undefined;
  maxFileSize: number;
  gitignore: boolean;
  baseline: string | undefined;
} {
  const root = path.dirname(loaded.file);
  const layers = loaded.layers.filter((layer) => typeof layer !== 'string');
  const patterns = layers.flatMap(({config}) => config.ignore ?? []);
  let baseline: string | undefined;
  for (const {config, folder} of layers)
    if (config.baseline !== undefined) baseline = path.resolve(folder, config.baseline);
  return {
    overrides: layers.flatMap(({config, folder}) =>
      (config.overrides ?? []).map((override) => ({
        override,
        folder,
        matches: matcher([override.files].flat(), root),
      })),
    ),
    ignore: patterns.length > 0 ? ignore().add(patterns) : undefined,
    maxFileSize: layers.reduce((size, {config}) => config.maxFileSize ?? size, defaultMaxFileSize),
    gitignore: layers.reduce((obeyed, {config}) => config.gitignore ?? obeyed, true),
    baseline,
  };
}

/** A file matches one of the patterns, and none of those that begin with `!`. */
function matcher(patterns: readonly string[], root: string): (file: string) => boolean {
  const compile = (pattern: string) => compileGlob(pattern, {dot: true, anyFolder: true});
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(compile);
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => compile(pattern.slice(1)));
  return (file) => {
    const relative = path.relative(root, file).split(path.sep).join('/');
    const isWanted = wanted.length === 0 || wanted.some((glob) => glob.matches(relative));
    return isWanted && !unwanted.some((glob) => glob.matches(relative));
  };
}
