import type {Run} from './read-docx.js';

/** Runs that have text, in its order. */
export class Runs {
  readonly all: readonly Run[];

  constructor(runs: readonly Run[]) {
    this.all = runs.filter(({textStart, textEnd}) => textStart < textEnd);
  }

  /** Those that stand in a stretch of the text. */
  within(start: number, end: number): Run[] {
    const found: Run[] = [];
    for (let i = this.firstEndingAfter(start); i < this.all.length && this.at(i).textStart < end; i++)
      found.push(this.at(i));
    return found;
  }

  hold(start: number, end: number): boolean {
    return start < end && this.within(start, end).length > 0;
  }

  /** The run that what is inserted looks like: the one before the place, else the one behind it. */
  hostOf(at: number): Run | undefined {
    const i = this.firstEndingAfter(at - 1);
    const run = this.all[i];
    return run && run.textStart <= at ? run : undefined;
  }

  private at(i: number): Run {
    return this.all[i] as Run;
  }

  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle).textEnd > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
