import fs from 'node:fs';
import path from 'node:path';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {Client, type ClientOptions, makeFolder, pulling, pushing, uriOf} from './client.js';

const clients: Client[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) if (client.process.exitCode === null) await client.stop();
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, {recursive: true, force: true});
});

/** A rule of the project that never ends where a text says so, and one that runs out of memory. */
const config = `const rule = (name, run) => ({
  meta: {id: 'mine/' + name, description: 'Never ends.', mqm: 'grammar', severity: 'warning', messages: {a: 'a'}},
  create: (context) => ({article() { if (context.article.source.includes(name)) run(); }}),
});
const grown = [];
export default {
  plugins: [{name: 'mine', rules: [
    rule('forever', () => { for (;;) Math.random(); }),
    rule('without-bound', () => { for (;;) grown.push(new Array(100000).fill(grown)); }),
  ]}],
  rules: {'mine/forever': 'warning', 'mine/without-bound': 'warning'},
};
`;

async function start(options: ClientOptions = {}): Promise<{client: Client; uri: (name: string) => string}> {
  const folder = makeFolder({'calque.config.mjs': config, 'package.json': '{"type": "module"}'});
  folders.push(folder);
  const client = await Client.start({cwd: folder, folders: [folder], ...options});
  clients.push(client);
  return {client, uri: (name) => uriOf(path.join(folder, name))};
}

const faulty = 'The mayor said the the bridge would open.\n';
const range = {start: {line: 0, character: 0}, end: {line: 0, character: 40}};

describe('a document whose check does not end', () => {
  test('holds up no other, and is told once as too slow', async () => {
    const {client, uri} = await start({capabilities: pushing});
    await client.open(uri('a.txt'), faulty);
    expect(await client.pushed(uri('a.txt'), 1)).toHaveLength(1);
    await client.change(uri('a.txt'), 2, {range: {start: range.start, end: range.start}, text: 'So: '});
    await client.open(uri('stuck.txt'), `${faulty}This goes on forever.\n`);
    const [only, ...more] = await client.pushed(uri('stuck.txt'), 1);
    expect(only?.message).toMatch(/took \d+ seconds? to check/);
    expect(more).toEqual([]);
    // The text is the one that was edited, and the menu is there.
    const [found] = await client.pushedWhere(uri('a.txt'), (d) => d[0]?.range.start.character === 19);
    expect(found?.message).toContain('twice');
    expect((await client.actions(uri('a.txt'), range)).length).toBeGreaterThan(0);
    expect(await client.actions(uri('stuck.txt'), range)).toEqual([]);
    // What the client is asked to register it has registered.
    expect(new Set(client.registered).size).toBe(client.registered.length);
    // Another document, and the same without what did it.
    await client.open(uri('b.txt'), faulty);
    expect(await client.pushed(uri('b.txt'), 1)).toHaveLength(1);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: {uri: uri('stuck.txt')},
    });
    await client.open(uri('stuck.txt'), faulty, 'plaintext', 2);
    const [mended] = await client.pushed(uri('stuck.txt'), 2);
    expect(mended?.message).toContain('twice');
  }, 90_000);

  test('answers questions about others, those that are taken back at once', async () => {
    const {client, uri} = await start({capabilities: pulling});
    await client.open(uri('a.txt'), faulty);
    await client.open(uri('stuck.txt'), `${faulty}This goes on forever.\n`);
    const stuck = client.pull(uri('stuck.txt'));
    const other = client.pull(uri('a.txt'));
    expect((await other).items).toHaveLength(1);
    const [only] = (await stuck).items;
    expect(only?.message).toMatch(/took \d+ seconds? to check/);
  }, 90_000);

  test('or that takes all memory costs the server nothing but a thread', async () => {
    const {client, uri} = await start({
      capabilities: pulling,
      env: {NODE_OPTIONS: '--max-old-space-size=150'},
    });
    await client.open(uri('a.txt'), faulty);
    await client.open(uri('full.txt'), `${faulty}This grows without-bound.\n`);
    const full = client.pull(uri('full.txt'));
    expect((await client.pull(uri('a.txt'))).items).toHaveLength(1);
    expect((await full).items).toHaveLength(1);
  }, 90_000);
});

test('2,000 questions of all kinds are all answered, and those taken back as such', async () => {
  const {client, uri} = await start({capabilities: pulling});
  const text = `${faulty}Ivan Petrov met Ivan Petroff in Kiev.\n`.repeat(4);
  for (let i = 0; i < 10; i++) await client.open(uri(`${i}.txt`), text);
  const kinds: [string, object][] = [
    ['textDocument/codeAction', {range, context: {diagnostics: []}}],
    ['textDocument/hover', {position: range.start}],
    ['textDocument/documentSymbol', {}],
    ['textDocument/references', {position: range.start, context: {includeDeclaration: true}}],
    ['textDocument/diagnostic', {}],
  ];
  const answers = {right: 0, cancelled: 0, other: 0};
  const asked: Promise<void>[] = [];
  for (let i = 0; i < 2000; i++) {
    const [method, params] = kinds[i % kinds.length] as [string, object];
    const source = i % 3 === 0 ? client.cancellation() : undefined;
    const ask = client.connection.sendRequest(
      method,
      {textDocument: {uri: uri(`${i % 10}.txt`)}, ...params},
      ...(source ? [source.token] : []),
    );
    source?.cancel();
    asked.push(
      ask.then(
        () => void answers.right++,
        ({code}: {code: number}) => void (code === -32800 ? answers.cancelled++ : answers.other++),
      ),
    );
    if (i % 50 === 0)
      await client.change(uri(`${i % 10}.txt`), i + 2, {
        range: {start: range.start, end: range.start},
        text: 'So ',
      });
  }
  await Promise.all(asked);
  expect(answers.other).toBe(0);
  expect(answers.cancelled).toBeGreaterThan(300);
  expect(answers.right).toBeGreaterThanOrEqual(1333);
}, 120_000);
