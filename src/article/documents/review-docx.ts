import {strFromU8, strToU8, type Zippable, zipSync} from 'fflate';
import {escapeMarkup} from '../escape-markup.js';
import {scanXml} from '../xml/scan-xml.js';
import {Archive, DocumentRefused, refusing, resolveMember} from './open-archive.js';
import {type Docx, type Run, type RunChild, readDocx} from './read-docx.js';

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

/** Who the comments and changes are of. */
export interface Reviewer {
  readonly name: string;
  readonly initials: string;
  /** ISO 8601, without fractions of a second. */
  readonly date: string;
}

interface Cut {
  /** Of the document's text. */
  readonly at: number;
  readonly xml: string;
  /** Comments begin after what ends, and changes are inside them. */
  readonly order: number;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
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

type Stretch = Pick<Change, 'start' | 'end'>;

/** Number of the first stretch that ends at an offset or behind it. */
function firstFrom(taken: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle] as Stretch).end >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a stretch touches one that is taken; side by side counts. */
function meets(taken: readonly Stretch[], {start, end}: Stretch): boolean {
  const next = taken[firstFrom(taken, start)];
  return next !== undefined && next.start <= end;
}

function insertInOrder(taken: Stretch[], stretch: Stretch): void {
  taken.splice(firstFrom(taken, stretch.start), 0, stretch);
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

/** Runs that have text, in its order. */
class Runs {
  readonly all: readonly Run[];

  constructor(runs: readonly Run[]) {
    this.all = runs.filter(({textStart, textEnd}) => textStart < textEnd);
  }

  /** Those that stand in a stretch of the text. */
  within(start: number, end: number): Run[] {
    const found: Run[] = [];
    for (let i = this.firstEndingAfter(start); i < this.all.length && this.at(i).textStart < end; i++)
      found.push(this.at(i));
    return found;
  }

  hold(start: number, end: number): boolean {
    return start < end && this.within(start, end).length > 0;
  }

  /** The run that what is inserted looks like: the one before the place, else the one behind it. */
  hostOf(at: number): Run | undefined {
    const i = this.firstEndingAfter(at - 1);
    const run = this.all[i];
    return run && run.textStart <= at ? run : undefined;
  }

  private at(i: number): Run {
    return this.all[i] as Run;
  }

  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle).textEnd > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The XML of the text with runs cut where something begins or ends. */
function rewrite(
  {xml, text}: Docx,
  runs: Runs,
  cuts: readonly Cut[],
  changes: readonly Change[],
  reviewer: Reviewer,
): string {
  const author = `w:author="${attributeText(reviewer.name)}" w:date="${reviewer.date}"`;
  const byRun = new Map<Run, {cuts: Cut[]; changes: Change[]}>();
  const of = (run: Run) => {
    const known = byRun.get(run) ?? {cuts: [], changes: []};
    byRun.set(run, known);
    return known;
  };
  for (const cut of cuts) {
    // What begins at the end of a run belongs to the next, and what ends there to this one.
    const [run] = cut.order === 1 ? runs.within(cut.at, cut.at + 1) : [runs.hostOf(cut.at)];
    const host = run ?? runs.hostOf(cut.at);
    if (host) of(host).cuts.push(cut);
  }
  for (const change of changes) {
    const {start, end} = change;
    const touched = start < end ? runs.within(start, end) : [runs.hostOf(start) as Run];
    for (const run of touched) of(run).changes.push(change);
  }
  let id = highestId(xml);
  const nextId = (): number => ++id;
  const out: string[] = [];
  let at = 0;
  for (const run of runs.all) {
    const own = byRun.get(run);
    if (!own) continue;
    own.cuts.sort((a, b) => a.at - b.at || a.order - b.order);
    out.push(xml.slice(at, run.start), cutRun(xml, text, run, own.cuts, own.changes, author, nextId));
    at = run.end;
  }
  out.push(xml.slice(at));
  return out.join('');
}

function cutRun(
  xml: string,
  text: string,
  run: Run,
  cuts: readonly Cut[],
  changes: readonly Change[],
  author: string,
  nextId: () => number,
): string {
  const places = new Set([run.textStart, run.textEnd]);
  const clip = (at: number): number => Math.min(Math.max(at, run.textStart), run.textEnd);
  for (const cut of cuts) places.add(clip(cut.at));
  for (const {start, end} of changes) {
    places.add(clip(start));
    places.add(clip(end));
  }
  const stops = [...places].sort((a, b) => a - b);
  const tag = xml.slice(run.start, run.tagEnd);
  const properties = xml.slice(run.properties.start, run.properties.end);
  const wrap = (content: string): string => (content === '' ? '' : `${tag}${properties}${content}</w:r>`);
  const out: string[] = [];
  const endings = (at: number, order: (order: number) => boolean): void => {
    for (const cut of cuts) if (clip(cut.at) === at && order(cut.order)) out.push(cut.xml);
  };
  /** What a change puts in the place of what it takes out, once, behind the last of it that stands in this run. */
  const insertions = (at: number): void => {
    for (const {start, end, text: made} of changes) {
      // A change over several runs is written behind the last of them.
      const place = Math.max(start, end);
      if (made === '' || place !== at || (start < end && place === run.textStart)) continue;
      const content = wrap(`<w:t xml:space="preserve">${escapeMarkup(made)}</w:t>`);
      out.push(run.isInserted ? content : `<w:ins w:id="${nextId()}" ${author}>${content}</w:ins>`);
    }
  };
  for (let i = 0; i < stops.length; i++) {
    const at = stops[i] as number;
    insertions(at);
    endings(at, (order) => order === 0);
    endings(at, (order) => order > 0);
    const to = stops[i + 1];
    if (to === undefined) break;
    const change = changes.find(({start, end}) => start <= at && end >= to && start < end);
    const content = run.children
      .map((child) => childPart(child, at, to, xml, text, change !== undefined))
      .join('');
    if (content === '') continue;
    out.push(change ? `<w:del w:id="${nextId()}" ${author}>${wrap(content)}</w:del>` : wrap(content));
  }
  return out.join('');
}

/** What of a child stands in a stretch of the text. A child without text goes with what follows it. */
function childPart(
  child: RunChild,
  from: number,
  to: number,
  xml: string,
  text: string,
  isDeleted: boolean,
): string {
  const {textStart, textEnd} = child;
  if (textStart === textEnd)
    return textStart >= from && textStart < to ? xml.slice(child.start, child.end) : '';
  const start = Math.max(from, textStart);
  const end = Math.min(to, textEnd);
  if (start >= end) return '';
  if (!child.isText) return xml.slice(child.start, child.end);
  const name = isDeleted ? 'w:delText' : 'w:t';
  return `<${name} xml:space="preserve">${escapeMarkup(text.slice(start, end))}</${name}>`;
}

/** The highest `w:id` of tracked changes and bookmarks, which share their numbers. */
function highestId(xml: string): number {
  let highest = 0;
  for (const [, id] of xml.matchAll(/\sw:id="(\d{1,9})"/g)) highest = Math.max(highest, Number(id));
  return highest;
}

const attributeText = (text: string): string => escapeMarkup(text).replaceAll('"', '&quot;');

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The member with the comments, which may be there already. */
class CommentsPart {
  private readonly added: string[] = [];
  private next = 0;
  private readonly name: string;
  private readonly xml: string | undefined;

  constructor(
    archive: Archive,
    private readonly part: string,
    private readonly members: Record<string, Uint8Array>,
    private readonly reviewer: Reviewer,
  ) {
    const relations = archive.textOf(this.relationsName);
    let target: string | undefined;
    if (relations !== undefined)
      refusing(this.relationsName, () =>
        scanXml(relations, {
          open(element) {
            if (element.attribute('Type')?.endsWith('/relationships/comments'))
              target ??= element.attribute('Target');
          },
        }),
      );
    this.name = resolveMember(part, target ?? 'comments.xml');
    this.xml = target === undefined ? undefined : archive.textOf(this.name);
    const {xml} = this;
    if (xml !== undefined)
      refusing(this.name, () =>
        scanXml(xml, {
          open: (element) => {
            if (element.name === 'comment')
              this.next = Math.max(this.next, Number(element.attribute('id')) + 1 || 0);
          },
        }),
      );
  }

  /** The number of a new comment. */
  add(paragraphs: readonly string[]): number {
    const id = this.next++;
    const {name, initials, date} = this.reviewer;
    const content = paragraphs
      .map(
        (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeMarkup(printableXml(text))}</w:t></w:r></w:p>`,
      )
      .join('');
    this.added.push(
      `<w:comment w:id="${id}" w:author="${attributeText(name)}" w:initials="${attributeText(initials)}" w:date="${date}">${content}</w:comment>`,
    );
    return id;
  }

  write(): void {
    const {members, name, xml} = this;
    const added = this.added.join('');
    if (xml !== undefined) {
      const close = xml.lastIndexOf('</');
      const prefix = /<\/(\w+):comments\s*>\s*$/.exec(xml)?.[1];
      const isEmpty = close < 0 || prefix === undefined;
      if (isEmpty || prefix !== 'w')
        throw new DocumentRefused(`has comments that are written in an unusual way (${name})`);
      members[name] = strToU8(xml.slice(0, close) + added + xml.slice(close));
      return;
    }
    members[name] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${added}</w:comments>`,
    );
    this.insert(
      this.relationsName,
      '</Relationships>',
      `<Relationship Id="calqueComments" Type="${relationType}" Target="comments.xml"/>`,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    );
    this.insert(
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${name}" ContentType="${contentType}"/>`,
      undefined,
    );
  }

  private get relationsName(): string {
    const slash = this.part.lastIndexOf('/') + 1;
    return `${this.part.slice(0, slash)}_rels/${this.part.slice(slash)}.rels`;
  }

  private insert(member: string, close: string, added: string, otherwise: string | undefined): void {
    const bytes = this.members[member];
    const text = bytes ? strFromU8(bytes) : otherwise;
    const at = text?.lastIndexOf(close) ?? -1;
    if (text === undefined || at < 0) throw new DocumentRefused(`is damaged: ${member} is not as it must be`);
    this.members[member] = strToU8(text.slice(0, at) + added + text.slice(at));
  }
}

/** Without what XML cannot hold. */
const printableXml = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
