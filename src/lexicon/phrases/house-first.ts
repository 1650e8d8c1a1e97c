import type {TextIndex} from '../../text/tokens.js';
import {exceptionForm, type PhraseHit, type PhraseMatcher} from './automaton.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import {expandPhrase, hasOperators, textOfPhrase} from './syntax.js';

/** Finds the phrases of dictionaries in texts. */
export interface Phrases {
  /** False when no entry is wanted, so that the pass can skip matching altogether. */
  readonly isActive: boolean;
  /** The matches within the tokens `from` to `to` (both included) of one sentence, in order of their start. */
  matchSentence(text: TextIndex, from: number, to: number): PhraseMatch[] | undefined;
}

/**
 * The phrases of a project's own dictionaries and of those that come with calque. Where an entry of the house speaks of
 * some words, no bundled entry of its kind does: neither of the same words, nor of words inside a phrase of the house;
 * and where the house makes an exception, it holds for the bundled entry too that speaks of the same.
 */
export class HouseFirst implements Phrases {
  /**
   * @param overruled entries among the bundled ones that an entry of the house speaks for, by the bundled entry
   */
  constructor(
    private readonly house: PhraseMatcher,
    private readonly bundled: PhraseMatcher,
    private readonly overruled: ReadonlyMap<DictionaryEntry, DictionaryEntry>,
  ) {}

  get isActive(): boolean {
    return this.house.isActive || this.bundled.isActive;
  }

  matchSentence(text: TextIndex, from: number, to: number): PhraseMatch[] | undefined {
    const theirs = this.bundled.matchSentence(text, from, to);
    const hits = this.house.hitsIn(text, from, to);
    if (hits === undefined) return theirs;
    const ours = this.house.settle(text, hits, from, to);
    if (theirs === undefined) return ours;
    const left = this.notOverruled(theirs, hits);
    if (ours === undefined) return left.length > 0 ? left : undefined;
    return [...ours, ...left].sort((a, b) => a.first - b.first || b.last - a.last);
  }

  /** Both lists are in the order of the text; phrases are short, so few hits are open at a time. */
  private notOverruled(matches: readonly PhraseMatch[], hits: readonly PhraseHit[]): PhraseMatch[] {
    let open: PhraseHit[] = [];
    let next = 0;
    return matches.filter((match) => {
      open = open.filter(({last}) => last >= match.first);
      for (; next < hits.length && (hits[next] as PhraseHit).first <= match.first; next++)
        open.push(hits[next] as PhraseHit);
      return !open.some((hit) => hit.last >= match.last && this.overrules(hit, match, open));
    });
  }

  private overrules(hit: PhraseHit, match: PhraseMatch, open: readonly PhraseHit[]): boolean {
    const entry = this.house.entryOf(hit);
    if (entry.kind !== match.entry.kind) return false;
    if (hit.form !== exceptionForm) return true;
    return (
      this.overruled.get(match.entry) === entry ||
      open.some(
        (other) =>
          other.entry === hit.entry &&
          other.form !== exceptionForm &&
          other.first === match.first &&
          other.last === match.last,
      )
    );
  }
}

/**
 * Bundled names and terms as the house writes them: an entry that shares a spelling with one of the house leads to the
 * spelling of the house, is no graver than that, and is fixed unseen only if neither says otherwise.
 *
 * @returns the bundled entries with those replaced, and for each of the new ones the entry of the house
 */
export function overruleBundled(
  bundled: readonly DictionaryEntry[],
  house: readonly DictionaryEntry[],
): {entries: readonly DictionaryEntry[]; overruled: ReadonlyMap<DictionaryEntry, DictionaryEntry>} {
  const overruled = new Map<DictionaryEntry, DictionaryEntry>();
  const bySpelling = new Map<string, DictionaryEntry>();
  for (const entry of house) {
    if (!isNamed(entry)) continue;
    for (const spelling of spellingsOf(entry)) {
      const key = `${entry.kind} ${spelling}`;
      if (!bySpelling.has(key)) bySpelling.set(key, entry);
    }
  }
  if (bySpelling.size === 0) return {entries: bundled, overruled};
  // Several bundled entries may lead to one spelling; what the house says of one of them it says of all.
  const byPhrase = new Map<string, DictionaryEntry>();
  for (const entry of bundled) {
    if (!isNamed(entry)) continue;
    for (const spelling of spellingsOf(entry)) {
      const own = bySpelling.get(`${entry.kind} ${spelling}`);
      if (own && !byPhrase.has(`${entry.kind} ${entry.phrase}`))
        byPhrase.set(`${entry.kind} ${entry.phrase}`, own);
    }
  }
  const entries = bundled.map((entry) => {
    if (!isNamed(entry)) return entry;
    const own = byPhrase.get(`${entry.kind} ${entry.phrase}`);
    if (own === undefined || areOfTwoTypes(own, entry)) return entry;
    const {kind, origin, variants, language, source, risk, near, position, mqm, see, type, except} = entry;
    const made: DictionaryEntry = {
      kind,
      origin,
      ...defined({
        variants,
        language,
        source,
        risk,
        case: entry.case,
        near,
        position,
        mqm,
        see,
        type,
        except,
      }),
      phrase: own.phrase,
      ...defined({
        replace: own.replace ?? (hasOperators(own.phrase) ? entry.replace : undefined),
        note: own.note ?? entry.note,
        severity: own.severity ?? entry.severity,
        apply: own.apply === 'suggest' ? 'suggest' : entry.apply,
      }),
    };
    overruled.set(made, own);
    return made;
  });
  return {entries, overruled};
}

/** Whether the phrase of an entry is how a thing is to be written. */
export function isNamed({kind}: DictionaryEntry): boolean {
  return kind === 'name' || kind === 'term';
}

const areOfTwoTypes = (a: DictionaryEntry, b: DictionaryEntry): boolean =>
  a.type !== undefined && b.type !== undefined && a.type !== b.type;

/** What an entry stands for, in small letters. A broken phrase stands for nothing; it is told when it is compiled. */
export function* spellingsOf({phrase, variants = []}: DictionaryEntry): Generator<string> {
  for (const spelling of [phrase, ...variants]) yield* textsOf(spelling);
}

/** The texts that a phrase stands for, in small letters and with single spaces. */
export function textsOf(phrase: string): readonly string[] {
  if (!hasOperators(phrase)) return [fold(textOfPhrase(phrase))];
  try {
    return expandPhrase(phrase).map(({text}) => fold(text));
  } catch {
    return [];
  }
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

function defined<T extends object>(fields: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
