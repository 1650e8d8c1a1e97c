import {foldWord, hashOf, wordSet} from '../../../src/text/hash.js';
import {notProse, type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {sameStem} from './related-words.js';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** Heads of terms in small letters: bodies, rules and undertakings. */
const heads = wordSet(
  `group commission committee council ministry department agency service office board fund law bill act treaty agreement
  programme program project strategy centre center union association court party forces troops government code system`,
);
const links = new Map(['for', 'on', 'about'].map((word) => [hashOf(word), word] as const));
const determiners = wordSet('the a an this that its their his her our');
const the = hashOf('the');
/** Most words are no head: one look at the lower bits of the hash tells. */
const filter = new Uint8Array(1024);
for (const head of heads) filter[head & 1023] = 1;
const least = 4;
const mostForms = 12;

/** Terms in small letters, and which of them are one thing under two names. */
export class CommonTerms {
  /** `the [electoral] commission` by head; `commission [on] disputes` by head and what follows. */
  private readonly modified = new Map<string, Map<string, Place[]>>();
  private readonly linked = new Map<string, Map<string, Place[]>>();

  constructor(private readonly text: TextIndex) {}

  see(i: number, sentence: number): void {
    const {hashes, flags, zones} = this.text.tokens;
    const hash = hashes[i] as number;
    if (filter[hash & 1023] === 0 || !heads.has(hash) || (flags[i] as number) & TokenFlag.InitialCap) return;
    if ((zones[i] as number) & notProse) return;
    if (this.isSmallWord(i - 1, i) && determiners.has(hashes[i - 2] as number)) {
      const word = this.word(i - 1);
      // “a becoming law”, “the existing system”: forms of verbs are not the names of things.
      if (!/(?:ing|ed)$/.test(word)) add(this.modified, this.word(i), word, this.place(i - 1, i, sentence));
    }
    const link = links.get(hashes[i + 1] as number);
    if (link === undefined || !this.isSmallWord(i + 1, i)) return;
    const next = hashes[i + 2] === the ? i + 3 : i + 2;
    if (this.isSmallWord(next, i) && this.isSmallWord(next + 1, i)) {
      const key = `${this.word(i)} ${this.word(next)} ${this.word(next + 1)}`;
      add(this.linked, key, link, this.place(i, next + 1, sentence));
    }
  }

  *pairs(): Generator<[readonly Place[], readonly Place[]]> {
    for (const forms of this.modified.values()) {
      const list = [...forms].slice(0, mostForms);
      for (let b = 1; b < list.length; b++) {
        for (let a = 0; a < b; a++) {
          const [x, y] = [list[a] as [string, Place[]], list[b] as [string, Place[]]];
          if (sameStem(x[0], y[0]) && !isPlural(x[0], y[0]) && apart(x[1], y[1])) yield [x[1], y[1]];
        }
      }
    }
    for (const forms of this.linked.values()) {
      const [x, y] = [...forms.values()];
      if (x && y && apart(x, y)) yield [x, y];
    }
  }

  private isSmallWord(i: number, head: number): boolean {
    const {flags, blocks, starts, ends, count} = this.text.tokens;
    if (i < 0 || i >= count || blocks[i] !== blocks[head]) return false;
    const f = flags[i] as number;
    const long = i === head + 1 || (ends[i] as number) - (starts[i] as number) >= least;
    return long && (f & TokenFlag.Word) !== 0 && (f & (TokenFlag.InitialCap | TokenFlag.Apostrophe)) === 0;
  }

  private word(i: number): string {
    return foldWord(this.text.token(i));
  }

  private place(first: number, last: number, sentence: number): Place {
    const {starts, ends} = this.text.tokens;
    return {start: starts[first] as number, end: ends[last] as number, sentence};
  }
}

function add(into: Map<string, Map<string, Place[]>>, key: string, form: string, place: Place): void {
  const forms = into.get(key) ?? new Map<string, Place[]>();
  into.set(key, forms);
  const places = forms.get(form);
  if (places) places.push(place);
  else forms.set(form, [place]);
}

const isPlural = (a: string, b: string): boolean => a === `${b}s` || b === `${a}s`;

/** Not in one sentence, where two things would be meant. */
function apart(a: readonly Place[], b: readonly Place[]): boolean {
  return !a.slice(0, 50).some((p) => b.slice(0, 50).some((q) => q.sentence === p.sentence));
}
