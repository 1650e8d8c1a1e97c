import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {textsOf} from '../../lexicon/phrases/house-first.js';
import type {ConfigProblem} from '../config-error.js';

interface Seen {
  readonly entry: DictionaryEntry;
  readonly isVariant: boolean;
  readonly spelling: string;
}

/**
 * Entries that contradict each other: two ways to write one spelling, a spelling that one keeps and another replaces,
 * or phrases that differ in capitals alone where these do not matter.
 *
 * @param repeats whether to tell too what merely stands twice
 */
export function findConflicts(entries: readonly DictionaryEntry[], repeats: boolean): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const seen = new Map<string, Seen>();
  for (const entry of entries) {
    for (const [i, spelling] of [entry.phrase, ...(entry.variants ?? [])].entries()) {
      const told = new Set<DictionaryEntry>();
      for (const text of textsOf(spelling)) {
        const key = `${entry.kind}\n${entry.language ?? ''}\n${entry.position ?? ''}\n${text}`;
        const now = {entry, isVariant: i > 0, spelling};
        const other = seen.get(key);
        if (!other) {
          seen.set(key, now);
          continue;
        }
        if (told.has(other.entry)) continue;
        const message = conflict(now, other, repeats);
        if (message === undefined) continue;
        told.add(other.entry);
        problems.push({message, ...placeOf(entry)});
      }
    }
  }
  return problems;
}

/** What is wrong with two spellings that are alike but for their capitals. */
function conflict(now: Seen, other: Seen, repeats: boolean): string | undefined {
  const {entry, isVariant, spelling} = now;
  const at = other.entry.origin ?? 'another entry';
  const differ = spelling.normalize('NFC') !== other.spelling.normalize('NFC');
  if (differ && entry.case === 'exact' && other.entry.case === 'exact') return undefined;
  if (entry === other.entry) {
    // `Nato` may be the unwanted way to write `NATO`.
    if (differ && isVariant !== other.isVariant) return undefined;
    return repeats ? `“${spelling}” stands twice in this entry` : undefined;
  }
  if (isVariant !== other.isVariant)
    return `“${spelling}” is to be kept by one entry and replaced by the other (${at})`;
  if (!isVariant) {
    if (differ)
      return `“${spelling}” is written “${other.spelling}” by the entry at ${at}: capitals alone differ`;
    // Several entries may lead to one preferred form: it is what their variants become, and looked for nowhere.
    if (entry.variants && other.entry.variants && isPreferred(entry)) return undefined;
  }
  const same =
    JSON.stringify(entry.replace ?? entry.phrase) ===
      JSON.stringify(other.entry.replace ?? other.entry.phrase) &&
    JSON.stringify(entry.source) === JSON.stringify(other.entry.source);
  if (same) return repeats ? `“${spelling}” repeats the entry at ${at}` : undefined;
  // Other kinds may say several things of one phrase, by the language it comes from.
  if (!repeats && !isPreferred(entry)) return undefined;
  return `“${spelling}” is also in the entry at ${at}, which says otherwise: which one counts is left to chance`;
}

const isPreferred = ({kind}: DictionaryEntry): boolean => kind === 'name' || kind === 'term';

/** Where an entry stands, for a problem. */
export function placeOf({origin}: DictionaryEntry): {file?: string; line?: number; column?: number} {
  const parts = /^(.*):(\d+)$/.exec(origin ?? '');
  return parts ? {file: parts[1] as string, line: Number(parts[2]), column: 1} : {};
}
