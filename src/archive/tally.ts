import type {Counts, FormRecord} from './records.js';

/** Articles kept as a sample. */
const mostSampled = 5;
/** Texts kept of each kind of count. */
const mostCounted = 8;

/** An article of a sample: the hash of its id, and the id. */
export type Sampled = readonly [hash: number, id: string];

/** Exact counts by text. */
type Exact = Map<string, number>;

/** What can be counted of a form by text. */
const counted = ['kinds', 'given', 'cues', 'languages', 'sources', 'with', 'full'] as const;

/**
 * What is known of one form. Tallies of parts of the articles add up to that of all, in whatever order and grouping: sums,
 * smallest, greatest, and exact counts, of which the most frequent are chosen at the very end.
 */
export class FormTally {
  articles = 0;
  mentions = 0;
  first = '';
  last = '';
  readonly kinds: Exact = new Map();
  readonly given: Exact = new Map();
  readonly cues: Exact = new Map();
  readonly languages: Exact = new Map();
  readonly sources: Exact = new Map();
  /** Articles that have another form as a spelling of the same name. */
  readonly with: Exact = new Map();
  /** Articles by the full name that goes with the form there. */
  readonly full: Exact = new Map();
  sample: Sampled[] = [];

  constructor(readonly form: string) {}

  add(other: FormTally): void {
    this.articles += other.articles;
    this.mentions += other.mentions;
    this.addDates(other.first, other.last);
    for (const name of counted) for (const [text, n] of other[name]) count(this[name], text, n);
    for (const one of other.sample) addSampled(this.sample, one);
  }

  addDates(first: string, last: string): void {
    if (first !== '' && (this.first === '' || first < this.first)) this.first = first;
    if (last > this.last) this.last = last;
  }

  /** As a line of a run: {@link FormTally.of} reads it. */
  toLine(): string {
    const {form, articles, mentions, first, last, sample} = this;
    return JSON.stringify([
      form,
      articles,
      mentions,
      first,
      last,
      sample,
      ...counted.map((name) => [...this[name]].flat()),
    ]);
  }

  static of(line: string): FormTally {
    const [form, articles, mentions, first, last, sample, ...counts] = JSON.parse(line) as [
      string,
      number,
      number,
      string,
      string,
      Sampled[],
      ...(string | number)[][],
    ];
    const tally = new FormTally(form);
    tally.articles = articles;
    tally.mentions = mentions;
    tally.first = first;
    tally.last = last;
    tally.sample = sample;
    for (const [i, name] of counted.entries()) {
      const flat = counts[i] as (string | number)[];
      for (let k = 0; k < flat.length; k += 2) tally[name].set(flat[k] as string, flat[k + 1] as number);
    }
    return tally;
  }

  toRecord(): FormRecord {
    return {
      form: this.form,
      articles: this.articles,
      mentions: this.mentions,
      kinds: most(this.kinds),
      given: most(this.given),
      cues: most(this.cues),
      languages: most(this.languages),
      source_forms: most(this.sources),
      ...(this.first === '' ? {} : {first: this.first, last: this.last}),
      sample: this.sample.map(([, id]) => id),
    };
  }
}

export function count(counts: Exact, text: string, n: number): void {
  counts.set(text, (counts.get(text) ?? 0) + n);
}

/** Keeps the articles with the smallest hashes, each once. */
export function addSampled(sample: Sampled[], one: Sampled): void {
  let at = sample.length;
  while (at > 0 && isBefore(one, sample[at - 1] as Sampled)) at--;
  if (at === mostSampled) return;
  if (at > 0 && (sample[at - 1] as Sampled)[1] === one[1]) return;
  sample.splice(at, 0, one);
  if (sample.length > mostSampled) sample.pop();
}

const isBefore = (a: Sampled, b: Sampled): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** The most frequent first, then by code units. */
export function ranked(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

const most = (counts: Exact): Counts => Object.fromEntries(ranked(counts).slice(0, mostCounted));
