import {hashOf} from '../../text/hash.js';
import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import {Entry} from '../lexicon.js';
import {scriptBits} from './scripts.js';
import type {Target} from './target.js';

/** Cyrillic and Greek letters that look like a Latin one (Unicode Technical Standard 39, confusables), both cases. */
const pairs =
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԌG ԚQ ԜW' +
  ' οo ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX νv ϲc ϳj';
const toLatin = new Map(pairs.split(' ').map((pair) => [pair[0]!, pair[1]!]));
/**
 * Small Cyrillic letters whose look-alikes are capitals or italics in Latin are left out both ways, and here also the
 * letters that few languages write: `WНО` is no Kurdish.
 */
const toCyrillic = new Map(
  [...toLatin].filter(([letter]) => /[аеорсухіАВЕКМНОРСТУХІ]/.test(letter)).map(([from, to]) => [to, from]),
);

/** A word whose letters come from two alphabets though they look like one. */
export interface MixedWord {
  readonly token: number;
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  /** The word in one alphabet. */
  readonly plain: string;
  /** The letters that do not belong. */
  readonly strangers: string;
  /** The alphabet of the strangers. */
  readonly script: 'Cyrillic' | 'Greek' | 'Latin';
}

/**
 * Words in which every letter of the smaller alphabet has a twin in the greater one. `Qазақ` is not one of them, nor
 * `Путин’s`. A Cyrillic word that stands alone between Latin words and, read as Latin, is a word of the target
 * language is one too: `а man`.
 */
export function findMixedWords(text: TextIndex, target: Target): MixedWord[] {
  const {flags, zones, count, starts, ends} = text.tokens;
  const out: MixedWord[] = [];
  const strange = TokenFlag.Cyrillic | TokenFlag.Greek;
  const own = scriptBits(target.code);
  for (let i = 0; i < count; i++) {
    const flag = flags[i]!;
    if ((flag & strange) === 0 || zones[i]! & notProse) continue;
    const start = starts[i]!;
    const end = ends[i]!;
    const word = text.prose.slice(start, end);
    const mixed = flag & TokenFlag.Latin ? unmix(word) : alone(text, i, word, target, (flag & own) !== 0);
    if (mixed) out.push({token: i, start, end, ...mixed});
  }
  return out;
}

type Unmixed = Pick<MixedWord, 'plain' | 'strangers' | 'script'>;

function unmix(word: string): Unmixed | undefined {
  let latin = 0;
  let other = 0;
  // Letters after an apostrophe may be the ending that the target language puts to a foreign word.
  for (const letter of word.split(/['’]/)[0]!) {
    if (/\p{Script=Latin}/u.test(letter)) latin++;
    else if (/\p{L}/u.test(letter)) other++;
  }
  if (latin === 0 || other === 0) return undefined;
  // A few look-alikes in a Latin word, or a few Latin letters in a Cyrillic one; on a tie the one that can be written.
  return (
    (latin >= other ? undefined : convert(word, toCyrillic, /\p{Script=Latin}/u, 'Latin')) ??
    convert(word, toLatin, /[\p{Script=Cyrillic}\p{Script=Greek}]/u, undefined)
  );
}

function convert(
  word: string,
  twins: ReadonlyMap<string, string>,
  strange: RegExp,
  script: 'Latin' | undefined,
): Unmixed | undefined {
  let plain = '';
  let strangers = '';
  for (const letter of word) {
    if (!strange.test(letter)) {
      plain += letter;
      continue;
    }
    const twin = twins.get(letter);
    if (twin === undefined) return undefined;
    plain += twin;
    if (!strangers.includes(letter)) strangers += letter;
  }
  if (strangers === '') return undefined;
  const alphabet = script ?? (/\p{Script=Cyrillic}/u.test(strangers) ? 'Cyrillic' : 'Greek');
  return {plain, strangers, script: alphabet};
}

const degree = '°'.charCodeAt(0);

/**
 * A word wholly of look-alikes, between Latin words: an everyday word, or the letter of `15 °С`. One in the alphabet of
 * the text is at home between the names of brands: `матч Manchester United с Chelsea`.
 */
function alone(
  text: TextIndex,
  i: number,
  word: string,
  target: Target,
  isOwn: boolean,
): Unmixed | undefined {
  const {flags} = text.tokens;
  const isLatin = (k: number): boolean =>
    k < 0 || k >= text.tokens.count || (flags[k]! & (TokenFlag.Cyrillic | TokenFlag.Greek)) === 0;
  if (!isLatin(i - 1) || !isLatin(i + 1) || !isLatin(i + 2) || !isLatin(i - 2)) return undefined;
  const unmixed = convert(word, toLatin, /[\p{Script=Cyrillic}\p{Script=Greek}]/u, undefined);
  if (unmixed?.script !== 'Cyrillic') return undefined;
  if (text.tokens.hashes[i - 1] === degree && unmixed.plain.length === 1) return unmixed;
  if (isOwn) return undefined;
  const tier = target.get(unmixed.plain, 0, unmixed.plain.length, hashOf(unmixed.plain)) & Entry.Tier;
  return tier >= 3 ? unmixed : undefined;
}
