/** One MQM error type. */
export interface MqmErrorType {
  /** As MQM writes it. */
  readonly name: string;
  /** Id of the Core dimension that it belongs to; scores are summed by it. */
  readonly dimension: string;
  /** Whether it is in MQM Core; the others are of MQM-Full. */
  readonly core: boolean;
}

const categories = {
  terminology: {name: 'Terminology', dimension: 'terminology', core: true},
  termbase: {name: 'Inconsistent with terminology resource', dimension: 'terminology', core: true},
  'term-inconsistency': {name: 'Inconsistent use of terminology', dimension: 'terminology', core: true},
  'wrong-term': {name: 'Wrong term', dimension: 'terminology', core: true},
  accuracy: {name: 'Accuracy', dimension: 'accuracy', core: true},
  mistranslation: {name: 'Mistranslation', dimension: 'accuracy', core: true},
  'overly-literal': {name: 'Overly literal', dimension: 'accuracy', core: false},
  entity: {name: 'Entity (such as name or place)', dimension: 'accuracy', core: false},
  addition: {name: 'Addition', dimension: 'accuracy', core: true},
  omission: {name: 'Omission', dimension: 'accuracy', core: true},
  'no-translate': {name: 'Do not translate', dimension: 'accuracy', core: true},
  untranslated: {name: 'Untranslated', dimension: 'accuracy', core: true},
  fluency: {name: 'Linguistic conventions', dimension: 'fluency', core: true},
  grammar: {name: 'Grammar', dimension: 'fluency', core: true},
  agreement: {name: 'Agreement', dimension: 'fluency', core: false},
  'word-order': {name: 'Word order', dimension: 'fluency', core: false},
  'function-words': {name: 'Function words', dimension: 'fluency', core: false},
  punctuation: {name: 'Punctuation', dimension: 'fluency', core: true},
  'unpaired-marks': {name: 'Unpaired quote marks or brackets', dimension: 'fluency', core: false},
  whitespace: {name: 'Whitespace', dimension: 'fluency', core: false},
  spelling: {name: 'Spelling', dimension: 'fluency', core: true},
  capitalization: {name: 'Capitalization', dimension: 'fluency', core: false},
  transliteration: {name: 'Transliteration', dimension: 'fluency', core: false},
  duplication: {name: 'Duplication', dimension: 'fluency', core: false},
  unintelligible: {name: 'Unintelligible', dimension: 'fluency', core: true},
  'character-encoding': {name: 'Character encoding', dimension: 'fluency', core: true},
  'textual-conventions': {name: 'Textual conventions', dimension: 'fluency', core: true},
  style: {name: 'Style', dimension: 'style', core: true},
  'company-style': {name: 'Organization style', dimension: 'style', core: true},
  awkward: {name: 'Awkward style', dimension: 'style', core: true},
  unidiomatic: {name: 'Unidiomatic style', dimension: 'style', core: true},
  'inconsistent-style': {name: 'Inconsistent style', dimension: 'style', core: true},
  'locale-convention': {name: 'Locale conventions', dimension: 'locale-convention', core: true},
  'number-format': {name: 'Number format', dimension: 'locale-convention', core: true},
  'currency-format': {name: 'Currency format', dimension: 'locale-convention', core: true},
  'measurement-format': {name: 'Measurement format', dimension: 'locale-convention', core: true},
  'time-format': {name: 'Time format', dimension: 'locale-convention', core: true},
  'date-format': {name: 'Date format', dimension: 'locale-convention', core: true},
  'address-format': {name: 'Address format', dimension: 'locale-convention', core: true},
  'telephone-format': {name: 'Telephone format', dimension: 'locale-convention', core: true},
  design: {name: 'Design and markup', dimension: 'design', core: true},
  markup: {name: 'Markup tag', dimension: 'design', core: true},
  'truncation-text-expansion': {name: 'Truncation or text expansion', dimension: 'design', core: true},
  'missing-text': {name: 'Missing text', dimension: 'design', core: true},
} as const satisfies Record<string, MqmErrorType>;

/** Mnemonic id of an MQM error type: a key of {@link mqmCategories}. */
export type MqmCategory = keyof typeof categories;

/**
 * MQM error types by their mnemonic ids: the MQM Core edition of 2024-03-07 and, where Core is too coarse for
 * calque, ids of MQM-Full (edition MQM2021 and the 2015 issue list).
 */
export const mqmCategories: Readonly<Record<MqmCategory, MqmErrorType>> = categories;
