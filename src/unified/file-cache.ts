import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type {LintResult} from '../engine/linter.js';

/** First line of a cache file. A file that begins otherwise is of another calque, and made anew. */
const head = 'calque cache 1';

interface Entry {
  /** What the result depends on beside the text: calque, settings, dictionaries. */
  readonly key: string;
  /** Of the text. */
  readonly hash: string;
  /** JSON: parsed only when it is asked for. */
  readonly result: string;
}

/**
 * Results of earlier runs in a file, one a line. A result is taken when the text, the version of calque, the settings
 * and the contents of the dictionaries are the same; times of files do not matter, so a fresh checkout profits too.
 */
export class FileCache {
  private readonly entries: Map<string, Entry>;
  private readonly folder: string;
  private changed = false;

  constructor(private readonly file: string) {
    this.folder = path.dirname(file);
    this.entries = readEntries(file);
  }

  get(file: string, text: string, key: string): LintResult | undefined {
    const entry = this.entries.get(this.nameOf(file));
    return entry && entry.key === key && entry.hash === hashOf(text)
      ? (JSON.parse(entry.result) as LintResult)
      : undefined;
  }

  set(
    file: string,
    text: string,
    key: string,
    {findings, score}: Pick<LintResult, 'findings' | 'score'>,
  ): void {
    this.entries.set(this.nameOf(file), {key, hash: hashOf(text), result: JSON.stringify({findings, score})});
    this.changed = true;
  }

  /** Writes the file when anything is new; entries of files that are gone are left out. */
  async save(): Promise<void> {
    if (!this.changed) return;
    const lines = [head];
    for (const [name, {key, hash, result}] of this.entries) {
      if (fs.existsSync(path.join(this.folder, name)))
        lines.push(`${JSON.stringify(name)}\t${key}\t${hash}\t${result}`);
    }
    fs.mkdirSync(this.folder, {recursive: true});
    await writeFileAtomic(this.file, `${lines.join('\n')}\n`);
  }

  private nameOf(file: string): string {
    return path.relative(this.folder, file);
  }
}

const hashOf = (text: string): string => crypto.createHash('sha256').update(text).digest('base64url');

/** Lines that are damaged are passed over: what they held is linted again. */
function readEntries(file: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return entries;
  }
  const [first, ...lines] = text.split('\n');
  if (first !== head) return entries;
  for (const line of lines) {
    const [name, key, hash, result] = line.split('\t');
    if (!name || !key || !hash || !result?.endsWith('}')) continue;
    try {
      entries.set(JSON.parse(name) as string, {key, hash, result});
    } catch {
      // Not a name.
    }
  }
  return entries;
}
