import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {Client, makeFolder, uriOf} from '../editor/client.js';
import {calque, cli} from '../support/cli.js';

const files = {
  '.calquerc.yaml': 'dictionaries: [names.yml]\n',
  'names.yml': `kind: name
entries:
  - phrase: Kyiv
    variants: [Kiev]
  - phrase: Kiev
    variants: [Kyiv]
`,
  'a.txt': 'He flew to Kiev on Monday.\n',
};
const told = /names\.yml:\d+/g;

test.each([
  ['files', ['.'], ''],
  ['standard input', ['--stdin', '--stdin-filename', 'a.txt'], files['a.txt']],
  ['a stream', ['stream'], `${JSON.stringify({id: 1, text: files['a.txt']})}\n`.repeat(3)],
])('entries at odds are told once: %s', async (_, args, input) => {
  const cwd = makeFolder(files);
  const {stderr} = await calque(args, {cwd, input});
  expect(stderr.match(told)?.length, stderr).toBeGreaterThan(0);
  const lines = stderr.split('\n').filter((line) => /names\.yml/.test(line));
  expect(new Set(lines).size).toBe(lines.length);
  fs.rmSync(cwd, {recursive: true});
});

test.each([
  ['a server', ['serve', '--port', '0']],
  ['a program that asks', ['mcp']],
])('entries at odds are told once: %s', async (_, args) => {
  const cwd = makeFolder(files);
  const child = spawn(process.execPath, [cli, ...args], {cwd, stdio: ['pipe', 'ignore', 'pipe']});
  let said = '';
  const saidAll = new Promise((resolve) => {
    child.stderr.on('data', (data) => {
      said += data;
      // Ending while the threads open would be another test.
      if (args[0] === 'mcp' ? told.test(said) : said.includes('http://')) child.kill();
    });
    child.on('close', resolve);
  });
  await saidAll;
  const lines = said.split('\n').filter((line) => /names\.yml:\d/.test(line));
  expect(lines.length, said).toBeGreaterThan(0);
  expect(new Set(lines).size).toBe(lines.length);
  fs.rmSync(cwd, {recursive: true});
});

test('entries at odds are told once: an editor', async () => {
  const cwd = makeFolder(files);
  const client = await Client.start({cwd, folders: [cwd]});
  for (const name of ['a.txt', 'b.txt']) {
    const uri = uriOf(path.join(cwd, name));
    await client.open(uri, files['a.txt']);
    await client.pushed(uri, 1);
  }
  expect(client.messages.filter(({message}) => message.includes('names.yml'))).toHaveLength(1);
  await client.stop();
  fs.rmSync(cwd, {recursive: true});
});
