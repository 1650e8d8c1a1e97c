// Writes the declarations of the public modules, and of what they refer to, to dist/types. What no public module reaches
// is taken out again: it tells users nothing, and wants the types of packages that are bundled.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist/types');
const settings = path.join(root, 'node_modules/.cache/calque/tsconfig.types.json');

fs.rmSync(out, {recursive: true, force: true});
fs.mkdirSync(path.dirname(settings), {recursive: true});
fs.writeFileSync(
  settings,
  JSON.stringify({
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      stripInternal: true,
      rootDir: root,
      outDir: out,
      typeRoots: [path.join(root, 'node_modules/@types')],
    },
    include: [],
    files: ['src/index.ts', 'src/core.ts', 'src/unified/index.ts'].map((file) => path.join(root, file)),
  }),
);
execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', settings], {
  stdio: 'inherit',
});

const reached = new Set();
const open = ['src/index.d.ts', 'src/core.d.ts', 'src/unified/index.d.ts'].map((file) =>
  path.join(out, file),
);
for (let file = open.pop(); file !== undefined; file = open.pop()) {
  if (reached.has(file)) continue;
  reached.add(file);
  for (const [, target] of fs.readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g))
    open.push(path.resolve(path.dirname(file), target.replace(/\.js$/, '.d.ts')));
}
for (const name of fs.readdirSync(out, {recursive: true})) {
  const file = path.join(out, name);
  if (fs.statSync(file).isFile() && !reached.has(file)) fs.rmSync(file);
}
// A folder goes after those in it.
for (const name of fs.readdirSync(out, {recursive: true}).reverse()) {
  const folder = path.join(out, name);
  if (fs.statSync(folder).isDirectory() && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}
