import {personRoles} from '../../../src/names/mentions/kinds.js';
import type {Mention, NameEntry} from '../../../src/names/name-table.js';
import {hashOf, wordSet} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../../src/text/tokens.js';
import {comma, type PersonMention, prepositions, relative} from './gender-signs.js';
import {type Gender, genderedNouns, otherGender, people, saying, spokenTo} from './gendered-words.js';
import {pronouns} from './pronouns.js';

const [according, to, the, her] = ['according', 'to', 'the', 'her'].map(hashOf) as [
  number,
  number,
  number,
  number,
];
const owned: ReadonlySet<number> = wordSet('his himself herself');
const adverbs = wordSet('also then later further however again has had');
const whenSaid = wordSet(
  'yesterday today earlier later during monday tuesday wednesday thursday friday saturday sunday who',
);

/** Whom the sentences of a text speak of. */
export interface Speakers {
  speakerOf(s: number, named: readonly PersonMention[], gender: Gender): NameEntry | undefined;
  ownPronoun(s: number, place: PersonMention): number;
  isEmpty(s: number, inside: readonly PersonMention[]): boolean;
  isAlone(s: number, inside: readonly PersonMention[], gender: Gender): boolean;
}

export function speakersIn(text: TextIndex): Speakers {
  const {first, last} = text.sentences;
  const {hashes, flags, zones, blocks} = text.tokens;
  return {speakerOf, ownPronoun, isEmpty, isAlone};

  /**
   * Whom a sentence speaks of, so that a pronoun at the beginning of the next one means them: the last person named
   * outside quotations, where a verb of saying stands right beside the name, or the only one, where the sentence
   * begins with the name.
   */
  function speakerOf(s: number, named: readonly PersonMention[], gender: Gender): NameEntry | undefined {
    const [begin, end] = [first[s] as number, last[s] as number];
    const inside = named.filter(
      ({firstToken, lastToken}) =>
        !((zones[firstToken] as number) & Zone.Quotation) || isUnclosed(lastToken, end),
    );
    const place = inside.at(-1);
    if (place === undefined || (flags[place.lastToken] as number) & TokenFlag.Possessive) return undefined;
    if (!speaks(place) && !(inside.length === 1 && begins(place, begin))) return undefined;
    return clear(s, place, gender) ? place.entry : undefined;
  }

  /** `his` or `herself` in a sentence that begins with a name and has no one else in it; -1 without. */
  function ownPronoun(s: number, place: PersonMention): number {
    if ((zones[place.firstToken] as number) & Zone.Quotation || !begins(place, first[s] as number)) return -1;
    let found = -1;
    for (let i = first[s] as number; i <= (last[s] as number); i++) {
      const hash = hashes[i] as number;
      if ((zones[i] as number) & Zone.Quotation) continue;
      if (people.has(hash) && !belongs(i, place)) return -1;
      const gender = pronouns.get(hash);
      if (gender === undefined) continue;
      if (i < place.firstToken || (found >= 0 && gender !== pronouns.get(hashes[found] as number))) return -1;
      // `her` is also the person who is spoken of: only before a word it is whose.
      const isOwn = owned.has(hash) || (hash === her && isNoun(i + 1));
      if (found < 0 && isOwn) found = i;
    }
    return found;
  }

  function isNoun(i: number): boolean {
    return ((flags[i] as number) & TokenFlag.Word) !== 0 && !prepositions.has(hashes[i] as number);
  }

  /** Whether no one at all is spoken of. */
  function isEmpty(s: number, inside: readonly PersonMention[]): boolean {
    if (inside.length > 0) return false;
    for (let i = first[s] as number; i <= (last[s] as number); i++)
      if (people.has(hashes[i] as number) || pronouns.has(hashes[i] as number)) return false;
    return true;
  }

  /** Whether a paragraph ends without the mark that closes its quotation: none can say how far that goes. */
  function isUnclosed(from: number, end: number): boolean {
    if (blocks[end + 1] === blocks[end]) return false;
    for (let i = from + 1; i <= end; i++) if (isQuote(hashes[i] as number)) return false;
    return true;
  }

  /** Only titles and words of office stand before the name, or an adverbial and a comma, and a verb behind it. */
  function begins({firstToken, lastToken}: Mention, begin: number): boolean {
    for (let i = firstToken - 1; i >= begin && hashes[i] !== comma; i--) {
      const hash = hashes[i] as number;
      if (!personRoles.has(hash) && !genderedNouns.has(hash) && hash !== the) return false;
    }
    const next = lastToken + 1;
    const f = flags[next] as number;
    return (
      (f & TokenFlag.Word) !== 0 && !(f & TokenFlag.InitialCap) && !prepositions.has(hashes[next] as number)
    );
  }

  function speaks({firstToken, lastToken}: Mention): boolean {
    let i = firstToken - 1;
    const begin = blocks[firstToken] as number;
    for (; i >= 0 && blocks[i] === begin && firstToken - i < 8; i--) {
      const hash = hashes[i] as number;
      if (saying.has(hash) && !spokenTo.has(hash)) return !goesOn(lastToken + 1);
      if (hash === to && hashes[i - 1] === according) return true;
      if (!((flags[i] as number) & TokenFlag.Word) || prepositions.has(hash) || pronouns.has(hash)) break;
      const role = personRoles.has(hash) || genderedNouns.has(hash) || hash === the;
      if (!role && !((flags[i] as number) & (TokenFlag.InitialCap | TokenFlag.Possessive))) break;
    }
    if (firstToken > 0 && prepositions.has(hashes[firstToken - 1] as number)) return false;
    let next = lastToken + 1;
    if (hashes[next] === comma) {
      // `X, a spokesman for Y, said`: to the end of the apposition.
      const from = next + 1;
      for (next = from; next < from + 14 && hashes[next] !== comma; next++) {
        if (blocks[next] !== begin) return false;
      }
      next++;
    }
    if (adverbs.has(hashes[next] as number)) next++;
    return saying.has(hashes[next] as number);
  }

  /** `said X had …`: the name is of whom was spoken. */
  function goesOn(next: number): boolean {
    const hash = hashes[next] as number;
    return ((flags[next] as number) & TokenFlag.Word) !== 0 && !prepositions.has(hash) && !whenSaid.has(hash);
  }

  /** Whether the sentence, but for quotations, has no one else whom a pronoun of that gender may mean. */
  function clear(s: number, place: Mention | undefined, gender: Gender): boolean {
    for (let i = first[s] as number; i <= (last[s] as number); i++) {
      const hash = hashes[i] as number;
      if ((zones[i] as number) & Zone.Quotation) continue;
      if (pronouns.get(hash) === gender) return false;
      if (people.has(hash) && !(place !== undefined && belongs(i, place))) return false;
    }
    return true;
  }

  /** A word for a person that stands right before a name, or in apposition behind it. */
  function belongs(i: number, {firstToken, lastToken}: Mention): boolean {
    if (i < firstToken) {
      for (let k = i + 1; k < firstToken; k++)
        if (!personRoles.has(hashes[k] as number) && !((flags[k] as number) & TokenFlag.InitialCap))
          return false;
      return true;
    }
    if (hashes[lastToken + 1] !== comma) return false;
    for (let k = lastToken + 2; k < i; k++)
      if (!((flags[k] as number) & TokenFlag.Word) || relative.has(hashes[k] as number)) return false;
    return i > lastToken;
  }

  /** A sentence that a reference begins and that brings no one else in. */
  function isAlone(s: number, inside: readonly PersonMention[], gender: Gender): boolean {
    if (inside.length > 0) return false;
    for (let i = first[s] as number; i <= (last[s] as number); i++) {
      const hash = hashes[i] as number;
      if ((zones[i] as number) & Zone.Quotation) continue;
      if (people.has(hash) || pronouns.get(hash) === otherGender[gender]) return false;
    }
    return true;
  }
}

const isQuote = (code: number) => code === 0x22 || code === 0x201d;
