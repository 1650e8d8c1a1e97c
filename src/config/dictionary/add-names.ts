import fs from 'node:fs';
import path from 'node:path';
import {type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq} from 'yaml';
import {withLock} from '../../files/lock.js';
import {FileRefused, mostOfDictionary, readRegularText} from '../../files/read-regular.js';
import {writeWhole} from '../../files/write-whole.js';
import {compilePhrases} from '../../lexicon/phrases/automaton.js';
import {hasOperators, textOfPhrase} from '../../lexicon/phrases/syntax.js';
import {ConfigError} from '../config-error.js';
import {entryOf, type NewEntry, type NewName} from './new-name.js';
import {parseDictionary} from './parse.js';

const head = '# Names of this project: how each is written, and the spellings that stand for it.\n';

const refusal = (message: string): ConfigError => new ConfigError([{message}]);

/** What became of entries that were to be added. */
export interface Added {
  readonly added: number;
  /** Entries that were there and lacked something. */
  readonly completed: number;
  /** Phrases of entries that were there as they are. */
  readonly known: readonly string[];
}

/**
 * Adds names to a dictionary, making the file where there is none. A name that is there gets the spellings it lacks; what
 * was the unwanted spelling of another name, and is now right as it is written, is taken away from there.
 *
 * @throws ConfigError when the file is broken, or could not be read again
 */
export function addToDictionary(file: string, names: readonly NewName[]): Promise<Added> {
  return change(file, (entries) => {
    let dropped = 0;
    for (const {phrase} of names)
      for (const item of entries.items)
        if (isOfKind(item, 'name', entries) && dropVariant(item, phrase)) dropped++;
    const all = addAll(entries, names.map(entryOf), ['variants']);
    return {...all, completed: all.completed + dropped};
  });
}

/**
 * Adds entries to a dictionary with all that they say. One that is there gets what it lacks; what it says already stays.
 *
 * @throws ConfigError when the file is broken, or could not be read again
 */
export function addEntries(file: string, fresh: readonly NewEntry[]): Promise<Added> {
  return change(file, (entries) => addAll(entries, fresh));
}

/** The list of entries of a dictionary file, with the kind that the file sets for all of them. */
interface Entries {
  readonly document: Document;
  readonly list: YAMLSeq;
  readonly items: readonly unknown[];
  readonly kind: unknown;
}

/** The text of a dictionary file. */
function readWhole(file: string): string {
  try {
    return readRegularText(file, mostOfDictionary);
  } catch (error) {
    if (error instanceof FileRefused) throw new FileRefused(`${file} ${error.message}`);
    throw error;
  }
}

/** Reads a file, changes it and writes it, while nobody else does. Nothing is written that could not be read again. */
function change(file: string, act: (entries: Entries) => Added): Promise<Added> {
  const name = path.basename(file);
  return withLock(file, () => {
    const before = fs.existsSync(file) ? readWhole(file) : `${head}kind: name\nentries: []\n`;
    const document: Document = parseDocument(before);
    const contents: unknown = document.contents;
    if (document.errors.length > 0 || !isMap(contents)) throw refusal(`${name} is broken: mend it first`);
    if (!isSeq(contents.get('entries'))) contents.set('entries', document.createNode([]));
    const list = contents.get('entries');
    if (!isSeq(list)) throw refusal(`${name} has no list of entries`);
    list.flow = false;
    const added = act({document, list, items: list.items, kind: contents.get('kind')});
    if (added.added + added.completed === 0 && fs.existsSync(file)) return added;
    const after = document.toString({lineWidth: 0});
    const faults = new Set(faultsOf(before, name));
    const fault = faultsOf(after, name).find((one) => !faults.has(one));
    if (fault !== undefined)
      throw refusal(`nothing was written to ${name}, which could not be read again: ${fault}`);
    writeWhole(file, after);
    return added;
  });
}

function faultsOf(text: string, name: string): string[] {
  const {entries, problems} = parseDictionary(text, name);
  const broken = compilePhrases(entries).problems.map(({phrase, reason}) => `“${phrase}”: ${reason}`);
  return [...problems.map(({message}) => message), ...broken];
}

function isOfKind(item: unknown, kind: string, {kind: ofFile}: Entries): item is YAMLMap {
  return isMap(item) && (item.get('kind') ?? ofFile) === kind;
}

const order = ['kind', 'phrase', 'type', 'variants'] as const satisfies (keyof NewEntry)[];

/** @param completing what an entry that is there may get; default: all that it lacks */
function addAll(
  entries: Entries,
  fresh: readonly NewEntry[],
  completing?: readonly (keyof NewEntry)[],
): Added {
  const {document, list, kind: kindOfFile} = entries;
  let [added, completed] = [0, 0];
  const known: string[] = [];
  for (const entry of fresh) {
    const item = entries.items.find(
      (one) => isOfKind(one, entry.kind, entries) && spelt(one.get('phrase')) === spelt(entry.phrase),
    );
    if (isMap(item)) {
      if (complete(document, item, entry, completing)) completed++;
      else known.push(String(spelt(entry.phrase)));
      continue;
    }
    const all: Record<string, unknown> = {};
    for (const key of [...order, ...Object.keys(entry)] as (keyof NewEntry)[])
      if (entry[key] !== undefined && !(key === 'kind' && entry.kind === kindOfFile)) all[key] ??= entry[key];
    list.add(document.createNode(all));
    added++;
  }
  return {added, completed, known};
}

/** Puts into an entry what it lacks; lists are joined. Whether anything was. */
function complete(
  document: Document,
  item: YAMLMap,
  entry: NewEntry,
  completing: readonly string[] = Object.keys(entry),
): boolean {
  let changed = false;
  for (const [key, value] of Object.entries(entry)) {
    if (key === 'kind' || key === 'phrase' || value === undefined || !completing.includes(key)) continue;
    const there = item.get(key);
    if (there === undefined) item.set(key, document.createNode(value));
    else if (isSeq(there) && Array.isArray(value)) {
      const have = new Set((there.toJSON() as unknown[]).map(spelt));
      const missing = value.filter((one) => !have.has(spelt(one)));
      for (const one of missing) there.add(document.createNode(one));
      if (missing.length === 0) continue;
    } else continue;
    changed = true;
  }
  return changed;
}

/** What a phrase stands for, if that is one text; else the phrase. */
function spelt(phrase: unknown): unknown {
  return typeof phrase === 'string' && !hasOperators(phrase) ? textOfPhrase(phrase) : phrase;
}

function dropVariant(entry: YAMLMap, spelling: string): boolean {
  const list = entry.get('variants') as YAMLSeq | undefined;
  if (!isSeq(list)) return false;
  const at = (list.toJSON() as unknown[]).findIndex((one) => spelt(one) === spelling);
  if (at >= 0) list.delete(at);
  if (list.items.length === 0) entry.delete('variants');
  return at >= 0;
}
