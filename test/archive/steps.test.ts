import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {beforeAll, describe, expect, test} from 'vitest';
import type {MentionRecord, NameRecord, StoryRecord} from '../../src/archive/records.js';
import {calque, folder} from '../support/cli.js';
import {archive, lines, shuffled} from './articles.js';
import {schemaProblems} from './schema.js';

const articles = archive(64);
const parse = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

let dir: string;
let mentions: string;
let names: string;

beforeAll(async () => {
  dir = folder({'articles.jsonl': lines(articles)});
  const first = await calque(['archive', 'mentions', 'articles.jsonl', '--jobs', '1'], {cwd: dir});
  expect(first).toMatchObject({code: 0, stderr: ''});
  mentions = first.stdout;
  fs.writeFileSync(path.join(dir, 'mentions.jsonl'), mentions);
  const second = await calque(['archive', 'names', 'mentions.jsonl', '--to', 'names.jsonl'], {cwd: dir});
  expect(second).toMatchObject({code: 0, stdout: '', stderr: ''});
  names = fs.readFileSync(path.join(dir, 'names.jsonl'), 'utf8');
});

describe('calque archive mentions', () => {
  test('writes a record each spelling, which the schema allows, and the place is one of the text', () => {
    const records = parse<MentionRecord>(mentions);
    expect(schemaProblems(records)).toEqual([]);
    const texts = new Map(articles.map(({id, text}) => [id, text]));
    const forms = records.filter(({form}) => form !== undefined);
    expect(forms.length).toBeGreaterThan(2 * articles.length);
    for (const {article, place, form} of forms)
      expect(
        texts
          .get(article)
          ?.slice(...place)
          .replace(/\s+/g, ' '),
      ).toBe(form);
    expect(new Set(forms.map(({article, form}) => `${article} ${form}`)).size).toBe(forms.length);
  });

  test('is the same from gzip, from Zstandard, from standard input and from threads', async () => {
    const bytes = Buffer.from(lines(articles));
    fs.writeFileSync(path.join(dir, 'articles.jsonl.gz'), zlib.gzipSync(bytes));
    fs.writeFileSync(path.join(dir, 'articles.jsonl.zst'), zstdStored(bytes));
    for (const args of [
      ['articles.jsonl.gz'],
      ['articles.jsonl.zst'],
      ['-'],
      ['--jobs', '2', 'articles.jsonl'],
    ]) {
      const result = await calque(['archive', 'mentions', ...args], {cwd: dir, input: bytes});
      expect(result).toMatchObject({code: 0, stderr: ''});
      expect(result.stdout).toBe(mentions);
    }
  });

  test('is what a stream writes beside its findings, broken lines too', async () => {
    const input = `${lines(articles)}not json\n{"id": 7}\n{"text": "No id."}\n`;
    const mapped = await calque(['archive', 'mentions'], {cwd: dir, input});
    const plain = await calque(['stream', '--no-line'], {cwd: dir, input});
    const both = await calque(['stream', '--no-line', '--mentions', 'new/beside.jsonl'], {cwd: dir, input});
    expect(both).toMatchObject({code: 0, stderr: ''});
    expect(both.stdout).toBe(plain.stdout);
    expect(fs.readFileSync(path.join(dir, 'new/beside.jsonl'), 'utf8')).toBe(mapped.stdout);
    expect(fs.readdirSync(path.join(dir, 'new'))).toEqual(['beside.jsonl']);
    const refused = await calque(['stream', '--mentions', '.'], {cwd: dir, input});
    expect(refused).toMatchObject({code: 2, stdout: ''});
    expect(refused.stderr).toContain('it is no file');
  });

  test('tells lines that cannot be read, and goes on', async () => {
    const input = `{"id": 1}\n\nnot json\n${lines(articles.slice(0, 1))}{"text": "No id."}\n`;
    const {code, stdout, stderr} = await calque(['archive', 'mentions'], {cwd: dir, input});
    expect(code).toBe(0);
    const records = parse<{article: string | null; error?: string}>(stdout);
    expect(schemaProblems(records)).toEqual([]);
    expect(records.filter(({error}) => error !== undefined).map(({article}) => article)).toEqual([
      '1',
      null,
      null,
    ]);
    expect(stderr).toMatch(/line 1: .*text.*\n.*line 3: .*JSON.*\n.*line 5: .*id/);
    const merged = await calque(['archive', 'names'], {cwd: dir, input: stdout});
    expect(merged.stderr).toContain('3 articles could not be read');
  });
});

describe('calque archive names', () => {
  test('finds what the articles spell in several ways, with evidence', () => {
    const found = parse<NameRecord>(names);
    expect(schemaProblems(found)).toEqual([]);
    const told = found.map(({forms}) => forms.map(({form, articles: n}) => `${form} ${n}`));
    expect(told).toContainEqual(['Temir Zhakypov 56', 'Temir Zakypov 8']);
    expect(told).toContainEqual(['Borvesk 56', 'Borwesk 8']);
    for (const {evidence, keep, forms} of found) {
      expect(evidence.length).toBeGreaterThan(1);
      expect(keep.map(({form}) => form).sort()).toEqual(forms.map(({form}) => form).sort());
    }
  });

  test('is the same in whatever order and from however many files the records come', async () => {
    for (const seed of [1, 2]) {
      const mixed = shuffled(mentions.trimEnd().split('\n'), seed);
      const files = [mixed.slice(0, 50), mixed.slice(50, 51), mixed.slice(51)];
      for (const [i, some] of files.entries())
        fs.writeFileSync(path.join(dir, `m${i}.jsonl`), some.map((line) => `${line}\n`).join(''));
      const {stdout} = await calque(['archive', 'names', 'm2.jsonl', 'm0.jsonl', 'm1.jsonl'], {cwd: dir});
      expect(stdout).toBe(names);
    }
  });

  test('reads records whose keys another program has put in another order', async () => {
    const turned = mentions
      .trimEnd()
      .split('\n')
      .map((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse())))
      .join('\n');
    const {stdout} = await calque(['archive', 'names'], {cwd: dir, input: turned});
    expect(stdout).toBe(names);
  });

  test('tells lines that are no mentions', async () => {
    const {code, stderr} = await calque(['archive', 'names'], {cwd: dir, input: `{}\nx\n${mentions}`});
    expect(code).toBe(0);
    expect(stderr).toContain('2 lines left out');
  });
});

describe('calque archive propose', () => {
  test('writes a dictionary that the check accepts, and that then holds', async () => {
    const {stdout, code} = await calque(['archive', 'propose', 'names.jsonl', '--no-config'], {cwd: dir});
    expect(code).toBe(0);
    expect(stdout).toContain('phrase: Temir Zhakypov');
    fs.writeFileSync(path.join(dir, 'proposed.yml'), stdout);
    const checked = await calque(['dictionary', 'check', 'proposed.yml', '--no-config'], {cwd: dir});
    expect(checked).toMatchObject({code: 0, stdout: 'No problem in 1 dictionary\n'});
    fs.writeFileSync(path.join(dir, 'own.json'), '{"dictionaries": ["proposed.yml"]}');
    const again = await calque(['archive', 'propose', 'names.jsonl', '--config', 'own.json'], {cwd: dir});
    expect(again.stdout).not.toContain('phrase:');
  });
});

describe('calque archive check', () => {
  test('tells the articles that deviate, a line each article, and the linter tells the same', async () => {
    const result = await calque(['archive', 'check', 'articles.jsonl', '--names', 'names.jsonl'], {cwd: dir});
    expect(result).toMatchObject({code: 0, stderr: ''});
    const answers = parse<{id: string; findings: {rule: string; text: string}[]}>(result.stdout);
    expect(answers.map(({id}) => id)).toEqual(articles.map(({id}) => id));
    const told = answers
      .filter(({findings}) => findings.length > 0)
      .map(({id, findings}) => [id, findings[0]?.text]);
    expect(told).toEqual(
      articles.flatMap(({id}, i) =>
        i % 8 === 3 ? [[id, 'Temir Zakypov']] : i % 8 === 5 ? [[id, 'Borwesk']] : [],
      ),
    );
    fs.writeFileSync(path.join(dir, 'one.txt'), articles[3]?.text ?? '');
    fs.writeFileSync(
      path.join(dir, 'rules.json'),
      '{"rules": {"names/archive": ["warning", {"archive": "names.jsonl"}]}}',
    );
    const linted = await calque(['one.txt', '--config', 'rules.json', '--format', 'github'], {cwd: dir});
    expect(linted.stdout).toContain('Temir Zhakypov');
  });

  test('says what it lacks', async () => {
    const without = await calque(['archive', 'check', 'articles.jsonl'], {cwd: dir});
    expect(without).toMatchObject({code: 2});
    expect(without.stderr).toContain('--names');
    const wrong = await calque(['archive', 'check', 'articles.jsonl', '--names', 'mentions.jsonl'], {
      cwd: dir,
    });
    expect(wrong).toMatchObject({code: 2});
    expect(wrong.stderr).toMatch(/line 1 is no name/);
  });
});

describe('calque archive stories', () => {
  const [first, second] = [
    'Temir Zhakypov met Dastan Kerimbaev and Aigul Sadykova in Borvesk. They signed for 4,310 tonnes and 27.6 million.',
    'Nurlan Omorov lost to Bekzat Alymkulov in Karatash. Saltanat Ryskeldi won 61 points of 118.',
  ];
  const others = Array.from({length: 26}, (_, i) => {
    const word = String.fromCharCode(97 + i).repeat(2);
    return {
      id: `z${i}`,
      text: `Minister Mar${word}eno Vel${word}osky went to Tor${word}ask with ${100 + 37 * i} others.`,
    };
  });
  const told = [
    {id: 'x1', text: first},
    {id: 'y1', text: second},
    {
      id: 'x2',
      text: `On Monday: ${first.replace('Zhakypov', 'Zakypov').replace('Aigul Sadykova', 'Aygul Sadykova')}`,
    },
    {id: 'y2', text: second.replace('Karatash', 'Karatas')},
    ...others,
  ];

  test('are found by rare names and numbers, however the articles are ordered', async () => {
    const {stdout} = await calque(['archive', 'mentions'], {cwd: dir, input: lines(told)});
    const result = await calque(['archive', 'stories'], {cwd: dir, input: stdout});
    expect(result).toMatchObject({code: 0, stderr: ''});
    const stories = parse<StoryRecord>(result.stdout);
    expect(schemaProblems(stories)).toEqual([]);
    expect(stories.map((story) => story.articles)).toEqual([
      ['x1', 'x2'],
      ['y1', 'y2'],
    ]);
    expect(stories[0]?.shared).toContain('Dastan Kerimbaev');
    const mixed = shuffled(stdout.trimEnd().split('\n'), 5).join('\n');
    expect((await calque(['archive', 'stories'], {cwd: dir, input: mixed})).stdout).toBe(result.stdout);
  });
});

test('every step says what is wrong with its inputs', async () => {
  for (const args of [
    ['mentions', 'nowhere.jsonl'],
    ['names', '.'],
    ['names', '-', '-'],
    ['mentions', 'articles.jsonl', '--to', 'articles.jsonl'],
    ['mentions', '--names', 'x'],
    ['prepare'],
    [],
  ]) {
    const {code, stderr} = await calque(['archive', ...args], {cwd: dir});
    expect([args, code]).toEqual([args, 2]);
    expect(stderr).not.toMatch(/fault in calque/);
  }
});

/** A Zstandard frame with raw blocks: what any decoder reads, without an encoder. RFC 8878, 3.1.1. */
function zstdStored(bytes: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  const out: Uint8Array[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size];
  for (let at = 0; at < bytes.length; at += 100_000) {
    const block = bytes.subarray(at, at + 100_000);
    const isLast = at + 100_000 >= bytes.length;
    const head = (block.length << 3) | Number(isLast);
    out.push(Buffer.from([head & 255, (head >> 8) & 255, (head >> 16) & 255]), block);
  }
  return Buffer.concat(out);
}
