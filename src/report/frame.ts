import {fillTemplate} from '../engine/fill.js';

/** What reports say round the findings, in English. A catalogue has the same keys, and the same placeholders in each. */
export const frame = {
  penaltyOfFile: '{{n}} penalty per 1000 words',
  error: 'error',
  warning: 'warning',
  info: 'info',
  hidden: 'hidden',
  knownToBaseline: 'known to the baseline',
  byDirective: 'by a directive',
  byDirectiveIn: 'by the directive in line {{line}}',
  also: 'also {{rule}}: {{message}}',
  fix: 'fix: {{change}}',
  moreSuggestions: 'and {{n}} more',
  nothingLinted: 'Nothing was linted',
  noFindings: 'No findings',
  noErrors: 'No errors',
  findings: '{{n: one=# finding|other=# findings}}',
  errors: '{{n: one=# error|other=# errors}}',
  warnings: '{{n: one=# warning|other=# warnings}}',
  notes: '{{n: one=# note|other=# notes}}',
  counts: '{{findings}}: {{list}}',
  headline: '{{counts}} in {{n: one=# file|other=# files}}',
  penalty: 'MQM penalty {{per}} per 1000 words ({{penalty}} in {{n: one=# word|other=# words}})',
  scale0: 'nothing was found that counts',
  scale1: 'few defects: nine in ten articles that people wrote in English have as few or fewer',
  scale2: 'more defects than all but a few articles that people wrote',
  scale3: 'about as many defects as a machine translation that nobody has revised',
  scale4: 'more defects than three in four machine translations that nobody has revised',
  tooShort: 'the text is too short for its score to say much',
  unshown:
    '{{n: one=# warning or note|other=# warnings and notes}} not shown (--quiet); the penalty counts all',
  failed: '{{n: one=# file|other=# files}} could not be linted',
  fixed: '{{n: one=# fix|other=# fixes}} applied',
  withheld:
    '{{n: one=# fix|other=# fixes}} left out, which would do harm: a person decides, see --interactive',
  fixable: '{{n: one=# finding|other=# findings}} fixable with --fix',
  hiddenByBaseline: '{{n: one=# finding|other=# findings}} hidden by the baseline',
  hiddenByDirectives: '{{n: one=# finding|other=# findings}} hidden by directives',
  delete: 'delete “{{text}}”',
  insert: 'insert “{{text}}”',
  places: '{{change}} ({{n}} places)',
  morePlaces: '{{n: one=# more place|other=# more places}}',
  noChange: 'no change',
} as const;

/** What a report can say. */
export type FrameKey = keyof typeof frame;

/** Says something round the findings, in the language of a report. */
export type Say = (key: FrameKey, values?: Readonly<Record<string, string | number>>) => string;

const pluralOf = (count: number): string => (count === 1 ? 'one' : 'other');

export const inEnglish: Say = (key, values = {}) =>
  fillTemplate(frame[key], (name) => (name in values ? String(values[name]) : undefined), pluralOf);
