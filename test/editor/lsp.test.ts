import fs from 'node:fs';
import path from 'node:path';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import type {CodeAction} from 'vscode-languageserver/node';
import {
  applyTextEdits,
  at,
  Client,
  type ClientOptions,
  editsFor,
  makeFolder,
  pulling,
  pushing,
  uriOf,
} from './client.js';

const clients: Client[] = [];
const folders: string[] = [];

async function start(options: ClientOptions = {}): Promise<Client> {
  const client = await Client.start(options);
  clients.push(client);
  return client;
}

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const client of clients.splice(0)) if (client.process.exitCode === null) await client.stop();
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, {recursive: true, force: true});
});

/** Two safe fixes (a doubled word, a wrong article) and nothing else. */
const faulty = 'The mayor said the the bridge would open.\n\nIt was an big day for the town.\n';
const mended = 'The mayor said the bridge would open.\n\nIt was a big day for the town.\n';

describe('diagnostics', () => {
  test('are pushed with their version, and again after an edit', async () => {
    const client = await start();
    const uri = 'file:///tmp/nowhere/article.txt';
    await client.open(uri, faulty);
    const first = await client.pushed(uri, 1);
    expect(first.map((d) => d.code)).toEqual(['fluency/repeated-phrase', 'fluency/a-an']);
    expect(first[1]).toMatchObject({
      source: 'calque',
      range: {start: {line: 2, character: 7}, end: {line: 2}},
    });
    await client.change(uri, 2, {
      range: {start: {line: 2, character: 7}, end: {line: 2, character: 9}},
      text: 'a',
    });
    expect((await client.pushed(uri, 2)).map((d) => d.code)).toEqual(['fluency/repeated-phrase']);
  });

  test('are not pushed for each keystroke of a burst', async () => {
    const client = await start();
    const uri = 'file:///tmp/nowhere/article.txt';
    await client.open(uri, '');
    await client.pushed(uri, 1);
    for (let i = 0; i < faulty.length; i++)
      await client.change(uri, 2 + i, {
        range: {start: {line: 1000, character: 0}, end: {line: 1000, character: 0}},
        text: faulty.charAt(i),
      });
    expect(await client.pushed(uri, faulty.length + 1)).toHaveLength(2);
    expect(client.published.length).toBeLessThan(10);
  });

  test('are pulled, and unchanged when nothing has changed', async () => {
    const client = await start({capabilities: pulling});
    expect(client.initialized.capabilities.diagnosticProvider).toBeDefined();
    const uri = 'file:///tmp/nowhere/article.txt';
    await client.open(uri, faulty);
    const full = await client.pull(uri);
    expect(full.items).toHaveLength(2);
    expect(await client.pull(uri, full.resultId)).toEqual({kind: 'unchanged', resultId: full.resultId});
    await client.change(uri, 2, {text: mended});
    expect((await client.pull(uri, full.resultId)).items).toEqual([]);
    expect(client.published).toEqual([]);
  });

  test('go when the document is closed', async () => {
    const client = await start();
    const uri = 'file:///tmp/nowhere/article.txt';
    await client.open(uri, faulty);
    await client.pushed(uri, 1);
    await client.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
    expect(await client.pushedWhere(uri, (d) => d.length === 0)).toEqual([]);
  });

  test('a question that is taken back gets no answer', async () => {
    const client = await start({capabilities: pulling});
    const uri = 'file:///tmp/nowhere/article.txt';
    await client.open(uri, faulty);
    // Both in one write: sent one by one, the server may rightly answer before it hears that nobody asks any more.
    const message = (body: object): string => {
      const text = JSON.stringify({jsonrpc: '2.0', ...body});
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const id = 'taken back';
    const {stdin, stdout} = client.process;
    const answered = new Promise<string>((resolve) => {
      let heard = '';
      stdout?.on('data', (chunk: Buffer) => {
        heard += chunk.toString('utf8');
        if (heard.includes(`"id":"${id}"`)) resolve(heard);
      });
    });
    stdin?.write(
      message({id, method: 'textDocument/diagnostic', params: {textDocument: {uri}}}) +
        message({method: '$/cancelRequest', params: {id}}),
    );
    expect(await answered).toContain('-32800');
    expect((await client.pull(uri)).items).toHaveLength(2);
  });

  test.each([
    ['markdown', 'a.md', '# Title\n\nThe **mayor** said the the bridge &amp; the road would open.\n'],
    [
      'html',
      'a.html',
      '<h1>Title</h1>\n<p>The <b>mayor</b> said the the bridge &amp; the road would open.</p>\n',
    ],
  ])('know %s', async (languageId, name, text) => {
    const client = await start();
    const uri = `file:///tmp/nowhere/${name}`;
    await client.open(uri, text, languageId);
    const [one, ...more] = await client.pushed(uri, 1);
    expect(more).toEqual([]);
    const line = text.split('\n').findIndex((l) => l.includes('the the'));
    expect(one).toMatchObject({code: 'fluency/repeated-phrase', range: {start: {line}}});
  });

  test('of an unsaved document go by its language', async () => {
    const client = await start();
    await client.open('untitled:Untitled-1', '<p>The mayor said the the bridge would open.</p>', 'html');
    expect(await client.pushed('untitled:Untitled-1', 1)).toHaveLength(1);
    await client.open('file:///tmp/nowhere/program.py', faulty, 'python');
    expect(await client.pushed('file:///tmp/nowhere/program.py', 1)).toEqual([]);
  });
});

describe('actions', () => {
  async function opened(text: string, name = 'article.txt', options: ClientOptions = {}) {
    const folder = folderWith({[name]: text});
    const client = await start({folders: [folder], cwd: folder, ...options});
    const uri = uriOf(path.join(folder, name));
    await client.open(uri, text, {md: 'markdown', html: 'html'}[name.split('.')[1] ?? ''] ?? 'plaintext', 7);
    await client.pushed(uri, 7);
    const apply = (action: CodeAction | undefined): string => {
      const {version, edits} = editsFor(action?.edit, uri);
      expect(version).toBe(7);
      return applyTextEdits(text, edits);
    };
    return {folder, client, uri, apply};
  }

  test('fix what is safe to fix', async () => {
    const {client, uri, apply} = await opened(faulty);
    const actions = await client.actions(uri, at(faulty, 'an big'));
    expect(actions[0]).toMatchObject({title: 'Fix: an → a', kind: 'quickfix', isPreferred: true});
    expect(apply(actions[0])).toBe(faulty.replace('an big', 'a big'));
    expect(actions[0]?.diagnostics?.[0]).toMatchObject({code: 'fluency/a-an'});
  });

  test('fix all, when asked for just that', async () => {
    const {client, uri, apply} = await opened(faulty);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.calque']) {
      const actions = await client.actions(uri, at(faulty, 'The mayor'), [kind]);
      expect(actions.map((a) => a.kind)).toEqual(['source.fixAll.calque']);
      expect(apply(actions[0])).toBe(mended);
    }
    expect(await client.actions(uri, at(faulty, 'The mayor'), ['source.organizeImports'])).toEqual([]);
  });

  test('fix all changes nothing but what differs', async () => {
    const {client, uri} = await opened(faulty);
    const [all] = await client.actions(uri, at(faulty, 'The mayor'), ['source.fixAll.calque']);
    const {edits} = editsFor(all?.edit, uri);
    expect(edits).toHaveLength(2);
    for (const {range, newText} of edits) {
      expect(range.end.character - range.start.character).toBeLessThan(6);
      expect(newText.length).toBeLessThan(3);
    }
  });

  test('make edits when they are chosen, for clients that can wait', async () => {
    const {client, uri, apply} = await opened(faulty, 'article.txt', {
      capabilities: {
        ...pushing,
        textDocument: {
          ...pushing.textDocument,
          codeAction: {dataSupport: true, resolveSupport: {properties: ['edit']}},
        },
      },
    });
    const all = (await client.actions(uri, at(faulty, 'The mayor'))).find(
      (a) => a.kind === 'source.fixAll.calque',
    );
    expect(all?.edit).toBeUndefined();
    expect(apply(await client.ask('codeAction/resolve', all as object))).toBe(mended);
    const [asked] = await client.actions(uri, at(faulty, 'The mayor'), ['source.fixAll.calque']);
    expect(apply(asked)).toBe(mended);
    await client.change(uri, 8, {text: 'Something else.'});
    await expect(client.ask('codeAction/resolve', all as object)).rejects.toMatchObject({code: -32801});
  });

  const inMarkdown =
    '# A big day\n\nThe mayor spoke.\nIt was an big day, he said.\n\n- It was an big day.\n- It rained.\n';
  const inHtml =
    '<!doctype html>\n<html>\n<head>\n<title>It was an big day</title>\n</head>\n<body>\n  <p>The mayor spoke.\n  It was an big day.</p>\n</body>\n</html>\n';
  const wrapped =
    'The mayor spoke for an hour to the people in the square, and they\nlistened to him in the rain. It was an big day for the town, as he\nsaid twice, and nobody left before the end.\n\nThe next day was dry.\n';

  test.each([
    ['text', 'article.txt', faulty, 'an big', 'calque-disable-next-line fluency/a-an'],
    ['wrapped text', 'article.txt', wrapped, 'an big', 'calque-disable fluency/a-an'],
    [
      'Markdown, inside a paragraph',
      'article.md',
      inMarkdown,
      'an big day, he',
      'calque-disable-line fluency/a-an',
    ],
    ['Markdown, in a list', 'article.md', inMarkdown, 'an big day.', 'calque-disable-line fluency/a-an'],
    ['HTML', 'article.html', inHtml, 'an big day.', 'calque-disable-line fluency/a-an'],
    ['HTML, a title', 'article.html', inHtml, 'an big day<', 'calque-disable-next-line fluency/a-an'],
  ])('disable a rule for a line: %s', async (_, name, text, part, directive) => {
    const {client, uri, apply} = await opened(text, name);
    const before = await client.pushed(uri, 7);
    const actions = await client.actions(uri, at(text, part), ['quickfix']);
    const changed = apply(actions.find((a) => a.title === 'Disable fluency/a-an for this line'));
    expect(changed).toContain(directive);
    await client.change(uri, 8, {text: changed});
    const after = await client.pushed(uri, 8);
    expect(after.map((d) => d.code).sort()).toEqual(
      before
        .map((d) => d.code)
        .sort()
        .toSpliced(
          before
            .map((d) => d.code)
            .sort()
            .indexOf('fluency/a-an'),
          1,
        ),
    );
  });

  test.each([
    ['text', 'article.txt', faulty],
    ['front matter', 'article.md', `---\ntitle: A day\n---\n\n${inMarkdown}`],
    ['Markdown', 'article.md', inMarkdown],
    ['HTML', 'article.html', inHtml],
    ['CR LF', 'article.txt', faulty.replaceAll('\n', '\r\n')],
  ])('disable a rule for a file: %s', async (_, name, text) => {
    const {client, uri, apply} = await opened(text, name);
    const before = (await client.pushed(uri, 7)).map((d) => d.code).filter((code) => code !== 'fluency/a-an');
    const actions = await client.actions(uri, at(text, 'an big'), ['quickfix']);
    const changed = apply(actions.find((a) => a.title === 'Disable fluency/a-an for this article'));
    await client.change(uri, 8, {text: changed});
    expect((await client.pushed(uri, 8)).map((d) => d.code)).toEqual(before);
    if (text.includes('\r\n')) expect(changed.match(/(?<!\r)\n/)).toBeNull();
  });

  test('ignore a finding: into a baseline that the configuration then names', async () => {
    const {client, uri, folder} = await opened(faulty);
    const actions = await client.actions(uri, at(faulty, 'an big'), ['quickfix']);
    const ignore = actions.find((a) => a.title === 'Ignore this finding: add it to .calque-baseline.json');
    await client.execute(ignore?.command as {command: string});
    const left = await client.pushedWhere(uri, (d) => d.length === 1);
    expect(left.map((d) => d.code)).toEqual(['fluency/repeated-phrase']);
    expect(fs.readFileSync(path.join(folder, '.calquerc.yaml'), 'utf8')).toContain(
      'baseline: .calque-baseline.json',
    );
    expect(JSON.parse(fs.readFileSync(path.join(folder, '.calque-baseline.json'), 'utf8'))).toMatchObject({
      files: {'article.txt': {'fluency/a-an': {}}},
    });
    // What a person has ignored is not fixed behind his back.
    const [all] = await client.actions(uri, at(faulty, 'The mayor'), ['source.fixAll.calque']);
    expect(applyTextEdits(faulty, editsFor(all?.edit, uri).edits)).toBe(faulty.replace('the the', 'the'));
  });

  test("open the rule's page", async () => {
    const {client, uri} = await opened(faulty, 'article.txt', {
      capabilities: {...pushing, window: {showDocument: {support: true}}},
    });
    const actions = await client.actions(uri, at(faulty, 'an big'), ['quickfix']);
    const open = actions.find((a) => a.title === 'Open the page of fluency/a-an');
    await client.execute(open?.command as {command: string});
    const shown = await client.until(() => client.shown[0]);
    expect(fs.readFileSync(new URL(shown), 'utf8')).toMatch(/^# fluency\/a-an/);
  });
});

describe('the project', () => {
  test('each folder has its own configuration, and files outside have none', async () => {
    const one = folderWith({'.calquerc.yaml': 'rules: {fluency/a-an: off}\n'});
    const two = folderWith({'.calquerc.yaml': 'rules: {fluency/repeated-phrase: off}\n'});
    const client = await start({folders: [one, two]});
    const codes = async (file: string): Promise<unknown[]> => {
      await client.open(uriOf(file), faulty);
      return (await client.pushed(uriOf(file), 1)).map((d) => d.code);
    };
    expect(await codes(path.join(one, 'a.txt'))).toEqual(['fluency/repeated-phrase']);
    expect(await codes(path.join(two, 'a.txt'))).toEqual(['fluency/a-an']);
    expect(await codes('/tmp/nowhere/a.txt')).toHaveLength(2);
  });

  test('a configuration that is written, changed and deleted holds at once', async () => {
    const folder = folderWith();
    const client = await start({folders: [folder]});
    const uri = uriOf(path.join(folder, 'a.txt'));
    const config = path.join(folder, '.calquerc.yaml');
    await client.open(uri, faulty);
    await client.pushedWhere(uri, (d) => d.length === 2);
    fs.writeFileSync(config, 'rules: {fluency/a-an: off}\n');
    expect(await client.pushedWhere(uri, (d) => d.length === 1)).toMatchObject([
      {code: 'fluency/repeated-phrase'},
    ]);
    fs.writeFileSync(config, 'rules: {fluency/a-an: error, fluency/repeated-phrase: off}\n');
    expect(await client.pushedWhere(uri, ([d]) => d?.severity === 1)).toMatchObject([{code: 'fluency/a-an'}]);
    fs.rmSync(config);
    expect(await client.pushedWhere(uri, (d) => d.length === 2)).toHaveLength(2);
  });

  test('ignore files, dictionaries and the baseline are watched', async () => {
    const folder = folderWith({
      '.calquerc.yaml': 'dictionaries: [house/terms.yml]\nbaseline: known.json\n',
      'house/terms.yml': 'kind: calque\nentries: []\n',
      'known.json': '{"version": 1, "files": {}}',
    });
    const client = await start({folders: [folder]});
    const uri = uriOf(path.join(folder, 'a.txt'));
    await client.open(uri, faulty);
    await client.pushedWhere(uri, (d) => d.length === 2);
    fs.writeFileSync(path.join(folder, 'known.json'), 'no baseline');
    expect((await client.pushedWhere(uri, (d) => d.length === 1))[0]?.message).toContain('baseline');
    fs.writeFileSync(path.join(folder, 'known.json'), '{"version": 1, "files": {}}');
    await client.pushedWhere(uri, (d) => d.length === 2);
    fs.writeFileSync(
      path.join(folder, 'house/terms.yml'),
      'kind: calque\nentries:\n  - phrase: big day\n    replace: great day\n',
    );
    await client.pushedWhere(uri, (d) => d.length === 3);
    fs.writeFileSync(path.join(folder, '.calqueignore'), '*.txt\n');
    await client.pushedWhere(uri, (d) => d.length === 0);
    fs.rmSync(path.join(folder, '.calqueignore'));
    await client.pushedWhere(uri, (d) => d.length === 3);
  });

  test('a broken configuration is told once, in its file, and mended is forgotten', async () => {
    const folder = folderWith({'.calquerc.yaml': 'language: en\nrules: {fluency/a-na: off}\n'});
    const client = await start({folders: [folder]});
    const config = uriOf(path.join(folder, '.calquerc.yaml'));
    const uris = ['a.txt', 'b.txt'].map((name) => uriOf(path.join(folder, name)));
    for (const uri of uris) {
      await client.open(uri, faulty);
      const [told] = await client.pushed(uri, 1);
      expect(told).toMatchObject({severity: 1, source: 'calque'});
      expect(told?.message).toMatch(
        /^Nothing is checked here until this is mended: \.calquerc\.yaml:2: .*fluency\/a-na/,
      );
    }
    const [problem] = await client.pushedWhere(config, (d) => d.length === 1);
    expect(problem?.range.start.line).toBe(1);
    expect(client.messages).toHaveLength(1);
    expect(client.messages[0]).toMatchObject({type: 1, message: expect.stringContaining('.calquerc.yaml:2')});
    for (const uri of uris) await client.change(uri, 2, {text: `${faulty}\n`});
    for (const uri of uris) await client.pushed(uri, 2);
    expect(client.messages).toHaveLength(1);
    fs.writeFileSync(path.join(folder, '.calquerc.yaml'), 'rules: {fluency/a-an: off}\n');
    for (const uri of uris) await client.pushedWhere(uri, (d) => d[0]?.code === 'fluency/repeated-phrase');
    expect(await client.pushedWhere(config, (d) => d.length === 0)).toEqual([]);
    fs.writeFileSync(path.join(folder, '.calquerc.yaml'), 'rules: [\n');
    await client.until(() => client.messages.length === 2);
  });

  test('settings of the editor hold over the configuration, folder by folder', async () => {
    const one = folderWith();
    const two = folderWith();
    const client = await start({
      folders: [one, two],
      capabilities: {...pushing, workspace: {...pushing.workspace, configuration: true}},
      settings: (scope) => ({enable: scope !== uriOf(two), preset: scope === uriOf(one) ? 'off' : null}),
    });
    for (const folder of [one, two]) {
      const uri = uriOf(path.join(folder, 'a.txt'));
      await client.open(uri, faulty);
      expect(await client.pushed(uri, 1)).toEqual([]);
    }
    await client.open('file:///tmp/nowhere/a.txt', faulty);
    expect(await client.pushed('file:///tmp/nowhere/a.txt', 1)).toHaveLength(2);
  });

  test('clients that watch files and pull are asked to pull again', async () => {
    const folder = folderWith();
    const client = await start({
      folders: [folder],
      capabilities: {
        ...pulling,
        workspace: {
          ...pulling.workspace,
          didChangeWatchedFiles: {dynamicRegistration: true},
          diagnostics: {refreshSupport: true},
        },
        experimental: {calque: {status: true}},
      },
    });
    await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
    const uri = uriOf(path.join(folder, 'a.txt'));
    await client.open(uri, faulty);
    const before = await client.pull(uri);
    expect(before.items).toHaveLength(2);
    expect(client.statuses.at(-1)).toMatchObject({uri, penalty: 2});
    fs.writeFileSync(path.join(folder, '.calquerc.yaml'), 'extends: off\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: uriOf(path.join(folder, '.calquerc.yaml')), type: 1}],
    });
    await client.until(() => client.refreshes > 0);
    expect((await client.pull(uri, before.resultId)).items).toEqual([]);
  });

  test.each([
    ['the client does not trust it', {'package.json': '{}'}, {trusted: false}],
    ['the client does not trust it, in its section', {'package.json': '{}'}, {calque: {trusted: false}}],
    ['it is no project', {}, undefined],
  ])('of a folder runs no code where %s', async (_, more, initializationOptions) => {
    const ran = path.join(folderWith(), 'ran');
    const code = `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(ran)}, ''); export default {extends: 'off'};\n`;
    const folder = folderWith({'calque.config.mjs': code, ...more});
    const client = await start({folders: [folder], cwd: folder, initializationOptions});
    const uri = uriOf(path.join(folder, 'a.txt'));
    await client.open(uri, faulty);
    expect(await client.pushed(uri, 1)).toHaveLength(2);
    expect(fs.existsSync(ran)).toBe(false);
    // Other settings say nothing of trust; what the client trusts now runs.
    const set = (calque: object) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {settings: {calque}});
    await set({preset: 'strict'});
    await client.open(uriOf(path.join(folder, 'b.txt')), faulty);
    expect(await client.pushed(uriOf(path.join(folder, 'b.txt')), 1)).toHaveLength(2);
    expect(fs.existsSync(ran)).toBe(false);
    if (initializationOptions === undefined) return;
    await set({trusted: true});
    await client.pushedWhere(uri, (d) => d.length === 0);
    expect(fs.existsSync(ran)).toBe(true);
  });

  test('a folder that is added later has its configuration', async () => {
    const folder = folderWith({
      'calque.config.js': "export default {extends: 'off'};\n",
      'package.json': '{"type": "module"}',
    });
    const client = await start({cwd: folderWith()});
    const uri = uriOf(path.join(folder, 'a.txt'));
    await client.open(uri, faulty);
    // Code is not run from folders that are not open.
    expect(await client.pushed(uri, 1)).toHaveLength(2);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {added: [{uri: uriOf(folder), name: 'new'}], removed: []},
    });
    await client.pushedWhere(uri, (d) => d.length === 0);
  });
});
