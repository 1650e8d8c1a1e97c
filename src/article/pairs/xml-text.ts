import type {ProseBuilder} from '../prose-builder.js';

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
const parts = /&(#x?[\da-fA-F]+|\w+);|[ \t\r\n]*[\t\r\n][ \t\r\n]*|[^&\t\r\n]+|&/g;

/** Writes characters of XML into a prose: references as what they stand for, line breaks as spaces. */
export function writeXmlText(builder: ProseBuilder, source: string, start: number, end: number): void {
  for (const match of source.slice(start, end).matchAll(parts)) {
    const [piece, name] = match;
    const from = start + match.index;
    const to = from + piece.length;
    if (name !== undefined) builder.decoded(characterOf(name) ?? piece, from, to);
    else if (/[\t\r\n]/.test(piece)) builder.space(from, to);
    else builder.exact(from, to);
  }
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
