import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';

describe('help', () => {
  test.each([
    'stream',
    'names',
    'rules',
    'explain',
    'trace',
    'dictionary',
    'init',
    'doctor',
    'completion',
    'lsp',
  ])('of %s', async (name) => {
    const result = await calque([name, '--help']);
    expect(result.stdout).toMatch(new RegExp(`^Usage: calque ${name}`));
    expect(result).toMatchObject({code: 0, stderr: ''});
  });

  test('is given for the word too, unless a file is called so', async () => {
    const cwd = folder();
    expect((await calque(['help'], {cwd})).stdout).toBe((await calque(['--help'], {cwd})).stdout);
    expect((await calque(['help', 'names'], {cwd})).stdout).toBe(
      (await calque(['names', '--help'], {cwd})).stdout,
    );
    expect(await calque(['help', 'nams'], {cwd})).toMatchObject({
      code: 2,
      stderr: 'calque: there is no command nams (did you mean “names”?); `calque help` lists them\n',
    });
    expect((await calque(['help'], {cwd: folder({help: 'Fine.\n'})})).stdout).toContain(
      'No findings in 1 file',
    );
    expect((await calque(['doctr'], {cwd})).stderr).toBe(
      'calque: doctr: no such file or folder (did you mean “doctor”?)\n',
    );
  });

  test('of calque itself names every command', async () => {
    const {stdout} = await calque(['--help']);
    for (const name of [
      'stream',
      'names',
      'rules',
      'explain',
      'trace',
      'dictionary',
      'init',
      'doctor',
      'completion',
      'lsp',
    ])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});

describe('names', () => {
  const text =
    'Gulnara Bekturova spoke in the town on Monday. Ms Bekturova said no.\n\nGulnara Bekturowa, the head of the office, would not comment. Bekturova left.\n';

  test('shows names, spellings, counts and lines', async () => {
    const result = await calque(['names', 'a.txt'], {cwd: folder({'a.txt': text})});
    expect(result).toMatchObject({code: 0, stderr: ''});
    expect(result.stdout).toMatch(/^NAME +KIND +SPELLINGS AND LINES\n/);
    expect(result.stdout).toMatch(/Gulnara Bekturova +person/);
    expect(result.stdout).toMatch(/! Bekturova ×3 \(1, 3\) \/ Bekturowa ×1 \(3\)/);
  });

  test('as JSON, and as entries that a dictionary can hold', async () => {
    const cwd = folder({'a.txt': text, 'b.txt': 'Fine.\n'});
    const json = JSON.parse((await calque(['names', '.', '--json'], {cwd})).stdout) as {
      path: string;
      names: {variants: {forms: {text: string}[]}[]}[];
    }[];
    expect(json.map((file) => file.path)).toEqual(['a.txt', 'b.txt']);
    expect(
      json[0]?.names.flatMap(({variants}) => variants.map(({forms}) => forms.map((form) => form.text))),
    ).toContainEqual(['Bekturova', 'Bekturowa']);
    fs.writeFileSync(
      path.join(cwd, 'house.yml'),
      (await calque(['names', 'a.txt', '--propose'], {cwd})).stdout,
    );
    expect(await calque(['dictionary', 'check', 'house.yml'], {cwd})).toMatchObject({
      code: 0,
      stdout: 'No problem in 1 dictionary\n',
    });
    fs.writeFileSync(path.join(cwd, '.calquerc'), 'dictionaries: [house.yml]\n');
    expect((await calque(['a.txt', '--format', 'json'], {cwd})).stdout).toContain('Bekturowa');
    // What the dictionary has is not proposed again.
    expect((await calque(['names', 'a.txt', '--propose'], {cwd})).stdout).toMatch(/\nentries: \[\]\n$/);
  });

  test('compare tells one number for each pair', async () => {
    expect(Number((await calque(['names', 'compare', 'Zhaparov', 'Žaparov'])).stdout)).toBeGreaterThan(0.5);
    const lines = (
      await calque(['names', 'compare', '--tsv'], {input: 'Zhaparov\tŽaparov\nZhaparov\tMiller\n'})
    ).stdout
      .trim()
      .split('\n')
      .map(Number);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBeGreaterThan(lines[1] as number);
    expect((await calque(['names', 'compare', 'x'])).code).toBe(2);
    const mixed = await calque(['names', 'compare', '--tsv'], {input: 'Ann\tAnn\nno tab\nAnn\tAnn\n'});
    expect(mixed).toMatchObject({
      stdout: '1\n\n1\n',
      stderr: 'calque: line 2: it must hold two spellings with a tab between them, but is: no tab\n',
      code: 1,
    });
    expect(await calque(['names', 'x.txt', '--propose', '--json'])).toMatchObject({code: 2, stdout: ''});
  });
});

describe('rules, explain and trace', () => {
  test('rules follow the configuration', async () => {
    const cwd = folder({'.calquerc': 'rules: {residue/ad-marker: info}\n'});
    expect((await calque(['rules'], {cwd})).stdout).toMatch(/^residue\/ad-marker +info +fix /m);
    expect(JSON.parse((await calque(['rules', '--json'], {cwd})).stdout)).toContainEqual(
      expect.objectContaining({id: 'residue/ad-marker', severity: 'info', default: 'error'}),
    );
  });

  test('rules of another language, with what calque lacks there', async () => {
    const {stdout} = await calque(['rules', '--language', 'de'], {cwd: folder({})});
    expect(stdout).toMatch(/^fluency\/a-an +not de /m);
    expect(stdout).toMatch(/^punctuation\/straight-quotes +warning /m);
    expect(stdout).toMatch(/^\d+ of \d+ rules judge German$/m);
  });

  test('a run in another language says how many rules judge it, and an unknown tag is told', async () => {
    const cwd = folder({'a.txt': 'Hola.\n'});
    const known = await calque(['--language', 'es', 'a.txt'], {cwd});
    expect(known.stderr).toMatch(/^calque: \d+ of \d+ rules judge Spanish\. /m);
    const lacking = await calque(['--language', 'ka', 'a.txt'], {cwd});
    expect(lacking.stderr).toMatch(/judge Georgian; calque does not know its words/);
    const unknown = await calque(['--language', 'xx', 'a.txt'], {cwd});
    expect(unknown.stderr).toMatch(/no language that calque knows has the tag “xx”/);
    expect((await calque(['a.txt'], {cwd})).stderr).toBe('');
    expect((await calque(['--quiet', '--language', 'xx', 'a.txt'], {cwd})).stderr).toBe('');
  });

  test('every rule is explained by its page', async () => {
    const {stdout} = await calque(['explain', 'residue/ad-marker']);
    expect(stdout).toMatch(/^# residue\/ad-marker\n/);
    expect(stdout).not.toContain('<!--');
    expect((await calque(['explain', 'residue/ad-markers'])).stderr).toBe(
      'calque: there is no rule “residue/ad-markers” (did you mean “residue/ad-marker”?); `calque rules` lists them\n',
    );
    expect((await calque(['explain', '../../package'])).code).toBe(2);
  });

  test('trace names the entry, its place and the rule', async () => {
    const cwd = folder({
      '.calquerc': 'dictionaries: [words.yml]\n',
      'words.yml': 'kind: term\nentries:\n  - phrase: council of deputies\n    replace: city council\n',
    });
    const {stdout} = await calque(['trace', 'council', 'of', 'deputies'], {cwd});
    expect(stdout).toContain('“council of deputies”  words.yml:3');
    expect(stdout).toContain('write “city council”');
    expect((await calque(['trace', 'qwzx'], {cwd})).stdout).toBe('No dictionary has an entry for “qwzx”\n');
  });
});

describe('dictionary check', () => {
  test('finds contradictions, repetitions and entries that are never found', async () => {
    const cwd = folder({
      'a.yml': `kind: term
entries:
  - phrase: one thing
    replace: a
  - phrase: One  thing
    replace: b
  - phrase: other thing
    variants: [third thing]
  - phrase: third thing
    variants: [fourth thing]
  - phrase: same
    replace: x
  - phrase: same
    replace: x
  - phrase: never
    except: [never]
`,
    });
    const result = await calque(['dictionary', 'check', 'a.yml'], {cwd});
    expect(result.stderr).toBe(`\
a.yml:5:1: “One  thing” is written “one thing” by the entry at a.yml:3: capitals alone differ
a.yml:9:1: “third thing” is to be kept by one entry and replaced by the other (a.yml:7)
a.yml:13:1: “same” repeats the entry at a.yml:11
a.yml:15:1: “never”: its exception “never” is the phrase itself, so it is never found
calque: 4 mistakes in the dictionaries
`);
    expect(result.code).toBe(2);
  });

  test('a missing file, none named', async () => {
    expect((await calque(['dictionary', 'check', 'x.yml'], {cwd: folder()})).stderr).toBe(
      'calque: x.yml: no such file or folder\n',
    );
    expect((await calque(['dictionary', 'check'], {cwd: folder()})).code).toBe(2);
  });
});
