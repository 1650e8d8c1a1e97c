/** Markup that lost its frame, found by its form. Offsets are UTF-16 offsets into the text that was searched. */
export interface Debris {
  readonly kind: 'attributes' | 'data' | 'json' | 'markdown' | 'address';
  readonly start: number;
  readonly end: number;
}

const attributeNames =
  'id|class|style|border|width|height|src|srcset|href|alt|align|valign|target|rel|title|cellpadding|cellspacing|colspan|rowspan|bgcolor|onclick|data-[a-z-]{1,30}|aria-[a-z-]{1,30}|itemprop|itemtype|frameborder|allowfullscreen|loading|sizes';
/** An attribute as it is, or as engines write it: `border = "0"`, `"border =" 0`. */
const attribute = `["“”']? ?\\b(?:${attributeNames}) ?= ?["“”']{0,2} ?[^"“”'<>=\\n]{0,120}["“”']{0,2}`;
const attributes = new RegExp(`(?:${attribute}\\s*[,;]?\\s*){2,}/? ?>?|${attribute}\\s*/ ?>`, 'giu');

/** Data of a picture or a font, with the scheme or without. */
const data =
  /data ?: ?(?:image|font|application|text|audio|video)\/[\w+.-]{1,30}[;,][^\s"“”<>)]{0,100000}["“”]?|(?<![\w/+])(?=[A-Za-z0-9+/]{0,79}\d)(?=[A-Za-z0-9+/]{0,79}[a-z])(?=[A-Za-z0-9+/]{0,79}[A-Z])[A-Za-z0-9+/]{80,100000}={0,2}(?![\w/+])/g;

/** Structured data of a page, and other objects of two keys or more. */
const json = /^[{[][\s{[]*["“”'](?:@?[\w$.-]{1,40})["“”']\s?:/;
const key = /["“”'](?:@?[\w$.-]{1,40})["“”']\s?:/g;

/** Pictures without an address, links with a space between their parts, bold type with spaces inside. */
const markdown =
  /!? ?\[[^[\]\n]{0,120}\] ?\( ?\)|!\s?\[[^[\]\n]{0,120}\]\s\([^()\n]{1,300}\)|\[[^[\]\n]{1,120}\] \((?:https?:|www\.|\/|#|[\w/-]{1,80}\.(?:md|html?|php|pdf))[^()\n]{0,300}\)|(?<![*\w])\*\* (?=[^*\n]{0,60}[a-z]{2})[^*\n]{1,80} \*\*(?![*\w])|^(?:\| ?:?-{2,}:? ?){2,}\|?$/gm;

/** `http :// news. example. org`: spaces stand inside the scheme. */
const address =
  /\bhttps?(?: +: ?\/ ?\/| ?: +\/ ?\/| ?: ?\/ +\/|:\/\/ +) ?(?:www ?\. ?)?[a-z\d-]{1,60}(?: ?\. ?[a-z\d-]{1,60}){1,4}(?: ?\/ ?[\w%.-]{1,80}){0,6}/gi;

/** The debris in a stretch of text; `isPlain`: it was read as plain text, so that Markdown is no markup in it. */
export function findDebris(text: string, isPlain: boolean): Debris[] {
  const found: Debris[] = [];
  const collect = (kind: Debris['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({kind, start, end});
    }
  };
  if (isJson(text)) return [{kind: 'json', start: 0, end: text.length}];
  if (text.includes('data') || text.length > 80) collect('data', data);
  if (text.includes('=')) collect('attributes', attributes);
  if (text.includes('](') || text.includes('] (') || text.includes('** ') || (isPlain && text.includes('|-')))
    collect('markdown', markdown);
  if (text.includes('http')) collect('address', address);
  return found.sort((a, b) => a.start - b.start);
}

function isJson(text: string): boolean {
  if (!json.test(text)) return false;
  let last = text.length - 1;
  while (last > 0 && ' \t\n;,'.includes(text[last]!)) last--;
  return (text[last] === '}' || text[last] === ']') && (text.match(key)?.length ?? 0) >= 2;
}
