import {primaryLanguage} from '../../text/language-tag.js';

// Runs of letters that are neither Latin nor of the script that a name says.
const arabic =
  /(?![\p{Script=Arabic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Arabic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const hebrew =
  /(?![\p{Script=Hebrew}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Hebrew}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const devanagari =
  /(?![\p{Script=Devanagari}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Devanagari}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const georgian =
  /(?![\p{Script=Georgian}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Georgian}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const armenian =
  /(?![\p{Script=Armenian}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Armenian}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const chinese =
  /(?![\p{Script=Han}\p{Script=Bopomofo}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Han}\p{Script=Bopomofo}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const japanese =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;
const korean =
  /(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}[^\p{Script=Hangul}\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu;

/** By the languages whose flags say no more of a word than that it is neither Latin, Cyrillic nor Greek. */
const byLanguage: Readonly<Record<string, RegExp>> = {
  ar: arabic,
  fa: arabic,
  ur: arabic,
  he: hebrew,
  hi: devanagari,
  mr: devanagari,
  ne: devanagari,
  ka: georgian,
  hy: armenian,
  zh: chinese,
  ja: japanese,
  ko: korean,
};

/**
 * Finds letters of another script where no flag of a token tells them apart: Thai in Arabic, Korean in Chinese, Cyrillic
 * glued to Chinese. `undefined` for languages whose letters the flags know.
 */
export function strangeLetters(language: string): RegExp | undefined {
  return byLanguage[primaryLanguage(language)];
}
