import type {Article} from '../../../src/article/article.js';
import type {Edit} from '../../../src/engine/finding.js';
import type {Settings} from '../../../src/engine/rule.js';
import type {DictionaryEntry, PhraseMatch} from '../../../src/lexicon/phrases/entry.js';
import {localeOf} from '../../../src/locale/locale.js';
import {blockOf} from '../../../src/text/blocks.js';
import {primaryLanguage} from '../../../src/text/language-tag.js';
import type {TextIndex} from '../../../src/text/tokens.js';
import {closesBlock, opensBlock} from './block-place.js';
import {deleteBlock} from './delete-block.js';
import type {LineFamily} from './page/line-model.js';
import {pageOf} from './page/page.js';
import {isReportedSpeech} from './reported-speech.js';
import {excerpt, isMarkedHeading, isSummary, type ShortBlock, shortBlockAt} from './short-blocks.js';

interface Context {
  readonly article: Article;
  readonly text: TextIndex;
  readonly settings: Settings;
  shared<T>(key: string, make: () => T): T;
}

/** Kinds of lines over which a page sets headings of its own. */
const headed = new Set(
  [
    'read-more',
    'comment-prompt',
    'follow-share',
    'newsletter',
    'ad-label',
    'cookie-notice',
    'repost-tail',
  ].map((family) => `residue/${family}`),
);
/** No author heads a part of an article so; “In other news” and “Top stories” may stand over paragraphs. */
const pageHeading =
  /^(?:related|similar|recommended|read (?:also|more|next)|see also|most (?:read|popular|viewed|commented)|you (?:may|might)|do(?:n.t| not) miss|more (?:from|on|in|like)|sponsored|promoted)\b/i;

/**
 * The short block that a dictionary’s match stands in. None in long blocks, in the author’s headings, and for entries
 * that hold for another source language only.
 */
export function matchedBlock(context: Context, match: PhraseMatch): ShortBlock | undefined {
  if (!holdsForSource(context.settings, match.entry)) return undefined;
  const block = shortBlockAt(context, blockOf(context.text, match.first));
  return block && !isAuthors(context, match, block) && !isReportedSpeech(block.text) ? block : undefined;
}

/** Whether a match stands in a heading of the author’s, or a label of the article. */
export function isInHeading(context: Context, match: PhraseMatch): boolean {
  const block = shortBlockAt(context, blockOf(context.text, match.first));
  return block !== undefined && isAuthors(context, match, block);
}

function isAuthors(context: Context, match: PhraseMatch, block: ShortBlock): boolean {
  if (isSummary(context.article, block)) return true;
  return isMarkedHeading(context.article, block) && !isHeadingOfPage(context, match, block);
}

/** A heading that markup makes belongs to the page where its words do and no paragraphs of the article follow. */
function isHeadingOfPage(context: Context, match: PhraseMatch, block: ShortBlock): boolean {
  if (block.index === 0 || block.kind === 'title' || block.words < 2) return false;
  if (!headed.has(match.entry.kind) || !isWholeBlock(context.text, match)) return false;
  if (match.entry.kind !== 'residue/read-more') return true;
  return pageHeading.test(block.text) || !pageOf(context).isProse(block.index + 1);
}

/** Whether an entry may be told: those of risk `context` only where the text comes from one of their languages. */
export function holdsForSource({sourceLanguage}: Settings, {risk, source}: DictionaryEntry): boolean {
  if (risk !== 'context') return true;
  return !!sourceLanguage && !!source?.includes(primaryLanguage(sourceLanguage));
}

/** Whether a match says all that its block says, marks apart. */
export function isWholeBlock(text: TextIndex, {first, last}: PhraseMatch): boolean {
  return opensBlock(text, first) && closesBlock(text, last);
}

/** Place and message data of a finding about a whole block. */
export function placeOf(block: ShortBlock): {start: number; end: number; data: {text: string}} {
  return {start: block.start, end: block.end, data: {text: excerpt(block.text)}};
}

/** Reports of the lines of a family that the model of the page knows, without their message. */
export function interfaceLines(
  context: Context,
  family: LineFamily,
  /** Blocks that the rule itself has told. */
  isTold: (block: number) => boolean = () => false,
): {start: number; end: number; data: {text: string}; severity: 'info'; suggestions: Suggested[]}[] {
  const lines = pageOf(context)
    .linesOf(family)
    .filter(
      (block) => !isTold(block.index) && !isSummary(context.article, block) && !isSentence(context, block),
    );
  return lines.map((block) => ({...placeOf(block), ...deletion(context, block), severity: 'info' as const}));
}

const sentenceEnd = /[.!?…。！？؟۔։।][»”“"」』）)]*$/u;
/** In words, and where words run on without spaces in characters: no label is so long a sentence. */
const longSentence = 8;
const longDense = 16;

/** A sentence of a language that the model of page lines has hardly seen. */
function isSentence({settings}: Context, {text, words}: ShortBlock): boolean {
  const locale = localeOf(settings.language);
  if (!locale) return false;
  return locale.isDense ? text.length >= longDense : words >= longSentence && sentenceEnd.test(text);
}

interface Suggested {
  readonly message: string;
  readonly edits: Edit[];
}

/** The suggestion to delete a whole block. */
export function deletion(
  context: Context,
  block: ShortBlock,
  message = 'Delete the line',
): {suggestions: Suggested[]} {
  return {suggestions: [{message, edits: deleteBlock(context.article, block.start, block.end)}]};
}
