import type {DictionaryEntry, PhraseMatch} from '../lexicon/phrases/entry.js';
import {entryFacts, losingVariants, suggestionsFor} from '../lexicon/phrases/suggest.js';
import {countWords, hasOperators, textOfPhrase} from '../lexicon/phrases/syntax.js';
import {notProse, type TextIndex, TokenFlag} from '../text/tokens.js';
import type {Report} from './rule.js';

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
 * Whether a replacement says all that stands there. A way of writing with choices, as in `attorney general of
 * (Ukraine|Georgia)`, matches words that the replacement does not have.
 */
function keepsWords({tokens}: TextIndex, {entry, first, last}: PhraseMatch, replacement: string): boolean {
  if (!entry.variants?.some(hasOperators)) return true;
  let words = 0;
  for (let i = first; i <= last; i++) if (!((tokens.flags[i] as number) & TokenFlag.Mark)) words++;
  return words <= countWords(replacement);
}
