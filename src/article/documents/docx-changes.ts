import {escapeMarkup} from '../escape-markup.js';
import {attributeText, type Reviewer} from './docx-reviewer.js';
import type {Runs} from './docx-runs.js';
import type {Docx, Run, RunChild} from './read-docx.js';

/** XML that is put into a text. */
export interface Cut {
  /** Of the document's text. */
  readonly at: number;
  readonly xml: string;
  /** Comments begin after what ends, and changes are inside them. */
  readonly order: number;
}

/** A tracked change. Offsets are UTF-16 offsets into the document’s text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The XML of the document with tracked changes, and with runs cut where something begins or ends. */
export function rewrite(
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
