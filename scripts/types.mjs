// Writes the declarations of the public modules, and of what they refer to, to dist/types.
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
