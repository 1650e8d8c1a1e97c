import type {RuleMeta} from '../engine/rule.js';
import {languageNames} from '../generated/language-names.js';
import {parseLanguages} from '../lexicon/languages.js';
import {localeOf} from '../locale/locale.js';
import {primaryLanguage} from '../text/language-tag.js';
import {installedDictionaries} from './installed-dictionary.js';
import {readResource} from './resources.js';

/** What calque can judge of articles in one language. */
export interface LanguageSupport {
  /** English name; undefined for a tag that names no language which calque has heard of. */
  readonly name: string | undefined;
  /** Whether it knows the language’s words: its own list, or an installed dictionary. */
  readonly words: 'list' | 'dictionary' | 'both' | 'none';
  /** Whether it knows how the language writes quotations, numbers and dates. */
  readonly hasLocale: boolean;
}

/** Whether a rule judges texts in a language (BCP 47 tag). */
export function judges({languages}: Pick<RuleMeta, 'languages'>, language: string): boolean {
  const tag = language.toLowerCase();
  return !languages || languages.some((one) => tag === one || tag.startsWith(`${one}-`));
}

/** Reads the lists of words, but for English. */
export function supportOf(language: string): LanguageSupport {
  const code = primaryLanguage(language);
  if (code === 'en') return {name: 'English', words: 'list', hasLocale: true};
  const bytes = readResource('languages.bin');
  const hasList = bytes !== undefined && parseLanguages(bytes).get(code) !== undefined;
  const hasDictionary = installedDictionaries().some((name) => name.startsWith(`dictionary-${code} `));
  return {
    name: languageNames[code],
    words: hasList ? (hasDictionary ? 'both' : 'list') : hasDictionary ? 'dictionary' : 'none',
    hasLocale: localeOf(language) !== undefined,
  };
}

/** What is said of a language other than English, with how many of the rules that are on judge it. */
export function supportInWords(language: string, able: number, all: number): string {
  const {name, words, hasLocale} = supportOf(language);
  if (name === undefined && !hasLocale && words === 'none')
    return `no language that calque knows has the tag “${language}”: only the ${able} of ${all} rules that need no language run`;
  const lacks = [
    ...(words === 'none' ? ['its words (an npm package dictionary-… may have them)'] : []),
    ...(hasLocale ? [] : ['its quotation marks, numbers and dates']),
  ];
  const lack = lacks.length === 0 ? '' : `; calque does not know ${lacks.join(' and ')}`;
  return `${able} of ${all} rules judge ${name ?? language}${lack}. \`calque rules --language ${language}\` lists them`;
}
