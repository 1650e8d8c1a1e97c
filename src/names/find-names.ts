import type {Article} from '../article/article.js';
import {primaryLanguage} from '../text/language-tag.js';
import type {TextIndex} from '../text/tokens.js';
import {clusterNames} from './clusters.js';
import {cutNames} from './cut-names.js';
import {type Examination, examinePairs} from './evidence/examine.js';
import {findSpellings} from './inflection/find-spellings.js';
import {lazyEntries} from './mentions/entries.js';
import type {Kinds} from './mentions/kinds.js';
import {nameDictionaryOf} from './name-dictionary.js';
import type {NameCluster, NameEntry, NameTable} from './name-table.js';
import type {NameServices} from './services.js';

export type {NameServices} from './services.js';

/** The names of an article: which stand in several spellings, and (made when asked for) all of them with their mentions. */
export function findNames(_article: Article, text: TextIndex, services: NameServices): NameTable {
  const language = primaryLanguage(services.settings.language);
  if (language !== 'en' && language !== '') return new InflectedNames(text, services);
  return new Names(text, examinePairs(text, services), services);
}

/** Whether a cluster of single words already tells of a place of these forms. */
const covers = (cluster: NameCluster, forms: NameCluster['forms']): boolean =>
  cluster.forms.some((form) =>
    form.mentions.some((m) =>
      forms.some((other) => other.mentions.some((whole) => whole.start <= m.start && m.end <= whole.end)),
    ),
  );

const firstPlace = (cluster: NameCluster): number =>
  Math.min(...cluster.forms.map((form) => form.mentions[0]!.start));
const byPlace = (a: NameCluster, b: NameCluster): number => firstPlace(a) - firstPlace(b);

// A class, not a literal with a getter: V8 puts functions that are properties of a literal among the objects that live
// long, and each would keep the names of its article.
class Names implements NameTable {
  readonly clusters: readonly NameCluster[];
  private made: NameTable['entries'] | undefined;
  private readonly kinds: Kinds;

  constructor(
    private readonly text: TextIndex,
    private readonly examination: Examination,
    services: NameServices,
  ) {
    this.kinds = examination.kinds;
    const ofWords = clusterNames(text, examination, this.kinds, () =>
      nameDictionaryOf(services.entries('name')),
    );
    const cut = cutNames(text, examination.names, this.kinds).filter(
      ({forms}) => !ofWords.some((cluster) => covers(cluster, forms)),
    );
    this.clusters = cut.length === 0 ? ofWords : [...ofWords, ...cut].sort(byPlace);
  }

  get entries(): readonly NameEntry[] {
    this.made ??= lazyEntries(this.text, this.examination.names, this.clusters, this.examination.places);
    return this.made;
  }
}

/** In a language other than English: clusters by its own endings, the rest as English has it, when asked for. */
class InflectedNames implements NameTable {
  readonly clusters: readonly NameCluster[];
  private made: NameTable['entries'] | undefined;

  constructor(
    private readonly text: TextIndex,
    private readonly services: NameServices,
  ) {
    this.clusters = findSpellings(text, services);
  }

  get entries(): readonly NameEntry[] {
    if (this.made === undefined) {
      const {names, places} = examinePairs(this.text, this.services);
      this.made = lazyEntries(this.text, names, this.clusters, places);
    }
    return this.made;
  }
}
