import {type Tokenizer, TokenizerMode} from 'parse5';
import type {BlockKind, OpaqueKind} from './article.js';
import type {MarkupSpan} from './open-spans.js';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose start and end part blocks of prose. */
export const blockElements = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup html label legend li main menu nav ol p search section ' +
    'summary table tbody td tfoot th thead tr ul',
);

/** Elements whose content is no prose: code, scripts, drawings, controls, and what stands in for a missing medium. */
export const skippedElements = set(
  'audio canvas datalist head iframe listing math noembed noframes noscript object option plaintext pre script select style svg ' +
    'template textarea video xmp',
);

/** Where a drawing or formula holds one of these it has ended, whatever its tags say (HTML, 13.2.6.5). */
export const foreignElements = set('math svg');

/** May stand in `head`; anything else ends it. */
export const headElements = set(
  'base basefont bgsound head html link meta noframes noscript script style template title',
);

/** Elements that end with the block they are in, even without an end tag; the other inline ones run on. */
export const unreopenedElements = ['cite', 'kbd', 'q', 'samp'] as const;

/** Start tags that end elements left open, and which. Tags of text that no element may be in end a paragraph. */
const closedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  li: set('p li'),
  dt: set('p dt dd'),
  dd: set('p dt dd'),
  td: set('p td th'),
  th: set('p td th'),
  tr: set('p td th tr'),
};
const paragraph = set('p');
const sameHeading = set('p h1 h2 h3 h4 h5 h6');

/** The open elements that a start tag ends, as long as they are the innermost. */
export function closedByStart(name: string): ReadonlySet<string> {
  if (/^h[1-6]$/.test(name)) return sameHeading;
  return closedBy[name] ?? paragraph;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  blockquote: 'quote',
  caption: 'caption',
  figcaption: 'caption',
  dd: 'list-item',
  dt: 'list-item',
  li: 'list-item',
  td: 'cell',
  th: 'cell',
  article: 'paragraph',
  aside: 'paragraph',
  body: 'paragraph',
  footer: 'paragraph',
  header: 'paragraph',
  html: 'paragraph',
  main: 'paragraph',
  nav: 'paragraph',
  section: 'paragraph',
};

/** The kind of the text directly in an element, given the kind of the element around it. */
export function kindWithin(name: string, around: BlockKind): BlockKind {
  if (Object.hasOwn(kinds, name)) return kinds[name]!;
  // A paragraph cannot be in a heading: the heading was left open.
  if (name === 'p' && (around === 'title' || around === 'heading')) return 'paragraph';
  return around;
}

/** What the reader sees amid a text where an element that is left out stands. */
export const seenElements: ReadonlyMap<string, OpaqueKind> = new Map([
  ['audio', 'embed'],
  ['canvas', 'image'],
  ['iframe', 'embed'],
  ['math', 'math'],
  ['object', 'embed'],
  ['select', 'code'],
  ['svg', 'image'],
  ['textarea', 'code'],
  ['video', 'embed'],
]);

/** Elements without content. */
export const voidElements = set('area base br col embed hr img input link meta param source track wbr');

/** Inline elements that make spans. */
export const spanElements: ReadonlyMap<string, MarkupSpan> = new Map([
  ['a', 'link'],
  ['b', 'emphasis'],
  ['cite', 'emphasis'],
  ['code', 'code'],
  ['del', 'opaque'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['kbd', 'code'],
  ['q', 'quotation'],
  ['s', 'opaque'],
  ['samp', 'code'],
  ['strike', 'opaque'],
  ['strong', 'emphasis'],
  ['tt', 'code'],
  ['var', 'code'],
]);

/** How the tokenizer must read the content of elements that hold no tags (HTML, 13.2.6.4). */
export const contentModes: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);
