import {sourceWords} from '../../rules/bilingual/_shared/name-words.js';
import type {Article} from '../article/article.js';
import {foldedWords, relateWords} from '../names/between-articles.js';
import type {SourceForm} from './mentions-of.js';

/** Less like than that, a word of the original is another one. */
const likeEnough = 0.5;

/**
 * Finds what the original of an article has in the place of a name: the words, one each of the name, whose readings in
 * Latin letters are likest. Where the original is in a script that calque does not read, nothing is found.
 */
export function sourceForms(article: Article, language: string | undefined): SourceForm {
  const {original} = article;
  if (original === undefined || language === undefined) return () => undefined;
  const {prose} = original.article;
  const words = sourceWords(prose, {start: 0, end: prose.length}, language.split('-', 1)[0] as string).filter(
    ({word}) => word[0] !== word[0]?.toLowerCase() || word.toLowerCase() === word.toUpperCase(),
  );
  const byLatin = new Map(words.map(({latin, word}) => [latin, word]));
  const found = new Map<string, string | undefined>();
  const sourceOf = (word: string): string | undefined => {
    if (found.has(word)) return found.get(word);
    let best: string | undefined;
    let sure = likeEnough;
    const exact = byLatin.get(word);
    if (exact === undefined)
      for (const [latin, written] of byLatin) {
        if (latin[0] !== word[0] && latin.length < 4) continue;
        const {likeness} = relateWords(latin, word);
        if (likeness <= sure) continue;
        sure = likeness;
        best = written;
      }
    found.set(word, exact ?? best);
    return exact ?? best;
  };
  return ({text}) => {
    const parts = foldedWords(text).map(sourceOf);
    return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join(' ');
  };
}
