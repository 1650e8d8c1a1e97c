import {strToU8, type Zippable, zipSync} from 'fflate';
import {type Change, type Cut, rewrite} from './docx-changes.js';
import {CommentsPart} from './docx-comments.js';
import type {Reviewer} from './docx-reviewer.js';
import {Runs} from './docx-runs.js';
import {Archive} from './open-archive.js';
import {type Docx, readDocx} from './read-docx.js';
import {insertInOrder, meets} from './taken-stretches.js';

/** A remark on a stretch of a document's text, with what may stand there instead. Offsets are UTF-16 offsets into the text. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  /** Paragraphs of the comment. */
  readonly comment: readonly string[];
  /** A change of the text, all of it or nothing. Where two changes meet, that of the remark with the higher weight is made. */
  readonly edits: readonly {readonly start: number; readonly end: number; readonly text: string}[];
  readonly weight: number;
}

/** What became of the remarks. */
export interface Reviewed {
  /** The document with its comments and tracked changes. */
  readonly bytes: Uint8Array;
  /** How many are in the margin. */
  readonly comments: number;
  /** How many changes are tracked. */
  readonly changes: number;
  /** How many have no place in the main text (they are in notes). */
  readonly unplaced: number;
}

/**
 * Puts remarks into the margin of a Word document as comments, and their edits into its text as tracked changes. The rest
 * of the document stays as it is, byte for byte of its members.
 *
 * @throws DocumentRefused
 */
export function reviewDocx(bytes: Uint8Array, remarks: readonly Remark[], reviewer: Reviewer): Reviewed {
  const archive = new Archive(bytes);
  const docx = readDocx(archive);
  const runs = new Runs(docx.runs);
  const placed = remarks.filter(({start, end}) => runs.hold(...anchorOf(docx, start, end)));
  if (placed.length === 0) return {bytes, comments: 0, changes: 0, unplaced: remarks.length};
  const members = archive.all();
  const comments = new CommentsPart(archive, docx.part, members, reviewer);
  const changes: Change[] = [];
  const cuts: Cut[] = [];
  let tracked = 0;
  for (const {start, end, comment} of [...placed].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const id = comments.add(comment);
    const [from, to] = anchorOf(docx, start, end);
    cuts.push({at: from, xml: `<w:commentRangeStart w:id="${id}"/>`, order: 1});
    cuts.push({
      at: to,
      xml: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
      order: 0,
    });
  }
  const taken: {readonly start: number; readonly end: number}[] = [];
  for (const {edits} of [...placed].sort((a, b) => b.weight - a.weight || a.start - b.start)) {
    const parts = edits.length > 0 ? partsOf(docx.text, runs, edits) : undefined;
    if (!parts?.length || parts.some((part) => meets(taken, part))) continue;
    for (const part of parts) insertInOrder(taken, part);
    changes.push(...parts);
    tracked++;
  }
  members[docx.part] = strToU8(rewrite(docx, runs, cuts, changes, reviewer));
  comments.write();
  return {
    bytes: zipSync(ordered(members), {level: 6}),
    comments: placed.length,
    changes: tracked,
    unplaced: remarks.length - placed.length,
  };
}

/** Pictures and fonts are packed already. */
const packed = /\.(?:png|jpe?g|gif|webp|mp4|zip|woff2?|odttf)$/i;

function ordered(members: Record<string, Uint8Array>): Zippable {
  const out: Zippable = {};
  // Readers look for the types first.
  const names = Object.keys(members).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'),
  );
  for (const name of names)
    out[name] = [members[name] as Uint8Array, {level: packed.test(name) ? 0 : 6, mtime: '1980-01-01'}];
  return out;
}

/** A comment needs a run to stand on: a place between two characters takes the one before it, or behind it. */
function anchorOf({text}: Docx, start: number, end: number): [number, number] {
  if (start < end) return [start, end];
  if (start > 0 && text[start - 1] !== '\n') return [start - 1, start];
  return text[start] === '\n' || start >= text.length ? [start, start] : [start, start + 1];
}

/**
 * Edits that tracked changes can say: inside paragraphs and outside fields. Undefined
 * where one of them cannot be said.
 */
function partsOf(
  text: string,
  runs: Runs,
  edits: Remark['edits'],
): {start: number; end: number; text: string}[] | undefined {
  const parts = [];
  for (const edit of edits) {
    const {start, end, text: made} = edit;
    if (start === end && made === '') continue;
    if (/[\n\r\ufffc]/.test(made) || text.slice(start, end).includes('\ufffc')) return undefined;
    const touched = start < end ? runs.within(start, end) : [runs.hostOf(start)];
    if (touched.length === 0 || touched.some((run) => run === undefined || run.isField)) return undefined;
    parts.push({start, end, text: made});
  }
  return parts.sort((a, b) => a.start - b.start);
}
