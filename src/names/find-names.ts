import type {Article} from '../article/article.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {TextIndex} from '../text/tokens.js';
import type {NameTable} from './name-table.js';

/** What finding names may draw on beside the text. */
export interface NameServices {
  readonly settings: {readonly language: string; readonly sourceLanguage?: string};
  entries(kind: string): readonly DictionaryEntry[];
  resource<T>(name: string, parse: (bytes: Uint8Array) => T): T | undefined;
  shared<T>(key: string, make: () => T): T;
}

export function findNames(_article: Article, _text: TextIndex, _services: NameServices): NameTable {
  return {clusters: []};
}
