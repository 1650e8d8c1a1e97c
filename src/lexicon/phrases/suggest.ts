import {foldWord} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {hasVowelSound} from '../vowel-sound.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import {fillReplacement} from './replacement.js';
import {leavesOpen} from './syntax.js';

/** A change of the prose; offsets are UTF-16 offsets into it. */
export interface ProseEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One replacement of a match: what it reads, and the edits, with a/an before it made to fit. */
export interface PhraseSuggestion {
  readonly text: string;
  readonly edits: readonly ProseEdit[];
}

/** The replacements of a match, best first; those that ask for a token the match does not have are left out. */
export function suggestionsFor(
  text: TextIndex,
  match: PhraseMatch,
  replacements: readonly string[],
): PhraseSuggestion[] {
  const out: PhraseSuggestion[] = [];
  for (const replacement of replacements) {
    const filled = fillReplacement(text, match, replacement);
    if (filled === undefined || filled === text.prose.slice(match.start, match.end)) continue;
    const article = articleEdit(text, match.first - 1, filled);
    out.push({
      text: filled,
      edits: [...(article ? [article] : []), {start: match.start, end: match.end, text: filled}],
    });
  }
  return out;
}

/** Facts of a finding that rests on an entry: where the entry stands, and whose dictionary that is. */
export function entryFacts({origin, house}: DictionaryEntry): {
  readonly entry: string;
  readonly dictionary: 'house' | 'bundled';
} {
  return {entry: origin, dictionary: house ? 'house' : 'bundled'};
}

/**
 * Variants of an entry that leave open which name, number or word stands in them, while what is written instead takes
 * none of it up: `attorney general of (Ukraine|Georgia)` would become one and the same `prosecutor general`.
 */
export function losingVariants({variants = [], replace, phrase}: DictionaryEntry): readonly string[] {
  const written = replace?.[0] ?? phrase;
  return /<-?\d+-?>/.test(written) ? [] : variants.filter((variant) => leavesOpen(variant, written));
}

/** Turns the a or an at token `at` into the one that fits the word after it, when it does not yet. */
function articleEdit(text: TextIndex, at: number, next: string): ProseEdit | undefined {
  if (at < 0 || !((text.tokens.flags[at] as number) & TokenFlag.Word)) return undefined;
  const article = text.token(at);
  const folded = foldWord(article);
  if (folded !== 'a' && folded !== 'an') return undefined;
  const vowel = hasVowelSound(/^[^\s-]+/.exec(next)?.[0] ?? '');
  const wanted = vowel === undefined ? folded : vowel ? 'an' : 'a';
  if (wanted === folded) return undefined;
  const written = article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
  return {start: text.tokens.starts[at] as number, end: text.tokens.ends[at] as number, text: written};
}
