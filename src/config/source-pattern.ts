import path from 'node:path';

/** Where the source text of an article lies. */
export interface SourcePattern {
  /** A file, or a path with `{path}`, `{dir}`, `{name}`, `{stem}`, `{ext}` in it. */
  readonly pattern: string;
  /** Absolute: what the pattern and `{path}` are relative to. */
  readonly folder: string;
}

const part = /\{(\w+)\}/g;
const parts = ['path', 'dir', 'name', 'stem', 'ext'] as const;

/** What is wrong with a pattern, in one clause, or undefined. */
export function faultOfPattern(pattern: string): string | undefined {
  if (pattern.trim() === '') return 'is empty';
  for (const [whole, name] of pattern.matchAll(part))
    if (!(parts as readonly string[]).includes(name as string))
      return `has ${whole}, but knows only ${parts.map((p) => `{${p}}`).join(', ')}`;
  return undefined;
}

/** Whether a pattern names one file, whatever the article. */
export const isOneFile = (pattern: string): boolean => pattern.search(part) < 0;

/**
 * The file that holds the source text of an article.
 *
 * `{path}` is the article's path below the folder without its extension, `{dir}` its folder (absolute), `{name}` its name
 * without the extension, `{stem}` the name without the language in it (`news` of `news.en.md`), `{ext}` the extension with
 * its dot.
 *
 * @param language of the article
 * @returns an absolute path
 */
export function sourceFileOf(article: string, {pattern, folder}: SourcePattern, language: string): string {
  const {dir, name, ext} = path.parse(path.resolve(folder, article));
  const below = path.relative(folder, path.join(dir, name));
  const tags = [language, language.split('-', 1)[0] as string].map((tag) => tag.toLowerCase());
  const tag = tags.find((t) => name.toLowerCase().endsWith(`.${t}`) || name.toLowerCase().endsWith(`-${t}`));
  const stem = tag === undefined ? name : name.slice(0, -tag.length - 1);
  const values: Readonly<Record<string, string>> = {path: below, dir, name, stem, ext};
  return path.resolve(
    folder,
    pattern.replace(part, (whole, key: string) => values[key] ?? whole),
  );
}
