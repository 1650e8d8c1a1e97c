import fs from 'node:fs';
import {writeAll} from '../files/write-all.js';

const blockSize = 1 << 18;

/** Reads the lines of a file of our own, one after another, without holding it whole. */
export class LineReader {
  private readonly descriptor: number;
  private readonly block = Buffer.alloc(blockSize);
  private rest = '';
  private lines: string[] = [];
  private at = 0;
  private decoder = new TextDecoder();
  private isDone = false;

  constructor(file: string) {
    this.descriptor = fs.openSync(file, 'r');
  }

  /** The next line without its end; undefined behind the last one. */
  next(): string | undefined {
    while (this.at === this.lines.length) {
      if (this.isDone) return undefined;
      this.fill();
    }
    return this.lines[this.at++];
  }

  private fill(): void {
    const read = fs.readSync(this.descriptor, this.block, 0, blockSize, null);
    this.isDone = read === 0;
    const text = this.rest + this.decoder.decode(this.block.subarray(0, read), {stream: read > 0});
    this.lines = text.split('\n');
    this.rest = this.lines.pop() ?? '';
    if (this.isDone) {
      if (this.rest !== '') this.lines.push(this.rest);
      this.rest = '';
      fs.closeSync(this.descriptor);
    }
    this.at = 0;
  }
}

/** Writes lines to a file in large pieces. */
export class LineWriter {
  private readonly descriptor: number;
  private held: string[] = [];
  private length = 0;

  constructor(file: string) {
    this.descriptor = fs.openSync(file, 'w');
  }

  /** @param line without its end */
  write(line: string): void {
    this.held.push(line);
    this.length += line.length + 1;
    if (this.length > 1 << 20) this.flush();
  }

  close(): void {
    this.flush();
    fs.closeSync(this.descriptor);
  }

  private flush(): void {
    if (this.held.length > 0) writeAll(this.descriptor, Buffer.from(`${this.held.join('\n')}\n`));
    this.held = [];
    this.length = 0;
  }
}
