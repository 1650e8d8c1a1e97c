import {MarkdownParser} from './markdown-parser.js';
import type {Region} from './markdown-regions.js';
import type {Masked} from './templates.js';

/** Events that are no markup, or say only where it stands. */
const words: ReadonlySet<string> = new Set([
  'characterEscape',
  'characterEscapeValue',
  'characterReference',
  'characterReferenceMarker',
  'characterReferenceMarkerHexadecimal',
  'characterReferenceMarkerNumeric',
  'characterReferenceValue',
  'chunkString',
  'chunkText',
  'content',
  'data',
  'escapeMarker',
  'lineEnding',
  'lineEndingBlank',
  'linePrefix',
  'lineSuffix',
  'listItemIndent',
  'space',
  'whitespace',
]);
/** Markup whose own letters matter: a target, a tag, code, the depth of a heading. */
const literal: ReadonlySet<string> = new Set([
  'atxHeadingSequence',
  'autolink',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'htmlFlow',
  'htmlText',
  'listItemPrefix',
  'reference',
  'resource',
  'setextHeadingLine',
  'tableDelimiterRow',
  'taskListCheck',
]);

/** The tree of markup of a Markdown text, flat: see {@link Article.markup}. */
export function markupOfMarkdown(
  source: string,
  {text, stretches}: Masked,
  regions: readonly Region[],
): string[] {
  const parser = new MarkdownParser(text, regions);
  const markup = stretches.map(({start, end}) => source.slice(start, end));
  for (const region of regions) {
    if (region.isPlain) {
      markup.push('paragraph', '/paragraph');
      continue;
    }
    if (region.isUnread) {
      markup.push(source.slice(region.start, region.end));
      continue;
    }
    let end = 0;
    for (const [action, token] of parser.events(region)) {
      const type: string = token.type;
      if (words.has(type) || token.start.offset < end) continue;
      if (action === 'exit') markup.push(`/${type}`);
      else if (literal.has(type)) {
        end = token.end.offset;
        markup.push(`${type} ${source.slice(token.start.offset, end)}`);
      } else markup.push(type);
    }
  }
  return markup;
}
