// `npm run check`: generated files and pages are fresh, types hold, Biome is content, imports go down only. Runs every step
// even when one fails, and says at the end which did.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);

const steps = {
  'generated files': [process.execPath, ['scripts/generate.mjs', '--check']],
  'pages of the API': [process.execPath, ['scripts/api-docs.mjs', '--check']],
  'articles of the benchmark': [process.execPath, ['bench/quality/records.mjs', '--check']],
  'figures of the benchmark': [process.execPath, ['bench/quality/run.mjs', '--check']],
  catalogues: [process.execPath, ['scripts/catalogues/check.mjs']],
  'notices of licences': [process.execPath, ['scripts/notices.mjs', '--check']],
  types: [bin('tsc'), ['-p', '.']],
  'types of the report page': [bin('tsc'), ['-p', 'src/report/page/client']],
  'types of the page of an archive': [bin('tsc'), ['-p', 'src/report/archive-page/client']],
  'types of the page': [bin('tsc'), ['-p', 'editors/web']],
  'format and lint': [bin('biome'), ['check', '.']],
  'import direction': [bin('vitest'), ['run', 'test/package/layers.test.ts', '--reporter=dot']],
};

const failed = [];
for (const [name, [command, args]] of Object.entries(steps)) {
  console.log(`check: ${name}`);
  const {status} = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'check: all is well' : `check: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
