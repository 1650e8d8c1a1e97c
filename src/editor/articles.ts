import type {Article} from '../article/article.js';
import {loadReader} from '../article/read.js';
import {applyBaselineTo} from '../engine/baseline.js';
import {BlockCache} from '../engine/block-cache.js';
import type {Finding} from '../engine/finding.js';
import type {Linter} from '../engine/linter.js';
import type {Score} from '../engine/score.js';
import type {NameTable} from '../names/name-table.js';
import {BrokenProject, type EditorHost, type Linting} from './host.js';
import type {OpenText} from './open-text.js';

/** What is known of one version of a document. */
export type Checked = Linted | Silent | Broken;

interface Known {
  readonly text: OpenText;
  /** Counts results of the server; another number means that something may be different. */
  readonly stamp: number;
}

export interface Linted extends Known {
  readonly kind: 'linted';
  readonly linting: Linting;
  readonly article: Article;
  readonly findings: readonly Finding[];
  readonly score: Score;
  /** How many findings the baseline hides. */
  readonly hidden: number;
  /** Found on the first call. */
  names(): NameTable;
}

/** Not linted: no article, ignored, or too long (then `reason` says so). */
export interface Silent extends Known {
  readonly kind: 'silent';
  readonly reason?: string;
}

export interface Broken extends Known {
  readonly kind: 'broken';
  readonly error: BrokenProject;
}

interface Entry {
  text: OpenText;
  linting: Promise<Linting | undefined> | undefined;
  linter: Linter | undefined;
  cache: BlockCache;
  checked: Checked | undefined;
  /** Milliseconds that the last run took, with the reading of the text. */
  took: number;
  /** UTF-16 length of the text that took longer than {@link mostTime}; 0 while none did. */
  heavy: number;
}

/**
 * Milliseconds: a text that takes longer holds up all others, so it is checked no more while it is written, until half
 * of it is gone or it is opened anew.
 */
const mostTime = 4000;

/** The documents that are open, each with what was found in its last version. */
export class Articles {
  private readonly entries = new Map<string, Entry>();
  private stamp = 0;

  constructor(
    private readonly host: EditorHost,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get uris(): readonly string[] {
    return [...this.entries.keys()];
  }

  textOf(uri: string): OpenText | undefined {
    return this.entries.get(uri)?.text;
  }

  tookOf(uri: string): number {
    return this.entries.get(uri)?.took ?? 0;
  }

  open(text: OpenText): void {
    this.entries.set(text.uri, {
      text,
      linting: undefined,
      linter: undefined,
      cache: new BlockCache(),
      checked: undefined,
      took: this.host.heavy?.get(text.uri)?.took ?? 0,
      heavy: this.host.heavy?.get(text.uri)?.length ?? 0,
    });
  }

  /** Puts the next version of a document in place; false when it is not open. */
  replace(text: OpenText): boolean {
    const entry = this.entries.get(text.uri);
    if (entry) entry.text = text;
    return entry !== undefined;
  }

  close(uri: string): void {
    this.entries.delete(uri);
    this.host.heavy?.delete(uri);
  }

  /** Forgets all results, after settings or files of the project changed. */
  forget(): void {
    for (const entry of this.entries.values()) {
      entry.linting = undefined;
      entry.checked = undefined;
      // One that a thread died of would be its death again.
      if (!this.host.heavy) entry.heavy = 0;
    }
  }

  /** What is found in the newest version of a document; undefined when it is not open. */
  async check(uri: string): Promise<Checked | undefined> {
    for (;;) {
      const entry = this.entries.get(uri);
      if (!entry) return undefined;
      if (entry.checked?.text === entry.text) {
        this.begin(uri);
        return entry.checked;
      }
      entry.linting ??= this.host.lintingOf(uri, entry.text.languageId);
      const {linting: pending} = entry;
      let linting: Linting | undefined;
      let error: BrokenProject | undefined;
      try {
        linting = await pending;
      } catch (thrown) {
        error =
          thrown instanceof BrokenProject
            ? thrown
            : new BrokenProject([{message: thrown instanceof Error ? thrown.message : String(thrown)}]);
      }
      const read = linting && (await loadReader(linting.format));
      // Others may have edited, closed or reloaded meanwhile: what counts is how things stand now.
      if (this.entries.get(uri) !== entry || entry.linting !== pending) continue;
      if (entry.checked?.text === entry.text) return entry.checked;
      const known = {text: entry.text, stamp: ++this.stamp};
      if (error) entry.checked = {...known, kind: 'broken', error};
      else if (!linting || !read) entry.checked = {...known, kind: 'silent'};
      else if (entry.text.text.length > linting.maxLength)
        entry.checked = {...known, kind: 'silent', reason: tooLong(entry.text.text.length)};
      else if (entry.text.text.length * 2 > entry.heavy && entry.heavy > 0)
        entry.checked = {...known, kind: 'silent', reason: tooSlow(entry.took)};
      else {
        const began = this.now();
        this.begin(uri);
        entry.checked = this.lint(entry, known, linting, read(entry.text.text));
        entry.took = this.now() - began;
        entry.heavy = entry.took > mostTime ? entry.text.text.length : 0;
      }
      return entry.checked;
    }
  }

  /** Says that from here on, until the next message is heard, there is work on a document. */
  private begin(uri: string): void {
    const {host} = this;
    if (!host.working) return;
    host.working(uri);
    setTimeout(() => host.working?.(undefined), 0);
  }

  private lint(entry: Entry, known: Known, linting: Linting, article: Article): Linted {
    const {linter, baseline} = linting;
    if (entry.linter !== linter) {
      entry.linter = linter;
      entry.cache = new BlockCache();
    }
    const result = linter.lint(article, entry.cache);
    const {findings, score, hidden} = baseline
      ? applyBaselineTo({path: baseline.path, source: article.source, ...result}, baseline.known)
      : {...result, hidden: 0};
    let names: NameTable | undefined;
    return {
      ...known,
      kind: 'linted',
      linting,
      article,
      findings,
      score,
      hidden,
      names: () => {
        names ??= linter.names(article);
        return names;
      },
    };
  }
}

const tooLong = (length: number): string =>
  `This text is too long to be checked while it is written (${length.toLocaleString('en-US')} characters): run calque on the file instead`;

const tooSlow = (took: number): string =>
  `This text took ${Math.round(took / 1000)} seconds to check, so it is not checked while it is written: run calque on the file instead`;
