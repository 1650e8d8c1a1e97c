import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/article/article.js';
import {readHtml} from '../../src/article/read-html.js';
import {readMarkdown} from '../../src/article/read-markdown.js';
import {readText} from '../../src/article/read-text.js';
import type {Edit, Finding} from '../../src/engine/finding.js';
import {
  applyEdits,
  type Fixed,
  type Fixing,
  fixToConvergence,
  type Linted,
  withholdHarmful,
} from '../../src/engine/fixer.js';

const edit = (start: number, end: number, text: string): Edit => ({start, end, text});

describe('applyEdits', () => {
  test('changes only what it must', () => {
    expect(applyEdits('abcdef', [[edit(1, 2, 'X')], [edit(4, 5, '')]])).toMatchObject({
      text: 'aXcdf',
      applied: 2,
    });
  });
  test('leaves an overlapping group for the next pass, wholly', () => {
    expect(applyEdits('abcdef', [[edit(0, 3, 'X')], [edit(2, 4, 'Y'), edit(5, 6, 'Z')]])).toMatchObject({
      text: 'Xdef',
      applied: 1,
    });
  });
  test('takes touching edits together', () => {
    expect(applyEdits('abcd', [[edit(0, 2, 'X')], [edit(2, 4, 'Y')]]).text).toBe('XY');
  });
  test('counts an equal edit of two groups once', () => {
    expect(applyEdits('abcd', [[edit(0, 1, 'X')], [edit(0, 1, 'X'), edit(3, 4, 'Y')]])).toMatchObject({
      text: 'XbcY',
      applied: 2,
    });
  });
  test('refuses two insertions at one place', () => {
    expect(applyEdits('ab', [[edit(1, 1, 'X')], [edit(1, 1, 'Y')]]).text).toBe('aXb');
  });

  test('property: what no edit covers stays, in order', () => {
    const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({maxLength: 3})), {maxLength: 8});
    fc.assert(
      fc.property(fc.string({minLength: 46, maxLength: 60}), edits, (text, raw) => {
        const groups = raw.map(([start, length, insert]) => [edit(start, start + length, insert)]);
        const result = applyEdits(text, groups);
        const covered = new Set(
          groups.flat().flatMap((e) => Array.from({length: e.end - e.start}, (_, i) => e.start + i)),
        );
        let at = 0;
        for (let i = 0; i < text.length; i++) {
          if (covered.has(i)) continue;
          at = result.text.indexOf(text[i] as string, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at++;
        }
      }),
    );
  });
});

describe('fixToConvergence', () => {
  const finding = (edits: readonly Edit[], facts: Partial<Finding> = {}): Finding => ({
    rule: 'a/b',
    messageId: 'm',
    message: '',
    severity: 'warning',
    mqm: 'spelling',
    start: edits[0]?.start ?? 0,
    end: edits[0]?.end ?? 0,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    text: '',
    ...(edits.length > 0 ? {fix: {edits}} : {}),
    suggestions: [],
    related: [],
    data: {},
    ...facts,
  });
  const fix = (
    source: string,
    find: (text: string) => Finding[],
    {read = readText, ...more}: Partial<Fixing<Linted>> = {},
  ): Fixed =>
    fixToConvergence(source, {read, lint: (article) => ({findings: find(article.source)}), ...more});
  /** Takes out each match of a pattern. */
  const take = (pattern: RegExp) => (text: string) =>
    [...text.matchAll(pattern)].map((m) => finding([edit(m.index, m.index + m[0].length, '')]));
  /** Halves every pair of spaces, so that four need two passes. */
  const halve = (text: string): Finding[] =>
    [...text.matchAll(/ {2}/g)].map((m) => finding([edit(m.index, m.index + 2, ' ')]));

  test('repeats until no fix is left', () => {
    expect(fix('a    b', halve)).toMatchObject({
      text: 'a b',
      fixed: 3,
      passes: 2,
      converged: true,
      withheld: 0,
    });
  });
  test('stops when fixes undo each other', () => {
    const flip = (text: string): Finding[] => [
      finding([edit(0, 1, text[0] === 'a' ? 'b' : text[0] === 'b' ? 'c' : 'a')]),
    ];
    expect(fix('a', flip).converged).toBe(false);
  });
  test('stops when it never ends', () => {
    expect(fix('a', () => [finding([edit(0, 0, 'x')])])).toMatchObject({converged: false, passes: 32});
  });
  test('applies only what is wanted', () => {
    expect(fix('a  b', halve, {wants: () => false})).toMatchObject({text: 'a  b', fixed: 0});
  });
  test('keeps a byte order mark', () => {
    expect(fix('\uFEFFad\nA text.', take(/^\uFEFF?ad\n/g)).text).toBe('\uFEFFA text.');
    expect(fix('\uFEFF', take(/\uFEFF/g)).text).toBe('\uFEFF');
  });
  test('lints once a pass, and takes what is known already', () => {
    let lints = 0;
    const count = (text: string): Finding[] => {
      lints++;
      return halve(text);
    };
    fix('a    b', count);
    expect(lints).toBe(3);
    lints = 0;
    fixToConvergence(
      'a  b',
      {read: readText, lint: (a) => ({findings: count(a.source)})},
      {
        findings: halve('a  b'),
      },
    );
    expect(lints).toBe(1);
  });

  describe('withholds an edit', () => {
    const invisible = take(/\u200B|\[x\]/g);
    test.each([
      ['a tag', readText, 'a <\u200Bb>c'],
      ['an end tag', readText, 'a <\u200B/b> c'],
      ['a comment', readText, 'a <[x]!-- c'],
      ['a reference', readText, 'a &\u200Bcopy; c'],
      ['a number for a character', readText, 'a &\u200B#60; c'],
      ['a link', readText, '[a]\u200B(b)'],
      ['an address that is a script', readText, 'java\u200Bscript:a'],
      ['a call of template software', readText, 'a {\u200B{ b }}'],
      ['a tag', readHtml, '<p>a <\u200Bscript>b<\u200B/script> c'],
      ['a comment', readHtml, '<p>a <\u200B!-- b --> c'],
      ['a link', readMarkdown, '[a]\u200B(javascript:b)'],
      ['a tag', readMarkdown, 'a <\u200Bimg src=b>'],
      ['a heading', readMarkdown, '\u200B# a'],
      ['an item', readMarkdown, '\u200B- a'],
      ['a quotation', readMarkdown, '\u200B> a'],
      ['a line of code', readMarkdown, '\u200B    a'],
      ['a fence', readMarkdown, 'a\n\n\u200B```\nb  c\n```'],
      ['a heading of the line before', readMarkdown, 'a\n\u200B==='],
      ['a rule', readMarkdown, 'a\n\n-\u200B--'],
      ['code', readMarkdown, 'a `\u200B`b`` c'],
    ] as const)('that would make %s (%o)', (_, read, source) => {
      const {text, fixed, withheld, findings, converged} = fix(source, invisible, {read});
      expect({text, fixed, converged}).toEqual({text: source, fixed: 0, converged: true});
      expect(withheld).toBeGreaterThan(0);
      const [told] = findings.filter((f) => f.data.withheld !== undefined);
      expect(told).not.toHaveProperty('fix');
      expect(told?.suggestions).toHaveLength(1);
      expect(['live', 'markup', 'words']).toContain(told?.data.withheld);
    });
    test('alone, and makes the others', () => {
      const source = '\u200BThe <\u200Bb>tag\u200B and more\u200B.\n\nA &\u200Bamp; too\u200B.';
      const {text, fixed, withheld} = fix(source, invisible);
      expect(text).toBe('The <\u200Bb>tag and more.\n\nA &\u200Bamp; too.');
      expect({fixed, withheld}).toEqual({fixed: 4, withheld: 2});
    });
    test('but not one that takes a paragraph out', () => {
      const source = 'a\n\n[x]\n\n![b](c)\n\n# d';
      expect(fix(source, invisible, {read: readMarkdown}).text).toBe('a\n\n\n\n![b](c)\n\n# d');
    });
    test('that leaves an underline without its heading', () => {
      const {text} = fix('[x]\n===\n\na', invisible, {read: readMarkdown});
      expect(text).toBe('[x]\n===\n\na');
    });
    test('that takes the space from what is no prose', () => {
      const spaces = take(/ (?=!|,)/g);
      expect(fix('a ![b](c) , d', spaces, {read: readMarkdown}).text).toBe('a ![b](c) , d');
    });
    test('that is one of many, within few tries', () => {
      const words = Array.from({length: 500}, (_, i) => (i === 317 ? '<\u200Ba> b' : `w${i}\u200B`));
      let reads = 0;
      const {text, withheld} = fix(words.join(' '), invisible, {
        read: (source) => {
          reads++;
          return readMarkdown(source);
        },
      });
      expect(text).toBe(words.map((w) => (w.startsWith('<') ? w : w.replace('\u200B', ''))).join(' '));
      expect(withheld).toBe(1);
      expect(reads).toBeLessThan(40);
    });
  });

  describe('proves that nothing new is found', () => {
    const find =
      (...more: ((text: string) => Finding[])[]) =>
      (text: string) =>
        more.flatMap((one) => one(text));
    const tell =
      (pattern: RegExp, rule: `${string}/${string}` = 'c/d') =>
      (text: string) =>
        [...text.matchAll(pattern)].map((m) =>
          finding([], {rule, start: m.index, end: m.index + m[0].length, text: m[0]}),
        );

    test('withholds the edit nearest to what is', () => {
      const {text, fixed, findings} = fix('a  b, x  z, c  d', find(halve, tell(/x z/g)));
      expect(text).toBe('a b, x  z, c d');
      expect(fixed).toBe(2);
      expect(findings).toHaveLength(1);
      expect(findings[0]?.data.withheld).toBe('finding');
      expect(findings[0]?.suggestions[0]?.message).toContain('c/d');
    });
    test('looks for the edit where the nearest is innocent', () => {
      const far = (text: string): Finding[] =>
        text.startsWith('a b') ? [finding([], {rule: 'c/d', start: text.length, end: text.length})] : [];
      expect(fix('a  b, c  d, e  f, g', find(halve, far)).text).toBe('a  b, c d, e f, g');
    });
    test('lets what was there before be', () => {
      expect(fix('a  b y, y  b', find(halve, tell(/y/g)))).toMatchObject({text: 'a b y, y b', withheld: 0});
    });
    test('lets what a rule tells of another place of the same text be', () => {
      const first = (text: string): Finding[] => tell(/y/g)(text).slice(0, 1);
      const drop = (text: string): Finding[] =>
        [...text.matchAll(/^y\n/g)].map((m) => finding([edit(m.index, m.index + 2, '')]));
      expect(fix('y\na\ny', find(drop, first)).text).toBe('a\ny');
    });
    test('lets what was hidden before be', () => {
      const lint = ({source}: Article): Linted => {
        const hidden = tell(/b/g)(source);
        const spaces = halve(source);
        return spaces.length > 0 ? {findings: spaces, suppressed: hidden} : {findings: hidden};
      };
      expect(fixToConvergence('a  b', {read: readText, lint}).text).toBe('a b');
    });
    test('lets a fix follow that mends what the first one brought about', () => {
      const chain = (text: string): Finding[] =>
        [...text.matchAll(/x z/g)].map((m) => finding([edit(m.index, m.index + 3, 'q')], {rule: 'c/d'}));
      expect(fix('a  b, x  z', find(halve, chain))).toMatchObject({text: 'a b, q', fixed: 3, withheld: 0});
    });
    test('but not when that one is withheld', () => {
      const chain = (text: string): Finding[] =>
        [...text.matchAll(/x z/g)].map((m) => finding([edit(m.index, m.index + 3, '<b')], {rule: 'c/d'}));
      expect(fix('a  b, x  z', find(halve, chain))).toMatchObject({text: 'a b, x  z', fixed: 1, withheld: 1});
    });
  });
});

test('withholdHarmful says beforehand what --fix will not do', () => {
  const source = '<\u200Bb> c\u200Bd';
  const lint = ({source: text}: Article): Linted => ({
    findings: [...text.matchAll(/\u200B/g)].map(({index}) => ({
      ...(makeFinding(index, index + 1) as Finding),
      fix: {edits: [edit(index, index + 1, '')]},
    })),
  });
  const found = withholdHarmful(source, {read: readText, lint}, lint(readText(source)).findings);
  expect(found.map((f) => [f.fix !== undefined, f.suggestions.length])).toEqual([
    [false, 1],
    [true, 0],
  ]);
});

function makeFinding(start: number, end: number): Partial<Finding> {
  return {rule: 'a/b', messageId: 'm', text: '', start, end, suggestions: [], related: [], data: {}};
}
