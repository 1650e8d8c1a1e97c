import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {Client, type ClientOptions, cli, makeFolder, pulling} from './client.js';

const clients: Client[] = [];
const folders: string[] = [];

async function start(options: ClientOptions = {}): Promise<Client> {
  const client = await Client.start(options);
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) if (client.process.exitCode === null) await client.stop();
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, {recursive: true, force: true});
});

const uri = 'file:///tmp/nowhere/article.txt';
const faulty = 'The mayor said the the bridge would open.\n';

/** The server is alive and right: a document that is opened now gets its diagnostics. */
async function stillServes(client: Client): Promise<void> {
  const other = `file:///tmp/nowhere/after-${Math.random()}.txt`;
  await client.open(other, faulty);
  expect(await client.pushed(other, 1)).toHaveLength(1);
}

const range = {start: {line: 0, character: 0}, end: {line: 0, character: 1}};
const questions: [string, object][] = [
  ['textDocument/codeAction', {range, context: {diagnostics: []}}],
  ['textDocument/hover', {position: range.start}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/references', {position: range.start, context: {includeDeclaration: true}}],
  ['textDocument/prepareRename', {position: range.start}],
  ['textDocument/diagnostic', {}],
];

describe('a client that errs', () => {
  test('asks about, changes and closes documents that are not open', async () => {
    const client = await start();
    for (const [method, params] of questions)
      await client.ask(method, {textDocument: {uri}, ...params}).catch(() => {});
    await client.change(uri, 2, {text: 'x'});
    await client.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
    await expect(
      client.ask('textDocument/rename', {textDocument: {uri}, position: range.start, newName: 'X'}),
    ).rejects.toThrow('No name');
    await stillServes(client);
    expect(client.published.filter((p) => p.uri === uri)).toEqual([]);
  });

  test('names places outside the text', async () => {
    const client = await start();
    await client.open(uri, faulty);
    const mad = [-1, 1e9, 2 ** 53, 0.5, null, 'x', {}] as unknown as number[];
    let version = 1;
    for (const line of mad) {
      for (const character of mad) {
        const position = {line, character};
        for (const [method, params] of questions)
          await client
            .ask(method, {textDocument: {uri}, ...params, position, range: {start: position, end: position}})
            .catch(() => {});
        await client.change(uri, ++version, {range: {start: position, end: position}, text: ''});
      }
    }
    // A range from its end to its beginning, and one that begins in the text and ends beyond it.
    await client.change(uri, ++version, {
      range: {start: {line: 0, character: 8}, end: {line: 0, character: 4}},
      text: 'lord',
    });
    await client.change(uri, ++version, {
      range: {start: {line: 5, character: 0}, end: {line: 900, character: 3}},
      text: '\nIt was an big day.\n',
    });
    await client.pushed(uri, version);
    const symbols = await client.pushed(uri, version);
    expect(symbols.map((d) => [d.code, d.range.start.line])).toEqual([
      ['fluency/repeated-phrase', 0],
      ['fluency/a-an', 2],
    ]);
  });

  test('counts versions backwards', async () => {
    const client = await start();
    await client.open(uri, faulty, 'plaintext', 10);
    await client.pushed(uri, 10);
    await client.change(uri, 3, {text: 'The mayor said it.\n'});
    expect(await client.pushed(uri, 3)).toEqual([]);
    await client.change(uri, 3, {text: faulty});
    expect(await client.pushedWhere(uri, (d) => d.length === 1)).toHaveLength(1);
  });

  test('opens a document twice, and one that is no text', async () => {
    const client = await start();
    await client.open(uri, faulty);
    await client.open(uri, 'Nothing.', 'plaintext', 2);
    expect(await client.pushed(uri, 2)).toEqual([]);
    await client.open('%%%', undefined as unknown as string, undefined as unknown as string);
    await client.connection.sendNotification('textDocument/didOpen', {} as object);
    await client.connection.sendNotification('textDocument/didChange', {} as object);
    await client.connection.sendNotification('textDocument/didChange', {textDocument: {uri}} as object);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null});
    await client.connection.sendNotification('no/such/notification', {});
    await expect(client.ask('no/such/request', {})).rejects.toMatchObject({code: -32601});
    await expect(client.execute({command: 'no.such.command'})).rejects.toThrow('no.such.command');
    for (const command of ['calque.addNames', 'calque.ignoreFinding', 'calque.openRule', 'calque.listNames'])
      await client.execute({command, arguments: [null, 5]});
    await stillServes(client);
  });

  test('opens a text that is too long, and edits it', async () => {
    const client = await start();
    const huge = 'The mayor said the the bridge would open. '.repeat(120_000);
    await client.open(uri, huge);
    const [told, ...more] = await client.pushed(uri, 1);
    expect(more).toEqual([]);
    expect(told).toMatchObject({severity: 3, message: expect.stringContaining('too long')});
    await client.change(uri, 2, {
      range: {start: range.start, end: {line: 0, character: huge.length - 42}},
      text: '',
    });
    expect(await client.pushed(uri, 2)).toHaveLength(1);
  });

  test('edits a long text faster than it can be linted', async () => {
    const client = await start();
    const long = 'The mayor said that the bridge would open in the spring of the year.\n\n'.repeat(8000);
    await client.open(uri, long);
    for (let version = 2; version < 200; version++)
      await client.change(uri, version, {range: {start: range.start, end: range.start}, text: 'a '});
    await client.change(uri, 200, {text: faulty});
    expect(await client.pushed(uri, 200)).toHaveLength(1);
    expect(client.published.length).toBeLessThan(20);
  });

  test('asks for much and takes it all back', async () => {
    const client = await start({capabilities: pulling});
    await client.open(uri, faulty);
    const {CancellationTokenSource} = await import('vscode-languageserver/node');
    const answers = Array.from({length: 200}, (_, i) => {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(
        'textDocument/diagnostic',
        {textDocument: {uri}},
        source.token,
      );
      if (i % 2 === 0) source.cancel();
      return answer.then(
        () => 'answered',
        () => 'cancelled',
      );
    });
    const got = await Promise.all(answers);
    expect(got.filter((_, i) => i % 2 === 1)).toEqual(Array(100).fill('answered'));
    expect((await client.pull(uri)).items).toHaveLength(1);
  });
});

describe('a client that dies', () => {
  function raw(): ReturnType<typeof spawn> {
    return spawn(process.execPath, [cli, 'lsp'], {cwd: os.tmpdir(), stdio: ['pipe', 'pipe', 'ignore']});
  }

  const message = (value: object): string => {
    const text = JSON.stringify({jsonrpc: '2.0', ...value});
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const hello = message({
    id: 1,
    method: 'initialize',
    params: {processId: null, rootUri: null, capabilities: {}},
  });

  test.each([
    ['at once', ''],
    ['in the middle of a header', 'Content-Len'],
    ['in the middle of a message', `${hello}${message({id: 2, method: 'textDocument/hover'}).slice(0, -10)}`],
    [
      'with a question open',
      `${hello}${message({id: 2, method: 'textDocument/hover', params: {textDocument: {uri}}})}`,
    ],
  ])('%s, takes the server with it', async (_, sent) => {
    const child = raw();
    const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.stdin?.write(sent);
    if (sent.startsWith(hello)) await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdin?.end();
    child.stdout?.destroy();
    expect(await exited).not.toBeNull();
  });

  test.each([
    ['no length', 'Content-Type: x\r\n\r\n'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n'],
    ['a length below nothing', 'Content-Length: -5\r\n\r\n{}'],
    ['a length beyond reason', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['no JSON', 'Content-Length: 5\r\n\r\n{"a":'],
  ])('of confusion, is answered again after a message with %s', async (_, garbage) => {
    const child = raw();
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.write(garbage);
    child.stdin?.write(hello);
    // What follows broken headers in one piece is only looked at when the next piece comes.
    const more = setInterval(() => child.stdin?.write(message({method: 'initialized', params: {}})), 200);
    const answer = await new Promise<string>((resolve) =>
      child.stdout?.on('data', (data) => {
        if (String(data).includes('capabilities')) resolve(String(data));
      }),
    );
    clearInterval(more);
    expect(answer).toContain('"id":1');
    child.stdin?.end();
    await exited;
  });

  test('ends by shutdown and exit with code 0, without shutdown with code 1', async () => {
    const client = await start();
    expect(await client.stop()).toBe(0);
    const rude = await start();
    await rude.connection.sendNotification('exit');
    expect(await rude.exited).toBe(1);
  });
});

test('the process of a project folder that vanishes goes on', async () => {
  const folder = makeFolder({'.calquerc.yaml': 'extends: off\n', 'a.txt': faulty});
  folders.push(folder);
  const client = await start({folders: [folder], cwd: folder});
  const inside = new URL(`file://${folder}/a.txt`).href;
  await client.open(inside, faulty);
  expect(await client.pushed(inside, 1)).toEqual([]);
  fs.rmSync(folder, {recursive: true});
  await client.pushedWhere(inside, (d) => d.length === 1);
  await stillServes(client);
});
