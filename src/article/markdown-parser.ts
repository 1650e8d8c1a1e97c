import {parse, postprocess, preprocess} from 'micromark';
import {gfmFootnote} from 'micromark-extension-gfm-footnote';
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough';
import {gfmTable} from 'micromark-extension-gfm-table';
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item';
import type {Region} from './markdown-regions.js';

export type Event = ReturnType<typeof postprocess>[number];
export type Token = Event[1];
type ParseContext = ReturnType<typeof parse>;

/**
 * GFM without its bare addresses: looking for them at each character takes three quarters of all the time, and the
 * text index finds addresses in any format.
 */
const extensions = [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()];

/**
 * The targets of references or notes, as the parser keeps them: it asks at each bracket, and looks through a list of all
 * that were defined so far, again and again where it is read twice.
 */
class Targets extends Array<string> {
  readonly #known = new Set<string>();

  override push(...names: string[]): number {
    for (const name of names) this.#known.add(name);
    return this.#known.size;
  }

  override includes(name: string): boolean {
    return this.#known.has(name);
  }
}

/** Parses the regions of one Markdown text, which share the targets of their references. */
export class MarkdownParser {
  readonly #context: ParseContext = parse({extensions});
  readonly #source: string;

  constructor(source: string, regions: readonly Region[]) {
    this.#source = source;
    this.#context.defined = new Targets();
    this.#context.gfmFootnotes = new Targets();
    if (regions.length > 1) this.#findTargets(regions);
  }

  /** The events of one region, with UTF-16 offsets into the source. */
  events({start, end}: Region): Event[] {
    return postprocess(this.#parse(start, end));
  }

  /** The parser remembers the targets that a region defines. */
  #parse(start: number, end: number): Event[] {
    const context = this.#context;
    context.lazy = {};
    const read = preprocess();
    // A byte order mark is one at the start of the text alone, and there it is left out already.
    read('', undefined);
    return context
      .document({line: 1, column: 1, offset: start})
      .write(read(this.#source.slice(start, end), undefined, true));
  }

  /** References find their targets in the whole text, so regions that may define some are parsed ahead. */
  #findTargets(regions: readonly Region[]): void {
    for (const {start, end, isPlain, isUnread} of regions)
      if (!isPlain && !isUnread && this.#source.slice(start, end).includes(']:')) this.#parse(start, end);
  }
}
