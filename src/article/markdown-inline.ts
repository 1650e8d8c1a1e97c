import type {Opaque, OpaqueKind} from './article.js';
import type {Range} from './source-map.js';

/** A stretch of a paragraph that the parser knows nothing of. */
export interface Cut extends Opaque {
  /** It is markup around words and leaves no trace, such as `==`; anything else stands for something. */
  readonly isSilent: boolean;
}

/** What any of it begins with, so that most paragraphs are not looked at twice. */
export const maybeInline = /[${]|\[\[|\[[@!]|\\[([]|:[\w+-]+:|==|^:::|\n[ \t]*:[ \t]/m;

/** What a stretch may begin with, and an escaped character, which begins none. */
const openers =
  /\\[([]|\\.|\$\$?|!?\[\[|\[!|\[-?@|\]?\{|(?<![\p{L}\p{N}:]):(?=[\w+-]+:)|==|^[ \t]{0,3}(?::{3,}.*$|:[ \t]+)/gmu;

const wiki = /!?\[\[(?!\d*\]\])[^[\]\n]{1,300}\]\]/y;
const alert = /\[![A-Za-z]{2,20}\][+-]?/y;
const citation = /\[-?@[^\s[\]][^[\]\n]{0,400}\]/y;
const attributes = /\{(?::[^{}\n]*|[#.][\w-][^{}\n]*|[\w-]+=(?:"[^"\n{}]*"|[\w-]+)(?: [^{}\n]*)?)\}/y;
const comment = /\{\/\*[\s\S]{0,2000}?\*\/\}/y;
const emoji = /:(?=[\w+-]*[a-z])[a-z0-9_+-]{1,50}:(?![\p{L}\p{N}:])/uy;

const longestFormula = 1000;
const longestDisplay = 4000;
const longestExpression = 2000;

/**
 * Finds in one paragraph what no Markdown parser of CommonMark knows: formulas, links of a wiki, emoji by their names,
 * attributes, citations, expressions of MDX. UTF-16 offsets into the source, in order, not overlapping.
 *
 * @param whole the source
 * @param skip in order: where none may begin, as code, tags and targets
 */
export function findInline(
  whole: string,
  start: number,
  end: number,
  skip: readonly Range[],
  isMdx: boolean,
): Cut[] {
  // No search goes beyond the paragraph: one from each would read the rest of the text again and again.
  const source = whole.slice(0, end);
  const scanner = new Scanner(source, start, end, isMdx);
  let next = 0;
  openers.lastIndex = start;
  for (let found = openers.exec(source); found; found = openers.exec(source)) {
    const at = found.index;
    while (next < skip.length && (skip[next] as Range).end <= at) next++;
    const skipped = skip[next];
    if (skipped && skipped.start <= at) {
      openers.lastIndex = skipped.end;
      continue;
    }
    const after = scanner.at(at, found[0]);
    if (after > at) openers.lastIndex = after;
  }
  return scanner.cuts;
}

class Scanner {
  readonly cuts: Cut[] = [];
  readonly #source: string;
  readonly #start: number;
  readonly #end: number;
  readonly #isMdx: boolean;
  /** Where `$$`, `\)`, `\]` and `==` stand that were sought last; -1 where there is no other. */
  readonly #closers = new Map<string, number>();

  constructor(source: string, start: number, end: number, isMdx: boolean) {
    this.#source = source;
    this.#start = start;
    this.#end = end;
    this.#isMdx = isMdx;
  }

  /** Looks at what may begin at a place, and returns where it ends, or 0. */
  at(at: number, opener: string): number {
    switch (opener[0]) {
      case '\\':
        if (opener === '\\(') return this.#latex(at, '\\)');
        return opener === '\\[' ? this.#latex(at, '\\]') : 0;
      case '$':
        return opener === '$$' ? this.#display(at) : this.#formula(at);
      case '!':
        return this.#wiki(at);
      case '[':
        if (opener === '[!') return at === this.#start ? this.#match(alert, at, 'attributes') : 0;
        return opener === '[[' ? this.#wiki(at) : this.#match(citation, at, 'note');
      case ']':
        return this.#bracketed(at);
      case '{':
        return this.#braces(at);
      case '=':
        return this.#highlight(at);
      default:
        // A fence of a note, or the mark of a definition below its term.
        if (opener.trimStart() !== ':')
          return opener.trimStart().startsWith(':::') || at > this.#start
            ? this.#cut('attributes', at, at + opener.trimEnd().length)
            : 0;
        return this.#match(emoji, at, 'emoji');
    }
  }

  #cut(kind: OpaqueKind, start: number, end: number, isSilent = false): number {
    if (end > this.#end) return 0;
    this.cuts.push({kind, start, end, isSilent});
    return end;
  }

  #match(pattern: RegExp, at: number, kind: OpaqueKind): number {
    pattern.lastIndex = at;
    const found = pattern.exec(this.#source);
    return found ? this.#cut(kind, at, at + found[0].length) : 0;
  }

  /** `[[name]](target)` is a link whose text has brackets, and with a `!` before it an image. */
  #wiki(at: number): number {
    wiki.lastIndex = at;
    const found = wiki.exec(this.#source);
    if (!found || this.#source[at + found[0].length] === '(') return 0;
    return this.#cut('embed', at, at + found[0].length);
  }

  #braces(at: number): number {
    const isComment = this.#source.startsWith('{/*', at);
    const end = isComment ? this.#match(comment, at, 'template') : this.#match(attributes, at, 'attributes');
    return end > 0 || !this.#isMdx ? end : this.#expression(at);
  }

  /** `{…}` of MDX, with the braces in it. */
  #expression(at: number): number {
    const end = Math.min(this.#end, at + longestExpression);
    let depth = 0;
    for (let i = at; i < end; i++) {
      const code = this.#source.charCodeAt(i);
      if (code === 123) depth++;
      else if (code === 125 && --depth === 0) return this.#cut('template', at, i + 1);
    }
    return 0;
  }

  /** `[text]{.class}`: the text is prose. */
  #bracketed(at: number): number {
    attributes.lastIndex = at + 1;
    const found = attributes.exec(this.#source);
    if (!found) return 0;
    const last = this.cuts[this.cuts.length - 1]?.end ?? this.#start;
    // No further back than the text may be long: nothing may open it at all.
    const from = Math.max(last, at - longestFormula);
    const open = from + this.#source.slice(from, at).lastIndexOf('[');
    if (open < from) return 0;
    this.#cut('attributes', open, open + 1, true);
    return this.#cut('attributes', at, at + 1 + found[0].length, true);
  }

  #highlight(at: number): number {
    const source = this.#source;
    const close = this.#find('==', at + 2);
    if (close < 0 || isSpaceAt(source, at + 2) || isSpaceAt(source, close - 1) || close === at + 2) return 0;
    if (source[at + 2] === '=' || source[close + 2] === '=') return 0;
    this.#cut('attributes', at, at + 2, true);
    return this.#cut('attributes', close, close + 2, true);
  }

  #display(at: number): number {
    const close = this.#find('$$', at + 2);
    return close <= at + 2 ? 0 : this.#cut('math', at, close + 2);
  }

  /** `\(…\)` and `\[…\]`; converters escape brackets of the text in the same way. */
  #latex(at: number, closer: string): number {
    const close = this.#find(closer, at + 2);
    if (close < 0 || close - at > (closer === '\\)' ? longestFormula : longestDisplay)) return 0;
    const text = this.#source.slice(at + 2, close);
    if (!(closer === '\\)' ? isFormula(text) : isTex(text))) return 0;
    return this.#cut('math', at, close + 2);
  }

  /**
   * `$…$` as Pandoc reads it: what opens has no space behind it, what closes has none before it and no digit behind
   * it. And no letter or digit stands before or behind: `US$5`, `5$` are amounts.
   */
  #formula(at: number): number {
    const source = this.#source;
    if (isWordAt(source, at - 1) || isSpaceAt(source, at + 1)) return 0;
    const end = Math.min(this.#end, at + longestFormula);
    for (let i = at + 1; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code === 92) i++;
      else if (code === 36 && !isSpaceAt(source, i - 1) && !isWordAt(source, i + 1)) {
        if (i === at + 1 || isProse(source.slice(at + 1, i))) return 0;
        return this.#cut('math', at, i + 1);
      }
    }
    return 0;
  }

  /** Where the next closer stands, or -1. Openers ask in order, so what was found for one before it may serve. */
  #find(closer: string, from: number): number {
    const known = this.#closers.get(closer);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const close = this.#source.indexOf(closer, from);
    this.#closers.set(closer, close);
    return close;
  }
}

/** Two words of the language beside each other, without a command of TeX. */
const isProse = (text: string): boolean => !text.includes('\\') && /\p{L}{2}\s+\p{L}{2}/u.test(text);

const isTex = (text: string): boolean =>
  /\\[A-Za-z]+|[\w})]\^|_\{/.test(text) && !/\\[([]/.test(text) && !isProse(text) && !/\n\s*\n/.test(text);

/** Whether a text in TeX’s round brackets is a formula, and no remark whose brackets a converter has escaped. */
const isFormula = (text: string): boolean =>
  isTex(text) ||
  /^\s*[A-Za-z](?:[_^][A-Za-z0-9])?\s*$/.test(text) ||
  (!isProse(text) && /[=<>]/.test(text)) ||
  (/^[\d\s+*/()-]+$/.test(text) && /\d/.test(text));

const isSpaceAt = (source: string, at: number): boolean => /^\s?$/.test(source.charAt(at));
const isWordAt = (source: string, at: number): boolean => /[\p{L}\p{N}]/u.test(source.charAt(at));
