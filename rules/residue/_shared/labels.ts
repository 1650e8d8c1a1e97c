import type {Article} from '../../../src/article/article.js';
import type {Edit} from '../../../src/engine/finding.js';
import type {Settings} from '../../../src/engine/rule.js';
import type {PhraseMatch} from '../../../src/lexicon/phrases/entry.js';
import type {TextIndex} from '../../../src/text/tokens.js';
import {deleteBlock} from './delete-block.js';
import {excerpt, isMarkedHeading, type ShortBlock, shortBlockAt} from './short-blocks.js';

interface Context {
  readonly article: Article;
  readonly text: TextIndex;
  readonly settings: Settings;
  shared<T>(key: string, make: () => T): T;
}

/**
 * The short block that a dictionary’s match stands in. None in long blocks, in headings that markup makes, and for
 * entries that hold for another source language only.
 */
export function matchedBlock(context: Context, match: PhraseMatch): ShortBlock | undefined {
  const {risk, source} = match.entry;
  if (risk === 'context' && !isSource(context.settings.sourceLanguage, source)) return undefined;
  const block = shortBlockAt(context, context.text.tokens.blocks[match.first]!);
  return block && !isMarkedHeading(context.article, block) ? block : undefined;
}

function isSource(language: string | undefined, sources: readonly string[] | undefined): boolean {
  return !!language && !!sources?.includes(language.split('-')[0]!.toLowerCase());
}

/** Place and message data of a finding about a whole block. */
export function placeOf(block: ShortBlock): {start: number; end: number; data: {text: string}} {
  return {start: block.start, end: block.end, data: {text: excerpt(block.text)}};
}

/** The suggestion to delete a whole block. */
export function deletion(
  context: Context,
  block: ShortBlock,
  message = 'Delete the line',
): {suggestions: {message: string; edits: Edit[]}[]} {
  return {suggestions: [{message, edits: deleteBlock(context.article, block.start, block.end)}]};
}

/** A sentence ends here: a full stop, an exclamation or a question mark, closing quotation marks apart. */
export function endsWithStop(text: string): boolean {
  return /[.!?。！？]["'”’»)\]]*$/.test(text);
}
