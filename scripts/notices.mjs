// `npm run notices` writes THIRD_PARTY_NOTICES: of every package that the build bundles, by what the bundler says, and of
// all data. `--check` writes nothing and fails where the file is not what it should be.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {external} from './build/external.mjs';
import {leanEngine} from './build/lean-engine.mjs';
import {noticesOf} from './build/notices.mjs';
import {dataFromFiles} from './build/plugins.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'THIRD_PARTY_NOTICES');

const {metafile} = await build({
  absWorkingDir: root,
  entryPoints: [
    'src/cli/main.ts',
    'src/cli/worker.ts',
    'src/index.ts',
    'src/unified/index.ts',
    'src/core.ts',
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  external,
  define: {CALQUE_VERSION: '""', CALQUE_BUILD: '""'},
  plugins: [leanEngine, dataFromFiles],
  write: false,
  metafile: true,
  logLevel: 'warning',
});
const text = noticesOf([metafile], root);
const old = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
if (old === text) console.log('THIRD_PARTY_NOTICES is up to date');
else if (process.argv.includes('--check')) {
  console.error('THIRD_PARTY_NOTICES is not up to date: run `npm run notices`');
  process.exitCode = 1;
} else {
  fs.writeFileSync(file, text);
  console.log('wrote THIRD_PARTY_NOTICES');
}
