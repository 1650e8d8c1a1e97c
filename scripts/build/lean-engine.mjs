// unified-engine looks for files and configuration, loads plugins by name and prints reports. calque does these itself
// and hands it files that are read already, so what it imports for them (glob, npm's configuration, YAML: two thirds of
// a megabyte) would only slow the start. These imports are replaced by functions that say so, should they ever be called;
// debugging output by nothing, and the filter of files by one that passes all.

const never = (what) => `() => {throw new Error('calque does not use unified-engine to ${what}');}`;

const replaced = {
  glob: `export const glob = ${never('expand globs')}; export const hasMagic = () => false;`,
  'load-plugin': `export const resolvePlugin = ${never('load plugins')}; export const loadPlugin = resolvePlugin;`,
  'parse-json': `export default ${never('parse JSON')};`,
  debug: 'export default () => () => {};',
  ignore: 'export default () => ({add() {return this;}, ignores: () => false});',
  yaml: `export default {parse: ${never('parse YAML')}};`,
  'vfile-reporter': `export const reporter = ${never('print reports')};`,
  'concat-stream': `export default ${never('read standard input')};`,
  // Streams of its own and standard input, which it would open to read nothing: 5 ms.
  'node:stream': 'export class PassThrough {}',
  'node:process':
    'const {process} = globalThis; export default {cwd: () => process.cwd(), get stdout() {return process.stdout;}, get stderr() {return process.stderr;}};',
  'unist-util-inspect': `export const inspectColor = ${never('print trees')}; export const inspectNoColor = inspectColor;`,
};

/** @type {import('esbuild').Plugin} */
export const leanEngine = {
  name: 'lean-engine',
  setup(build) {
    const names = new RegExp(`^(?:${Object.keys(replaced).join('|')})$`);
    build.onResolve({filter: names}, ({path, importer}) =>
      /[\\/]unified-engine[\\/]/.test(importer) ? {path, namespace: 'lean-engine'} : undefined,
    );
    build.onLoad({filter: /.*/, namespace: 'lean-engine'}, ({path}) => ({
      contents: replaced[path],
      loader: 'js',
    }));
  },
};
