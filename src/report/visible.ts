/** For a class of a regular expression: what {@link hidden} holds, without the control characters of ASCII and surrogates. */
export const hiddenCharacters =
  '\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}';

/**
 * Everything that a terminal obeys instead of showing, or that shows nothing: control characters (C0, DEL, C1), line
 * and paragraph separators, bidirectional controls, zero-width characters (but the joiners, which scripts and emoji
 * need), the byte order mark, soft hyphens, interlinear and tag characters, and lone surrogates.
 */
const hidden = new RegExp(`[\\u0000-\\u001f${hiddenCharacters}\\p{Cs}]`, 'gu');

/** Plain text has none of them; asked first, because almost all text is plain. */
const anyHidden = new RegExp(hidden.source, 'u');

/** How one hidden character is written: a control picture of one column, or its number. */
function picture(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * Text of an article, a path or a message as it may go to a terminal: no control character is left in it, so that it
 * can neither move the cursor, nor colour, nor turn the direction of what follows. Line ends and tabs are pictured too.
 */
export function visible(text: string): string {
  return anyHidden.test(text) ? text.replace(hidden, picture) : text;
}

/**
 * How CI logs mark commands inside a line: `##[…]` of GitHub Actions, `##vso[…]` of Azure, `##teamcity[…]`. Their
 * bracket is escaped wherever text of an article is printed.
 */
export const logCommand = /##[a-z]*\[/gi;

/** {@link visible}, and nothing in it that a CI log obeys. */
export function printable(text: string): string {
  return visible(text).replace(logCommand, (found) => `${found.slice(0, -1)}\\[`);
}

/**
 * Lines of calque's own words, with what they quote of configurations, dictionaries and paths, as they may go to a
 * terminal or a log: line ends alone keep their meaning, and no line is a command, whoever wrote it.
 */
export function printableLines(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line).replace(/^(\s*)::/, '$1\\::'))
    .join('\n');
}

/** A path as it may begin a line: a name such as `::add-mask::x` would be a command of GitHub Actions there. */
export function printablePath(path: string): string {
  const shown = printable(path);
  return /^\s*::/.test(shown) ? `./${shown}` : shown;
}
