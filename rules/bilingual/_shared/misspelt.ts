import {countries} from '../../../src/generated/countries.js';
import type {Lexicon} from '../../../src/lexicon/lexicon.js';
import {oneLetterAway, type PlaceTable} from '../../../src/names/places/place-table.js';
import {compareSpellings} from '../../../src/names/spelling/compare.js';
import {skeleton} from '../../../src/romanize/skeleton.js';
import {hashOf} from '../../../src/text/hash.js';
import {isSameBones, type SourceWord} from './name-words.js';
import {isSlip} from './slips.js';

/** A town of so many people is one that news tells of; see `PlaceSize`. */
const large = 4;
const shortest = 4;
/** Letters of an ending in the source. */
const mostEnding = 3;
/** How sure the comparison of spellings must be that the right name stands in the source. */
const alike = 0.6;
/** Nationalities and languages, by their endings. */
const nationality = /(?:an|ese|ish|ch|ek|aqi|eli|iss|hai|urk|inn|ole|erb|roat|tine)s?$/;
/** Languages of Latin letters that write the names of others as their owners do. */
const keeping = new Set(
  'de nl sv da no is fr es it pt ca ro pl cs sk hu fi et hr sl tr id ms vi en'.split(' '),
);
/** Scripts without vowels. */
const abjads = new Set(['ar', 'fa', 'he', 'ur']);

/** The name that was meant, and the word of the source that says so. */
export interface Meant {
  readonly name: string;
  readonly source?: SourceWord;
}

/** What tells which names there are. */
export interface KnownNames {
  readonly lexicon: Lexicon;
  readonly places: PlaceTable | undefined;
}

/**
 * The name of which a word that nobody knows is a slip of one letter: one that the source has in the same letters, or a
 * known one that the source has in its own; a nation, whatever the source calls it.
 *
 * @param word in small letters without marks; neither known nor in the source as it stands
 */
export function meantBy(
  word: string,
  sources: readonly SourceWord[],
  language: string,
  {lexicon, places}: KnownNames,
): Meant | undefined {
  const keeps = keeping.has(language);
  let own: number | undefined;
  let found: Meant | undefined;
  let most = 0;
  for (const source of sources) {
    if (!source.isName || Math.abs(source.latin.length - word.length) > mostEnding + 1) continue;
    // The source has it as it stands, but for an ending.
    if (source.latin.startsWith(word)) return undefined;
    const name = slippedFrom(source.latin, word, keeps);
    if (name !== undefined) return {name, source};
  }
  for (const name of new Set(oneLetterAway(word))) {
    if (name.length < shortest) continue;
    const isListed = lexicon.isKnownName(hashOf(name));
    // Places are looked up where it may matter.
    if (!isListed && !isSlip(name, word, keeps)) continue;
    const size = Math.max(-1, ...(places?.of(name) ?? []).map((place) => place.size));
    if (!isListed && size < large) continue;
    const isNation = countries.has(name) || (isListed && nationality.test(name) && name.length > 4);
    // What is a name and a place is of one spelling.
    if (!isSlip(name, word, keeps || isNation || (isListed && size >= 0))) continue;
    const {source, score} = closest(name, sources, language);
    own ??= closest(word, sources, language).score;
    const isSwap = name.length === word.length && [...name].sort().join('') === [...word].sort().join('');
    if (score >= alike && (isSwap ? score >= own - 0.02 : score > own) && score > most) {
      most = score;
      found = {name, ...(source ? {source} : {})};
    } else if (isNation && most === 0) found ??= {name};
  }
  return found;
}

/** The name in a word of the source, without its ending, that a word is a slip of: `Pence'ın`. */
function slippedFrom(latin: string, word: string, keeps: boolean): string | undefined {
  for (let cut = 0; cut <= mostEnding; cut++) {
    const length = latin.length - cut;
    if (length <= shortest || length < word.length - 1) return undefined;
    if (length > word.length + 1 || latin[0] !== word[0]) continue;
    const name = latin.slice(0, length);
    if (name.slice(-2) === word.slice(-2) && isSlip(name, word, keeps)) return name;
  }
  return undefined;
}

function closest(
  name: string,
  sources: readonly SourceWord[],
  language: string,
): {source?: SourceWord; score: number} {
  let source: SourceWord | undefined;
  let score = 0;
  const isAbjad = abjads.has(language);
  const bones = isAbjad ? skeleton(name) : '';
  for (const one of sources) {
    if (isAbjad) {
      if (score === 0 && name.length > 5 && bones.length >= 3 && isSameBones(one.bones, bones)) {
        score = 1;
        source = one;
      }
      continue;
    }
    if (Math.abs(one.latin.length - name.length) > 4) continue;
    const now = compareSpellings(one.latin, name);
    if (now > score) {
      score = now;
      source = one;
    }
  }
  return source ? {source, score} : {score};
}
