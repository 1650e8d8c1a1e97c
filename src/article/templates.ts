import type {Opaque} from './article.js';

/** Calls of template software and how they end; the longer opener comes first. */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
];
const longestCall = 5000;

/** Calls of Hugo, Jekyll and their like that come in pairs, with text between them that is no prose. */
const rawCall =
  /^\{(?:\{[<%]|%)-?\s*(highlight|raw|comment|verbatim|mermaid|math|katex|code|plantuml|chart)\b(?!.*\/[>%]\}\}$)/s;

const blockStart = /^[ \t]{0,3}(?:\$\$|\\\[[ \t]*$|import\s|export\s)/gm;
const importLine = /import\s+(?:[\w$*{][^'"\n]{0,500}\sfrom\s+)?['"][^'"\n]{1,500}['"]/y;
const exportLine =
  /export\s+(?:default\s+(?:async\s|function\b|class\b|\(|\{|[\w$.]+\s*[;({])|(?:const|let|var)\s+[\w${[]|(?:async\s+)?function\b|class\s|\*\s|\{[^}\n]*\}\s*(?:from\b|;|$))/my;
const fenceLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)$/gm;
const componentOpen = /<[A-Za-z][\w.:-]*(?=[\s/>])/g;
const component = /^(?:import[ \t].*['"]|export\s+(?:const|default|function)\b)|<[A-Z][\w.]*[\s/>]/m;

/** A Markdown text with what other software reads before Markdown put out of sight. */
export interface Masked {
  /** U+FFFC for each unit of a stretch but its line ends; as long as the source. */
  readonly text: string;
  /** In order, not overlapping. */
  readonly stretches: readonly Opaque[];
  /** Components or modules stand in it: braces are expressions. */
  readonly isMdx: boolean;
}

/**
 * Finds what template software, MDX and readers of formulas take out of a Markdown text before it is read: calls
 * (`{{< figure … >}}`, `{% include … %}`), with what stands between raw ones, modules and tags with expressions of MDX,
 * and formulas that are blocks. Their words must not be taken for Markdown, wherever they stand.
 */
export function maskTemplates(source: string, start: number): Masked {
  const isMdx = component.test(source);
  const stretches: Opaque[] = [];
  if (source.includes('{{') || source.includes('{%') || source.includes('<%'))
    findCalls(source, start, stretches);
  blockStart.lastIndex = start;
  if (blockStart.test(source)) findBlocks(source, start, stretches, isMdx);
  if (isMdx && /<[A-Za-z][^<>]*\{/.test(source)) findComponents(source, start, stretches);
  if (stretches.length === 0) return {text: source, stretches, isMdx};
  const kept = inOrder(stretches);
  const pieces: string[] = [];
  let at = 0;
  for (const {start, end} of kept) {
    pieces.push(source.slice(at, start), source.slice(start, end).replace(/[^\n\r]/g, '\uFFFC'));
    at = end;
  }
  pieces.push(source.slice(at));
  return {text: pieces.join(''), stretches: kept, isMdx};
}

function inOrder(stretches: Opaque[]): Opaque[] {
  const kept: Opaque[] = [];
  for (const stretch of stretches.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1];
    if (!last || stretch.start >= last.end) kept.push(stretch);
  }
  return kept;
}

/** Where a closer stands next, or -1; places that are asked for must not go back. */
type Next = (close: string, from: number) => number;

/** Remembers the next closer of each kind, so that no search from an opener reads what another one read. */
function closersOf(source: string): Next {
  const closers = new Map<string, number>();
  return (close, from) => {
    const known = closers.get(close);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = source.indexOf(close, from);
    closers.set(close, at);
    return at;
  };
}

function findCalls(source: string, start: number, stretches: Opaque[]): void {
  const next = closersOf(source);
  const opener = /\{\{[<%]?|\{%|<%/g;
  opener.lastIndex = start;
  for (let found = opener.exec(source); found; found = opener.exec(source)) {
    const at = found.index;
    const [, close] = pairs.find(([open]) => open === found?.[0]) as readonly [string, string];
    const end = next(close, at + found[0].length);
    if (end < 0 || end - at > longestCall) continue;
    const call = source.slice(at, end + close.length);
    if (!call.startsWith('{{<') && /\n[ \t]*\r?\n/.test(call)) continue;
    const raw = rawCall.exec(call);
    const last = raw ? endOfRaw(source, call, raw[1] as string, end, next) : end + close.length;
    stretches.push({kind: 'template', start: at, end: last});
    opener.lastIndex = last;
  }
}

/** The end of the call that ends what a raw call begins. */
function endOfRaw(source: string, call: string, name: string, end: number, next: Next): number {
  const isLiquid = call.startsWith('{%');
  const word = isLiquid ? `end${name}` : `/${name}`;
  for (const space of [' ', '', '- ']) {
    const at = next(`${space}${word}`, end);
    if (at < 0) continue;
    const close = source.slice(at, at + 100).indexOf(isLiquid ? '%}' : '}}');
    if (close >= 0) return at + close + 2;
  }
  return end + (isLiquid ? 2 : 3);
}

/** Formulas and modules that begin a line, outside of fences. */
function findBlocks(source: string, start: number, stretches: Opaque[], isMdx: boolean): void {
  const fences = fencesOf(source, start);
  const next = closersOf(source);
  let fence = 0;
  blockStart.lastIndex = start;
  for (let found = blockStart.exec(source); found; found = blockStart.exec(source)) {
    const at = found.index;
    while (fence < fences.length && (fences[fence] as Opaque).end <= at) fence++;
    const around = fences[fence];
    if (around && around.start <= at) {
      blockStart.lastIndex = around.end;
      continue;
    }
    const text = found[0].trimStart();
    const from = at + found[0].length - text.length;
    const end = text.startsWith('$$')
      ? endOfFormula(source, from + 2, '$$', next)
      : text.startsWith('\\[')
        ? endOfFormula(source, from + 2, '\\]', next)
        : isMdx
          ? endOfModule(source, from)
          : 0;
    if (end === 0) continue;
    stretches.push({
      kind: text.startsWith('$$') || text.startsWith('\\[') ? 'math' : 'template',
      start: from,
      end,
    });
    blockStart.lastIndex = end;
  }
}

/** Behind the closer, when it ends its line and is not far. */
function endOfFormula(source: string, from: number, closer: string, next: Next): number {
  const close = next(closer, from);
  if (close <= from || close + closer.length > from + longestCall) return 0;
  const end = close + closer.length;
  return /^[ \t]*(?:\r|\n|$)/.test(source.slice(end, end + 100)) ? end : 0;
}

/** The end of the statement: where its brackets are closed and its line ends. */
function endOfModule(source: string, from: number): number {
  importLine.lastIndex = from;
  exportLine.lastIndex = from;
  const found = importLine.exec(source) ?? exportLine.exec(source);
  if (!found) return 0;
  let depth = 0;
  const last = Math.min(source.length, from + longestCall);
  for (let at = from; at < last; at++) {
    const code = source.charCodeAt(at);
    if (code === 123 || code === 40 || code === 91) depth++;
    else if (code === 125 || code === 41 || code === 93) depth--;
    else if ((code === 10 || code === 13) && depth <= 0 && at >= from + found[0].length) return at;
  }
  return last === source.length ? last : 0;
}

/** Tags with braces in them, as `<Card title={a > b}>`: no HTML. */
function findComponents(source: string, start: number, stretches: Opaque[]): void {
  componentOpen.lastIndex = start;
  for (let found = componentOpen.exec(source); found; found = componentOpen.exec(source)) {
    const end = endOfTag(source, found.index + found[0].length);
    if (end > 0) stretches.push({kind: 'template', start: found.index, end});
  }
}

/** Behind a tag that holds braces, or 0. */
function endOfTag(source: string, from: number): number {
  const last = Math.min(source.length, from + 2000);
  let depth = 0;
  let hasBraces = false;
  let quote = 0;
  for (let at = from; at < last; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 123) {
      depth++;
      hasBraces = true;
    } else if (code === 125) depth--;
    else if (depth === 0 && code === 60) return 0;
    else if (depth === 0 && code === 62) return hasBraces ? at + 1 : 0;
  }
  return 0;
}

function fencesOf(source: string, start: number): Opaque[] {
  const fences: Opaque[] = [];
  if (!source.includes('```') && !source.includes('~~~')) return fences;
  let open: {mark: string; start: number} | undefined;
  fenceLine.lastIndex = start;
  for (let found = fenceLine.exec(source); found; found = fenceLine.exec(source)) {
    const [line, mark = '', info = ''] = found;
    if (!open) {
      if (mark[0] !== '`' || !info.includes('`')) open = {mark, start: found.index};
    } else if (mark[0] === open.mark[0] && mark.length >= open.mark.length && info.trim() === '') {
      fences.push({kind: 'code', start: open.start, end: found.index + line.length});
      open = undefined;
    }
  }
  if (open) fences.push({kind: 'code', start: open.start, end: source.length});
  return fences;
}
