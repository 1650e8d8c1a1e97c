import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type {Finding, SuppressedFinding} from '../engine/finding.js';
import type {LintResult} from '../engine/linter.js';
import {scoreOf} from '../engine/score.js';

/** How every cache file begins; with another number after it, it is of another calque, and made anew. */
const mark = 'calque cache ';
const head = `${mark}3`;

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
}

/**
 * Results of earlier runs in a file, one a line. A result is taken when the text, the build of calque, the settings and
 * the contents of the dictionaries are the same; times of files do not matter, so a fresh checkout profits too.
 */
export class FileCache {
  /** Whether the file is no cache, or lines of it are damaged. What they held is linted again. */
  damaged = false;
  private readonly entries = new Map<string, Entry>();
  private readonly folder: string;
  private readonly beside: string;
  private changed = false;

  /** @param beside what results depend on beside the text and the key */
  constructor(
    private readonly file: string,
    beside = '',
  ) {
    this.folder = path.dirname(file);
    this.beside = hashOf(beside).slice(0, 8);
    this.readEntries();
  }

  get(file: string, text: string, key: string): LintResult | undefined {
    const entry = this.entries.get(this.nameOf(file));
    if (entry?.key !== key + this.beside || entry.hash !== hashOf(text)) return undefined;
    const words = Number(entry.words);
    try {
      const findings = listOf<Finding>(entry.findings);
      const suppressed = listOf<SuppressedFinding>(entry.suppressed);
      return {findings, score: scoreOf(findings, words), ...(suppressed.length > 0 ? {suppressed} : {})};
    } catch {
      this.damaged = true;
      return undefined;
    }
  }

  set(
    file: string,
    text: string,
    key: string,
    {findings, score, suppressed = []}: Pick<LintResult, 'findings' | 'score' | 'suppressed'>,
  ): void {
    this.entries.set(this.nameOf(file), {
      key: key + this.beside,
      hash: hashOf(text),
      words: String(score.words),
      findings: textOf(findings),
      suppressed: textOf(suppressed),
    });
    this.changed = true;
  }

  /** Writes the file when anything is new; entries of files that are gone are left out. */
  async save(): Promise<void> {
    if (!this.changed) return;
    const lines = [head];
    for (const [name, {key, hash, words, findings, suppressed}] of this.entries) {
      if (fs.existsSync(path.join(this.folder, name)))
        lines.push(`${JSON.stringify(name)}\t${key}\t${hash}\t${words}\t${findings}\t${suppressed}`);
    }
    fs.mkdirSync(this.folder, {recursive: true});
    await writeFileAtomic(this.file, `${lines.join('\n')}\n`);
  }

  /** Relative to the cache, so that both can be moved together. */
  private nameOf(file: string): string {
    return file.startsWith(this.folder) && file[this.folder.length] === path.sep
      ? file.slice(this.folder.length + 1)
      : path.relative(this.folder, file);
  }

  private readEntries(): void {
    let text: string;
    try {
      text = fs.readFileSync(this.file, 'utf8');
    } catch {
      return;
    }
    const [first = '', ...lines] = text.split('\n');
    if (first !== head) {
      this.damaged = text !== '' && !first.startsWith(mark);
      return;
    }
    // After the last line end there is nothing, unless the file was cut off.
    if (lines.pop() !== '') this.damaged = true;
    for (const line of lines) {
      const fields = line.split('\t');
      const [name, key = '', hash = '', words = '', findings = '', suppressed = ''] = fields;
      const whole = /^\d+$/.test(words) && isList(findings) && isList(suppressed);
      try {
        if (fields.length !== 6 || !whole) throw new SyntaxError('damaged');
        this.entries.set(JSON.parse(name as string) as string, {key, hash, words, findings, suppressed});
      } catch {
        this.damaged = true;
      }
    }
  }
}

const textOf = (list: readonly unknown[]): string => (list.length > 0 ? JSON.stringify(list) : '');

const listOf = <T>(text: string): T[] => (text === '' ? [] : (JSON.parse(text) as T[]));

const isList = (text: string): boolean => text === '' || (text[0] === '[' && text.endsWith(']'));

const hashOf = (text: string): string => crypto.hash('sha256', text, 'base64url');
