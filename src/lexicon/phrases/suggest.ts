import type {Report} from '../../engine/rule.js';
import {foldWord} from '../../text/hash.js';
import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import {hasVowelSound} from '../vowel-sound.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import {fillReplacement} from './replacement.js';
import {countWords, hasOperators, leavesOpen, textOfPhrase} from './syntax.js';

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

/** Whether a match may owe a word to a variant that leaves it open, or has more words than what is written: a person decides. */
function losesWords(text: TextIndex, match: PhraseMatch, replacement: string): boolean {
  const {entry, start, end} = match;
  const written = text.prose.slice(start, end).toLowerCase();
  if (entry.variants?.some((v) => !hasOperators(v) && textOfPhrase(v).toLowerCase() === written))
    return false;
  return losingVariants(entry).length > 0 || !keepsWords(text, match, replacement);
}

/** What to write for an entry: its replacements or, without any, its phrase, unless that stands for several texts. */
function preferredTexts({replace, phrase}: DictionaryEntry): readonly string[] {
  if (replace) return replace;
  return hasOperators(phrase) ? [] : [phrase];
}

/**
 * What a rule reports of a match that its dictionary writes in another way, all but the message: a fix where the entry
 * says that it is safe, else suggestions. Undefined where nothing is to be said: the match is the preferred form, it is
 * not prose, or no replacement fits. Its data are `text`, `better` and `note` (empty, or `. ` and the note).
 */
export function preferredForm(text: TextIndex, match: PhraseMatch): Omit<Report, 'messageId'> | undefined {
  const {entry, form, first, start, end} = match;
  if (form !== 'variant' || (text.tokens.zones[first] as number) & notProse) return undefined;
  const suggestions = suggestionsFor(text, match, preferredTexts(entry));
  const best = suggestions[0];
  if (!best) return undefined;
  const {severity, mqm, note} = entry;
  return {
    start,
    end,
    data: {text: text.prose.slice(start, end), better: best.text, note: note ? `. ${note}` : ''},
    facts: entryFacts(entry),
    ...(severity === 'info' || severity === 'warning' ? {severity} : {}),
    ...(mqm ? {mqm} : {}),
    ...(entry.apply === 'fix' && !losesWords(text, match, best.text)
      ? {fix: best.edits}
      : {suggestions: suggestions.map((s) => ({message: `Write “${s.text}”`, edits: s.edits}))}),
  };
}

/**
 * Whether a replacement says all that stands there. A way of writing with choices, as in `attorney general of
 * (Ukraine|Georgia)`, matches words that the replacement does not have.
 */
function keepsWords({tokens}: TextIndex, {entry, first, last}: PhraseMatch, replacement: string): boolean {
  if (!entry.variants?.some(hasOperators)) return true;
  let words = 0;
  for (let i = first; i <= last; i++) if (!((tokens.flags[i] as number) & TokenFlag.Mark)) words++;
  return words <= countWords(replacement);
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
