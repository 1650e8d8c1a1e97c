import type {Article} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import {compilePhrases, PhraseMatcher} from '../../src/lexicon/phrases/automaton.js';
import type {DictionaryEntry, PhraseMatch} from '../../src/lexicon/phrases/entry.js';
import {indexText} from '../../src/text/index-text.js';
import type {TextIndex} from '../../src/text/tokens.js';

const read = await loadReader('text');

/** An entry of kind `calque` with what a test does not care about filled in. */
export function entry(phrase: string, more: Partial<DictionaryEntry> = {}): DictionaryEntry {
  return {kind: 'calque', origin: 'test.yml:1', phrase, ...more};
}

export interface Found {
  readonly text: TextIndex;
  readonly matches: readonly PhraseMatch[];
}

/** All matches of `entries` in a plain text. */
export function findIn(
  source: string,
  entries: readonly DictionaryEntry[],
  active: (e: DictionaryEntry) => boolean = () => true,
): Found {
  const {tables, problems} = compilePhrases(entries);
  if (problems.length > 0) throw new Error(problems.map((p) => `${p.phrase}: ${p.reason}`).join('\n'));
  const matcher = new PhraseMatcher(entries, tables, active);
  const article: Article = read(source);
  const text = indexText(article);
  const matches: PhraseMatch[] = [];
  for (let s = 0; s < text.sentences.count; s++) {
    matches.push(
      ...(matcher.matchSentence(text, text.sentences.first[s] as number, text.sentences.last[s] as number) ??
        []),
    );
  }
  return {text, matches};
}

/** The texts that match. */
export function found(
  source: string,
  entries: readonly DictionaryEntry[],
  active?: (e: DictionaryEntry) => boolean,
): string[] {
  return findIn(source, entries, active).matches.map((m) => source.slice(m.start, m.end));
}
