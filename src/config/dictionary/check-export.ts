import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {hasOperators, textOfPhrase} from '../../lexicon/phrases/syntax.js';
import {importDictionary, type NameFormat} from '../../names/dictionary/index.js';
import {parseDictionary} from './parse.js';

/** What an export would lose. */
export interface Losses {
  /** Phrases of entries that would be read back as something else. */
  readonly broken: readonly string[];
  /** Fields that the format has no place for, with the number of entries that have them. */
  readonly fields: ReadonlyMap<string, number>;
}

/** Reads what was exported again, and compares it with what it was made of. */
export function lossesOf(format: NameFormat, entries: readonly DictionaryEntry[], text: string): Losses {
  const {entries: back} = format === 'yaml' ? parseDictionary(text, format) : importDictionary(format, text);
  const broken: string[] = [];
  const fields = new Map<string, number>();
  if (back.length !== entries.length) return {broken: entries.map(({phrase}) => phrase), fields};
  for (const [i, entry] of entries.entries()) {
    const read = back[i] as DictionaryEntry;
    if (meant([entry.phrase]) !== meant([read.phrase]) || meant(entry.variants) !== meant(read.variants)) {
      broken.push(entry.phrase);
      continue;
    }
    for (const key of new Set([...Object.keys(entry), ...Object.keys(read)]) as Set<keyof DictionaryEntry>) {
      if (key === 'origin' || key === 'house' || key === 'phrase' || key === 'variants') continue;
      if (fieldOf(entry, key) !== fieldOf(read, key)) fields.set(key, (fields.get(key) ?? 0) + 1);
    }
  }
  return {broken, fields};
}

/** Texts that phrases stand for, in no order, each once; a phrase itself where it stands for several. */
function meant(phrases: readonly string[] = []): string {
  const texts = phrases.map((phrase) => (hasOperators(phrase) ? `\0${phrase}` : textOfPhrase(phrase)));
  return JSON.stringify(
    [...new Set(texts.map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()))].sort(),
  );
}

function fieldOf(entry: DictionaryEntry, key: keyof DictionaryEntry): string {
  if (key === 'except') return meant(entry.except);
  if (key === 'case') return entry.case ?? 'fold';
  return JSON.stringify(entry[key]) ?? '';
}
