import {afterLineEnd, isBlank, lineEnd} from './markdown-lines.js';

/**
 * Where the text begins after front matter, YAML between lines `---` or TOML between lines `+++`; `start` where there is
 * none. The parser could skip it, but one that does not end keeps it from seeing the lists of the whole text.
 */
export function afterFrontMatter(source: string, start: number): number {
  const fence = source.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return start;
  const first = lineEnd(source, start);
  if (!isBlank(source, start + 3, first)) return start;
  for (let at = afterLineEnd(source, first); at < source.length; ) {
    const end = lineEnd(source, at);
    const next = afterLineEnd(source, end);
    if (source.startsWith(fence, at) && isBlank(source, at + 3, end)) return next;
    at = next;
  }
  return start;
}
