import type {DictionaryEntry} from '../lexicon/phrases/entry.js';

interface Named {
  /** Words of the phrase. */
  readonly words: ReadonlySet<string>;
  /** More than one word: a full name. */
  readonly full: boolean;
}

/** What dictionaries of names say of single words, and of names as wholes: which are right, and which are not one name. */
export class NameDictionary {
  private readonly bySpelling = new Map<string, Named[]>();

  constructor(entries: readonly DictionaryEntry[]) {
    for (const {kind, phrase} of entries) {
      if (kind !== 'name') continue;
      const text = phrase.normalize('NFC');
      // Signs of the phrase syntax part words too: `(Sadyr|S.) Zhaparov`.
      const words = text.split(/[\s()|\\~]+/).filter(Boolean);
      const named: Named = {words: new Set(words), full: words.length > 1};
      const spellings = new Set([text, ...words]);
      for (const word of words)
        if (word.includes('-')) for (const part of word.split('-')) spellings.add(part);
      for (const spelling of spellings) {
        const list = this.bySpelling.get(spelling);
        if (list) list.push(named);
        else this.bySpelling.set(spelling, [named]);
      }
    }
  }

  /** Whether a name is to be written so, or has a word that is. */
  writes(spelling: string): boolean {
    return this.bySpelling.has(spelling);
  }

  /**
   * Whether two spellings stand in two entries, each as it is to be written: then they are two names, however alike.
   * Where entries are full names, the words that a text has beside both spellings must belong to them too: of `Sadyr
   * Zhaparov` and `Bakyt Zaparov`, a text’s `Sadyr Zaparov` is neither.
   */
  areApart(a: string, b: string, beside: readonly string[] = []): boolean {
    const ofA = this.bySpelling.get(a);
    const ofB = ofA && this.bySpelling.get(b);
    if (!ofA || !ofB) return false;
    const fits = ({words, full}: Named): boolean => !full || beside.every((word) => words.has(word));
    return ofA.some(
      (x) => fits(x) && !x.words.has(b) && ofB.some((y) => y !== x && fits(y) && !y.words.has(a)),
    );
  }
}

const made = new WeakMap<readonly DictionaryEntry[], NameDictionary>();

/** The dictionary of a list of entries, made once a list: a project may have thousands. */
export function nameDictionaryOf(entries: readonly DictionaryEntry[]): NameDictionary {
  let dictionary = made.get(entries);
  if (!dictionary) {
    dictionary = new NameDictionary(entries);
    made.set(entries, dictionary);
  }
  return dictionary;
}
