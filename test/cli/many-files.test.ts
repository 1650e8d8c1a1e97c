import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {cli, folder, run} from '../support/cli.js';

const text = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';

/** Many more files than may be open at once: all are linted, each once, in order. */
test('3000 files with 32 file handles', async () => {
  const cwd = folder();
  for (let d = 0; d < 30; d++) {
    fs.mkdirSync(path.join(cwd, `d${d}`));
    for (let i = 0; i < 100; i++)
      fs.writeFileSync(
        path.join(cwd, `d${d}/${i}.${i % 10 === 0 ? 'md' : 'txt'}`),
        i % 2 === 0 ? text : 'All is well here.\n',
      );
  }
  const result = await run(
    'bash',
    ['-c', `ulimit -n 32; exec "${process.execPath}" "${cli}" . --format json`],
    {cwd},
  );
  expect(result.stderr).toBe('');
  const {files, summary} = JSON.parse(result.stdout) as {
    files: {path: string; findings: unknown[]; error?: string}[];
    summary: object;
  };
  expect(summary).toMatchObject({files: 3000, failed: 0, errors: 1500});
  expect(files.map((file) => file.path)).toEqual(files.map((file) => file.path).sort());
  expect(new Set(files.map((file) => file.path)).size).toBe(3000);
});
