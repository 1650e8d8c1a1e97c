import {type Languages, parseLanguages, Rank} from '../../lexicon/languages.js';
import {localeOf} from '../../locale/locale.js';
import {Feature, type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {Mention, NameCluster, NameForm} from '../name-table.js';
import type {NameServices} from '../services.js';
import {findCandidates} from './candidates.js';
import {type Endings, endingsOf} from './endings.js';
import {isEnglishName} from './english-names.js';
import {enough, type Judged, judgePair} from './judge.js';
import {type Lemma, lemmasOf} from './lemmas.js';
import {findInflectedWords, type InflectedWord} from './name-words.js';
import {findDottedWords, findUncasedWords} from './uncased-words.js';

/**
 * Names that stand in two spellings in an article of a language that declines them: forms of one stem are one name, and
 * stems that differ in one sound are two spellings of it, where the text gives reason to think so.
 */
export function findSpellings(text: TextIndex, services: NameServices): NameCluster[] {
  const code = localeOf(services.settings.language)?.code;
  const endings = code === undefined ? undefined : endingsOf(code);
  if (code === undefined || endings === undefined) return [];
  if (uncased.has(code)) return findUncasedSpellings(text, code, endings);
  const languages: Languages | undefined = services.resource('languages.bin', parseLanguages);
  const language = languages?.get(code);
  const fold = endings.unaccented ? withoutAccents : withoutYo;
  const words = findInflectedWords(text, language, scriptOf(text, code), fold).filter(
    ({rank, places}) =>
      rank < Rank.Frequent && places.some(({free, before, after}) => free || before || after),
  );
  if (words.length < 2) return [];
  const lemmas = lemmasOf(words, endings);
  const court = {lemmas, text, language, nouns: endings.nouns};
  const told: Judged[] = [];
  for (const candidate of findCandidates(lemmas, endings, code)) {
    const judged = judgePair(candidate, court);
    if (judged === undefined || judged.weight < enough) continue;
    if (!isEnglishName(judged, lemmas, language, text, services)) told.push(judged);
  }
  return clustersOf(
    told.sort((p, q) => q.weight - p.weight),
    lemmas,
  );
}

/** Languages whose scripts have no capitals. */
const uncased = new Set(['ka', 'he', 'ar', 'fa', 'ko', 'hi', 'ja']);

/** Two surnames behind one given name, which only a sound within them parts. */
function findUncasedSpellings(text: TextIndex, code: string, endings: Endings): NameCluster[] {
  const {words, given} = code === 'ja' ? findDottedWords(text) : findUncasedWords(text, code);
  if (words.length < 3) return [];
  const lemmas = lemmasOf(words, endings);
  const court = {lemmas, text, language: undefined, nouns: false};
  const told: Judged[] = [];
  for (const candidate of findCandidates(lemmas, endings, code)) {
    // The last sound may be an ending that the table lacks.
    if (given.has(candidate.a) || given.has(candidate.b) || candidate.edit.last) continue;
    const judged = judgePair(candidate, court);
    if (judged?.beside && judged.weight >= enough) told.push(judged);
  }
  return clustersOf(
    told.sort((p, q) => q.weight - p.weight),
    lemmas,
  );
}

/** `Ё` is mostly written `Е`, in one text as well. */
const withoutYo = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');
const marks = /\p{M}/gu;
const withoutAccents = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(marks, '').replaceAll('ς', 'σ');

const cyrillic = new Set(['ru', 'uk', 'be', 'bg', 'mk']);

/** The letters that most of the text is in, of those that the language may be written in. */
function scriptOf({features}: TextIndex, code: string): number {
  if (code === 'el') return TokenFlag.Greek;
  if (code === 'hy') return TokenFlag.OtherScript;
  const isCyrillic = cyrillic.has(code) || (code === 'sr' && (features & Feature.Cyrillic) !== 0);
  return isCyrillic ? TokenFlag.Cyrillic : TokenFlag.Latin;
}

/** Each name is told once, with the spelling that most speaks for. */
function clustersOf(pairs: readonly Judged[], lemmas: ReadonlyMap<InflectedWord, Lemma>): NameCluster[] {
  const taken = new Set<Lemma>();
  const clusters: NameCluster[] = [];
  for (const {a, b, stemA, stemB, weight, reasons} of pairs) {
    const left = lemmas.get(a)!;
    const right = lemmas.get(b)!;
    if (taken.has(left) || taken.has(right)) continue;
    taken.add(left).add(right);
    const forms = [toForm(left, a, stemA), toForm(right, b, stemB)].sort(
      (x, y) => y.count - x.count || x.mentions[0]!.start - y.mentions[0]!.start,
    );
    const confidence = Math.min(0.99, Math.round(75 + 8 * (weight - enough)) / 100);
    clusters.push({forms, kind: 'unknown', confidence, evidence: reasons});
  }
  return clusters.sort((x, y) => x.forms[0]!.mentions[0]!.start - y.forms[0]!.mentions[0]!.start);
}

function toForm(lemma: Lemma, word: InflectedWord, stem: number): NameForm {
  const mentions: Mention[] = lemma.words
    .flatMap(({places}) => places)
    .map(({start, end, firstToken, lastToken}) => ({start, end, firstToken, lastToken}))
    .sort((x, y) => x.start - y.start);
  return {text: word.text, count: mentions.length, mentions, stem};
}
