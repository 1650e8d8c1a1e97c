import type {DictionaryEntry} from '../lexicon/phrases/entry.js';

/** What finding names may draw on beside the text. */
export interface NameServices {
  readonly settings: {readonly language: string; readonly sourceLanguage?: string};
  entries(kind: string): readonly DictionaryEntry[];
  resource<T>(name: string, parse: (bytes: Uint8Array) => T): T | undefined;
  shared<T>(key: string, make: () => T): T;
}
