import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type {Finding, SuppressedFinding} from '../engine/finding.js';
import type {LintResult} from '../engine/lint-result.js';
import {scoreOf} from '../engine/score.js';
import {FileRefused, mostOfResults, readRegularText} from '../files/read-regular.js';
import {writeWhole} from '../files/write-whole.js';

/** How every cache file begins; with another number after it, it is of another calque, and made anew. */
const mark = 'calque cache ';
const head = `${mark}5`;

interface Entry {
  /** What the result depends on beside the text: calque, settings, dictionaries. */
  readonly key: string;
  /** Of the text. */
  readonly hash: string;
  readonly words: string;
  /** JSON, parsed only when it is asked for; empty when there are none. */
  readonly findings: string;
  /** What directives hide, likewise. */
  readonly suppressed: string;
  /** That the article says it is in, where it was linted in that; else empty. */
  readonly language: string;
  /** The signature of all that, with the name of the file. */
  readonly signature: string;
}

/** The file is there and is something else: an article, say. */
export class NoCache extends Error {
  override readonly name = 'NoCache';
}

/**
 * Results of earlier runs in a file, one a line. A result is taken when the text, the build of calque, the settings and
 * the contents of the dictionaries are the same; times of files do not matter, so a fresh checkout profits too.
 *
 * Each is signed: what others have written, or changed, does not count.
 */
export class FileCache {
  /** Whether the file is no cache, or lines of it are damaged. What they held is linted again. */
  damaged = false;
  /** How many results were refused, since their signature is not that of this user. */
  foreign = 0;
  private readonly entries = new Map<string, Entry>();
  private readonly folder: string;
  private readonly beside: string;
  private changed = false;

  /**
   * @param secret what signs results
   * @param beside what results depend on beside the text and the key
   * @param isOurs whether the file is a cache, whatever it holds
   * @throws NoCache for a file that holds something else
   * @throws FileRefused for what is no file
   */
  constructor(
    private readonly file: string,
    private readonly secret: string,
    beside = '',
    isOurs = true,
  ) {
    this.folder = path.dirname(file);
    this.beside = hashOf(beside).slice(0, 8);
    this.readEntries(isOurs);
  }

  get(file: string, text: string, key: string): LintResult | undefined {
    const name = this.nameOf(file);
    const entry = this.entries.get(name);
    if (entry?.key !== key + this.beside || entry.hash !== hashOf(text)) return undefined;
    if (entry.signature !== this.sign(name, entry)) {
      this.foreign++;
      return undefined;
    }
    const words = Number(entry.words);
    try {
      const findings = listOf<Finding>(entry.findings);
      const suppressed = listOf<SuppressedFinding>(entry.suppressed);
      const {language} = entry;
      return {
        findings,
        score: scoreOf(findings, words),
        ...(suppressed.length > 0 ? {suppressed} : {}),
        ...(language === '' ? {} : {language}),
      };
    } catch {
      this.damaged = true;
      return undefined;
    }
  }

  set(
    file: string,
    text: string,
    key: string,
    {
      findings,
      score,
      suppressed = [],
      language = '',
    }: Pick<LintResult, 'findings' | 'score' | 'suppressed' | 'language'>,
  ): void {
    const name = this.nameOf(file);
    const entry = {
      key: key + this.beside,
      hash: hashOf(text),
      words: String(score.words),
      findings: textOf(findings),
      suppressed: textOf(suppressed),
      language,
    };
    this.entries.set(name, {...entry, signature: this.sign(name, entry)});
    this.changed = true;
  }

  /** Writes the file when anything is new; entries of files that are gone are left out. */
  save(): void {
    if (!this.changed) return;
    const lines = [head];
    for (const [name, entry] of this.entries) {
      if (fs.existsSync(path.join(this.folder, name)))
        lines.push(`${fieldsOf(name, entry)}\t${entry.signature}`);
    }
    writeWhole(this.file, `${lines.join('\n')}\n`);
  }

  /** As HMAC does it, by a function that is several times as fast. */
  private sign(name: string, entry: Unsigned): string {
    const {secret} = this;
    return hashOf(`${secret}\n${hashOf(`${secret}\n${fieldsOf(name, entry)}`)}`).slice(0, 22);
  }

  /** Relative to the cache, so that both can be moved together. */
  private nameOf(file: string): string {
    return file.startsWith(this.folder) && file[this.folder.length] === path.sep
      ? file.slice(this.folder.length + 1)
      : path.relative(this.folder, file);
  }

  private readEntries(isOurs: boolean): void {
    let text: string;
    try {
      text = readRegularText(this.file, mostOfResults);
    } catch (error) {
      // What cannot be read is told when it cannot be written either.
      if (error instanceof FileRefused) throw error;
      return;
    }
    const [first = '', ...lines] = text.split('\n');
    if (first !== head) {
      if (!isOurs && text !== '' && !first.startsWith(mark)) throw new NoCache('it holds something else');
      this.damaged = text !== '' && !first.startsWith(mark);
      return;
    }
    // After the last line end there is nothing, unless the file was cut off.
    if (lines.pop() !== '') this.damaged = true;
    for (const line of lines) {
      const fields = line.split('\t');
      const [name, key = '', hash = '', words = '', findings = '', suppressed = '', language = ''] = fields;
      const signature = fields[7] ?? '';
      const whole = /^\d+$/.test(words) && isList(findings) && isList(suppressed);
      try {
        if (fields.length !== 8 || !whole) throw new SyntaxError('damaged');
        this.entries.set(JSON.parse(name as string) as string, {
          key,
          hash,
          words,
          findings,
          suppressed,
          language,
          signature,
        });
      } catch {
        this.damaged = true;
      }
    }
  }
}

type Unsigned = Omit<Entry, 'signature'>;

const fieldsOf = (name: string, {key, hash, words, findings, suppressed, language}: Unsigned): string =>
  `${JSON.stringify(name)}\t${key}\t${hash}\t${words}\t${findings}\t${suppressed}\t${language}`;

const textOf = (list: readonly unknown[]): string => (list.length > 0 ? JSON.stringify(list) : '');

const listOf = <T>(text: string): T[] => (text === '' ? [] : (JSON.parse(text) as T[]));

const isList = (text: string): boolean => text === '' || (text[0] === '[' && text.endsWith(']'));

const hashOf = (text: string): string => crypto.hash('sha256', text, 'base64url');
