import fs from 'node:fs';
import path from 'node:path';
import {mostOfDictionary, readRegularText} from '../files/read-regular.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {ConfigError, type ConfigProblem} from './config-error.js';
import {digestOf} from './digest.js';
import {reasonOf} from './system-error.js';

/** The entries of a dictionary, and a digest of its text. */
export interface StoredDictionary {
  readonly entries: readonly DictionaryEntry[];
  readonly digest: string;
}

/** Reads the dictionaries of a project, each once, and keeps what contradicts itself in them. */
export class DictionaryStore {
  readonly #read = new Map<string, Promise<StoredDictionary>>();
  readonly #contradictions = new Map<string, ConfigProblem>();

  /** @param shown a path as messages show it */
  constructor(private readonly shown: (file: string) => string) {}

  /** Where entries of dictionaries that were read so far contradict each other. */
  get conflicts(): readonly ConfigProblem[] {
    return [...this.#contradictions.values()];
  }

  /**
   * The entries of a file, or of all files of a folder. Absolute path.
   *
   * @throws ConfigError with every mistake in it
   */
  get(file: string): Promise<StoredDictionary> {
    let read = this.#read.get(file);
    if (!read) {
      read = this.#readFrom(file);
      this.#read.set(file, read);
    }
    return read;
  }

  /** Notes where entries that hold together contradict each other. */
  async compare(entries: readonly DictionaryEntry[]): Promise<void> {
    if (entries.length < 2) return;
    const {findConflicts} = await import('./dictionary/conflicts.js');
    for (const problem of findConflicts(entries, false))
      this.#contradictions.set(JSON.stringify(problem), problem);
  }

  async #readFrom(file: string): Promise<StoredDictionary> {
    const {parseDictionary} = await import('./dictionary/parse.js');
    const problems: ConfigProblem[] = [];
    const entries: DictionaryEntry[] = [];
    let all = '';
    for (const one of dictionaryFiles(file)) {
      const shown = this.shown(one);
      let text: string;
      try {
        text = readRegularText(one, mostOfDictionary);
      } catch (error) {
        throw new ConfigError([{message: `the dictionary cannot be read: ${reasonOf(error)}`, file: shown}]);
      }
      all += text;
      const parsed = parseDictionary(text, shown);
      for (const entry of parsed.entries) entries.push(entry);
      for (const problem of parsed.problems) problems.push({...problem, file: shown});
    }
    if (problems.length > 0) throw new ConfigError(problems);
    return {entries, digest: digestOf(all)};
  }
}

/** A dictionary, or all of a folder. */
function dictionaryFiles(file: string): string[] {
  if (!fs.statSync(file, {throwIfNoEntry: false})?.isDirectory()) return [file];
  return fs
    .readdirSync(file)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(file, name));
}
