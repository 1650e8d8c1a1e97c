/** What is markup wherever it stands. A reference only is one when a letter, a digit or `#` follows the ampersand. */
const inline = /[\\*_[\]<>~|]|&(?=[#A-Za-z0-9]|$)/g;
/** What is markup at the start of a line: headings, lists, rules and underlines. */
const atStart = /^(?:#{1,6}(?=\s|$)|[-+](?=[\s-]|$)|=(?=[\s=]|$))/;
const numberAtStart = /^(\d{1,9})([.)])(?=\s|$)/;
const lineBreaks = /(?<![ \t])[ \t]*(?:\r\n|[\n\r])[ \t]*/g;

/** A backslash does not keep a backtick from closing a code span that another one, further back, would open. */
const backtick = '&#96;';

/** Writes prose so that Markdown (with GFM) reads it back as it is. Line breaks become spaces. */
export function escapeMarkdown(prose: string): string {
  return prose
    .replace(lineBreaks, ' ')
    .replace(inline, '\\$&')
    .replaceAll('`', backtick)
    .replace(atStart, '\\$&')
    .replace(numberAtStart, '$1\\$2');
}
