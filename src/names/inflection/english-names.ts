import type {LanguageEvidence} from '../../lexicon/languages.js';
import {type Lexicon, parseLexicon} from '../../lexicon/lexicon.js';
import {hashOf} from '../../text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';
import type {NameServices} from '../services.js';
import type {Judged} from './judge.js';
import type {Lemma} from './lemmas.js';
import type {InflectedWord} from './name-words.js';

/** The bits of an entry that say how common the word is in small letters. */
const tier = 3;
const ofHash = hashOf('of');
const theHash = hashOf('the');
const capital = TokenFlag.InitialCap | TokenFlag.AllCaps;

/**
 * Whether the letters differ because the two are not what they seem: two English names or words (`Alan`, `Allan`; `Global
 * Citizens`), what the language calls a place and what English does (`Skottland`, `Scotland`), or a word of an English
 * name.
 */
export function isEnglishName(
  {a, b, stemA, stemB, edit, beside}: Judged,
  lemmas: ReadonlyMap<InflectedWord, Lemma>,
  language: LanguageEvidence | undefined,
  text: TextIndex,
  services: NameServices,
): boolean {
  const lexicon = services.resource('lexicon-en.bin', parseLexicon);
  if (lexicon === undefined) return false;
  const ofA = entryOf(a, stemA, lexicon);
  const ofB = entryOf(b, stemB, lexicon);
  if (ofA !== 0 && ofB !== 0) return !beside || ((ofA & tier) > 0 && (ofB & tier) > 0);
  if (ofA === 0 && ofB === 0) return false;
  const [english, own] = ofA === 0 ? [lemmas.get(b)!, lemmas.get(a)!] : [lemmas.get(a)!, lemmas.get(b)!];
  if (own.words.some((word) => language?.namesCountry(hashOf(word.text)))) return true;
  // One odd spelling of what is mostly spelt as English does is a slip, the reverse may be a habit.
  const isPart = english.words.every(({places}) => places.every(({before}) => before !== undefined));
  const isHabit = !beside && (isPart || english.count <= own.count);
  const isWord = ((ofA | ofB) & tier) > 1;
  if (isHabit && (edit.first || isWord || edit.kind === 'confused')) return true;
  return english.words.every(({places}) =>
    places.every(({firstToken}) => isAmongEnglish(firstToken, text, lexicon)),
  );
}

const entryOf = ({text}: InflectedWord, stem: number, lexicon: Lexicon): number =>
  lexicon.get(hashOf(text)) || lexicon.get(hashOf(text.slice(0, stem)));

/** Inside a title, or beside another English word with a capital, `of` or `the`. */
function isAmongEnglish(token: number, {tokens}: TextIndex, lexicon: Lexicon): boolean {
  const {flags, hashes, zones} = tokens;
  const isEnglish = (i: number): boolean => {
    const flag = flags[i] ?? 0;
    if ((flag & TokenFlag.Word) === 0) return false;
    if (hashes[i] === ofHash || hashes[i] === theHash || (flag & TokenFlag.AllCaps) !== 0) return true;
    return (flag & capital) !== 0 && lexicon.get(hashes[i]!) !== 0;
  };
  return (zones[token]! & Zone.Title) !== 0 || isEnglish(token - 1) || isEnglish(token + 1);
}
