import {decodeHTMLStrict} from 'entities/decode';
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference';
import type {OpaqueKind} from './article.js';
import type {Event} from './markdown-parser.js';
import type {Range} from './source-map.js';

/** Tokens that hold no prose at all. */
export const noProse: ReadonlySet<string> = new Set([
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'reference',
  'resource',
  'tableDelimiterRow',
  'taskListCheck',
]);

/** Tokens that are no prose, and why. */
export const opaqueTokens: Readonly<Record<string, OpaqueKind>> = {
  autolink: 'link',
  codeFenced: 'code',
  codeIndented: 'code',
  codeText: 'code',
  gfmFootnoteCall: 'note',
  image: 'image',
};

/** Tokens whose text is looked through for what the parser does not know. */
export const inlineTokens: ReadonlySet<string> = new Set([
  'atxHeading',
  'paragraph',
  'setextHeading',
  'tableData',
  'tableHeader',
]);

/** Where nothing of it may begin. */
export const closedTokens: ReadonlySet<string> = new Set([
  'autolink',
  'codeText',
  'htmlText',
  'reference',
  'resource',
  'setextHeadingLine',
]);

/** Tokens of containers in the lines of an HTML block. */
export const prefixTokens: ReadonlySet<string> = new Set(['blockQuotePrefix', 'listItemIndent']);

/** Tokens around a line break inside a paragraph. */
export const whiteSpace: ReadonlySet<string> = new Set([
  'blockQuotePrefix',
  'hardBreakEscape',
  'hardBreakTrailing',
  'lineEnding',
  'linePrefix',
  'lineSuffix',
  'listItemIndent',
]);

/** Index of the event that leaves the token entered at `index`. */
export function exitOf(events: readonly Event[], index: number): number {
  const token = events[index]![1];
  let i = index + 1;
  while (events[i]![1] !== token || events[i]![0] !== 'exit') i++;
  return i;
}

/** Whether the link or image between two events says where it leads, apart from its text. */
export function hasTarget(events: readonly Event[], from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const token = events[i]![1];
    const type: string = token.type;
    if (type === 'label') return false;
    if (type === 'resource') return true;
    if (type === 'reference') return token.end.offset - token.start.offset > 2;
  }
  return false;
}

/** Code, tags and targets in the block that the event at `index` enters. */
export function closedIn(events: readonly Event[], index: number): Range[] {
  const {end} = events[index]![1];
  const closed: Range[] = [];
  for (let i = index + 1; i < events.length; i++) {
    const [action, token] = events[i]!;
    if (token.start.offset >= end.offset) break;
    if (action === 'enter' && closedTokens.has(token.type as string))
      closed.push({start: token.start.offset, end: token.end.offset});
  }
  return closed;
}

/** `reference` is one that the parser has recognized: `&…;`, named, decimal or hexadecimal. */
export function decodeReference(reference: string): string {
  if (reference[1] !== '#') return decodeHTMLStrict(reference);
  const isHexadecimal = reference[2] === 'x' || reference[2] === 'X';
  return decodeNumericCharacterReference(reference.slice(isHexadecimal ? 3 : 2, -1), isHexadecimal ? 16 : 10);
}
