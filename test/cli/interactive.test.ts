import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {EditSet} from '../../src/cli/interactive/edit-set.js';
import {helpOf, screenOf} from '../../src/cli/interactive/screen.js';
import {Walk, type WalkFile} from '../../src/cli/interactive/walk.js';
import type {Edit, Finding} from '../../src/engine/finding.js';
import {applyEdits} from '../../src/engine/fixer.js';
import {calque, folder} from '../support/cli.js';
import {atTerminal, hasTerminal} from '../support/terminal.js';

interface Said {
  readonly rule?: string;
  readonly at: string;
  readonly nth?: number;
  readonly fix?: string;
  readonly suggest?: readonly string[];
  readonly forms?: readonly string[];
  readonly edits?: readonly Edit[];
}

function finding(
  source: string,
  {rule = 'a/b', at, nth = 0, fix, suggest = [], forms, edits}: Said,
): Finding {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = source.indexOf(at, start + 1);
  const end = start + at.length;
  return {
    rule,
    messageId: 'm',
    message: `${at} is wrong`,
    severity: 'warning',
    mqm: 'mistranslation',
    start,
    end,
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
    text: at,
    ...(fix === undefined ? {} : {fix: {edits: [{start, end, text: fix}]}}),
    suggestions: [
      ...suggest.map((text) => ({message: `Write ${text}`, edits: [{start, end, text}]})),
      ...(edits ? [{message: 'All', edits}] : []),
    ],
    related: [],
    data: forms ? {forms} : {},
  };
}

function file(name: string, source: string, said: readonly Said[]): WalkFile {
  return {path: name, source, findings: said.map((one) => finding(source, one))};
}

/** The texts after the keys. */
function texts(walk: Walk, files: readonly WalkFile[], keys: string): string[] {
  for (const key of keys.split(' ')) walk.press(key);
  return files.map((one) => applyEdits(one.source, walk.accepted.get(one) ?? []).text);
}

describe('a walk through findings', () => {
  const one = file('a.txt', 'red green blue red', [
    {at: 'red', suggest: ['RED', 'crimson']},
    {at: 'green', rule: 'c/d', fix: 'GREEN'},
    {at: 'blue'},
    {at: 'red', nth: 1, suggest: ['RED', 'crimson']},
  ]);
  const two = file('b.txt', 'red', [{at: 'red', suggest: ['Red']}]);
  const files = [one, two];

  test('asks only where something can be done', () => {
    const walk = new Walk(files);
    expect(walk.questions.map(({finding: {text}}) => text)).toEqual(['red', 'green', 'red', 'red']);
    expect(new Walk([file('c.txt', 'x', [{at: 'x'}])]).current).toBeUndefined();
  });

  test.each([
    ['1', 'RED green blue red', 'red'],
    ['2', 'crimson green blue red', 'red'],
    ['3', 'red green blue red', 'red'],
    ['s 1', 'red GREEN blue red', 'red'],
    ['a', 'RED green blue red', 'red'],
    ['a s', 'RED green blue RED', 'Red'],
    ['x 1', 'red GREEN blue red', 'red'],
    ['s s s 1', 'red green blue red', 'Red'],
    ['1 u 2', 'crimson green blue red', 'red'],
    ['a u s 1 2', 'red GREEN blue crimson', 'red'],
    ['1 q 1 1', 'RED green blue red', 'red'],
    ['d z ? u 1', 'RED green blue red', 'red'],
  ])('%s', (keys, first, second) => {
    expect(texts(new Walk(files), files, keys)).toEqual([first, second]);
  });

  test('ends after the last question, and can be quit before', () => {
    const walk = new Walk(files);
    texts(walk, files, '1 1 1 1');
    expect(walk.current).toBeUndefined();
    const other = new Walk(files);
    other.press('q');
    expect(other.current).toBeUndefined();
  });

  test('what a taken change covers is not asked again', () => {
    const source = 'Ann met Anne; Anne left';
    const edits = [0, 1].map((nth) => {
      const {start, end} = finding(source, {at: 'Anne', nth});
      return {start, end, text: 'Ann'};
    });
    const said = [0, 1].map((nth) => ({at: 'Anne', nth, suggest: ['Ann'], edits}));
    const names = [file('n.txt', source, said)];
    const walk = new Walk(names);
    expect(texts(walk, names, '2')).toEqual(['Ann met Ann; Ann left']);
    expect(walk.current).toBeUndefined();
  });

  test('a choice that clashes with one taken before is not offered', () => {
    const source = 'one two three';
    const clashing = [
      file('n.txt', source, [
        {at: 'one two', suggest: ['x']},
        {at: 'three', suggest: ['y'], edits: [{start: 4, end: 13, text: 'z'}]},
      ]),
    ];
    const walk = new Walk(clashing);
    walk.press('1');
    expect(walk.current?.choices.map(({message}) => message)).toEqual(['Write y']);
  });

  test('the dictionary gets the spelling that is chosen, and every finding of the name follows it', () => {
    const forms = ['Zhaparov', 'Zaparov'];
    const names = [
      file('n.txt', 'Zaparov Ivanof Zaparov', [
        {at: 'Zaparov', suggest: ['Zhaparov'], forms},
        {at: 'Ivanof', suggest: ['Ivanov'], forms: ['Ivanof', 'Ivanov']},
        {at: 'Zaparov', nth: 1, suggest: ['Zhaparov'], forms},
      ]),
      file('m.txt', 'Zaparov', [{at: 'Zaparov', suggest: ['Zhaparov'], forms}]),
    ];
    const walk = new Walk(names);
    walk.press('d');
    expect(walk.phase).toBe('spelling');
    walk.press('escape');
    expect(walk.phase).toBe('question');
    expect(texts(walk, names, 'd 1 s')).toEqual(['Zhaparov Ivanof Zhaparov', 'Zhaparov']);
    expect(walk.names).toEqual([{phrase: 'Zhaparov', variants: ['Zaparov']}]);
    const undone = new Walk(names);
    expect(texts(undone, names, 'd 1 u x s')).toEqual(['Zaparov Ivanof Zaparov', 'Zaparov']);
    expect(undone.names).toEqual([]);
  });

  test('names that are two people are put down as such, and asked about no more', () => {
    const forms = ['Zhaparov', 'Zaparov'];
    const said = {at: 'Zaparov', suggest: ['Zhaparov'], forms};
    const source = 'Zaparov saw Zaparov';
    const names = [file('n.txt', source, [said, {...said, nth: 1}, {at: 'saw', suggest: ['sees']}])];
    const walk = new Walk(names);
    walk.press('d');
    expect(screenOf(walk, false, 120)).toContain('[t] two different names, each right');
    expect(texts(walk, names, 't 1')).toEqual(['Zaparov sees Zaparov']);
    expect(walk.names).toEqual([
      {phrase: 'Zhaparov', variants: []},
      {phrase: 'Zaparov', variants: []},
    ]);
    const undone = new Walk(names);
    expect(texts(undone, names, 'd t u 1')).toEqual(['Zhaparov saw Zaparov']);
    expect(undone.names).toEqual([]);
    // One spelling alone is no two names.
    const one = new Walk([file('n.txt', source, [{...said, forms: ['Zaparov']}])]);
    one.press('d');
    expect(screenOf(one, false, 80)).not.toContain('[t]');
    one.press('t');
    expect([one.phase, one.names]).toEqual(['spelling', []]);
  });

  test('the screen shows each change as it reads before and after, in the text as it is by then', () => {
    const source = 'He said ,well , that the the mayor left.';
    const said = [
      {at: ' ,', fix: ', '},
      {at: ' , ', fix: ', '},
      {at: 'the the', fix: 'the', suggest: ['that the']},
    ];
    const walk = new Walk([file('a.txt', source, said)]);
    expect(screenOf(walk, false, 80)).toContain('│ He said ,well , that the the mayor left.');
    expect(screenOf(walk, false, 80)).toContain('   1  said␣,well → said,␣well  (safe)');
    walk.press('1');
    expect(screenOf(walk, false, 80)).toContain(
      '│ He said, well , that the the mayor left.\n      │              ^~~\n',
    );
    walk.press('1');
    const last = screenOf(walk, false, 80);
    expect(last).toContain(
      '│ He said, well, that the the mayor left.\n      │                     ^~~~~~~\n',
    );
    expect(last).toContain('   1  the the → the  (safe)\n   2  Write that the  the the → that the\n');
    walk.press('u');
    expect(screenOf(walk, false, 80)).toContain('│ He said, well , that');
  });

  test('says of a key whether it means something, and what each does', () => {
    const walk = new Walk([file('a.txt', 'red', [{at: 'red', suggest: ['RED'], forms: ['red', 'RED']}])]);
    expect(['k', '?', 'u', '7', 'escape', 't'].map((key) => walk.press(key))).toEqual(Array(6).fill(false));
    expect(helpOf(walk)).toMatch(/^ {2}1-9 .*\n(?: {2}\S+ +\S.*\n)+$/);
    expect(walk.press('d')).toBe(true);
    expect(helpOf(walk)).toContain('names of their own');
    expect(walk.press('k')).toBe(false);
  });

  test('the screen breaks at words', () => {
    const long = 'many words that do not fit into a narrow terminal at all';
    const walk = new Walk([file('a.txt', `${long} red`, [{at: long, suggest: [long.toUpperCase()]}])]);
    const lines = screenOf(walk, false, 50).split('\n');
    expect(lines.filter((line) => line.length > 50)).toEqual([]);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(`${long} is wrong a/b`);
  });

  test('the screen shows the place and the choices, and lets no text control the terminal', () => {
    const hostile = file('\u001b[2J.txt', 'a \u001b[31mred\u0007 b', [
      {at: 'red', suggest: ['\u001b]0;x\u0007'], forms: ['\u001b[1m']},
    ]);
    const walk = new Walk([hostile]);
    for (const key of ['', 'd']) {
      walk.press(key);
      const text = screenOf(walk, false, 80);
      expect(text).toContain('1 of 1');
      expect(text).toContain('^~~');
      expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
  });
});

test('a set of edits takes what applyEdits can apply', () => {
  const edit = fc
    .tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', 'yy'))
    .map(([start, length, text]) => ({start, end: start + length, text}));
  fc.assert(
    fc.property(fc.array(edit, {maxLength: 12}), (edits) => {
      const set = new EditSet();
      const taken: Edit[][] = [];
      for (const one of edits) {
        if (!set.fits([one])) continue;
        set.add([one]);
        taken.push([one]);
      }
      const {applied} = applyEdits('0123456789abcdefghijklmnop', taken);
      expect(applied).toBe(taken.length);
      for (const one of edits) {
        const touched = taken.some(([t]) => t !== undefined && t.start < one.end && t.end > one.start);
        expect(set.touches(one.start, one.end)).toBe(touched);
      }
    }),
  );
});

describe('on the command line', () => {
  const text =
    'Mayor Askar Zhaparov met voters on Monday. Zhaparov left early.\n\n[ad_1]\n\nThe   council met again. Mayor Askar Zaparov said so.\n';

  test('without a terminal it says so', async () => {
    const result = await calque(['.', '--interactive'], {cwd: folder({'a.txt': text})});
    expect(result.stderr).toBe(
      'calque: --interactive asks questions, so it needs a terminal for standard input and output\n',
    );
    expect(result.code).toBe(2);
  });

  test('with --fix it is refused', async () => {
    const result = await calque(['.', '--interactive', '--fix'], {cwd: folder({'a.txt': text})});
    expect(result.stderr).toBe('calque: --interactive and --fix exclude each other\n');
    expect(result.code).toBe(2);
  });

  test.runIf(hasTerminal)('at a terminal: take a fix, put a name into the dictionary, stop', async () => {
    const cwd = folder({'a.txt': text});
    const before = await terminal(cwd, ['1', '\u0003']);
    expect(before.output).toContain('stopped; nothing was changed');
    expect(before.code).toBe(130);
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(text);

    const done = await terminal(cwd, ['1', 's', 'd', '1']);
    expect(done.output).toContain('one file changed');
    expect(done.output).toContain('one name added to calque-names.yml, which .calquerc.yaml names now');
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(
      text.replace('[ad_1]\n\n', '').replace('Zaparov', 'Zhaparov'),
    );
    expect(fs.readFileSync(path.join(cwd, 'calque-names.yml'), 'utf8')).toContain('phrase: Zhaparov');
    // What was skipped is told.
    expect(done.output).toMatch(/1 finding: .*1 warning/);
    expect(done.code).toBe(0);
  });

  test.runIf(hasTerminal)('at a terminal: two people of like names', async () => {
    const cwd = folder({'a.txt': text});
    const done = await terminal(cwd, ['s', 's', 'd', 't']);
    expect(done.output).toContain('2 names added to calque-names.yml, which .calquerc.yaml names now');
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(text);
    expect(fs.readFileSync(path.join(cwd, 'calque-names.yml'), 'utf8')).toMatch(
      /- phrase: Zhaparov\n {4}type: person\n {2}- phrase: Zaparov\n {4}type: person\n$/,
    );
    expect((await calque(['.'], {cwd})).stdout).not.toContain('names/');
  });
});

const terminal = (cwd: string, keys: readonly string[]) =>
  atTerminal(['--interactive', '--no-color', '.'], cwd, /\[q\]uit |\[Esc\]\s+back /, keys);
