import type {RuleContext} from '../../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {wordSet} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {beginsSpeechTag} from './speech.js';

/** A line of dialogue that a dash begins, as Russian, French and Spanish set it. */
export interface Turn {
  readonly block: number;
  /** Its stretches of speech: first and last token, without the dashes around them. */
  readonly speech: readonly {readonly first: number; readonly last: number}[];
  /** The dashes at its beginning and before and behind “he said”. */
  readonly dashes: readonly number[];
  /** “he said” stands in it. */
  readonly tagged: boolean;
  /** Only a comma parts speech and “he said”, which an item of a list may have as well. */
  readonly byComma: boolean;
  /** How its last stretch of speech, or the line, ends: `?`, `.` …; empty without a mark. */
  readonly end: string;
}

const code = (char: string): number => char.charCodeAt(0);
export const dashSigns: ReadonlySet<number> = new Set([...'-–—―'].map(code));
const quoteSigns = new Set([...'"“”„«»'].map(code));
const stops = new Set([...',.!?…'].map(code));
const ends = new Set([...'.!?…'].map(code));
const comma = code(',');
const hyphen = code('-');
const leastWords = 2;
const longestTag = 24;
/** Verbs of speech that are no participles before an article: “said the manager”. */
const finite = wordSet(
  'said says asked asks added adds explained explains told noted notes stressed stresses replied replies',
);
const articles = wordSet('the a an his her its their our');

type Context = Pick<RuleContext, 'shared' | 'text' | 'article'>;

/** The lines that are dialogue for sure (see {@link Turn.tagged}) or beside such a line; by block. */
export function findTurns(context: Context): ReadonlyMap<number, Turn> {
  return context.shared('punctuation/turns', () => collect(context));
}

function collect({text, article}: Context): Map<number, Turn> {
  const turns = new Map<number, Turn>();
  const inside: Turn[] = [];
  for (let block = 0; block < article.blocks.length; block++) {
    const kind = article.blocks[block]?.kind;
    if (kind === 'list-item' || kind === 'caption') continue;
    const first = firstOfBlock(text, block);
    const stop = endOfBlock(text, block);
    if (dashSigns.has(text.tokens.hashes[first] as number)) {
      const turn = readTurn(text, block, first, stop);
      if (turn) turns.set(block, turn);
      continue;
    }
    const turn = kind === 'title' ? undefined : turnInside(text, block, first, stop);
    if (turn) inside.push(turn);
  }
  const begins = (block: number): boolean =>
    block >= 0 &&
    block < article.blocks.length &&
    dashSigns.has(text.tokens.hashes[firstOfBlock(text, block)] as number);
  /** Items of a list: a line beside it that a dash begins ends without a stop. */
  const isListed = ({block}: Turn): boolean => {
    for (const step of [-1, 1])
      for (let b = block + step; begins(b); b += step) if (!turns.get(b)?.end) return true;
    return false;
  };
  // A line that only a dash begins is an item of a list or the name of who said it, unless its neighbour is speech.
  const isSure = (turn: Turn): boolean => turn.tagged && !(turn.byComma && isListed(turn));
  const proven = [...turns.values(), ...inside].some((turn) => turn.tagged && !turn.byComma);
  const told = ([, turn]: [number, Turn]): boolean =>
    isSure(turn) || (proven && turn.end !== '') || answers(turns, turn);
  const found = new Map([...turns].filter(told));
  for (const turn of inside) if (!turn.byComma || proven || found.size > 0) found.set(turn.block, turn);
  return found;
}

/** Speech that a dash begins behind a full stop: `The mayor came. – It is late – he said.` */
function turnInside(text: TextIndex, block: number, first: number, stop: number): Turn | undefined {
  const {hashes, flags} = text.tokens;
  let small = false;
  for (let i = first + 1; i + 2 < stop; i++) {
    const f = flags[i] as number;
    if (!(f & TokenFlag.Mark)) {
      small ||= !(f & (TokenFlag.InitialCap | TokenFlag.AllCaps));
      continue;
    }
    const sign = hashes[i] as number;
    if (!dashSigns.has(sign) || sign === hyphen || !(f & TokenFlag.SpaceBefore)) continue;
    const next = flags[i + 1] as number;
    if (!(next & TokenFlag.SpaceBefore) || !(next & TokenFlag.InitialCap)) continue;
    // Behind a place and the name of an agency it ends the dateline.
    if (!small || !ends.has(hashes[i - 1] as number)) continue;
    const turn = readTurn(text, block, i, stop);
    return turn?.tagged ? turn : undefined;
  }
  return undefined;
}

/** A question and what is said to it in the next line, or the answer to one. */
function answers(turns: ReadonlyMap<number, Turn>, turn: Turn): boolean {
  const after = turns.get(turn.block + 1);
  const before = turns.get(turn.block - 1);
  return (
    (turn.end === '?' && after !== undefined && ends.has(code(after.end)) && after.end !== '?') ||
    (turn.end !== '' && turn.end !== '?' && before?.end === '?')
  );
}

function readTurn(text: TextIndex, block: number, dash: number, stop: number): Turn | undefined {
  const {hashes, flags} = text.tokens;
  const sign = hashes[dash] as number;
  const spaced = (i: number): boolean => ((flags[i] as number) & TokenFlag.SpaceBefore) !== 0;
  const isMark = (i: number): boolean => ((flags[i] as number) & TokenFlag.Mark) !== 0;
  const from = dash + 1;
  // `-5 degrees`, `--`, `- item in small letters`.
  if (from >= stop || isMark(from) || !((flags[from] as number) & TokenFlag.InitialCap)) return undefined;
  const glued = !spaced(from);
  if (glued && sign === code('-')) return undefined;

  const speech: {first: number; last: number}[] = [];
  const dashes = [dash];
  let open: number | undefined = from;
  let tagged = false;
  let byDash = false;
  for (let i = from; i < stop; i++) {
    if (!isMark(i)) continue;
    const hash = hashes[i] as number;
    if (quoteSigns.has(hash)) return undefined;
    if (hash === comma && open !== undefined && sign !== hyphen && isTagToEnd(text, i + 1, stop)) {
      speech.push({first: open, last: i});
      open = undefined;
      tagged = true;
      continue;
    }
    if (hash !== sign || i + 1 >= stop || !spaced(i) || (!glued && !spaced(i + 1))) continue;
    const before = hashes[i - 1] as number;
    if (open !== undefined) {
      if (isMark(i - 1) && !stops.has(before)) continue;
      // Without a comma, “the plan – reported to have failed – is dead” would do.
      if (!beginsSpeechTag(text, i + 1, stop) || (!isMark(i - 1) && !isPlainTag(text, i + 1, stop))) continue;
      speech.push({first: open, last: i - 1});
      dashes.push(i);
      open = undefined;
      tagged = true;
      byDash = true;
    } else if (isMark(i - 1)) {
      open = i + 1;
      dashes.push(i);
      byDash = true;
    }
  }
  const last = stop - 1;
  if (open !== undefined) {
    if (last - open + 1 < leastWords) return undefined;
    speech.push({first: open, last});
  }
  const mark = isMark(last) && ends.has(hashes[last] as number) ? text.token(last) : '';
  return {block, speech, dashes, tagged, byComma: tagged && !byDash, end: mark};
}

/** “…, says the manager Tor Eide.”: who speaks, up to the end of the sentence, and nothing more. */
function isTagToEnd(text: TextIndex, first: number, stop: number): boolean {
  const {hashes, flags} = text.tokens;
  if (!beginsSpeechTag(text, first, stop)) return false;
  for (let i = first; i < stop && i - first <= longestTag; i++) {
    if (!((flags[i] as number) & TokenFlag.Mark)) continue;
    const hash = hashes[i] as number;
    if (hash === comma || hash === hyphen) continue;
    return ends.has(hash) || dashSigns.has(hash);
  }
  return false;
}

/** “he said” or “said Ann”: nothing that a participle could begin. */
function isPlainTag({tokens}: TextIndex, first: number, stop: number): boolean {
  const {flags} = tokens;
  const next = first + 1;
  if (next >= stop) return false;
  const capital = ((flags[next] as number) & TokenFlag.InitialCap) !== 0;
  if (finite.has(tokens.hashes[first] as number) && articles.has(tokens.hashes[next] as number)) return true;
  // “said Ann …” or, of two small words, “he said”, which ends there or goes on with a mark.
  return capital || next + 1 >= stop || ((flags[next + 1] as number) & TokenFlag.Mark) !== 0;
}
