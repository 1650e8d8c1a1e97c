import type {Finding} from '../../src/engine/finding.js';
import {findLines, positionAt} from '../../src/engine/lines.js';
import type {RuleMeta} from '../../src/engine/rule.js';
import {scoreOf} from '../../src/engine/score.js';
import type {FileResult, Run} from '../../src/report/report.js';

/** What a test says of a finding; the rest follows from the source. */
export type Sketch = Partial<Omit<Finding, 'start' | 'end' | 'text'>> & {
  readonly at: string | readonly [number, number];
};

/** A finding on the first occurrence of `at` (or on a range) in a source. */
export function findingIn(source: string, sketch: Sketch): Finding {
  const {at, ...rest} = sketch;
  const start = typeof at === 'string' ? source.indexOf(at) : at[0];
  if (start < 0) throw new Error(`“${at}” is not in the source`);
  const end = typeof at === 'string' ? start + at.length : at[1];
  const lines = findLines(source);
  const to = positionAt(lines, end);
  return {
    rule: 'test/rule',
    messageId: 'found',
    message: `“${source.slice(start, end)}” is wrong`,
    severity: 'warning',
    mqm: 'spelling',
    ...rest,
    start,
    end,
    ...positionAt(lines, start),
    endLine: to.line,
    endColumn: to.column,
    text: source.slice(start, end),
    suggestions: rest.suggestions ?? [],
    related: rest.related ?? [],
    data: rest.data ?? {},
  };
}

export function fileOf(
  path: string,
  source: string,
  sketches: readonly Sketch[],
  rest: Partial<FileResult> = {},
): FileResult {
  const findings = sketches.map((sketch) => findingIn(source, sketch));
  const words = source.split(/\s+/).filter((word) => word !== '').length;
  return {path, source, findings, score: scoreOf(findings, words), fixed: 0, hidden: 0, ...rest};
}

function metaOf(id: `${string}/${string}`, rest: Partial<RuleMeta> = {}): RuleMeta {
  return {
    id,
    description: `Finds what ${id} is about`,
    mqm: 'spelling',
    severity: 'warning',
    recommended: true,
    messages: {found: 'found'},
    ...rest,
  };
}

export function runOf(...files: FileResult[]): Run {
  const ids = new Set(files.flatMap((file) => file.findings.map((finding) => finding.rule)));
  const rules = new Map([...ids].sort().map((id) => [id, metaOf(id as `${string}/${string}`)]));
  return {files, rules, version: '1.2.3'};
}

const harbour = `# Harbour opens in Klemvik

Mayor Zaparov opened the new harbour on Monday. [ad_1]
The works cost 3,5 million euros, Zhaparov said ,and took two years.
`;

const edit = (source: string, at: string, text: string) => ({
  start: source.indexOf(at),
  end: source.indexOf(at) + at.length,
  text,
});

/** Two files with findings of all severities, a fix, suggestions, a related place and names; a clean and a failed file. */
export function sampleRun(): Run {
  const at = harbour.indexOf('Zhaparov');
  const first = fileOf(
    'news/harbour.md',
    harbour,
    [
      {
        at: 'Zaparov',
        rule: 'names/inconsistent',
        mqm: 'term-inconsistency',
        message: '“Zaparov” is also spelt “Zhaparov” here (line 4): one person, two spellings',
        suggestions: [
          {message: 'Write “Zhaparov”', edits: [edit(harbour, 'Zaparov', 'Zhaparov')]},
          {message: 'Write “Zaparov” everywhere', edits: [edit(harbour, 'Zhaparov', 'Zaparov')]},
        ],
        related: [
          {message: 'also spelt “Zhaparov”', start: at, end: at + 8, ...positionAt(findLines(harbour), at)},
        ],
        data: {forms: ['Zaparov', 'Zhaparov'], counts: [1, 1]},
      },
      {
        at: '[ad_1]',
        rule: 'residue/shortcode',
        severity: 'error',
        mqm: 'markup',
        fix: {edits: [edit(harbour, ' [ad_1]', '')]},
      },
      {at: '3,5', rule: 'locale/decimal-comma', severity: 'info', mqm: 'number-format'},
      {at: ' ,', rule: 'punctuation/spacing', mqm: 'punctuation', fix: {edits: [edit(harbour, ' ,', ', ')]}},
    ],
    {
      names: [
        {
          name: 'Zhaparov',
          kind: 'person',
          evidence: ['one letter differs'],
          forms: [
            {text: 'Zaparov', places: [harbour.indexOf('Zaparov')]},
            {text: 'Zhaparov', places: [at]},
          ],
        },
      ],
      hidden: 2,
      suppressed: [
        {...findingIn(harbour, {at: 'euros'}), suppression: {kind: 'baseline'}},
        {
          ...findingIn(harbour, {at: 'two years'}),
          suppression: {kind: 'directive', line: 2, justification: 'as he said it'},
        },
      ],
    },
  );
  const run = runOf(
    first,
    fileOf('news/clean.txt', 'Nothing is wrong here.\n', []),
    fileOf('news/gone.txt', '', [], {error: 'The file cannot be read: no such file'}),
    fileOf('news/second.txt', 'The mayor got cold legs.\n', [
      {at: 'cold legs', rule: 'calques/idiom', mqm: 'overly-literal'},
    ]),
  );
  const rules = new Map(run.rules);
  rules.set(
    'residue/shortcode',
    metaOf('residue/shortcode', {severity: 'error', mqm: 'markup', fixable: true}),
  );
  rules.set(
    'names/inconsistent',
    metaOf('names/inconsistent', {
      hasSuggestions: true,
      docs: {url: 'https://example.org/names/inconsistent'},
    }),
  );
  return {...run, rules};
}
