import type {Range} from '../article/source-map.js';
import type {FindIgnored} from '../text/conceal.js';

/** How far `*`, `+` and `{n,}` reach: so that a search costs no more than its text is long, times a constant. */
const longestRepeat = 500;
/** Most ways in which a pattern may match at one place. */
const mostWays = 2000;

/** A pattern of `ignoreText` cannot be used; the message says why and what to do. */
export class PatternError extends Error {}

const delimited = /^\/(.+)\/([a-z]*)$/s;

/**
 * One entry of `ignoreText`: a text as it stands, or a regular expression between slashes with its flags.
 *
 * @throws PatternError where it is no regular expression, or none that is sure to take linear time
 */
export function compileIgnored(entry: string): string | RegExp {
  const parts = delimited.exec(entry);
  if (!parts) return entry;
  const [, source = '', flags = ''] = parts;
  if (!/^[imsu]*$/.test(flags)) throw new PatternError(`flags are i, m, s and u, not “${flags}”`);
  const bounded = bound(source);
  try {
    return new RegExp(bounded, `${flags}g`);
  } catch (error) {
    throw new PatternError((error as Error).message.replace(/^Invalid regular expression: /, ''));
  }
}

/** Finds what a list of such entries leaves out of a text. */
export function findIgnored(entries: readonly string[]): FindIgnored | undefined {
  if (entries.length === 0) return undefined;
  const patterns = entries.map(compileIgnored);
  return (prose) => {
    const found: Range[] = [];
    for (const pattern of patterns) {
      if (typeof pattern === 'string') {
        for (let at = prose.indexOf(pattern); at >= 0; at = prose.indexOf(pattern, at + pattern.length))
          found.push({start: at, end: at + pattern.length});
      } else
        for (const {index, 0: text} of prose.matchAll(pattern))
          if (text !== '') found.push({start: index, end: index + text.length});
    }
    return found;
  };
}

/**
 * The same regular expression with a bound on each repeat. Refuses what could match one place in too many ways
 * (repeats in repeats or behind each other, alternatives in repeats), and what looks back or ahead.
 */
function bound(source: string): string {
  const parser = new PatternParser(source);
  const ways = parser.alternatives();
  if (parser.at < source.length) throw new PatternError('a bracket closes what was not opened');
  if (ways > mostWays) throw new PatternError(tooManyWays);
  return parser.out;
}

const tooManyWays =
  'this could take too long on some texts: use one “+” or “*” at most, no repeat within a repeat, and bounds such as “{1,20}”';

class PatternParser {
  at = 0;
  out = '';
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Reads alternatives up to a closing bracket or the end, and returns in how many ways they may match. */
  alternatives(): number {
    let ways = this.sequence();
    while (this.source[this.at] === '|') {
      this.take(1);
      ways += this.sequence();
    }
    return ways;
  }

  private sequence(): number {
    let ways = 1;
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      const one = this.atom();
      ways *= this.repeat(one);
      if (ways > mostWays) throw new PatternError(tooManyWays);
    }
    return ways;
  }

  private atom(): number {
    const {source} = this;
    const char = source[this.at] as string;
    if (char === '\\') {
      const next = source[this.at + 1] ?? '';
      if (/[1-9k]/.test(next)) throw new PatternError('a pattern must not refer back to what it has matched');
      const escaped = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[\s\S])/.exec(
        source.slice(this.at, this.at + 60),
      );
      this.take(escaped?.[0].length ?? 1);
      return 1;
    }
    if (char === '[') {
      const end = /^\[\^?(?:\\[\s\S]|[^\]\\])*\]/.exec(source.slice(this.at));
      if (!end) throw new PatternError('a “[” is not closed');
      this.take(end[0].length);
      return 1;
    }
    if (char !== '(') {
      this.take(1);
      return 1;
    }
    const open = /^\((?:\?:|\?<[A-Za-z_]\w*>|(?!\?))/.exec(source.slice(this.at));
    if (!open) throw new PatternError('a pattern must not look ahead or back');
    this.take(open[0].length);
    const ways = this.alternatives();
    if (source[this.at] !== ')') throw new PatternError('a “(” is not closed');
    this.take(1);
    return ways;
  }

  /** A quantifier behind an atom that may match in so many ways. */
  private repeat(ways: number): number {
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(this.source.slice(this.at));
    if (!found) return ways;
    const [text, least = '', comma = '', most = '', lazy = ''] = found;
    const sign = text[0];
    const low = sign === '{' ? Number(least) : sign === '+' ? 1 : 0;
    const isOpen = sign === '*' || sign === '+' || (comma === ',' && most === '');
    const high =
      sign === '?' ? 1 : isOpen ? Math.max(low, longestRepeat) : Number(comma === '' ? least : most);
    if (high > 10 * longestRepeat) throw new PatternError(tooManyWays);
    this.at += text.length;
    this.out += `{${low},${high}}${lazy}`;
    // An atom that may match in several ways does so each time.
    let sum = 0;
    for (let n = low, power = ways ** low; n <= high && sum <= mostWays; n++, power *= ways) sum += power;
    return sum;
  }

  private take(length: number): void {
    this.out += this.source.slice(this.at, this.at + length);
    this.at += length;
  }
}
