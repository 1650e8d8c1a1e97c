import {foldCode} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {LanguageEvidence, Languages} from '../languages.js';
import {chancesOf, mostLikely, type NamedLanguages} from './chances.js';

/** Scripts that are told apart. */
export type ScriptName =
  | 'Latin'
  | 'Cyrillic'
  | 'Greek'
  | 'Arabic'
  | 'Hebrew'
  | 'Devanagari'
  | 'Chinese'
  | 'Japanese'
  | 'Korean'
  | 'Georgian'
  | 'Armenian'
  | 'Thai'
  | 'other';

/** The languages that write in a script, those that news comes from more often first. */
const ofScript: Readonly<Partial<Record<ScriptName, readonly string[]>>> = {
  Cyrillic: ['ru', 'uk', 'bg', 'sr', 'kk', 'ky', 'be', 'mk'],
  Greek: ['el'],
  Arabic: ['ar', 'fa', 'ur'],
  Hebrew: ['he'],
  Devanagari: ['hi', 'mr'],
  Chinese: ['zh', 'ja'],
  Japanese: ['ja'],
  Korean: ['ko'],
  Georgian: ['ka'],
  Armenian: ['hy'],
  Thai: ['th'],
};
/** Log-odds by `Rank`, where a language’s words are known well, and where nothing but its small words is. */
const byRank = [-1.5, 1, 1.8, 2.3, 2.6];
const byRankOfFew = [-0.4, 1.8, 2.3, 2.6, 2.6];
/** From so many words on a language is known well. */
const wellKnown = 10_000;
const strangeLetter = -4;
const country = 3;
const told = 4;
const prior: Readonly<Record<string, number>> = {
  ru: 1.5,
  uk: 0.3,
  be: -0.7,
  mk: -0.7,
  ky: -0.3,
  ur: -1.5,
  mr: -2,
  fa: -1,
};
/** Japanese hardly writes so many characters in a row without kana. */
const longWithoutKana = 8;

/** The language that words `first` to `last`, both included, of a script are in, as far as it can be known. */
export function languageOfScript(
  text: TextIndex,
  first: number,
  last: number,
  script: ScriptName,
  languages: () => Languages | undefined,
  sourceLanguage: string | undefined,
): NamedLanguages {
  const possible = ofScript[script];
  if (!possible) return {codes: [], certainty: 0};
  if (possible.length === 1) return {codes: possible, certainty: 1};
  const source = sourceLanguage?.toLowerCase().split(/[-_]/)[0];
  const {starts, ends} = text.tokens;
  if (script === 'Chinese') {
    if (source !== undefined && possible.includes(source)) return {codes: [source], certainty: 1};
    const isLong = ends[last]! - starts[first]! >= longWithoutKana;
    return {codes: isLong ? ['zh'] : possible, certainty: 0.95};
  }
  const all = languages();
  const scores = possible.map((code) => {
    const language = all?.get(code);
    const before = (prior[code] ?? 0) + (code === source ? told : 0);
    return language ? before + scoreOf(text, first, last, language) : before - 2;
  });
  return mostLikely(possible, chancesOf(scores), source);
}

function scoreOf(text: TextIndex, first: number, last: number, language: LanguageEvidence): number {
  const {starts, ends, flags, hashes} = text.tokens;
  const ranks = language.size >= wellKnown ? byRank : byRankOfFew;
  let sum = 0;
  for (let i = first; i <= last; i++) {
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    sum += ranks[language.rank(hashes[i]!)]!;
    if (language.namesCountry(hashes[i]!)) sum += country;
    for (let k = starts[i]!; k < ends[i]!; k++) {
      const code = foldCode(text.prose.charCodeAt(k));
      if (code >= 0x370 && code !== 0x2019 && isLetter(code) && !language.writes(code)) sum += strangeLetter;
    }
  }
  return sum;
}

/** Not a mark of vowels or stress, which texts write or leave out. */
function isLetter(code: number): boolean {
  return /\p{L}/u.test(String.fromCharCode(code));
}
