/** Markup that lost its frame, found by its form. Offsets are UTF-16 offsets into the text that was searched. */
export interface Debris {
  readonly kind: 'attributes' | 'data' | 'json' | 'markdown' | 'address';
  readonly start: number;
  readonly end: number;
}

/** An attribute's name and its sign as they are, or as engines write them: `border = "`, `"border =" 0`. */
const attributeStart =
  /(?<![\w-])(?:id|class|style|border|width|height|src|srcset|href|alt|align|valign|target|rel|title|cellpadding|cellspacing|colspan|rowspan|bgcolor|onclick|data-[a-z]{1,20}(?:-[a-z]{1,20}){0,2}|aria-[a-z]{1,20}|itemprop|itemtype|frameborder|allowfullscreen|loading|sizes) ?=/giu;
const quote = /["“”']/;
const maxValue = 120;

/** Data of a picture or a font, with the scheme or without. */
const data =
  /data ?: ?(?:image|font|application|text|audio|video)\/[\w+.-]{1,30}[;,][^\s"“”<>)]{0,100000}["“”]?|(?<![\w/+])(?=[A-Za-z0-9+/]{0,79}\d)(?=[A-Za-z0-9+/]{0,79}[a-z])(?=[A-Za-z0-9+/]{0,79}[A-Z])[A-Za-z0-9+/]{80,100000}={0,2}(?![\w/+])/g;

/** Structured data of a page, and other objects of two keys or more. */
const json = /^[{[][\s{[]*["“”'](?:@?[\w$.-]{1,40})["“”']\s?:/;
const key = /["“”'](?:@?[\w$.-]{1,40})["“”']\s?:/g;

/** Pictures without an address, links with a space between their parts, bold type with spaces inside. */
const markdown = [
  /!\s?\[[^[\]\n]{0,120}\]\s\([^()\n]{1,300}\)/g,
  /\[[^[\]\n]{1,120}\] \((?:https?:|www\.|\/|#|[\w/-]{1,80}\.(?:md|html?|php|pdf))[^()\n]{0,300}\)/g,
  /(?<![*\w])\*\* (?=[^*\n]{0,60}[a-z]{2})[^*\n]{1,80} \*\*(?![*\w])/g,
  /^(?:\| ?:?-{2,}:? ?){2,}\|?$/gm,
];

/** `http :// news. example. org`: spaces stand inside the scheme. */
const address =
  /\bhttps?(?: +: ?\/ ?\/| ?: +\/ ?\/| ?: ?\/ +\/|:\/\/ +) ?(?:www ?\. ?)?[a-z\d-]{1,60}(?: ?\. ?[a-z\d-]{1,60}){1,4}(?: ?\/ ?[\w%.-]{1,80}){0,6}/gi;

/** The debris in a stretch of text; `isPlain`: it was read as plain text, so that Markdown is no markup in it. */
export function findDebris(text: string, isPlain: boolean): Debris[] {
  const found: Debris[] = [];
  const add = (debris: Debris): void => {
    if (!found.some((other) => debris.start < other.end && debris.end > other.start)) found.push(debris);
  };
  const collect = (kind: Debris['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      add({kind, start, end: match.index + match[0].trimEnd().length});
    }
  };
  if (isJson(text)) return [{kind: 'json', start: 0, end: text.length}];
  if (text.includes('data') || text.length > 80) collect('data', data);
  if (text.includes('=')) findAttributes(text).forEach(add);
  if (
    text.includes('](') ||
    text.includes('] (') ||
    text.includes('** ') ||
    (isPlain && text.includes('|-'))
  ) {
    findEmptyLinks(text).forEach(add);
    for (const pattern of markdown) collect('markdown', pattern);
  }
  if (text.includes('http')) collect('address', address);
  return found.sort((a, b) => a.start - b.start);
}

const longestLabel = 120;

/** `![a picture]()`, with or without a space between its parts. */
function findEmptyLinks(text: string): Debris[] {
  const found: Debris[] = [];
  let last = 0;
  for (const {index, 0: close} of text.matchAll(/\] ?\( ?\)/g)) {
    const open = text.lastIndexOf('[', index);
    if (open < last || index - open > longestLabel || /[\n\]]/.test(text.slice(open, index))) continue;
    const start = open > last && text[open - 1] === '!' ? open - 1 : open;
    const end = index + close.length;
    found.push({kind: 'markdown', start, end});
    last = end;
  }
  return found;
}

/** Two attributes or more, or one that closes its tag; each place is read once, whatever follows it. */
function findAttributes(text: string): Debris[] {
  const found: Debris[] = [];
  let run: {start: number; end: number; count: number; isTag: boolean} | undefined;
  const finish = (): void => {
    if (!run || (run.count < 2 && !run.isTag)) return;
    found.push({kind: 'attributes', start: run.start, end: run.end});
  };
  const starts = [...text.matchAll(attributeStart)];
  for (let i = 0; i < starts.length; i++) {
    const match = starts[i]!;
    const named = openingOf(text, match.index, run?.end ?? 0);
    const value = endOfValue(
      text,
      match.index + match[0].length,
      starts[i + 1]?.index ?? text.length,
      named < match.index,
    );
    const close = closingAt(text, value);
    if (!run || run.isTag || !isBetweenAttributes(text, run.end, named)) {
      finish();
      run = {start: named, end: value, count: 0, isTag: false};
    }
    run.count++;
    run.isTag = close > value && text[close - 1] === '>' && text.slice(value, close).includes('/');
    run.end = close > value && (run.isTag || run.count > 1) ? close : value;
  }
  finish();
  return found;
}

/** Where the mark before an attribute's name begins, when it closes no value before it: `"border =" 0`. */
function openingOf(text: string, name: number, from: number): number {
  const before = text[name - 1] === ' ' ? name - 2 : name - 1;
  return before >= from && quote.test(text[before]!) ? before : name;
}

/**
 * The end of a value that begins behind `=`, before the next attribute at the latest: a bare one is a single word, so
 * that the text behind it is kept. `isOpened`: the quotation mark before the name is the one that closes behind `=`.
 */
function endOfValue(text: string, from: number, next: number, isOpened: boolean): number {
  let at = from;
  if (text[at] === ' ') at++;
  let marks = 0;
  for (; marks < 2 && at < next && quote.test(text[at]!); marks++) at++;
  const isBare = marks === 0 || (isOpened && marks === 1);
  if (isBare && text[at] === ' ') at++;
  const last = Math.min(next, at + maxValue);
  while (at < last && !(isBare ? /["“”'<>=\s,;]/ : /["“”'<>=\n]/).test(text[at]!)) at++;
  if (!isBare) for (let n = 0; n < 2 && at < next && quote.test(text[at]!); n++) at++;
  while (at > from && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** The end of `/>` or `>` behind a value; the value's end where none stands there. */
function closingAt(text: string, from: number): number {
  const close = /\s{0,8}\/? ?>/y;
  close.lastIndex = from;
  return close.test(text) ? close.lastIndex : from;
}

function isBetweenAttributes(text: string, from: number, to: number): boolean {
  let signs = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === ',' || text[at] === ';') signs++;
    else if (!/\s/.test(text[at]!)) return false;
  }
  return signs < 2;
}

function isJson(text: string): boolean {
  if (!json.test(text)) return false;
  let last = text.length - 1;
  while (last > 0 && ' \t\n;,'.includes(text[last]!)) last--;
  return (text[last] === '}' || text[last] === ']') && (text.match(key)?.length ?? 0) >= 2;
}
