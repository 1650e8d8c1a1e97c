import type {RuleContext} from '../../../../src/engine/rule.js';
import {tokenTests} from '../../../../src/text/token-tests.js';
import {TokenFlag} from '../../../../src/text/tokens.js';
import {closeRound, code, colon, isFace, stop} from './marks.js';
import {partnersIn} from './partners.js';

const {Word, Number: Digits, InitialCap, InnerCap, AllCaps, Alphanumeric} = TokenFlag;

/** Spaces inside brackets, and those that are missing outside. */
export interface BracketSpaces {
  /** `(` or `[` at token `i`. */
  openBracket(i: number): void;
  /** `)` or `]` at token `i`. */
  closeBracket(i: number): void;
}

export function bracketSpaces(context: RuleContext<'inside' | 'after' | 'bracket'>): BracketSpaces {
  const {text} = context;
  const {prose} = text;
  const {flags, hashes, starts, ends} = text.tokens;
  const {isMark, spaced: hasSpace, same: sameBlock, touches, size} = tokenTests(text, context.shared);
  const {after: partnerAfter, before: partnerBefore} = partnersIn(context);
  return {openBracket, closeBracket};

  /** `(` or `[` at token `i`. */
  function openBracket(i: number): void {
    const previous = i - 1;
    if (sameBlock(i, i + 1) && hasSpace(i + 1)) {
      // `f( x )`: a call, not a remark.
      const call = !hasSpace(i) && sameBlock(i, previous) && !isMark(previous);
      // `:-(` is a face.
      const face = !hasSpace(i) && sameBlock(i, previous) && isFace(hashes[previous] as number);
      if (!call && !face && partnerAfter(i) > i + 1) inside(ends[i] as number, starts[i + 1] as number);
    }
    if (hasSpace(i) || !sameBlock(i, previous) || isMark(previous) || !touches(i)) return;
    const f = flags[previous] as number;
    if (!(f & Word) || f & (Alphanumeric | InnerCap) || size(previous) < 3) return;
    if (hashes[previous - 1] === stop && !hasSpace(previous)) return;
    const close = partnerAfter(i);
    if (close < 0) return;
    const first = flags[i + 1] as number;
    const words = close - i - 1;
    const roman = words === 1 && /^[ivxIVX]+$/.test(text.token(i + 1));
    // `player(s)`, `hero(ine)`, `iron(II)`, `f(x, y)` are one word; a name, a number or several words are not.
    const content = prose.slice(ends[i], starts[close]);
    const apart = words > 1 && first & Word && content.includes(' ') && !/[,:=|]/.test(content);
    if ((apart || (first & (InitialCap | AllCaps) && size(i + 1) > 2)) && !roman) {
      insert('bracket', i, starts[i] as number, '(');
    }
  }

  /** `)` or `]` at token `i`. */
  function closeBracket(i: number): void {
    const previous = i - 1;
    // ` :)` closes nothing inside.
    const face = isMark(previous) && (hashes[previous] === colon || hashes[previous] === code(';'));
    if (hasSpace(i) && sameBlock(i, previous) && !face) {
      const open = partnerBefore(i);
      const call = open > 0 && sameBlock(open, open - 1) && !hasSpace(open) && !isMark(open - 1);
      if (open >= 0 && open < previous && !call) inside(ends[previous] as number, starts[i] as number);
    }
    if (hashes[i] !== closeRound || !touches(i) || !((flags[i + 1] as number) & Word) || size(i + 1) < 3)
      return;
    // `(re-)evaluate`
    if (hashes[previous] === code('-')) return;
    const open = partnerBefore(i);
    if (open < 0 || !hasSpace(open)) return;
    const one = i - open === 2;
    // `(re)build`, `(wo)men`, `(S)he`: part of a word.
    if (
      one &&
      !((flags[open + 1] as number) & (Digits | AllCaps)) &&
      !((flags[open + 1] as number) & InitialCap && size(open + 1) > 3)
    )
      return;
    if (one && size(open + 1) < 3 && !((flags[open + 1] as number) & Digits)) return;
    if (one && (flags[open + 1] as number) & Digits && size(open + 1) < 2) return;
    insert('after', i, ends[i] as number, ')');
  }

  function inside(start: number, end: number): void {
    context.report({messageId: 'inside', start, end, fix: [{start, end, text: ''}]});
  }

  function insert(messageId: 'after' | 'bracket', i: number, at: number, mark: string): void {
    context.report({
      messageId,
      start: starts[i] as number,
      end: ends[i] as number,
      data: {mark},
      fix: [{start: at, end: at, text: ' '}],
    });
  }
}
