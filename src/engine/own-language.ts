import type {Article} from '../article/article.js';
import {languageNames} from '../generated/language-names.js';
import {declaredLanguage, hidePassages} from '../text/conceal.js';
import {primaryLanguage} from '../text/language-tag.js';
import type {Settings} from './rule.js';

/** Words of English that hardly any other language has, or has often: about every sixth word of an English text. */
const englishWords: ReadonlySet<string> = new Set(
  'the and of that with from this which have were been said they would their who has'.split(' '),
);
/** So large a share of them is only had by English; a text in another language that quotes English stays below. */
const leastShare = 0.07;
const leastHits = 2;
const mostUnits = 20_000;
const mostLetters = 3;
/** Tags that name no language. */
const nameless: ReadonlySet<string> = new Set(['mis', 'mul', 'und', 'zxx', 'root']);

/**
 * The tag of the language that an article is to be read in, where it says one and that is not the language of the
 * settings. What it says does not count where the text is plainly English: a translated page keeps the mark of its original.
 *
 * @returns language, script and region (BCP 47)
 */
export function ownLanguage(article: Article, settings: Settings): string | undefined {
  const tag = declaredLanguage(article);
  if (tag === undefined) return undefined;
  const [first = '', ...rest] = tag.trim().split(/[-_]/);
  const language = first.toLowerCase();
  if (language.length > mostLetters || nameless.has(language) || !Object.hasOwn(languageNames, language))
    return undefined;
  if (language === primaryLanguage(settings.language)) return undefined;
  const origin = article.original?.language ?? settings.sourceLanguage;
  if (language === primaryLanguage(origin)) return undefined;
  if (readsLikeEnglish(hidePassages(article, language), article.blocks)) return undefined;
  const parts = rest.filter((part) => /^(?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3})$/.test(part)).slice(0, 2);
  return [language, ...parts].join('-');
}

/** @param prose without the passages that say they are in other languages */
function readsLikeEnglish(prose: string, blocks: Article['blocks']): boolean {
  let words = 0;
  let hits = 0;
  let left = mostUnits;
  for (const {start, end} of blocks) {
    if (left <= 0) break;
    for (const [word] of prose.slice(start, Math.min(end, start + left)).matchAll(/[\p{L}\p{M}]+/gu)) {
      words++;
      if (englishWords.has(word.toLowerCase())) hits++;
    }
    left -= end - start;
  }
  return hits >= leastHits && hits >= leastShare * words;
}
