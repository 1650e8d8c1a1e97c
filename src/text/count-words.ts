import {Feature} from './tokens.js';

/** Letters of scripts that set no space between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const denseRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+/gu;
/** From this share of dense runs among the words on, a text is one of such a script. */
const leastShare = 0.3;
/** Characters a word where there is no segmenter: means of `Intl.Segmenter` (ICU 74) over news texts. */
const charactersOfWord: readonly (readonly [RegExp, number])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 1.8],
  [/\p{Script=Han}/u, 1.6],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, 4],
];

let segmenter: Intl.Segmenter | null | undefined;

/**
 * The words of a text. Where words stand between spaces these are the tokens counted before; in scripts without spaces,
 * `Intl.Segmenter` cuts them, or, where the JavaScript engine has none, their characters are divided by a mean length.
 *
 * @param tokens words and numbers as the tokenizer counts them
 */
export function countWords(prose: string, tokens: number, features: number): number {
  if ((features & Feature.OtherScript) === 0 || !dense.test(prose)) return tokens;
  const runs = prose.match(denseRun) ?? [];
  if (runs.length < tokens * leastShare) return tokens;
  let words = Math.max(0, tokens - runs.length);
  for (const run of runs) words += wordsOf(run);
  return Math.round(words);
}

function wordsOf(run: string): number {
  segmenter ??= 'Segmenter' in Intl ? new Intl.Segmenter('en', {granularity: 'word'}) : null;
  if (!segmenter) return estimateWords(run);
  let words = 0;
  for (const {isWordLike} of segmenter.segment(run)) if (isWordLike) words++;
  return words;
}

/** What stands for the segmenter where there is none. */
export function estimateWords(run: string): number {
  const length = charactersOfWord.find(([script]) => script.test(run))?.[1] ?? 1;
  return Math.max(1, run.length / length);
}
