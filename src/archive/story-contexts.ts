import type {FormList} from './form-list.js';
import {grouped, withRoom} from './number-arrays.js';

/** Articles of a form that are compared with all of another. */
const mostCompared = 4;
/** Names of such an article, the rarest, that count. */
const mostNames = 16;
/** Names in one of so many articles or more say nothing, but for those in few, where an archive is small. */
const common = 50;
const few = 8;
/** Names in more articles than that say nothing in any archive: they stand in too many stories. */
const mostArticles = 50;

/** The first articles of some forms, each by its rarest names, and which of them an article has names of. */
export class StoryContexts {
  /** The names of all contexts, of each the rarest first. */
  names = new Uint32Array(1 << 12);
  private readonly forms: number[] = [];
  private readonly starts: number[] = [0];
  private readonly ends: number[] = [];
  private readonly counts: Uint8Array;
  /** For each name, the contexts that have it, and where they begin. */
  private indexStarts = new Uint32Array(0);
  private index = new Uint32Array(0);
  private seen = new Uint32Array(0);
  private visit = 0;

  constructor(private readonly list: FormList) {
    this.counts = new Uint8Array(list.count);
  }

  /** Takes an article as context of one of its forms, unless that has enough. */
  add(form: number, own: Uint32Array, count: number): void {
    if (this.counts[form] === mostCompared) return;
    (this.counts[form] as number)++;
    const {articles} = this.list;
    const rare: number[] = [];
    for (let i = 0; i < count; i++) {
      const other = own[i] as number;
      const n = articles[other] as number;
      if (other !== form && n > 1 && n <= mostArticles) rare.push(other);
    }
    rare.sort((x, y) => (articles[x] as number) - (articles[y] as number) || x - y);
    const start = this.starts.at(-1) as number;
    const end = start + Math.min(mostNames, rare.length);
    this.names = withRoom(this.names, end);
    for (let i = start; i < end; i++) this.names[i] = rare[i - start] as number;
    this.forms.push(form);
    this.starts.push(end);
  }

  /** All contexts are there, of so many articles. */
  close(total: number): void {
    const {articles, count} = this.list;
    const says = (other: number): boolean => {
      const n = articles[other] as number;
      return n * common < total || (n <= few && n * few <= total);
    };
    const contextOf = new Uint32Array(this.starts.at(-1) as number);
    for (let context = 0; context < this.forms.length; context++) {
      let end = this.starts[context] as number;
      // Behind the first that says nothing stand only names in more articles.
      while (end < (this.starts[context + 1] as number) && says(this.names[end] as number)) end++;
      this.ends.push(end);
      contextOf.fill(context, this.starts[context], this.starts[context + 1]);
    }
    const byName = grouped(contextOf.length, count, (i) =>
      i < (this.ends[contextOf[i] as number] as number) ? (this.names[i] as number) : -1,
    );
    this.indexStarts = byName.starts;
    this.index = byName.items.map((i) => contextOf[i] as number);
    this.seen = new Uint32Array(this.forms.length);
  }

  /** Calls `visit` once for each context that has a name of the article: its form, and where its names stand. */
  touchedBy(
    own: Uint32Array,
    count: number,
    visit: (form: number, start: number, end: number) => void,
  ): void {
    this.visit++;
    for (let i = 0; i < count; i++) {
      const name = own[i] as number;
      for (let k = this.indexStarts[name] as number; k < (this.indexStarts[name + 1] as number); k++) {
        const context = this.index[k] as number;
        if (this.seen[context] === this.visit) continue;
        this.seen[context] = this.visit;
        visit(this.forms[context] as number, this.starts[context] as number, this.ends[context] as number);
      }
    }
  }
}
