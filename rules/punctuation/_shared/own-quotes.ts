import type {RuleContext} from '../../../src/engine/rule.js';
import {type Locale, localeOf} from '../../../src/locale/locale.js';
import {CharClass, classOf} from '../../../src/text/characters.js';
import {notProse, TokenFlag} from '../../../src/text/tokens.js';
import {isHalfLetter} from './mojibake.js';
import {endOfRun, ornament} from './quote-marks.js';

/** A double quotation mark of any language. */
export interface OwnMark {
  readonly token: number;
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly block: number;
  /** A space, a block’s edge, a bracket or a dash stands before it, or behind it. */
  readonly leftFree: boolean;
  readonly rightFree: boolean;
}

export interface OwnPair {
  readonly open: OwnMark;
  readonly close: OwnMark;
  /** How many quotations it stands in. */
  readonly depth: number;
}

export interface OwnQuotations {
  readonly locale: Locale;
  /** The pair that most quotations of the text have, if the language writes it; else its first one. */
  readonly usual: string;
  /** In the order of their closing marks. */
  readonly pairs: readonly OwnPair[];
  /** Opened and never closed. */
  readonly unclosed: readonly OwnMark[];
  /** Closed and never opened. */
  readonly unopened: readonly OwnMark[];
}

/** The double marks of all languages; single ones are apostrophes too often. */
export const doubleMarks = '"“”„«»‟「」『』';
const opensAlways = '„「『';
const closesAlways = '」』';
const straight = '"';
const before = "([{-/|*_>:='‘—–―‐‑…¿¡«„“「『";
const after = ")]}.,:;!?/|*_<'’—–―…%-،؛؟।۔。，、！？：；։՝՜։»”“」』";
/** How many blocks a quotation may run over. */
const mostBlocks = 12;
/** Letters that Hebrew and Arabic write together with the word behind them: `ו`, `ב`, `ال`. */
const longestPrefix = 3;
const caseless = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** The last letter of an acronym with an ending of Hebrew behind it: `מל"טים`, `מנכ"לית`, `יו"רים`. */
const inflectedAcronym = /^\p{Script=Hebrew}(?:יות|יים|ים|ות|ית|י|ה|ו|ם|ן|ניק|ניקים)$/u;

type Context = Pick<RuleContext, 'shared' | 'text' | 'article' | 'settings'>;

/** Pairs the double quotation marks of a text in a language that has a {@link Locale}; undefined for others. */
export function ownQuotations(context: Context): OwnQuotations | undefined {
  return context.shared('punctuation/own-quotations', () => {
    const locale = localeOf(context.settings.language);
    return locale && new Pairing(context, locale).run();
  });
}

class Pairing {
  private readonly pairs: OwnPair[] = [];
  private readonly unclosed: OwnMark[] = [];
  private readonly unopened: OwnMark[] = [];
  private stack: OwnMark[] = [];
  private pending: OwnMark | undefined;
  /** Marks that both open and close quotations of the language, so that only their place tells. */
  private readonly double: ReadonlySet<string>;
  private readonly opening: ReadonlySet<string>;
  private readonly closing: ReadonlySet<string>;

  constructor(
    private readonly context: Context,
    private readonly locale: Locale,
  ) {
    const pairs = [...locale.pairs];
    this.opening = new Set(pairs.map((pair) => pair.charAt(0)));
    this.closing = new Set(pairs.map((pair) => pair.charAt(1)));
    this.double = new Set([...this.opening].filter((sign) => this.closing.has(sign)));
  }

  run(): OwnQuotations {
    const marks = findMarks(this.context);
    for (let i = 0; i < marks.length; ) {
      const {block} = marks[i] as OwnMark;
      let end = i;
      while (end < marks.length && (marks[end] as OwnMark).block === block) end++;
      this.block(marks, i, end);
      i = end;
    }
    if (this.pending) this.unclosed.push(this.pending);
    this.pairTurned();
    this.pairMisplaced();
    const {locale, pairs, unclosed, unopened} = this;
    return {locale, usual: this.usual(), pairs, unclosed, unopened};
  }

  private usual(): string {
    const {locale} = this;
    const uses = new Map<string, number>();
    for (const {open, close, depth} of this.pairs) {
      const signs = open.sign + close.sign;
      const isOwn = locale.pairs.has(signs) || (locale.writesStraight && signs === straight + straight);
      if (depth === 0 && isOwn) uses.set(signs, (uses.get(signs) ?? 0) + 1);
    }
    const [most] = [...uses].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? locale.outer;
  }

  /** `said" word"`: of two straight marks that both close, the first has its space on the wrong side. */
  private pairMisplaced(): void {
    const {unopened} = this;
    for (let i = 0; i + 1 < unopened.length; i++) {
      const [open, close] = [unopened[i] as OwnMark, unopened[i + 1] as OwnMark];
      if (open.sign !== straight || close.sign !== straight || open.block !== close.block) continue;
      if (this.pairs.some((pair) => pair.open.start > open.start && pair.open.start < close.start)) continue;
      this.pairs.push({open, close, depth: 0});
      unopened.splice(i, 2);
      i--;
    }
  }

  /** `“word“`: of two marks that both open and stand next to each other, the second one is turned. */
  private pairTurned(): void {
    const {unclosed} = this;
    unclosed.sort((a, b) => a.start - b.start);
    for (let i = 0; i + 1 < unclosed.length; i++) {
      const [open, close] = [unclosed[i] as OwnMark, unclosed[i + 1] as OwnMark];
      const isTurned = open.sign === close.sign && open.block === close.block && !'"„'.includes(open.sign);
      if (!isTurned || (!this.locale.isDense && !close.rightFree)) continue;
      if (this.pairs.some((pair) => pair.open.start > open.start && pair.open.start < close.start)) continue;
      this.pairs.push({open, close, depth: 0});
      unclosed.splice(i, 2);
      i--;
    }
  }

  private block(marks: readonly OwnMark[], from: number, to: number): void {
    const first = marks[from] as OwnMark;
    const atStart = first.start === this.context.article.blocks[first.block]?.start;
    if (this.pending) {
      const far = first.block - this.pending.block > mostBlocks;
      const opens = this.opens(first, false);
      // The next paragraph of a quotation may open it again, where it did not begin amid a clause.
      if (far || (opens && !(atStart && this.mayRunOn(this.pending)))) this.unclosed.push(this.pending);
      else if (!opens) this.stack.push(this.pending);
      this.pending = undefined;
    }
    let merged = false;
    for (let i = from; i < to; i++) {
      const mark = marks[i] as OwnMark;
      if (this.isNoQuotation(mark, i + 1 < to ? marks[i + 1] : undefined)) continue;
      if (this.opens(mark, this.stack.length > 0)) this.stack.push(mark);
      else {
        const open = this.stack.pop();
        if (!open) this.unopened.push(mark);
        else {
          this.pairs.push({open, close: mark, depth: this.stack.length});
          // «The paper «Word»: one mark may close both.
          merged ||= this.stack.at(-1)?.sign === '«' && mark.sign === '»';
        }
      }
    }
    const open = this.stack;
    this.stack = [];
    if (open.length === 0 || (open.length === 1 && merged)) return;
    for (const mark of open.slice(1)) this.unclosed.push(mark);
    this.pending = open[0];
  }

  /** `said: “We will`, but not `the “new road was opened`: speech of several paragraphs begins behind a mark or a stop. */
  private mayRunOn({start}: OwnMark): boolean {
    return !/\p{Ll}\s?$/u.test(this.context.text.prose.slice(Math.max(0, start - 3), start));
  }

  /** Whether a mark begins a quotation: by the space on its sides, and where that does not tell, by its shape. */
  private opens({sign, leftFree, rightFree, token, start}: OwnMark, within: boolean): boolean {
    if (opensAlways.includes(sign)) return true;
    if (closesAlways.includes(sign)) return false;
    const byShape = this.shape(sign);
    if (this.locale.isDense) {
      // Between letters only the shape tells; at the edge of a sentence the place does: `了。“`.
      if (byShape === true && within && rightFree && !leftFree) return false;
      return byShape ?? !within;
    }
    if (leftFree !== rightFree) {
      // `« mot »` has its spaces within.
      return byShape !== undefined && '«»'.includes(sign) && !this.double.has(sign) ? byShape : leftFree;
    }
    if (byShape !== undefined && (sign !== '”' || !within)) return byShape;
    if (within) return false;
    return leftFree || this.isBehindPrefix(token, start);
  }

  /** What the shape of a mark says in the language; undefined where it says nothing. */
  private shape(sign: string): boolean | undefined {
    if (sign === straight || this.double.has(sign)) return undefined;
    if (this.opening.has(sign)) return true;
    if (this.closing.has(sign)) return false;
    return '“«'.includes(sign);
  }

  /** `ה"עיתון"`, `و"الكتاب"` */
  private isBehindPrefix(token: number, start: number): boolean {
    const {tokens, prose} = this.context.text;
    const from = tokens.starts[token - 1] as number;
    return start - from <= longestPrefix && caseless.test(prose.charAt(from));
  }

  /** A mark amid a word (`צה"ל`) or behind a number (`12"`). */
  private isNoQuotation({sign, token, start, end}: OwnMark, following: OwnMark | undefined): boolean {
    const {tokens, prose} = this.context.text;
    if (!'"”״“'.includes(sign)) return false;
    if (sign === straight && /\d/.test(prose.charAt(start - 1)) && this.stack.length === 0 && !this.pending)
      return true;
    // `6x4“ (10x15 cm)`: inches.
    const isInch =
      /\d/.test(prose.charAt(start - 1)) && /^(?: ?[(（]|[ ,，、])/.test(prose.slice(end, end + 2));
    if (isInch && this.locale.isDense && this.stack.length === 0 && !this.pending) return true;
    const next = token + 1;
    if (next >= tokens.count || tokens.starts[next] !== end || !/\p{Script=Hebrew}/u.test(prose.charAt(end)))
      return false;
    if (tokens.ends[token - 1] !== start || !/\p{Script=Hebrew}/u.test(prose.charAt(start - 1))) return false;
    const behind = prose.slice(end, tokens.ends[next]);
    if (behind.length <= 2) return true;
    // `ה"בית" נסגר` has the form, too: there a closing mark follows.
    const closes = following !== undefined && !following.leftFree && following.rightFree;
    return inflectedAcronym.test(behind) && !(closes && this.stack.length === 0);
  }
}

function findMarks({text, article}: Context): OwnMark[] {
  const {prose, tokens} = text;
  const {count, flags, hashes, zones, starts, ends, blocks} = tokens;
  const out: OwnMark[] = [];
  const codes = new Set([...doubleMarks].map((sign) => sign.charCodeAt(0)));
  for (let i = 0; i < count; i++) {
    if (!((flags[i] as number) & TokenFlag.Mark) || !codes.has(hashes[i] as number)) continue;
    const start = starts[i] as number;
    if ((zones[i] as number) & notProse || isHalfLetter(prose, start)) continue;
    const last = endOfRun(tokens, i);
    const token = i;
    i = last;
    if (last - token >= ornament - 1) continue;
    const block = blocks[token] as number;
    const {start: from, end: to} = article.blocks[block] as {start: number; end: number};
    // `""` is one mark, written twice.
    const end = ends[last] as number;
    const isFree = (at: number, free: string): boolean =>
      at < from || at >= to || isSpace(prose.charCodeAt(at)) || free.includes(prose.charAt(at));
    out.push({
      token,
      start,
      end,
      sign: prose.charAt(start),
      block,
      leftFree: isFree(start - 1, before),
      rightFree: isFree(end, after),
    });
  }
  return out;
}

const isSpace = (code: number): boolean => (classOf(code) & 7) === CharClass.Space;

/** The words of a quotation without the spaces inside its marks, as UTF-16 offsets. */
export function innerRange(prose: string, {open, close}: OwnPair): {start: number; end: number} {
  let {end: start} = open;
  let {start: end} = close;
  while (start < end && isSpace(prose.charCodeAt(start))) start++;
  while (end > start && isSpace(prose.charCodeAt(end - 1))) end--;
  return {start, end};
}

/** The marks to write where a pair stands: those of the text, if they are of the language. */
export function marksFor({locale, usual}: OwnQuotations, depth: number): [string, string] {
  const within = usual === locale.inner ? locale.outer : locale.inner;
  const marks = depth % 2 === 0 ? usual : within;
  const space = marks === '«»' ? locale.inside : '';
  return [marks.charAt(0) + space, space + marks.charAt(1)];
}
