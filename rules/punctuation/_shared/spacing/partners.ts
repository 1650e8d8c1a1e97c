import type {RuleContext} from '../../../../src/engine/rule.js';
import {tokenTests} from '../../../../src/text/token-tests.js';
import {closeRound, closeSquare, openRound, openSquare} from './marks.js';

/** How far a bracket's partner is looked for, in tokens. */
const bracketReach = 80;

/** Where the other bracket of a pair stands. */
export interface Partners {
  /** Of an opening bracket: a token, or -1. */
  after(i: number): number;
  /** Of a closing bracket. */
  before(i: number): number;
}

export function partnersIn(context: Pick<RuleContext, 'text' | 'shared'>): Partners {
  const {text} = context;
  const {hashes} = text.tokens;
  const {isMark, same: sameBlock} = tokenTests(text, context.shared);
  return {after: partnerAfter, before: partnerBefore};

  function partnerAfter(i: number): number {
    const wanted = hashes[i] === openRound ? closeRound : closeSquare;
    for (let k = i + 1; k < i + bracketReach && sameBlock(i, k); k++) {
      if (hashes[k] === wanted && isMark(k)) return k;
      if (hashes[k] === hashes[i] && isMark(k)) return -1;
    }
    return -1;
  }

  function partnerBefore(i: number): number {
    const wanted = hashes[i] === closeRound ? openRound : openSquare;
    for (let k = i - 1; k > i - bracketReach && sameBlock(i, k); k--) {
      if (hashes[k] === wanted && isMark(k)) return k;
      if (hashes[k] === hashes[i] && isMark(k)) return -1;
    }
    return -1;
  }
}
