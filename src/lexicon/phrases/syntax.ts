import {CharClass, classOf} from '../../text/characters.js';
import {hashOf} from '../../text/hash.js';
import {inflections} from './inflections.js';

/** Elements of a compiled phrase that are no literal token. They lie above every 32-bit hash. */
export const Wild = {
  /** `<number>`: one number. */
  Number: 2 ** 32 + 1,
  /** `<name>`: one word with an initial capital. */
  Name: 2 ** 32 + 2,
  /** `<word>`: any one word. */
  Word: 2 ** 32 + 3,
  /** `<0-N>`: up to N tokens; the element is `Gap + N`. */
  Gap: 2 ** 32 + 16,
} as const;

/** One way of writing a phrase: a hash for each literal token (its code for a mark) or a {@link Wild} element. */
export interface Sequence {
  readonly elements: readonly number[];
  /** The literal text with single spaces where white space stands, for entries whose capitals count. */
  readonly text: string;
}

const maxSequences = 4096;
/** Most words and marks of a phrase, and how deep choices may be nested: more is a text, or a mistake. */
const maxElements = 200;
const maxDepth = 32;

/**
 * Expands a phrase to all the token sequences it stands for.
 *
 * Words and marks stand for themselves. `(a|b c|)` is a choice, possibly of nothing; `~force` stands for the regular
 * and common irregular forms of an English word; `<number>`, `<name>`, `<word>` for one token of that kind;
 * `<0-4>` for up to four tokens. A backslash makes the next character literal.
 *
 * @throws {Error} when a choice is not closed, an operator is unknown, or the phrase stands for too many sequences.
 */
export function expandPhrase(phrase: string): Sequence[] {
  const texts = expandChoices(phrase);
  if (texts.length > maxSequences) throw new Error(`it stands for more than ${maxSequences} sequences`);
  const out: Sequence[] = [];
  for (const text of texts) for (const sequence of toSequences(text)) out.push(sequence);
  if (out.length === 0 || out.some((s) => s.elements.length === 0)) throw new Error('it can be empty');
  if (out.some((s) => s.elements.length > maxElements))
    throw new Error(`it has more than ${maxElements} words and marks`);
  if (out.length > maxSequences) throw new Error(`it stands for more than ${maxSequences} sequences`);
  return out;
}

/** Whether a phrase stands for more than the one text that it is. */
export function hasOperators(phrase: string): boolean {
  return /[()<~]/.test(phrase.replace(/\\./gsu, ''));
}

/** Whether a phrase leaves open a word that its replacement may miss: by a wildcard, or by a choice of more words than it has. */
export function leavesOpen(phrase: string, replacement: string): boolean {
  const plain = phrase.replace(/\\./gsu, 'x');
  if (plain.includes('<')) return true;
  if (!/\([^()]*\|/.test(plain)) return false;
  return countWords(plain.replace(/\(([^()|]*)\|[^()]*\)/g, '$1')) > countWords(replacement);
}

/** How many parts between white space have a letter or a figure. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/** A phrase that stands for a text as it is, whatever signs the text has. */
export function literalPhrase(text: string): string {
  return text.replace(/[\\()<>|~]/g, '\\$&');
}

/** The text that a phrase without operators stands for. */
export function textOfPhrase(phrase: string): string {
  return phrase.replace(/\\(.)/gsu, '$1');
}

function expandChoices(phrase: string, depth = 0): string[] {
  if (depth > maxDepth) throw new Error(`its choices are nested more than ${maxDepth} deep`);
  let heads = [''];
  let i = 0;
  let literal = '';
  const flush = (): void => {
    if (literal) heads = heads.map((h) => h + literal);
    literal = '';
  };
  while (i < phrase.length) {
    const c = phrase[i] as string;
    if (c === '\\' && i + 1 < phrase.length) {
      literal += c + phrase[i + 1];
      i += 2;
    } else if (c === '(') {
      flush();
      const {options, next} = readChoice(phrase, i, depth);
      heads = heads.flatMap((h) => options.map((o) => h + o));
      if (heads.length > maxSequences) throw new Error(`it stands for more than ${maxSequences} sequences`);
      i = next;
    } else if (c === ')') {
      throw new Error('a “)” closes nothing; write “\\)” for the mark itself');
    } else {
      literal += c;
      i++;
    }
  }
  flush();
  return heads;
}

function readChoice(phrase: string, open: number, deep: number): {options: string[]; next: number} {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let i = open; i < phrase.length; i++) {
    const c = phrase[i] as string;
    if (c === '\\') {
      part += c + (phrase[++i] ?? '');
    } else if (c === '(' && depth++ === 0) {
      // the opening bracket itself
    } else if (c === ')' && --depth === 0) {
      parts.push(part);
      return {
        options: parts.flatMap((p) => (p.includes('(') ? expandChoices(p, deep + 1) : [p])),
        next: i + 1,
      };
    } else if (c === '|' && depth === 1) {
      parts.push(part);
      part = '';
    } else part += c;
  }
  throw new Error('a “(” is not closed; write “\\(” for the mark itself');
}

function toSequences(text: string): Sequence[] {
  let heads: {elements: number[]; text: string}[] = [{elements: [], text: ''}];
  const add = (element: number, literal: string): void => {
    for (const h of heads) {
      h.elements.push(element);
      h.text += literal;
    }
  };
  let i = 0;
  let gap = '';
  while (i < text.length) {
    const c = text[i] as string;
    const klass = classOf(text.charCodeAt(i)) & 7;
    if (klass === CharClass.Space) {
      gap = ' ';
      i++;
    } else if (c === '<') {
      const end = text.indexOf('>', i);
      if (end < 0) throw new Error('a “<” is not closed; write “\\<” for the mark itself');
      add(wildcard(text.slice(i + 1, end)), gap + text.slice(i, end + 1));
      gap = '';
      i = end + 1;
    } else if (c === '~') {
      const end = wordEnd(text, i + 1);
      if (end === i + 1) throw new Error('“~” must stand before a word');
      const forms = inflections(text.slice(i + 1, end));
      heads = heads.flatMap((h) =>
        forms.map((f) => ({elements: [...h.elements, hashOf(f)], text: h.text + gap + f})),
      );
      gap = '';
      i = end;
    } else if (klass >= CharClass.Lower && klass <= CharClass.Digit) {
      const end = wordEnd(text, i);
      const word = text.slice(i, end);
      add(hashOf(word), gap + word);
      gap = '';
      i = end;
    } else {
      if (c === '\\' && i + 1 < text.length) i++;
      const mark = String.fromCodePoint(text.codePointAt(i) as number);
      add(mark.codePointAt(0) as number, gap + mark);
      gap = '';
      i += mark.length;
    }
  }
  return heads.map((h) => ({elements: h.elements, text: h.text.trim()}));
}

function wildcard(name: string): number {
  if (name === 'number') return Wild.Number;
  if (name === 'name') return Wild.Name;
  if (name === 'word') return Wild.Word;
  const range = /^0-(\d{1,2})$/.exec(name);
  if (range && Number(range[1]) >= 1 && Number(range[1]) <= 12) return Wild.Gap + Number(range[1]);
  throw new Error(`“<${name}>” is unknown: there are <number>, <name>, <word> and <0-1> to <0-12>`);
}

/** Ends a word as the tokenizer does: letters, digits and what goes on with them, apostrophes between letters. */
function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const klass = classOf(code) & 7;
    if (klass >= CharClass.Lower && klass <= CharClass.Extend) i++;
    else if (
      (code === 0x27 || code === 0x2019) &&
      i > from &&
      i + 1 < text.length &&
      (classOf(text.charCodeAt(i + 1)) & 7) <= CharClass.Caseless &&
      (classOf(text.charCodeAt(i + 1)) & 7) >= CharClass.Lower
    )
      i++;
    else break;
  }
  return i;
}
