import {primaryLanguage} from '../../text/language-tag.js';

/** Letters of the languages whose flags say no more than that they are neither Latin, Cyrillic nor Greek. */
const scriptsOf: Readonly<Record<string, string>> = {
  ar: '\\p{Script=Arabic}',
  fa: '\\p{Script=Arabic}',
  ur: '\\p{Script=Arabic}',
  he: '\\p{Script=Hebrew}',
  hi: '\\p{Script=Devanagari}',
  mr: '\\p{Script=Devanagari}',
  ne: '\\p{Script=Devanagari}',
  ka: '\\p{Script=Georgian}',
  hy: '\\p{Script=Armenian}',
  zh: '\\p{Script=Han}\\p{Script=Bopomofo}',
  ja: '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}',
  ko: '\\p{Script=Hangul}\\p{Script=Han}',
};

const made = new Map<string, RegExp | undefined>();

/**
 * Runs of letters that are neither Latin nor of the script of a language, where no flag of a token tells them apart: Thai in
 * Arabic, Korean in Chinese, Cyrillic glued to Chinese. `undefined` for languages whose letters the flags know.
 */
export function strangeLetters(language: string): RegExp | undefined {
  const code = primaryLanguage(language);
  if (!made.has(code)) {
    const own = scriptsOf[code];
    const latin = '\\p{Script=Latin}\\p{Script=Common}\\p{Script=Inherited}';
    made.set(
      code,
      own === undefined ? undefined : new RegExp(`(?![${own}${latin}])\\p{L}[^${own}${latin}]*`, 'gu'),
    );
  }
  return made.get(code);
}
