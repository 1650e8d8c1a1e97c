import type {Edit} from '../engine/finding.js';
import {inEnglish, type Say} from './frame.js';
import {visible} from './visible.js';

/** One place of a change, as it reads before and after. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** What the eye cannot tell apart, by number: `U+0430 → U+0061`. */
  readonly codes: string | undefined;
}

/** How far the words round an edit are looked for, in UTF-16 units. */
const reach = 24;
/** So much white space is passed over to a word beside it. */
const mostSpaces = 4;
/** Columns of one side of a place, about. */
const longest = 60;
/** Of what is cut, so much stays at each end. */
const half = 28;
/** Of a long beginning or end that both have, so much stays. */
const margin = 12;

/**
 * What a change does, in one line, with the words around it: `order, “the → order,” the`; `delete “[ad_1]”`. Characters
 * that do not show are named. Equal places are told once.
 *
 * @param source the text that the edits are of
 * @param options `most`: places that are told, the others are counted; `say`: in what language
 */
export function changeInWords(
  source: string,
  edits: readonly Edit[],
  {most = 2, say = inEnglish}: {most?: number; say?: Say | undefined} = {},
): string {
  const counts = new Map<string, number>();
  for (const group of groupsOf(source, edits)) {
    const told = inWords(placeOf(source, group), say);
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  const all = [...counts];
  const shown = all
    .slice(0, most)
    .map(([told, count]) => (count === 1 ? told : say('places', {change: told, n: count})));
  const rest = all.slice(most).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) shown.push(say('morePlaces', {n: rest}));
  return shown.length === 0 ? say('noChange') : shown.join('; ');
}

interface Group {
  readonly edits: Edit[];
  readonly from: number;
  to: number;
}

/** Edits whose surrounding words meet are one place. */
function groupsOf(source: string, edits: readonly Edit[]): Group[] {
  const groups: Group[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.text === source.slice(edit.start, edit.end)) continue;
    const {from, to} = surroundings(source, edit);
    const last = groups.at(-1);
    // One space between two words that change does not part them.
    if (last && from <= last.to + 1) {
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({edits: [edit], from, to});
  }
  return groups;
}

/** The words that an edit touches; where it is of white space alone, those beside it. */
function surroundings(source: string, {start, end, text}: Edit): {from: number; to: number} {
  const deleted = source.slice(start, end);
  // What goes whole, be it lines or a sentence, says enough.
  if (text === '' && (/[\n\r]/.test(deleted.trimStart()) || deleted.trim().length > longest / 2))
    return {from: start, to: end};
  const isSpacing = deleted.trim() === '' && text.trim() === '';
  let from = start;
  let to = end;
  while (isSpacing && from > 0 && start - from < mostSpaces && isSpace(source[from - 1])) from--;
  while (isSpacing && to < source.length && to - end < mostSpaces && isSpace(source[to])) to++;
  while (from > 0 && start - from < reach && !isSpace(source[from - 1])) from--;
  while (to < source.length && to - end < reach && !isSpace(source[to])) to++;
  if (isLow(source, from)) from++;
  if (isLow(source, to)) to--;
  return {from, to};
}

function placeOf(source: string, {edits, from, to}: Group): Place {
  let after = '';
  let at = from;
  for (const edit of edits) {
    after += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  after += source.slice(at, to);
  const before = source.slice(from, to);
  return {before, after, codes: codesOf(before, after)};
}

function inWords({before, after, codes}: Place, say: Say): string {
  // Where white space alone changes, it is drawn.
  const draw = before.replace(/\s/g, '') === after.replace(/\s/g, '') ? drawn : plain;
  const [old, made] = shortened(draw(before), draw(after));
  const more = codes === undefined ? '' : ` (${codes})`;
  if (made === '') return say('delete', {text: old});
  if (old === '') return say('insert', {text: made});
  return `${old} → ${made}${more}`;
}

const plain = (text: string): string => visible(text.replace(/\s+/g, ' ').trim());

function drawn(text: string): string {
  return visible(
    text
      .replace(/\r\n?|\n/g, '⏎')
      .replace(/ /g, '␣')
      .replace(/\t/g, '⇥'),
  ).replace(/\s/g, (space) => `<${number(space)}>`);
}

/** Both without most of what a long beginning and a long end have in common, and cut in the middle if long even so. */
function shortened(before: string, after: string): [string, string] {
  if (before.length <= longest && after.length <= longest) return [before, after];
  const head = headInCommon(before, after);
  const tail = headInCommon(reversed(before.slice(head)), reversed(after.slice(head)));
  const from = head > reach ? before.lastIndexOf(' ', head - margin) + 1 : 0;
  const next = tail > reach ? before.indexOf(' ', before.length - tail + margin) : -1;
  const cutTail = next < 0 ? 0 : before.length - next;
  const cut = (text: string): string => {
    const core = text.slice(from, text.length - cutTail);
    const short =
      core.length > longest ? `${core.slice(0, half).trimEnd()} … ${core.slice(-half).trimStart()}` : core;
    return `${from > 0 ? '… ' : ''}${short}${cutTail > 0 ? ' …' : ''}`;
  };
  return [cut(before), cut(after)];
}

function headInCommon(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

const reversed = (text: string): string => text.split('').reverse().join('');

/** Most letters that are told by number. */
const mostCodes = 3;

/** What few letters become, where the eye may see no difference: letters of two scripts, or composed in two ways. */
function codesOf(before: string, after: string): string | undefined {
  const head = headInCommon(before, after);
  const tail = headInCommon(reversed(before.slice(head)), reversed(after.slice(head)));
  const old = [...before.slice(head, before.length - tail)];
  const made = [...after.slice(head, after.length - tail)];
  if (old.length === 0 || made.length === 0 || Math.max(old.length, made.length) > mostCodes)
    return undefined;
  const isAlike =
    old.join('').normalize() === made.join('').normalize() ||
    (old.length === made.length && old.every((letter, i) => isOtherScript(letter, made[i] as string)));
  return isAlike ? `${old.map(number).join(' ')} → ${made.map(number).join(' ')}` : undefined;
}

const latin = /^\p{Script=Latin}$/u;
const letter = /^\p{L}$/u;
const isOtherScript = (a: string, b: string): boolean =>
  letter.test(a) && letter.test(b) && latin.test(a) !== latin.test(b);

const number = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
