// To parse and compile what every run loads takes longer than to run it. V8 can keep compiled code, but Node offers that
// for ES modules from version 22 on only, and for scripts (node:vm) in all versions. So the chunk becomes a script, and a
// small module in its place loads it: with the compiled code that an earlier run left beside it, where there is any.
//
// The code lies beside the program itself, and V8 refuses what another version of it made. Where the folder cannot be
// written, everything is as before. NODE_DISABLE_COMPILE_CACHE=1 turns it off, as it does for Node's own.
import fs from 'node:fs';
import path from 'node:path';
import {transform} from 'esbuild';

/**
 * Makes a script of the chunk that holds the module `hot`.
 *
 * @returns {Promise<string>} the script's path, relative to `root`
 */
export async function cacheCompiledCode(metafile, hot, root) {
  const [chunk, {exports: names}] = Object.entries(metafile.outputs).find(
    ([, output]) => hot in output.inputs,
  );
  const file = path.join(root, chunk);
  const source = fs.readFileSync(file, 'utf8').replace(/^import \{createRequire.*\n/, '');
  const {code} = await transform(source.replaceAll('import.meta.url', 'calqueUrl'), {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    supported: {'dynamic-import': true},
    logOverride: {'empty-import-meta': 'error'},
  });
  // `import()` in a script needs a flag of Node; the module beside it imports on its behalf.
  const body = code.replace(/\bimport\(("[^"]+")\)/g, 'calqueImport($1)');
  const script = inAscii(`(function(exports,require,module,calqueImport,calqueUrl){${body}\n})`);
  const scriptName = `${path.basename(file, '.js')}.cjs`;
  fs.writeFileSync(path.join(path.dirname(file), scriptName), script);
  const chunks = [...new Set([...body.matchAll(/require\("(\.\/[^"]+)"\)/g)].map((match) => match[1]))];
  fs.writeFileSync(file, loader(scriptName, chunks, names));
  return path.join(path.dirname(chunk), scriptName);
}

/**
 * The bundler leaves letters beyond ASCII in regular expressions alone. Escaped, they mean the same, and the script is
 * ASCII, which V8 holds in half the memory and reads without decoding.
 */
function inAscii(script) {
  if (/[\u{10000}-\u{10ffff}]|\\[^\x00-\x7f]/u.test(script))
    throw new Error('a letter in a regular expression cannot be escaped');
  return script.replace(
    /[^\x00-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function loader(scriptName, chunks, names) {
  return `${chunks.map((chunk, i) => `import * as chunk${i} from ${JSON.stringify(chunk)};`).join('\n')}
import fs from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';
const chunks = {${chunks.map((chunk, i) => `${JSON.stringify(chunk)}: chunk${i}`).join(', ')}};
const filename = fileURLToPath(new URL(${JSON.stringify(scriptName)}, import.meta.url));
const cache = \`\${filename}.\${process.version}-\${process.arch}.cache\`;
const usesCache = !process.env.NODE_DISABLE_COMPILE_CACHE;
let cachedData;
try {
  if (usesCache) cachedData = fs.readFileSync(cache);
} catch {}
const script = new vm.Script(fs.readFileSync(filename, 'latin1'), {filename, cachedData});
const require = createRequire(import.meta.url);
const module = {exports: {}};
script.runInThisContext()(module.exports, (id) => chunks[id] ?? require(id), module, (id) => import(id), import.meta.url);
export const {${names.join(', ')}} = module.exports;
if (usesCache && (cachedData === undefined || script.cachedDataRejected)) {
  process.once('exit', () => {
    try {
      const part = \`\${cache}.\${process.pid}\`;
      fs.writeFileSync(part, script.createCachedData());
      fs.renameSync(part, cache);
    } catch {}
  });
}
`;
}
