import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';

/** Fields of an entry beside its phrase and variants, in the order in which tables and TBX have them. */
export const sideFields = [
  'kind',
  'type',
  'source',
  'except',
  'note',
  'case',
  'severity',
  'apply',
  'replace',
  'near',
  'position',
  'risk',
  'mqm',
  'language',
  'see',
] as const satisfies readonly (keyof DictionaryEntry)[];

export type SideField = (typeof sideFields)[number];

/** Those that hold a list of texts. */
export const listFields: ReadonlySet<SideField> = new Set<SideField>(['source', 'except', 'replace', 'near']);

/** What a field may be, where it is not any text. */
export const allowed: Readonly<Partial<Record<SideField, readonly string[]>>> = {
  case: ['exact', 'fold'],
  severity: ['error', 'warning', 'info'],
  apply: ['fix', 'suggest'],
  position: ['sentence-start', 'block-start', 'whole-block'],
  risk: ['safe', 'context'],
};
