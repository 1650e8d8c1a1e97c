import fs from 'node:fs';
import type {NameKind} from '../names/name-table.js';
import {mixedHash} from '../text/mixed-hash.js';
import {LineReader} from './line-file.js';
import {withRoom} from './number-arrays.js';
import {FormTally, ranked} from './tally.js';

/** Tallies that are held parsed; all others are read again where they are asked for. */
const mostHeld = 1 << 15;

/** All forms of a merged run: of each what pairs are looked for by, and where the rest stands in the file. */
export class FormList {
  readonly texts: string[] = [];
  /** Articles that have each. */
  readonly articles: number[] = [];
  /** Where the line of each begins, in bytes, and where the last ends. */
  private readonly offsets: number[] = [0];
  /** Where the marks of each begin in {@link marks}. */
  private readonly starts: number[] = [0];
  /** Of each form, ascending: hashes of what may speak for one name beside another form that has it too. */
  private marks = new Uint32Array(1 << 12);
  private readonly held = new Map<number, FormTally>();
  private readonly descriptor: number;
  private buffer = Buffer.alloc(1 << 12);

  constructor(file: string) {
    const reader = new LineReader(file);
    for (let line = reader.next(); line !== undefined; line = reader.next()) {
      const tally = FormTally.of(line);
      this.texts.push(tally.form);
      this.articles.push(tally.articles);
      this.offsets.push((this.offsets.at(-1) as number) + Buffer.byteLength(line) + 1);
      this.addMarks(marksOf(tally));
    }
    this.descriptor = fs.openSync(file, 'r');
  }

  get count(): number {
    return this.texts.length;
  }

  close(): void {
    fs.closeSync(this.descriptor);
  }

  /** What is known of a form. */
  tally(form: number): FormTally {
    let tally = this.held.get(form);
    if (tally !== undefined) return tally;
    const start = this.offsets[form] as number;
    const length = (this.offsets[form + 1] as number) - start - 1;
    if (length > this.buffer.length) this.buffer = Buffer.alloc(2 * length);
    for (let done = 0; done < length; ) {
      const read = fs.readSync(this.descriptor, this.buffer, done, length - done, start + done);
      if (read === 0) throw new Error('a file of merged forms ended early');
      done += read;
    }
    tally = FormTally.of(this.buffer.toString('utf8', 0, length));
    if (this.held.size === mostHeld) this.held.clear();
    this.held.set(form, tally);
    return tally;
  }

  /** Whether articles say the same of both: a first name, a title, a word of the originals, or that they are one name. */
  shareMark(a: number, b: number): boolean {
    const {starts, marks} = this;
    const size = (form: number): number => (starts[form + 1] as number) - (starts[form] as number);
    const [few, many] = size(a) < size(b) ? [a, b] : [b, a];
    const end = starts[few + 1] as number;
    for (let i = starts[few] as number; i < end; i++) {
      let low = starts[many] as number;
      let high = starts[many + 1] as number;
      const mark = marks[i] as number;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((marks[middle] as number) < mark) low = middle + 1;
        else high = middle;
      }
      if (low < (starts[many + 1] as number) && marks[low] === mark) return true;
    }
    return false;
  }

  private addMarks(own: readonly string[]): void {
    const at = this.starts.at(-1) as number;
    this.marks = withRoom(this.marks, at + own.length);
    for (const [i, mark] of own.entries()) this.marks[at + i] = mixedHash(mark);
    this.marks.subarray(at, at + own.length).sort();
    this.starts.push(at + own.length);
  }
}

function marksOf({form, given, cues, sources, with: others}: FormTally): string[] {
  const marks = [`=${form}`];
  for (const other of others.keys()) marks.push(`=${other}`);
  for (const text of given.keys()) marks.push(`g${text}`);
  for (const text of cues.keys()) marks.push(`c${text}`);
  for (const text of sources.keys()) marks.push(`s${text}`);
  return marks;
}

/** What a form names in most articles that tell it; `unknown` where none does or two kinds are near. */
export function kindOf({kinds}: FormTally): NameKind {
  const [first, second] = ranked(kinds).filter(([kind]) => kind !== 'unknown');
  if (first === undefined) return 'unknown';
  return second !== undefined && second[1] * 2 > first[1] ? 'unknown' : (first[0] as NameKind);
}
