import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Edit, Finding} from '../../src/engine/finding.js';
import {alsoSaid, oneVoice, type Speaker} from '../../src/engine/voice/one-voice.js';
import {linterFor, readAs} from '../support/lint.js';

const source = 'The mayor of Torvik and the mayor of Torwik met.\n\nRead more about Torvik\n';

interface Said {
  readonly rule?: string;
  readonly at: string;
  readonly write?: string;
  readonly fix?: boolean;
  readonly severity?: Finding['severity'];
  readonly mqm?: Finding['mqm'];
  readonly data?: Finding['data'];
  readonly more?: readonly Edit[];
}

function finding({
  rule = 'a/pattern',
  at,
  write,
  fix,
  severity = 'warning',
  mqm = 'spelling',
  ...rest
}: Said): Finding {
  const start = source.indexOf(at);
  const end = start + at.length;
  const edits = write === undefined ? undefined : [{start, end, text: write}];
  return {
    rule,
    messageId: 'm',
    message: `${rule} on ${at}`,
    severity,
    mqm,
    start,
    end,
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
    text: at,
    ...(edits && fix ? {fix: {edits}} : {}),
    suggestions: [
      ...(edits && !fix ? [{message: `Write “${write}”`, edits}] : []),
      ...(rest.more ? [{message: 'more', edits: rest.more}] : []),
    ],
    related: [],
    data: rest.data ?? {},
  };
}

const speakers: Record<string, Speaker> = {
  'a/article': {basis: 'article'},
  'a/foreign': {passage: 'foreign'},
  'a/gone': {passage: 'gone'},
};
const told = (...said: Said[]): readonly Finding[] =>
  oneVoice(said.map(finding), source, (rule) => speakers[rule]).told;
const rules = (findings: readonly Finding[]): string[] => findings.map(({rule}) => rule);

describe('findings that contradict each other', () => {
  test('are one, with both reasons and the suggestions that fit', () => {
    const [one, ...others] = told(
      {at: 'Torwik', write: 'Torwick'},
      {
        rule: 'a/article',
        at: 'Torwik',
        write: 'Torvik',
        data: {forms: ['Torvik', 'Torwik'], counts: [2, 1]},
      },
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      rule: 'a/article',
      suggestions: [{message: 'Write “Torvik”'}],
      related: [{message: 'a/pattern: a/pattern on Torwik', start: source.indexOf('Torwik')}],
      data: {forms: ['Torvik', 'Torwik'], also: [{rule: 'a/pattern', message: 'a/pattern on Torwik'}]},
    });
    expect(alsoSaid(one as Finding)).toHaveLength(1);
  });

  test.each<[string, Said, Said]>([
    [
      'the house before what is bundled',
      {at: 'Torwik', write: 'x', severity: 'info', data: {dictionary: 'house'}},
      {rule: 'b/b', at: 'Torwik', write: 'y', severity: 'error', data: {dictionary: 'bundled'}},
    ],
    [
      'what is bundled before the article',
      {at: 'Torwik', write: 'x', data: {dictionary: 'bundled'}},
      {rule: 'a/article', at: 'Torwik', write: 'y', severity: 'error'},
    ],
    [
      'the article before a pattern',
      {rule: 'a/article', at: 'Torwik', write: 'x', severity: 'info'},
      {at: 'Torwik', write: 'y', severity: 'error'},
    ],
    [
      'an error before a warning',
      {at: 'Torwik', write: 'x', severity: 'error'},
      {rule: 'a/a', at: 'Torwik', write: 'y', fix: true},
    ],
    [
      'a fix before a suggestion',
      {at: 'Torwik', write: 'x', fix: true},
      {rule: 'a/a', at: 'Torwik', write: 'y'},
    ],
  ])('%s', (_, winner, loser) => {
    for (const findings of [told(winner, loser), told(loser, winner)]) {
      expect(findings).toHaveLength(1);
      expect(findings[0]?.rule).toBe(winner.rule ?? 'a/pattern');
    }
  });

  test('keep the spellings of a name that the weaker one knows', () => {
    const [one] = told(
      {at: 'Torwik', write: 'Torvik', data: {dictionary: 'house', entry: 'd.yml:1'}},
      {rule: 'a/article', at: 'Torwik', write: 'Torvik', data: {forms: ['Torwik', 'Torvik'], kind: 'place'}},
    );
    expect(one?.data).toMatchObject({dictionary: 'house', forms: ['Torwik', 'Torvik'], kind: 'place'});
  });

  test('changes of other words are none', () => {
    expect(
      rules(
        told(
          {at: 'mayor of Torvik', write: 'head of Torvik'},
          {rule: 'a/article', at: 'Torvik', write: 'Torwik'},
        ),
      ),
    ).toEqual(expect.arrayContaining(['a/pattern', 'a/article']));
  });

  test('two that change one word are one, whatever letters of it', () => {
    expect(
      told({at: 'Torvik and', write: 'Tarvik and'}, {rule: 'a/b', at: 'Torvik', write: 'Torvek'}),
    ).toHaveLength(1);
  });

  test('of one rule at one place are kept where neither proposes a thing', () => {
    expect(told({at: 'Torvik'}, {at: 'Torvik'})).toHaveLength(2);
    expect(told({at: 'Torvik'}, {rule: 'a/b', at: 'Torvik'})).toHaveLength(1);
  });
});

describe('a passage that is to go', () => {
  test('silences what lies in it, whatever its own gravity, but no error', () => {
    const block = {rule: 'r/r', at: 'Read more about Torvik', write: '', severity: 'info'} as const;
    expect(rules(told(block, {at: 'more', write: 'less'}, {at: 'about Torvik', write: ''}))).toEqual(['r/r']);
    expect(rules(told(block, {at: 'more', write: 'less', severity: 'error'})).sort()).toEqual([
      'a/pattern',
      'r/r',
    ]);
  });

  test('by its meta, or in another language', () => {
    expect(rules(told({rule: 'a/gone', at: 'Read more about Torvik'}, {at: 'more', write: ''}))).toEqual([
      'a/gone',
    ]);
    const foreign = {rule: 'a/foreign', at: 'Read more about Torvik', severity: 'info'} as const;
    expect(
      rules(
        told(
          foreign,
          {at: 'more', write: 'less'},
          {rule: 'r/encoding', at: 'about', write: 'x', mqm: 'character-encoding'},
        ),
      ).sort(),
    ).toEqual(['a/foreign', 'r/encoding']);
  });

  test('beside another that is to go stays beside it', () => {
    const gap = source.indexOf('\n\nRead');
    const before = {...finding({at: 'met.', write: ''}), rule: 'b/b'};
    const wide = {
      ...before,
      suggestions: [{message: 'delete', edits: [{start: before.start, end: gap + 2, text: ''}]}],
    };
    const after = finding({at: 'Read more about Torvik', write: ''});
    const wider = {
      ...after,
      suggestions: [{message: 'delete', edits: [{start: gap, end: after.end, text: ''}]}],
    };
    expect(oneVoice([wide, wider], source, () => undefined).told).toHaveLength(2);
  });
});

test('where a directive disables the stronger finding, the weaker is heard', async () => {
  const linter = linterFor({sourceLanguage: 'uk'});
  const text = 'Talks were held in Kiev on Monday. The mayor of Kyiv smiled, and Kyiv smiled.\n';
  const all = linter.lint(await readAs('text', text));
  expect(all.findings.filter((f) => f.text === 'Kiev').map((f) => f.rule)).toEqual(['names/house-style']);
  const disabled = linter.lint(await readAs('text', `<!-- calque-disable names/house-style -->\n\n${text}`));
  expect(disabled.findings.filter((f) => f.text === 'Kiev').map((f) => f.rule)).toEqual([
    'names/inconsistent-spelling',
  ]);
});

const said = fc.record({
  rule: fc.constantFrom('a/pattern', 'a/article', 'a/foreign', 'a/gone', 'b/b', 'c/c'),
  start: fc.nat(60),
  length: fc.nat(12),
  write: fc.option(fc.constantFrom('', ' ', 'x', 'Torvik', 'the the'), {nil: undefined}),
  fix: fc.boolean(),
  severity: fc.constantFrom('error', 'warning', 'info'),
  data: fc.constantFrom({}, {dictionary: 'house'}, {dictionary: 'bundled'}),
});

test('no two that are told change overlapping words in two ways, and the order they come in does not matter', () => {
  fc.assert(
    fc.property(fc.array(said, {maxLength: 12}), (list) => {
      const findings = list.map(({start, length, ...rest}) => {
        const at = source.slice(start, start + length);
        const made = finding({...rest, at: 'The'} as Said);
        const end = start + at.length;
        const move = (edits: readonly Edit[]): Edit[] => edits.map(({text}) => ({start, end, text}));
        return {
          ...made,
          start,
          end,
          text: at,
          ...(made.fix ? {fix: {edits: move(made.fix.edits)}} : {}),
          suggestions: made.suggestions.map((s) => ({...s, edits: move(s.edits)})),
        };
      });
      const speakerOf = (rule: string): Speaker | undefined => speakers[rule];
      const {told: one, silenced} = oneVoice(findings, source, speakerOf);
      expect(one.length + silenced.length).toBe(findings.length);
      const proposals = one.flatMap((f) => {
        const edits = f.fix?.edits ?? f.suggestions[0]?.edits;
        return edits ? [{f, edit: edits[0] as Edit}] : [];
      });
      for (const a of proposals)
        for (const b of proposals) {
          if (a === b || a.edit.text === b.edit.text) continue;
          const same = a.edit.start === b.edit.start && a.edit.end === b.edit.end;
          expect(
            same && a.edit.start < a.edit.end && source.slice(a.edit.start, a.edit.end).trim() !== '',
          ).toBe(false);
        }
      const key = (f: Finding): string =>
        `${f.rule} ${f.start} ${f.end} ${f.severity} ${JSON.stringify(f.fix ?? f.suggestions[0] ?? '')}`;
      expect(
        oneVoice([...findings].reverse(), source, speakerOf)
          .told.map(key)
          .sort(),
      ).toEqual(one.map(key).sort());
      for (const f of findings.filter(({severity}) => severity === 'error'))
        expect(one.some((o) => o.start <= f.end && o.end >= f.start)).toBe(true);
    }),
    {
      numRuns: 1000,
      examples: [
        [
          [
            {rule: 'a/foreign', start: 51, length: 9, write: ' ', fix: false, severity: 'error', data: {}},
            {rule: 'a/pattern', start: 43, length: 9, write: '', fix: false, severity: 'error', data: {}},
            {rule: 'a/foreign', start: 51, length: 9, write: '', fix: false, severity: 'error', data: {}},
          ],
        ],
        [
          [
            {
              rule: 'b/b',
              start: 32,
              length: 2,
              write: '',
              fix: true,
              severity: 'info',
              data: {dictionary: 'bundled'},
            },
            {
              rule: 'b/b',
              start: 32,
              length: 2,
              write: 'x',
              fix: true,
              severity: 'info',
              data: {dictionary: 'bundled'},
            },
          ],
        ],
      ],
    },
  );
});
