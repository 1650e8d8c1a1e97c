import type {RuleContext} from '../../../src/engine/rule.js';
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
  /** How its last stretch of speech, or the line, ends: `?`, `.` …; empty without a mark. */
  readonly end: string;
}

const code = (char: string): number => char.charCodeAt(0);
const dashSigns = new Set([...'-–—―'].map(code));
const quoteSigns = new Set([...'"“”„«»'].map(code));
const stops = new Set([...',.!?…'].map(code));
const ends = new Set([...'.!?…'].map(code));
const leastWords = 2;

type Context = Pick<RuleContext, 'shared' | 'text' | 'article'>;

/** The lines that are dialogue for sure (see {@link Turn.tagged}) or beside such a line; by block. */
export function findTurns(context: Context): ReadonlyMap<number, Turn> {
  return context.shared('punctuation/turns', () => collect(context));
}

function collect({text, article}: Context): Map<number, Turn> {
  const turns = new Map<number, Turn>();
  for (let block = 0; block < article.blocks.length; block++) {
    const kind = article.blocks[block]?.kind;
    if (kind === 'list-item' || kind === 'caption') continue;
    const first = text.blockFirst[block] as number;
    if (!dashSigns.has(text.tokens.hashes[first] as number)) continue;
    const turn = readTurn(text, block, first, text.blockFirst[block + 1] as number);
    if (turn) turns.set(block, turn);
  }
  // A line that only a dash begins is an item of a list or the name of who said it, unless its neighbour is speech.
  const proven = [...turns.values()].some((turn) => turn.tagged);
  const told = ([, turn]: [number, Turn]): boolean =>
    turn.tagged || (proven && turn.end !== '') || answers(turns, turn);
  return new Map([...turns].filter(told));
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
  for (let i = from; i < stop; i++) {
    if (!isMark(i)) continue;
    const hash = hashes[i] as number;
    if (quoteSigns.has(hash)) return undefined;
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
    } else if (isMark(i - 1)) {
      open = i + 1;
      dashes.push(i);
    }
  }
  const last = stop - 1;
  if (open !== undefined) {
    if (last - open + 1 < leastWords) return undefined;
    speech.push({first: open, last});
  }
  const mark = isMark(last) && ends.has(hashes[last] as number) ? text.token(last) : '';
  return {block, speech, dashes, tagged, end: mark};
}

/** “he said” or “said Ann”: nothing that a participle could begin. */
function isPlainTag({tokens}: TextIndex, first: number, stop: number): boolean {
  const {flags} = tokens;
  const next = first + 1;
  if (next >= stop) return false;
  const capital = ((flags[next] as number) & TokenFlag.InitialCap) !== 0;
  // “said Ann …” or, of two small words, “he said”, which ends there or goes on with a mark.
  return capital || next + 1 >= stop || ((flags[next + 1] as number) & TokenFlag.Mark) !== 0;
}
