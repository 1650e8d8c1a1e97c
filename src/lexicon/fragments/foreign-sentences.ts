import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {LanguageEvidence, Languages} from '../languages.js';
import {Rank} from '../languages.js';
import type {Fragment} from './find-fragments.js';
import type {Target} from './target.js';

/** So many words, and so large a share of its words, must be strange before a sentence is asked about as a whole. */
const leastWords = 3;
const leastShare = 0.35;
/** From here on a word of the target language is one of its ordinary ones. */
const ordinary = 2;

/**
 * Fragments of one sentence, none of whose other words is of the target language alone, become one: a sentence that
 * was left is told once, and its numbers, names and marks are written as its own language writes them.
 *
 * @param fragments in the order of their places
 */
export function joinSentences(
  text: TextIndex,
  fragments: readonly Fragment[],
  target: Target,
  languages: Languages | undefined,
): readonly Fragment[] {
  if (!languages || fragments.length === 0) return fragments;
  const {sentences} = text;
  const out: Fragment[] = [];
  let at = 0;
  let i = 0;
  while (i < fragments.length) {
    const {first} = fragments[i]!;
    while (at < sentences.count && sentences.last[at]! < first) at++;
    if (at >= sentences.count || sentences.first[at]! > first) {
      out.push(fragments[i++]!);
      continue;
    }
    let next = i;
    while (next < fragments.length && fragments[next]!.last <= sentences.last[at]!) next++;
    const runs = fragments.slice(i, Math.max(next, i + 1));
    const whole =
      next > i ? joined(text, runs, sentences.first[at]!, sentences.last[at]!, target, languages) : undefined;
    out.push(...(whole ? [whole] : runs));
    i += runs.length;
  }
  return out;
}

function joined(
  text: TextIndex,
  runs: readonly Fragment[],
  from: number,
  to: number,
  target: Target,
  languages: Languages,
): Fragment | undefined {
  const main = runs.find(({place, isName}) => place.enclosed === 'none' && !isName);
  if (!main || runs.some(({place}) => place.enclosed === 'square')) return undefined;
  const strange = runs.reduce((sum, {words}) => sum + words, 0);
  const code = runs.flatMap((run) => run.languages)[0];
  const language = code === undefined ? undefined : languages.get(code);
  if (strange < leastWords || !language) return undefined;
  const {flags} = text.tokens;
  let words = 0;
  let run = 0;
  let first = -1;
  let last = -1;
  for (let i = from; i <= to; i++) {
    if ((flags[i]! & TokenFlag.Mark) === 0) {
      if (first < 0) first = i;
      last = i;
    }
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    words++;
    while (run < runs.length && runs[run]!.last < i) run++;
    if (run < runs.length && runs[run]!.first <= i) continue;
    if (isNative(text, i, target, language)) return undefined;
  }
  if (strange < words * leastShare) return undefined;
  const {starts, ends} = text.tokens;
  return {...main, first, last, start: starts[first]!, end: ends[last]!, words, strange, isName: false};
}

/** Whether a word is of the target language and not of the other one; a capital within a sentence may be a name of either. */
export function isNative(text: TextIndex, i: number, target: Target, language: LanguageEvidence): boolean {
  const {flags, starts, ends, hashes} = text.tokens;
  const isCapital = (flags[i]! & TokenFlag.InitialCap) !== 0 && (flags[i]! & TokenFlag.SentenceStart) === 0;
  if (isCapital) return false;
  const tier = target.get(text.prose, starts[i]!, ends[i]!, hashes[i]!) & 3;
  return tier >= ordinary && language.rank(hashes[i]!) < Rank.Frequent;
}
