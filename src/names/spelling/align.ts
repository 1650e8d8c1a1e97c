import {unitSounds} from '../../generated/romanization.js';
import {Op, type Operations, unknownOp} from './operations.js';
import {isLetterUnit, isVowelUnit, type Spelling, unitCount, unitLengths} from './spelling.js';

/** One edit of the best alignment: units `u` and `v` (-1: gap; both -1: an ending, which runs to the end of both words). */
export interface Edit {
  readonly op: number;
  readonly u: number;
  readonly v: number;
  /** 0 first in both words, 1 in the middle, 2 last in both. */
  readonly position: number;
  /** Where it begins in each word. */
  readonly i: number;
  readonly j: number;
}

export interface Alignment {
  readonly score: number;
  /** From the last edit to the first. */
  readonly edits: Edit[];
}

/**
 * The best alignment of two spellings over units of one to seven letters: a many-to-many Viterbi alignment, in the
 * manner of the edit distance CRF of McCallum, Bellare and Pereira (2005), where each edit's weight is a sum over
 * general features.
 */
export class Aligner {
  private readonly best = new Float32Array(65 * 65);
  private readonly from = new Int32Array(65 * 65);
  private readonly how = new Int32Array(65 * 65 * 4);

  constructor(readonly operations: Operations) {}

  align(a: Spelling, b: Spelling): Alignment {
    const {operations, best, from, how} = this;
    const {ops, pairs, positions} = operations;
    const la = a.letters.length;
    const lb = b.letters.length;
    const width = lb + 1;
    best.fill(Number.NEGATIVE_INFINITY, 0, (la + 1) * width);
    best[0] = 0;
    from[0] = -1;
    for (let i = 0; i <= la; i++) {
      for (let j = 0; j <= lb; j++) {
        const here = i * width + j;
        const score = best[here]!;
        if (score === Number.NEGATIVE_INFINITY || (i === la && j === lb)) continue;
        if (i < la && j < lb) {
          const firstX = a.first[i]!;
          const stopX = a.first[i + 1]!;
          const firstY = b.first[j]!;
          const stopY = b.first[j + 1]!;
          for (let x = firstX; x < stopX; x++) {
            const u = a.unitsAt[x]!;
            const soundsLow = unitSounds[2 * u]!;
            const soundsHigh = unitSounds[2 * u + 1]!;
            for (let y = firstY; y < stopY; y++) {
              const v = b.unitsAt[y]!;
              // The single letters come first; of other units, only those replace each other that share a sound.
              if (
                (x > firstX || y > firstY) &&
                ((soundsLow & unitSounds[2 * v]!) | (soundsHigh & unitSounds[2 * v + 1]!)) === 0
              )
                continue;
              const pair = u * unitCount + v;
              let op = ops[pair]!;
              if (op === unknownOp) op = operations.op(u, v);
              if (op < 0) continue;
              const ni = i + unitLengths[u]!;
              const nj = j + unitLengths[v]!;
              const position = i === 0 && j === 0 ? 0 : ni === la && nj === lb ? 2 : 1;
              let value = score + pairs[pair]! + positions[op * 3 + position]!;
              if (position === 2) value += operations.last(op, u, v);
              const there = ni * width + nj;
              if (value > best[there]!) {
                best[there] = value;
                from[there] = here;
                how[4 * there] = op;
                how[4 * there + 1] = u;
                how[4 * there + 2] = v;
                how[4 * there + 3] = position;
              }
            }
          }
        }
        if (i < la)
          this.gap(
            a,
            i,
            score,
            here,
            here + width,
            j === 0 && i === 0 ? 0 : i + 1 === la && j === lb ? 2 : 1,
            false,
          );
        if (j < lb)
          this.gap(
            b,
            j,
            score,
            here,
            here + 1,
            j === 0 && i === 0 ? 0 : j + 1 === lb && i === la ? 2 : 1,
            true,
          );
        const shared = i > 1 && j > 1 ? a.endings[i]! & b.endings[j]! : 0;
        if (shared !== 0) {
          const ea = a.letters.slice(i);
          const eb = b.letters.slice(j);
          if (ea !== eb) {
            const value = score + operations.ending(shared, ea, eb) + operations.place(Op.Ending, 2);
            const there = la * width + lb;
            if (value > best[there]!) {
              best[there] = value;
              from[there] = here;
              how[4 * there] = Op.Ending;
              how[4 * there + 1] = -1;
              how[4 * there + 2] = -1;
              how[4 * there + 3] = 2;
            }
          }
        }
      }
    }
    const edits: Edit[] = [];
    let at = la * width + lb;
    const score = best[at]!;
    while (at > 0) {
      const before = from[at]!;
      edits.push({
        op: how[4 * at]!,
        u: how[4 * at + 1]!,
        v: how[4 * at + 2]!,
        position: how[4 * at + 3]!,
        i: Math.floor(before / width),
        j: before % width,
      });
      at = before;
    }
    return {score, edits};
  }

  private gap(
    word: Spelling,
    i: number,
    score: number,
    here: number,
    there: number,
    position: number,
    second: boolean,
  ): void {
    const {operations, best, from, how} = this;
    const u = word.unitsAt[word.first[i]!]!;
    const op = gapOp(word, i, u);
    let value = score + operations.gap(u, op) + operations.place(op, position);
    if (position === 2) value += operations.last(op, u, -1);
    if (value <= best[there]!) return;
    best[there] = value;
    from[there] = here;
    how[4 * there] = op;
    how[4 * there + 1] = second ? -1 : u;
    how[4 * there + 2] = second ? u : -1;
    how[4 * there + 3] = position;
  }
}

function gapOp(word: Spelling, i: number, u: number): number {
  if (!isLetterUnit[u]) return Op.GapSign;
  const {letters} = word;
  const letter = letters.charCodeAt(i);
  // Reading beyond an end would make V8 give up its fast code.
  const isFirst = i === 0;
  const isLast = i + 1 === letters.length;
  if (!isFirst && letters.charCodeAt(i - 1) === letter) return Op.GapDouble;
  if (!isLast && letters.charCodeAt(i + 1) === letter) return Op.GapDouble;
  if (letter === 104 /* h */) return Op.GapH;
  if (letter === 121 /* y */ || letter === 106 /* j */ || letter === 105 /* i */ || letter === 0xef /* ï */) {
    const next = !isLast && isVowelUnit[word.unitsAt[word.first[i + 1]!]!];
    const previous = !isFirst && isVowelUnit[word.unitsAt[word.first[i - 1]!]!];
    if (next || previous) return Op.GapGlide;
  }
  return isVowelUnit[u] ? Op.GapVowel : Op.GapConsonant;
}
