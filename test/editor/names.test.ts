import fs from 'node:fs';
import path from 'node:path';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import type {
  DocumentSymbol,
  Hover,
  Location,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type {ListedName} from '../../src/editor/name-views.js';
import {applyTextEdits, at, Client, editsFor, makeFolder, positionOf, uriOf} from './client.js';

const clients: Client[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, {recursive: true, force: true});
});

const text = `Governor returns

Governor Sadyr Zhaparov met the press on Monday. “We agree,” Zaparov said in Osh.

Sadyr Zhaparov left. ZHAPAROV’s aide and Mr Zhaparov will return with Jonas Petrauskas.

Petrauskas stayed.
`;

async function opened(content = text, name = 'article.txt', files: Readonly<Record<string, string>> = {}) {
  const folder = makeFolder({...files, [name]: content});
  folders.push(folder);
  const client = await Client.start({folders: [folder], cwd: folder});
  clients.push(client);
  const uri = uriOf(path.join(folder, name));
  await client.open(uri, content, name.endsWith('.md') ? 'markdown' : 'plaintext', 3);
  await client.pushed(uri, 3);
  const on = (part: string) => ({textDocument: {uri}, position: positionOf(content, part)});
  return {folder, client, uri, on};
}

const sliceOf = (source: string, {start, end}: Range): string => {
  const lines = source.split('\n');
  expect(start.line).toBe(end.line);
  return (lines[start.line] as string).slice(start.character, end.character);
};

test('formatting makes the safe fixes, and hovering over a finding says what its rule is for', async () => {
  const bad = 'The mill stood by the river , and it was old.\n';
  const {client, uri, on} = await opened(bad);
  const options = {tabSize: 2, insertSpaces: true};
  const edits = await client.ask<TextEdit[]>('textDocument/formatting', {textDocument: {uri}, options});
  expect(applyTextEdits(bad, edits)).toBe('The mill stood by the river, and it was old.\n');
  const hover = await client.ask<Hover>('textDocument/hover', on(' ,'));
  expect((hover.contents as {value: string}).value).toContain('punctuation/spacing: ');
});

describe('a name', () => {
  test('that varies is marked with its other places', async () => {
    const {client, uri} = await opened();
    const [finding] = (await client.pushed(uri, 3)).filter((d) => d.code === 'names/inconsistent-spelling');
    expect(finding && sliceOf(text, finding.range)).toBe('Zaparov');
    const places = finding?.relatedInformation?.map(({location}) => sliceOf(text, location.range));
    expect(places?.length).toBeGreaterThanOrEqual(3);
    expect(new Set(places?.map((p) => p.toLowerCase()))).toEqual(new Set(['zhaparov']));
  });

  test('is written in one way everywhere, as one chooses', async () => {
    const {client, uri} = await opened();
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    const keep = actions.find((a) => a.title.startsWith('Write “Zhaparov” everywhere'));
    expect(applyTextEdits(text, editsFor(keep?.edit, uri).edits)).toBe(text.replace('Zaparov', 'Zhaparov'));
    const other = actions.find((a) => a.title.startsWith('Write “Zaparov” everywhere'));
    expect(other?.title).toMatch(/\(\d changes\)$/);
    expect(editsFor(other?.edit, uri).version).toBe(3);
    expect(applyTextEdits(text, editsFor(other?.edit, uri).edits)).toBe(
      text.replaceAll('Zhaparov', 'Zaparov').replace('ZHAPAROV', 'ZAPAROV'),
    );
    expect(new Set(actions.map((a) => a.title)).size).toBe(actions.length);
  });

  test('is renamed through all its spellings', async () => {
    const {client, uri, on} = await opened();
    expect(await client.ask('textDocument/prepareRename', on('Zaparov'))).toMatchObject({
      placeholder: 'Zaparov',
    });
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', {
      ...on('Zhaparov'),
      newName: 'Japarov',
    });
    const {version, edits} = editsFor(edit, uri);
    expect(version).toBe(3);
    expect(applyTextEdits(text, edits)).toBe(
      text.replaceAll(/Zh?aparov/g, 'Japarov').replace('ZHAPAROV', 'JAPAROV'),
    );
    await expect(client.ask('textDocument/rename', {...on('Zaparov'), newName: ' \n '})).rejects.toThrow(
      'one line',
    );
  });

  test('that is spelt in one way is renamed too, and no other word', async () => {
    const {client, uri, on} = await opened();
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', {
      ...on('Petrauskas'),
      newName: 'Petraitis',
    });
    expect(applyTextEdits(text, editsFor(edit, uri).edits)).toBe(text.replaceAll('Petrauskas', 'Petraitis'));
    expect(await client.ask('textDocument/prepareRename', on('stayed'))).toBeNull();
  });

  test('is found in all its places', async () => {
    const {client, on} = await opened();
    const places = await client.ask<Location[]>('textDocument/references', {
      ...on('Zaparov'),
      context: {includeDeclaration: true},
    });
    expect(places.map(({range}) => sliceOf(text, range))).toEqual([
      'Zhaparov',
      'Zaparov',
      'Zhaparov',
      'ZHAPAROV',
      'Zhaparov',
    ]);
  });

  test('shows its spellings, their counts, the evidence and the dictionary on hovering', async () => {
    const {client, on} = await opened(text, 'article.txt', {
      '.calquerc.yaml': 'dictionaries: [names.yml]\n',
      'names.yml':
        'kind: name\nentries:\n  - phrase: Sadyr Zhaparov\n    variants: [Sadyr Zaparov]\n    note: As he signs *himself*\n',
    });
    const hover = await client.ask<Hover>('textDocument/hover', on('Zaparov'));
    const {value} = hover.contents as {value: string};
    expect(value).toMatch(/^\*\*Sadyr Zhaparov\*\*, a person/);
    expect(value).toContain('- Zhaparov: 4 times (lines 3, 5)');
    expect(value).toContain('- Zaparov: once (line 3)');
    expect(value).toContain('Why it is thought one name: ');
    expect(value).toContain(
      'In the dictionary: “Sadyr Zhaparov”, not “Sadyr Zaparov”. As he signs \\*himself\\* (names.yml:3)',
    );
    expect(value).toMatch(/also spelt.*\n\*names\/inconsistent-spelling: /s);
    expect(sliceOf(text, hover.range as Range)).toBe('Zaparov');
    expect(await client.ask('textDocument/hover', on('stayed'))).toBeNull();
  });

  test('is in the outline, its spellings below it', async () => {
    const {client, uri} = await opened();
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', {textDocument: {uri}});
    const one = symbols.find((s) => s.name === 'Sadyr Zhaparov');
    expect(one?.children?.map((c) => [c.name, c.detail])).toEqual([
      ['Zhaparov', '4 ×'],
      ['Zaparov', '1 ×'],
    ]);
    expect(symbols.map((s) => s.name)).toContain('Jonas Petrauskas');
    for (const symbol of [...symbols, ...symbols.flatMap((s) => s.children ?? [])]) {
      const {range, selectionRange} = symbol;
      const number = (p: Range['start']): number => p.line * 10_000 + p.character;
      expect(number(range.start)).toBeLessThanOrEqual(number(selectionRange.start));
      expect(number(range.end)).toBeGreaterThanOrEqual(number(selectionRange.end));
    }
  });

  test('is listed for a panel', async () => {
    const {client, uri} = await opened();
    const names = await client.execute<ListedName[]>({command: 'calque.listNames', arguments: [uri]});
    const one = names.find((n) => n.text === 'Sadyr Zhaparov');
    expect(one?.kind).toBe('person');
    expect(one?.varying[0]?.spellings.map((s) => [s.text, s.ranges.length])).toEqual([
      ['Zhaparov', 4],
      ['Zaparov', 1],
    ]);
  });

  test('is replaced where markup surrounds it, as Markdown wants it', async () => {
    const page =
      'Governor *Sadyr* **Zhaparov** met the press. “We agree,” [Zaparov](https://x.example/Zaparov) said.\n\nSadyr Zhaparov left. Mr Zhaparov will return.\n';
    const {client, uri, on} = await opened(page, 'article.md');
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', {...on('Zaparov'), newName: 'Zh*p'});
    expect(applyTextEdits(page, editsFor(edit, uri).edits)).toBe(
      page.replaceAll('Zhaparov', 'Zh\\*p').replace('[Zaparov]', '[Zh\\*p]'),
    );
  });
});

describe('the dictionary', () => {
  test('is made with the name that is right, and named in a new configuration', async () => {
    const {client, uri, folder} = await opened();
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    const add = actions.find((a) => a.title === '“Zhaparov” is right: add it to calque-names.yml');
    await client.execute(add?.command as {command: string});
    expect(fs.readFileSync(path.join(folder, 'calque-names.yml'), 'utf8')).toMatch(
      /kind: name\nentries:\n {2}- phrase: Zhaparov\n {4}variants:\n {6}- Zaparov\n$/,
    );
    expect(fs.readFileSync(path.join(folder, '.calquerc.yaml'), 'utf8')).toBe(
      'dictionaries: [calque-names.yml]\n',
    );
    const hover = await client.ask<Hover>('textDocument/hover', {
      textDocument: {uri},
      position: positionOf(text, 'Zaparov'),
    });
    expect((hover.contents as {value: string}).value).toContain(
      'In the dictionary: “Zhaparov”, not “Zaparov”',
    );
  });

  test('gets both names where they are two people, and they are not compared any more', async () => {
    const {client, uri, folder} = await opened();
    const title = '“Zaparov” and “Zhaparov” are two different people: add both to calque-names.yml';
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    const apart = actions.find((a) => a.title === title);
    expect(apart).toMatchObject({kind: 'quickfix', diagnostics: [{code: 'names/inconsistent-spelling'}]});
    await client.execute(apart?.command as {command: string});
    const file = path.join(folder, 'calque-names.yml');
    expect(fs.readFileSync(file, 'utf8')).toMatch(
      /kind: name\nentries:\n {2}- phrase: Zaparov\n {4}type: person\n {2}- phrase: Zhaparov\n {4}type: person\n$/,
    );
    await client.pushedWhere(uri, (d) => d.every(({code}) => code !== 'names/inconsistent-spelling'));
    const names = await client.execute<ListedName[]>({command: 'calque.listNames', arguments: [uri]});
    expect(names.find((n) => n.text === 'Sadyr Zhaparov')?.varying).toEqual([]);
    // The decision can be taken back.
    fs.rmSync(file);
    fs.writeFileSync(file, 'kind: name\nentries: []\n');
    await client.execute({command: 'calque.reload'});
    await client.pushedWhere(uri, (d) => d.some(({code}) => code === 'names/inconsistent-spelling'));
  });

  test('takes a name for another no more that is one of its own', async () => {
    const {client, uri, folder} = await opened(text, 'article.txt', {
      '.calquerc.yaml': 'dictionaries: [house.yml]\n',
      'house.yml': 'kind: name\nentries:\n  # The governor.\n  - phrase: Zhaparov\n    variants: [Zaparov]\n',
    });
    expect((await client.pushed(uri, 3)).map(({code}) => code)).toContain('names/house-style');
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    await client.execute(
      actions.find((a) => a.title.includes('are two different people'))?.command as {command: string},
    );
    expect(fs.readFileSync(path.join(folder, 'house.yml'), 'utf8')).toBe(
      'kind: name\nentries:\n  # The governor.\n  - phrase: Zhaparov\n  - phrase: Zaparov\n    type: person\n',
    );
    await client.pushedWhere(uri, (d) => d.every(({code}) => !String(code).startsWith('names/')));
  });

  test('takes no name that is none', async () => {
    const {client, uri, folder} = await opened();
    for (const name of [
      {phrase: 'Osh', variants: [], type: 'planet'},
      {phrase: '', variants: []},
      {phrase: 'Osh', variants: [5]},
    ])
      await client.execute({command: 'calque.addNames', arguments: [uri, [name]]});
    expect(fs.existsSync(path.join(folder, 'calque-names.yml'))).toBe(false);
  });

  test('that there is gets the name, and keeps its comments', async () => {
    const {client, uri, folder} = await opened(text, 'article.txt', {
      '.calquerc.yaml': '# house rules\ndictionaries:\n  - house/names.yml # ours\n',
      'house/names.yml':
        '# Ours.\nkind: name\nentries:\n  # The governor.\n  - phrase: Zhaparov\n    variants: [Zhapparov]\n',
    });
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    const add = actions.find((a) => a.title === '“Zhaparov” is right: add it to house/names.yml');
    await client.execute(add?.command as {command: string});
    expect(fs.readFileSync(path.join(folder, 'house/names.yml'), 'utf8')).toBe(
      '# Ours.\nkind: name\nentries:\n  # The governor.\n  - phrase: Zhaparov\n    variants: [ Zhapparov, Zaparov ]\n',
    );
    expect(fs.readFileSync(path.join(folder, '.calquerc.yaml'), 'utf8')).toBe(
      '# house rules\ndictionaries:\n  - house/names.yml # ours\n',
    );
  });

  test.each([
    [
      '.calquerc.yaml',
      '# house rules\nlanguage: en # English\n',
      '# house rules\nlanguage: en # English\ndictionaries:\n  - calque-names.yml\n',
    ],
    [
      '.calquerc.json',
      '{\n\t"language": "en"\n}\n',
      '{\n\t"language": "en",\n\t"dictionaries": [\n\t\t"calque-names.yml"\n\t]\n}\n',
    ],
    [
      'package.json',
      '{"name": "x", "calque": {"dictionaries": []}}',
      '{\n  "name": "x",\n  "calque": {\n    "dictionaries": [\n      "calque-names.yml"\n    ]\n  }\n}\n',
    ],
  ])('is named in %s', async (name, before, after) => {
    const {client, uri, folder} = await opened(text, 'article.txt', {[name]: before});
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    await client.execute(
      actions.find((a) => a.command?.command === 'calque.addNames')?.command as {command: string},
    );
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(after);
    expect(client.messages).toEqual([]);
  });

  test('must be named by hand in a configuration that is code', async () => {
    const {client, uri, folder} = await opened(text, 'article.txt', {
      'calque.config.js': 'export default {};\n',
      'package.json': '{"type": "module"}',
    });
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    await client.execute(
      actions.find((a) => a.command?.command === 'calque.addNames')?.command as {command: string},
    );
    const [told] = client.messages;
    expect(told?.message).toContain("dictionaries: ['calque-names.yml']");
    expect(fs.existsSync(path.join(folder, 'calque-names.yml'))).toBe(true);
  });

  test('that is broken is told, not overwritten', async () => {
    const {client, uri, folder} = await opened(text, 'article.txt', {
      '.calquerc.yaml': 'dictionaries: [names.yml]\n',
      'names.yml': 'kind: name\nentries: []\n',
    });
    const actions = await client.actions(uri, at(text, 'Zaparov'));
    fs.writeFileSync(path.join(folder, 'names.yml'), 'kind: [\n');
    await client.execute(
      actions.find((a) => a.command?.command === 'calque.addNames')?.command as {command: string},
    );
    await client.until(() =>
      client.messages.some((m) => m.type === 1 && m.message.includes('names.yml is broken')),
    );
    expect(fs.readFileSync(path.join(folder, 'names.yml'), 'utf8')).toBe('kind: [\n');
  });
});
