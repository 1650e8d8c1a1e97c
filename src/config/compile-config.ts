import path from 'node:path';
import ignore, {type Ignore} from 'ignore';
import picomatch from 'picomatch';
import {defaultMaxFileSize, type Override} from './config.js';
import type {LoadedConfig} from './load-config.js';

/** The parts of a configuration that are the same for all files, patterns compiled. Patterns are relative to its folder. */
export function compileConfig(loaded: LoadedConfig): {
  overrides: {matches: (file: string) => boolean; override: Override; folder: string}[];
  ignore: Ignore | undefined;
  maxFileSize: number;
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
    baseline,
  };
}

function matcher(patterns: readonly string[], root: string): (file: string) => boolean {
  const tests = patterns.map((pattern) => {
    const plain = pattern.replace(/^\.\//, '');
    return picomatch(plain, {dot: true, ...(plain.includes('/') ? {} : {basename: true})});
  });
  return (file) => {
    const relative = path.relative(root, file).split(path.sep).join('/');
    return tests.some((test) => test(relative));
  };
}
