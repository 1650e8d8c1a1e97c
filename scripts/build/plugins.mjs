// Plugins of the bundler that make the command line start fast.
import fs from 'node:fs';
import path from 'node:path';

/**
 * esbuild puts code that several lazily loaded modules share into a chunk for each set of modules that share it, which
 * makes dozens of files; and a file costs half a millisecond or more to load. What every run needs is loaded anyway, so
 * each lazily loaded module is told to need it too: then it is one chunk.
 *
 * @param {string} hot the module that every run loads
 * @param {Set<string>} lazy absolute paths of the modules that are loaded lazily
 * @returns {import('esbuild').Plugin}
 */
export function oneHotChunk(hot, lazy) {
  return {
    name: 'one-hot-chunk',
    setup(build) {
      build.onLoad({filter: /\.ts$/}, ({path: file}) => {
        if (!lazy.has(file) || file === hot) return undefined;
        const from = `./${path.relative(path.dirname(file), hot).split(path.sep).join('/')}`;
        return {
          contents: `${fs.readFileSync(file, 'utf8')}\nexport {hot as calqueHot} from ${JSON.stringify(from)};\n`,
          loader: 'ts',
        };
      });
    },
  };
}

/** Modules of the source tree that are imported by `import()`, from esbuild's account of a build. */
export function lazyModules(metafile, root) {
  const lazy = new Set();
  for (const {imports} of Object.values(metafile.inputs)) {
    for (const {kind, path: file, external} of imports) {
      if (kind === 'dynamic-import' && !external && /^(src|rules)\//.test(file))
        lazy.add(path.join(root, file));
    }
  }
  return lazy;
}

/** Where there are files, the dictionaries and the model of page lines are read from them. @type {import('esbuild').Plugin} */
export const dataFromFiles = {
  name: 'data-from-files',
  setup(build) {
    build.onResolve(
      {filter: /\/(?:bundled-phrases|generated\/page-lines)\.js$/},
      ({path: file, resolveDir, kind}) => {
        const name = path.basename(file, '.js');
        const root = path.resolve(resolveDir, file).replace(/[\\/]src[\\/].*$/, '');
        return kind === 'entry-point' ? undefined : {path: path.join(root, 'src/config', `${name}-file.ts`)};
      },
    );
  },
};
