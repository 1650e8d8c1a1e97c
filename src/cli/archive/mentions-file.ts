import fs from 'node:fs';
import path from 'node:path';
import {brokenLine, mentionLinesOf} from '../../archive/map-articles.js';
import {factsOf} from '../../archive/read-article.js';
import type {Article} from '../../article/article.js';
import {reasonOf} from '../../config/system-error.js';
import {temporaryIn} from '../../files/temporary.js';
import {writeAll} from '../../files/write-all.js';
import type {NameTable} from '../../names/name-table.js';
import type {NamesSink} from '../../stream/lint-stream.js';
import {type InputRecord, RecordError} from '../../stream/records.js';
import {UsageError} from '../usage-error.js';

/** Characters that are kept before they are written. */
const mostHeld = 1 << 20;

/** Writes what `calque archive mentions` would, beside a stream that is linted; its place is taken when it is whole. */
export class MentionsFile implements NamesSink {
  private readonly temporary: string;
  private readonly descriptor: number;
  private held = '';

  /**
   * @param mapLine maps a line that is too long for this thread
   * @throws UsageError where nothing can be written there
   */
  constructor(
    private readonly file: string,
    private readonly mapLine: (line: Uint8Array) => Promise<string>,
  ) {
    try {
      if (fs.statSync(file, {throwIfNoEntry: false})?.isFile() === false)
        throw new UsageError('it is no file');
      fs.mkdirSync(path.dirname(path.resolve(file)), {recursive: true});
      this.temporary = temporaryIn(path.dirname(path.resolve(file)));
      this.descriptor = fs.openSync(this.temporary, 'wx');
    } catch (error) {
      throw new UsageError(
        `--mentions ${file}: ${error instanceof UsageError ? error.message : reasonOf(error)}`,
      );
    }
  }

  take(record: InputRecord, article: Article, names: NameTable): void {
    try {
      this.write(mentionLinesOf(factsOf(record), article, names));
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.fail(error.id, error.message);
    }
  }

  fail(id: unknown, reason: string): void {
    this.write(brokenLine(id, reason));
  }

  async takeLine(line: Uint8Array): Promise<void> {
    this.write(await this.mapLine(line));
  }

  /** All records are there. */
  close(): void {
    this.flush();
    fs.fsyncSync(this.descriptor);
    fs.closeSync(this.descriptor);
    fs.renameSync(this.temporary, this.file);
  }

  /** The stream has failed: what was there stays. */
  abandon(): void {
    fs.closeSync(this.descriptor);
    fs.rmSync(this.temporary, {force: true});
  }

  private write(text: string): void {
    this.held += text;
    if (this.held.length > mostHeld) this.flush();
  }

  private flush(): void {
    writeAll(this.descriptor, Buffer.from(this.held));
    this.held = '';
  }
}
