import type {Article} from '../article/article.js';
import type {TextIndex} from '../text/tokens.js';
import {clusterNames} from './clusters.js';
import {examinePairs} from './evidence/examine.js';
import {lazyEntries} from './mentions/entries.js';
import {kindOfWords} from './mentions/kinds.js';
import {nameDictionaryOf} from './name-dictionary.js';
import type {NameTable} from './name-table.js';
import type {NameServices} from './services.js';

export type {NameServices} from './services.js';

/** The names of an article: which stand in several spellings, and (made when asked for) all of them with their mentions. */
export function findNames(_article: Article, text: TextIndex, services: NameServices): NameTable {
  const examination = examinePairs(text, services);
  const clusters = clusterNames(
    text,
    examination,
    (words) => kindOfWords(words, text, examination.names),
    () => nameDictionaryOf(services.entries('name')),
  );
  let entries: NameTable['entries'] | undefined;
  return {
    clusters,
    get entries() {
      entries ??= lazyEntries(text, examination.names, clusters);
      return entries;
    },
  };
}
