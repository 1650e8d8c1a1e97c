import type {RuleContext} from '../../../src/engine/rule.js';
import {hashOf, wordSet} from '../../../src/text/hash.js';
import {tokenTests} from '../../../src/text/token-tests.js';
import {TokenFlag} from '../../../src/text/tokens.js';

/** Ordinals that count something else than days: “on the 9th hole”. */
const counted = wordSet(
  'of hole tee green floor minute lap day anniversary century street avenue birthday round edition place attempt page ballot fairway inning down play try stage amendment congress regiment district month week year night morning afternoon evening and or to',
);
/** Behind a day of the month: no noun that the ordinal could count. */
const afterDay = wordSet(
  'to in at for that the with from by a an its his her their when while but he she it they',
);
const afterDayMarks = new Set([...'.,;)'].map((c) => c.charCodeAt(0)));
const the = hashOf('the');
const on = hashOf('on');

/** Days without their month. */
export interface BareDays {
  /** Reports `on 9th`, without the article. */
  withoutArticle(token: number): void;
  /** Whether a number is a day alone: `on the 9th`. */
  isAlone(token: number): boolean;
}

export function bareDays(context: RuleContext<'article'>): BareDays {
  const {text} = context;
  const {starts, ends, flags, hashes} = text.tokens;
  const {same} = tokenTests(text, context.shared);
  return {withoutArticle, isAlone};

  /** `on 9th to ask for help`; up to the 4th, it may be a base or a down. */
  function withoutArticle(i: number): void {
    if (!same(i, i - 1) || hashes[i - 1] !== on) return;
    const match = /^([5-9]|[12]\d|3[01])(?:st|nd|rd|th)$/.exec(text.token(i));
    const next = i + 1;
    if (!match || !same(i, next)) return;
    const hash = hashes[next] as number;
    const mark = ((flags[next] as number) & TokenFlag.Mark) !== 0;
    if (mark ? !afterDayMarks.has(hash) : !afterDay.has(hash)) return;
    const start = starts[i] as number;
    context.report({
      messageId: 'article',
      start,
      end: ends[i] as number,
      data: {day: text.token(i)},
      suggestions: [{message: 'Add “the”', edits: [{start, end: start, text: 'the '}]}],
    });
  }

  function isAlone(i: number): boolean {
    if (!same(i, i - 2) || hashes[i - 1] !== the || hashes[i - 2] !== on) return false;
    const match = /^([12]?\d|3[01])(?:st|nd|rd|th)$/.exec(text.token(i));
    if (!match) return false;
    const next = i + 1;
    if (same(i, next) && (flags[next] as number) & (TokenFlag.Word | TokenFlag.Number)) {
      if ((flags[next] as number) & TokenFlag.InitialCap || counted.has(hashes[next] as number)) return false;
    } else if (same(i, next) && hashes[next] === 0x2d) return false;
    return true;
  }
}
