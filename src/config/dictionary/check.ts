import {compilePhrases} from '../../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {losingVariants} from '../../lexicon/phrases/suggest.js';
import type {ConfigProblem} from '../config-error.js';
import {findConflicts, placeOf} from './conflicts.js';
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
    if (entry.apply === 'fix')
      for (const variant of losingVariants(entry))
        problems.push({
          message: `“${variant}”: with “apply: fix”, what it leaves open would be lost, so a person is asked. Take it up in “replace” (<2> is the second word, <-1> the last), or make entries of it`,
          ...placeOf(entry),
        });
  }
  problems.push(...findConflicts(entries, true));
  const order = files.map(({file}) => file);
  return problems.sort(
    (a, b) => order.indexOf(a.file ?? '') - order.indexOf(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0),
  );
}

function fold(phrase: string, entry: DictionaryEntry): string {
  const text = phrase.normalize('NFC').replace(/\s+/g, ' ').trim();
  return entry.case === 'exact' ? text : text.toLowerCase();
}
