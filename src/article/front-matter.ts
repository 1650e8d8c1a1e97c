const opening = /^---[ \t]*(?:\r\n|\n|\r)(?=[\w-]+[ \t]*:)/;
const closing = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;

/**
 * Where the text begins after YAML front matter, or `start` where there is none. Front matter opens at the very
 * start with a line `---` and a key, so that a mere rule above a headline is not taken for it.
 */
export function afterFrontMatter(source: string, start: number): number {
  if (!source.startsWith('---', start)) return start;
  const open = opening.exec(source.slice(start, start + 1000));
  if (!open) return start;
  closing.lastIndex = start + 3;
  const close = closing.exec(source);
  return close ? close.index + close[0].length : start;
}

/** A key at the margin, so that one inside another is none of it; YAML has a colon, TOML an equals sign. */
const languageKey =
  /^(?:lang|language|locale)[ \t]*[:=][ \t]*(["']?)([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)\1[ \t]*(?:#.*)?$/im;

/** The BCP 47 tag of the language that front matter says its text is in; undefined where it says none. */
export function languageInFrontMatter(matter: string): string | undefined {
  return languageKey.exec(matter)?.[2];
}
