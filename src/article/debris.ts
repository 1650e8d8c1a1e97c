import type {Opaque, OpaqueKind, Span, SpanKind} from './article.js';
import type {Range} from './source-map.js';

/** A stretch of prose that is unmistakably none. */
interface Stretch extends Range {
  readonly span: SpanKind;
  readonly kind: OpaqueKind;
}

const longestData = 50_000;
const longestCall = 2000;

/** An object of JSON begins, perhaps in a list; translation engines turn its quotation marks. */
const json = /(?:\[\s*)?\{\s*["“”„«]\s*@?[\w$-]{1,60}\s*["“”»]\s*:/g;
const dataAddress = /\bdata:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]{16,}/g;
const templateOpener = /\{\{[<%]?|\{%|<%/g;
/** A tag with attributes, straight or turned quotation marks around their values. */
const tag =
  /<\/?[a-z][\w:-]{0,30}(?:\s+[\w:@.-]{1,60}\s?=\s?(?:"[^"<>]*"|'[^'<>]*'|[“”][^“”<>]*[“”]))+\s*\/?>/gi;
const script = /<(script|style)\b[^<>]{0,300}>/gi;
/** Code in backticks, which stand where quotation marks would: never an apostrophe. */
const code = /(?<![\p{L}\p{N}`’'])`(?=[^\s`])([^`\n]{1,80})(?<=[^\s`])`(?![\p{L}\p{N}`’'])/gu;
const formula =
  /\$\$[^$\n]+\$\$|(?<!\\)\\\((?:[^\\\n]|\\[^()\n])+\\\)|(?<!\\)\\\[(?:[^\\\n]|\\[^[\]\n])+\\\]|(?<![\p{L}\p{N}$\\])\$[^\s$][^$\n]*\$(?![\p{L}\p{N}])/gu;
const longestFormula = 500;
const tex = /\\[A-Za-z]{2,}|[\w})]\^|[A-Za-z]_[\w{]/;
const emoji = /(?<![^\s([])(?::(?=[\w+-]*[a-z])[a-z0-9_+-]{2,50}:)+(?![^\s.,!?)\]])/g;

/**
 * Finds in prose what is no prose whatever the format: data, addresses that hold a file, calls of template software
 * and tags that stand in the text (debris); code in backticks, formulas and emoji by their names, unless the format has
 * read those already.
 */
export function findDebris(prose: string, isMarkdown: boolean): Stretch[] {
  const found: Stretch[] = [];
  const add = (span: SpanKind, kind: OpaqueKind, start: number, end: number): void => {
    if (end > start) found.push({span, kind, start, end});
  };
  if (prose.includes('{')) {
    findJson(prose, (start, end) => add('debris', 'debris', start, end));
    if (!isMarkdown && (prose.includes('{{') || prose.includes('{%')))
      findTemplates(prose, (start, end) => add('debris', 'debris', start, end));
  }
  if (prose.includes(';base64,'))
    for (const {index, 0: text} of prose.matchAll(dataAddress))
      add('debris', 'debris', index, index + text.length);
  if (prose.includes('<')) findTags(prose, (start, end) => add('debris', 'debris', start, end));
  if (isMarkdown) return found;
  if (prose.includes('`'))
    for (const {index, 0: text} of prose.matchAll(code)) add('code', 'code', index, index + text.length);
  if (prose.includes('$') || prose.includes('\\'))
    for (const {index, 0: text} of prose.matchAll(formula))
      if (
        text.length <= longestFormula &&
        tex.test(text) &&
        !/\p{L}{3}\s+\p{L}{3}/u.test(text.replace(/\\text\w{0,20}\{[^{}]*\}/g, ''))
      )
        add('opaque', 'math', index, index + text.length);
  if (prose.includes(':'))
    for (const {index, 0: text} of prose.matchAll(emoji)) add('opaque', 'emoji', index, index + text.length);
  return found;
}

/** In the order of their starts, without those that begin in another. */
export function inOrder(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end))
    if (stretch.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(stretch);
  return kept;
}

/** The spans of stretches, and the stretches in the source. */
export function ofStretches(
  stretches: readonly Stretch[],
  toSource: (start: number, end: number) => Range,
): {spans: Span[]; opaque: Opaque[]} {
  return {
    spans: stretches.map(({span, start, end}) => ({kind: span, start, end})),
    opaque: stretches.map(({kind, start, end}) => ({kind, ...toSource(start, end)})),
  };
}

type Add = (start: number, end: number) => void;

function findJson(prose: string, add: Add): void {
  json.lastIndex = 0;
  for (let found = json.exec(prose); found; found = json.exec(prose)) {
    const end = endOfObject(prose, found.index);
    add(found.index, end);
    json.lastIndex = end;
  }
}

/** Where the brackets that open here are closed; the end of the line where they are not. */
function endOfObject(prose: string, from: number): number {
  const last = Math.min(prose.length, from + longestData);
  let depth = 0;
  for (let at = from; at < last; at++) {
    const code = prose.charCodeAt(at);
    if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  const line = prose.indexOf('\n', from);
  return line < 0 ? prose.length : line;
}

function findTemplates(prose: string, add: Add): void {
  templateOpener.lastIndex = 0;
  for (let found = templateOpener.exec(prose); found; found = templateOpener.exec(prose)) {
    const [open] = found;
    const close =
      open === '{{<' ? '>}}' : open === '{{%' ? '%}}' : open === '{{' ? '}}' : open === '{%' ? '%}' : '%>';
    const at = prose.slice(found.index, found.index + longestCall).indexOf(close, open.length);
    if (at < 0 || prose.slice(found.index, found.index + at).includes('\n')) continue;
    const end = found.index + at + close.length;
    add(found.index, end);
    templateOpener.lastIndex = end;
  }
}

function findTags(prose: string, add: Add): void {
  const names = new Set<string>();
  for (const {index, 0: text} of prose.matchAll(tag)) {
    add(index, index + text.length);
    names.add((/[a-z][\w:-]*/i.exec(text)?.[0] ?? '').toLowerCase());
  }
  // Their end tags belong to them.
  if (names.size > 0)
    for (const {index, 0: text, 1: name = ''} of prose.matchAll(/<\/([a-z][\w:-]{0,30})\s*>/gi))
      if (names.has(name.toLowerCase())) add(index, index + text.length);
  script.lastIndex = 0;
  for (let found = script.exec(prose); found; found = script.exec(prose)) {
    const close = prose.indexOf(`</${found[1]}>`, found.index);
    if (close < 0 || close - found.index > longestData) continue;
    const end = close + (found[1] as string).length + 3;
    add(found.index, end);
    script.lastIndex = end;
  }
}
