import {compilePhrases} from '../../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import type {ConfigProblem} from '../config-error.js';
import {parseDictionary} from './parse.js';

/** A dictionary file, read. */
export interface DictionaryText {
  /** As told in problems. */
  readonly file: string;
  readonly text: string;
}

/**
 * What is wrong in dictionaries that are used together: mistakes of form, phrases that cannot be understood, entries
 * that contradict each other, entries that repeat another or that their own exceptions hide, and kinds no rule reads.
 *
 * @param kinds kinds of entries that rules read
 */
export function checkDictionaries(
  files: readonly DictionaryText[],
  kinds: ReadonlySet<string>,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const entries: DictionaryEntry[] = [];
  for (const {file, text} of files) {
    const parsed = parseDictionary(text, file);
    problems.push(...parsed.problems.map((problem) => ({...problem, file})));
    entries.push(...parsed.entries);
  }
  for (const {entry, phrase, reason} of compilePhrases(entries).problems)
    problems.push({message: `“${phrase}”: ${reason}`, ...placeOf(entry)});
  const seen = new Map<string, {entry: DictionaryEntry; isVariant: boolean}>();
  for (const entry of entries) {
    if (!kinds.has(entry.kind))
      problems.push({
        message: `“${entry.phrase}”: no rule reads entries of the kind ${entry.kind}`,
        ...placeOf(entry),
      });
    for (const except of entry.except ?? []) {
      if (fold(except, entry) === fold(entry.phrase, entry))
        problems.push({
          message: `“${entry.phrase}”: its exception “${except}” is the phrase itself, so it is never found`,
          ...placeOf(entry),
        });
    }
    const spellings = [entry.phrase, ...(entry.variants ?? [])];
    for (const [i, spelling] of spellings.entries()) {
      const key = `${entry.kind}\n${entry.language ?? ''}\n${entry.position ?? ''}\n${fold(spelling, entry)}`;
      const other = seen.get(key);
      // Several entries may lead to one preferred form: it is what their variants become, and looked for nowhere.
      if (other && i === 0 && !other.isVariant && entry.variants && other.entry.variants) continue;
      if (!other) seen.set(key, {entry, isVariant: i > 0});
      else
        problems.push({
          message: conflict(spelling, entry, i > 0, other.entry, other.isVariant),
          ...placeOf(entry),
        });
    }
  }
  return problems;
}

function conflict(
  spelling: string,
  entry: DictionaryEntry,
  isVariant: boolean,
  other: DictionaryEntry,
  otherIsVariant: boolean,
): string {
  const at = other.origin ?? 'another entry';
  if (entry === other) return `“${spelling}” stands twice in this entry`;
  if (isVariant !== otherIsVariant)
    return `“${spelling}” is to be kept by one entry and replaced by the other (${at})`;
  const same =
    JSON.stringify(entry.replace) === JSON.stringify(other.replace) &&
    JSON.stringify(entry.source) === JSON.stringify(other.source);
  if (same) return `“${spelling}” repeats the entry at ${at}`;
  return `“${spelling}” is also in the entry at ${at}, which says otherwise: which one counts is left to chance`;
}

function fold(phrase: string, entry: DictionaryEntry): string {
  const text = phrase.normalize('NFC').replace(/\s+/g, ' ').trim();
  return entry.case === 'exact' ? text : text.toLowerCase();
}

function placeOf({origin}: DictionaryEntry): {file?: string; line?: number; column?: number} {
  const parts = /^(.*):(\d+)$/.exec(origin ?? '');
  return parts ? {file: parts[1] as string, line: Number(parts[2]), column: 1} : {};
}
