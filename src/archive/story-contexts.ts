import type {FormList} from './form-list.js';

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
    if (end > this.names.length) {
      const grown = new Uint32Array(2 * end);
      grown.set(this.names);
      this.names = grown;
    }
    for (let i = start; i < end; i++) this.names[i] = rare[i - start] as number;
    this.forms.push(form);
    this.starts.push(end);
    this.ends.push(end);
  }

  /** All contexts are there, of so many articles. */
  close(total: number): void {
    const {articles, count} = this.list;
    const says = (other: number): boolean => {
      const n = articles[other] as number;
      return n * common < total || (n <= few && n * few <= total);
    };
    const starts = new Uint32Array(count + 1);
    const length = this.starts.at(-1) as number;
    for (let i = 0; i < length; i++) {
      const other = this.names[i] as number;
      if (says(other)) (starts[other + 1] as number)++;
    }
    for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
    const next = starts.slice();
    this.index = new Uint32Array(starts[count] as number);
    for (let context = 0; context < this.forms.length; context++) {
      for (let i = this.starts[context] as number; i < (this.starts[context + 1] as number); i++) {
        const other = this.names[i] as number;
        if (!says(other)) {
          // Behind it stand only names in more articles.
          this.ends[context] = i;
          break;
        }
        this.index[next[other] as number] = context;
        (next[other] as number)++;
      }
    }
    this.indexStarts = starts;
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
