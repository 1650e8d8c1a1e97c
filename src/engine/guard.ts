import type {Article, Format} from '../article/article.js';
import type {EditMap} from './edit-map.js';
import type {Finding} from './finding.js';

/**
 * Why an edit is not made unseen.
 *
 * - `live`: what is text would become a tag, a link, a reference or a call where the text is shown as a page.
 * - `markup`: the tree of markup, or what is no prose, would not be the same.
 * - `words`: words beside the edit would be read otherwise.
 * - `finding`: a rule would find something that was not there before.
 */
export type HarmKind = 'live' | 'markup' | 'words' | 'finding';

/** Whether the fix of a finding was not made because it would do harm: then it is the first of its suggestions. */
export function isWithheld({data}: Finding): boolean {
  return data.withheld !== undefined;
}

/** What edits would do to a text. */
export interface Harm {
  readonly kind: HarmKind;
  /** Of a finding: the rule that would tell it. */
  readonly rule?: string;
  /** Where, as UTF-16 ranges of the text after the edits; empty where that is not known. */
  readonly places: readonly {readonly start: number; readonly end: number}[];
}

/** A text as it is read, with what the guard compares; each computed once. */
export class Reading {
  private foundWords: readonly Word[] | undefined;
  private foundMarkup: readonly string[] | undefined;

  constructor(readonly article: Article) {}

  get words(): readonly Word[] {
    this.foundWords ??= wordsOf(this.article);
    return this.foundWords;
  }

  get markup(): readonly string[] {
    this.foundMarkup ??= this.article.markup();
    return this.foundMarkup;
  }
}

/** A word of the prose, and where it stands in the source. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What edits do to the way in which a text is read: `before` and `after` are read from the text before and after them.
 * Undefined when words beside the edits, the tree of markup and all that is no prose stay the same, but for what the
 * edits take out whole.
 */
export function readingHarm(before: Reading, after: Reading, map: EditMap): Harm | undefined {
  return (
    liveHarm(before.article.format, before.article.source, after.article.source, map) ??
    opaqueHarm(before.article, after.article, map) ??
    wordHarm(before.words, after.words, map) ??
    markupHarm(before, after, map)
  );
}

/**
 * What a page would read as markup: a tag, a reference, a link of Markdown, a call of template software. Markdown and
 * HTML are read anew and need no such list; plain text may be pasted into any of them.
 */
const live =
  /<[a-z!/?%]|&(?:#x?[\da-f]|[a-z][a-z\d]{1,31};|(?:amp|lt|gt|quot|nbsp|copy|reg)(?![a-z\d]))|\]\(|!\[|\{[{%#]|\$\{|javascript:/gi;
/** The longest match of {@link live} and one more. */
const reach = 36;

function liveHarm(format: Format, before: string, after: string, map: EditMap): Harm | undefined {
  if (format !== 'text') return undefined;
  const places = [];
  for (let i = 0; i < map.edits.length; i++) {
    const {start, end} = map.written(i);
    const from = Math.max(0, start - reach);
    for (const match of after.slice(from, end + reach).matchAll(live)) {
      const place = {start: from + match.index, end: from + match.index + match[0].length};
      const joined =
        start === end ? place.start < start && place.end > start : place.start < end && place.end > start;
      if (!joined) continue;
      const old = before.slice(
        Math.max(0, map.toOld(place.start) - reach),
        map.toOld(place.end, true) + reach,
      );
      if (!old.includes(match[0])) places.push(place);
    }
  }
  return places.length > 0 ? {kind: 'live', places} : undefined;
}

/** What is no prose stays whole, and as near to its neighbours as it was. */
function opaqueHarm(before: Article, after: Article, map: EditMap): Harm | undefined {
  const harm: Harm = {kind: 'markup', places: []};
  for (let i = 0; i < Math.max(before.opaque.length, after.opaque.length); i++) {
    const old = before.opaque[i];
    const now = after.opaque[i];
    if (!old || !now) return now ? {...harm, places: [now]} : harm;
    const moved = {start: map.toNew(old.start, true), end: map.toNew(old.end)};
    const same = old.kind === now.kind && moved.start === now.start && moved.end === now.end;
    if (
      !same ||
      before.source.slice(old.start, old.end) !== after.source.slice(now.start, now.end) ||
      (isSpace(before.source[old.start - 1]) && !isSpace(after.source[now.start - 1])) ||
      (isSpace(before.source[old.end]) && !isSpace(after.source[now.end]))
    )
      return {...harm, places: [now]};
  }
  return undefined;
}

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

const word = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf({prose, blocks, map}: Article): Word[] {
  const words: Word[] = [];
  for (const block of blocks) {
    for (const {0: text, index} of prose.slice(block.start, block.end).matchAll(word)) {
      const start = block.start + index;
      words.push({text, ...map.toSource(start, start + text.length)});
    }
  }
  return words;
}

/** The words that no edit touches are the same, in the same order. */
function wordHarm(before: readonly Word[], after: readonly Word[], map: EditMap): Harm | undefined {
  let i = 0;
  let k = 0;
  for (;;) {
    while (i < before.length && map.touchesOld((before[i] as Word).start, (before[i] as Word).end)) i++;
    while (k < after.length && map.touchesNew((after[k] as Word).start, (after[k] as Word).end)) k++;
    const old = before[i];
    const now = after[k];
    if (!old && !now) return undefined;
    if (!old || !now || old.text !== now.text || map.toNew(old.start, true) !== now.start)
      return {kind: 'words', places: now ? [now] : []};
    i++;
    k++;
  }
}

/**
 * The tree is the same, but for paragraphs without markup of their own that an edit empties, and directives that one
 * takes out or shortens.
 */
function markupHarm(before: Reading, after: Reading, map: EditMap): Harm | undefined {
  const old = inParagraphs(before.markup);
  const now = inParagraphs(after.markup);
  let emptied = emptiedBlocks(before.article, after.article, map);
  let directives = before.article.comments.filter(({start, end}) => map.touchesOld(start, end)).length;
  let i = 0;
  let k = 0;
  while (i < old.length || k < now.length) {
    if (old[i] === now[k]) {
      i++;
      k++;
    } else if (emptied > 0 && old[i] === plainParagraph) {
      emptied--;
      i++;
    } else if (directives > 0 && old[i]?.includes('calque-')) {
      directives--;
      i++;
      if (now[k]?.includes('calque-') && now[k] !== old[i]) k++;
    } else return {kind: 'markup', places: []};
  }
  return undefined;
}

const plainParagraph = 'paragraph /paragraph';

/** The same markup with each paragraph that has none of its own as one event. */
function inParagraphs(markup: readonly string[]): string[] {
  const out: string[] = [];
  for (const event of markup) {
    if (event === '/paragraph' && out.at(-1) === 'paragraph') out[out.length - 1] = plainParagraph;
    else out.push(event);
  }
  return out;
}

/** How many blocks lie wholly in what edits take out. */
function emptiedBlocks(before: Article, after: Article, map: EditMap): number {
  let count = 0;
  for (const block of before.blocks) {
    const {start, end} = before.map.toSource(block.start, block.end);
    if (
      map.touchesOld(start, end) &&
      after.source.slice(map.toNew(start), map.toNew(end, true)).trim() === ''
    )
      count++;
  }
  return count;
}

/** How findings after edits answer to those before. */
export interface Comparison {
  /** Findings that were there before, told of the same place or of the same text. */
  readonly old: readonly Finding[];
  /** Findings that were not. */
  readonly fresh: readonly Finding[];
}

/**
 * Parts findings of an edited text from those that its edits brought about. `known` are findings of the text before,
 * in any order. A finding answers one of the same rule that touches its place or names it as related; and one about
 * the same text that is not told of its own place any more.
 */
export function compareFindings(
  known: readonly Finding[],
  after: readonly Finding[],
  map: EditMap,
): Comparison {
  const oldPlaces = placesByRule(known, (finding) => [finding, ...finding.related]);
  const old: Finding[] = [];
  const unplaced: Finding[] = [];
  const told: Finding[] = [];
  for (const finding of after) {
    const place = {...finding, start: map.toOld(finding.start), end: map.toOld(finding.end, true)};
    told.push(place);
    if (oldPlaces.get(finding.rule)?.touch(place)) old.push(finding);
    else unplaced.push(finding);
  }
  if (unplaced.length === 0) return {old, fresh: unplaced};
  const newPlaces = placesByRule(told, (finding) => [finding]);
  /** How many findings are not told of their places any more, by rule, message and text. */
  const gone = new Map<string, number>();
  for (const finding of known) {
    if (newPlaces.get(finding.rule)?.touch(finding)) continue;
    gone.set(subjectOf(finding), (gone.get(subjectOf(finding)) ?? 0) + 1);
  }
  const fresh: Finding[] = [];
  for (const finding of unplaced) {
    const left = gone.get(subjectOf(finding)) ?? 0;
    gone.set(subjectOf(finding), left - 1);
    (left > 0 ? old : fresh).push(finding);
  }
  return {old, fresh};
}

const subjectOf = ({rule, messageId, text}: Finding): string => `${rule} ${messageId} ${text}`;

type Place = Pick<Finding, 'start' | 'end'>;

function placesByRule(
  findings: readonly Finding[],
  placesOf: (finding: Finding) => readonly Place[],
): ReadonlyMap<string, Places> {
  const lists = new Map<string, Place[]>();
  for (const finding of findings) {
    const list = lists.get(finding.rule);
    if (list) list.push(...placesOf(finding));
    else lists.set(finding.rule, [...placesOf(finding)]);
  }
  return new Map([...lists].map(([rule, list]) => [rule, new Places(list)]));
}

/** Places of a text, asked by a binary search. */
class Places {
  private readonly sorted: readonly Place[];
  /** The furthest end of each place and all before it. */
  private readonly furthest: readonly number[];

  constructor(places: readonly Place[]) {
    this.sorted = [...places].sort((a, b) => a.start - b.start);
    let end = -1;
    this.furthest = this.sorted.map((place) => {
      end = Math.max(end, place.end);
      return end;
    });
  }

  /** Whether one of them touches a place. */
  touch({start, end}: Place): boolean {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as Place).start <= end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.furthest[low - 1] as number) >= start;
  }
}
