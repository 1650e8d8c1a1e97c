import type {RuleContext} from '../../../../src/engine/rule.js';
import {hashOf} from '../../../../src/text/hash.js';
import {tokenTests} from '../../../../src/text/token-tests.js';
import {TokenFlag} from '../../../../src/text/tokens.js';
import {innerRange, type OwnPair, ownQuotations} from '../own-quotes.js';
import {findQuotations} from '../quotations.js';
import {comma} from './marks.js';

/** What may follow a closing quotation mark directly: endings (“X”s, “OK”ed). */
const endings = new Set(['s', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'th'].map(hashOf));

const {Word, InitialCap} = TokenFlag;

/** Reports spaces that are missing outside quotation marks. */
export function spacesOutsideQuotes(
  context: RuleContext<'quote'>,
  isOrdinary: (word: number) => boolean,
): void {
  const {text} = context;
  const {flags, hashes} = text.tokens;
  const {same: sameBlock, size} = tokenTests(text, context.shared);
  const {pairs, misplaced} = findQuotations(context);
  const elsewhere = new Set(misplaced.map(({mark}) => mark));
  for (const {open, close} of pairs) {
    const left = open.token - 1;
    if (
      !open.spaceBefore &&
      sameBlock(open.token, left) &&
      ((flags[left] as number) & Word || hashes[left] === comma)
    ) {
      if (size(left) > 1 || hashes[left] === comma) quote(open, open.start, 'before');
    }
    const right = close.token + close.end - close.start;
    if (
      !close.spaceAfter &&
      !elsewhere.has(close) &&
      sameBlock(close.token, right) &&
      (flags[right] as number) & Word &&
      // `Mar"inka`: the sign of a letter.
      ((flags[right] as number) & InitialCap || isOrdinary(right)) &&
      !endings.has(hashes[right] as number)
    ) {
      quote(close, close.end, 'after');
    }
  }

  function quote({start, end}: {start: number; end: number}, at: number, side: 'before' | 'after'): void {
    context.report({messageId: 'quote', start, end, data: {side}, fix: [{start: at, end: at, text: ' '}]});
  }
}

/** French parts « and » from the words between them, other languages do not; one finding a text. */
export function spacesInsideQuotes(context: RuleContext<'quote-inside' | 'quote-space'>): void {
  const {prose} = context.text;
  const found = ownQuotations(context);
  const wanted = found?.locale.inside ?? '';
  const wrong = (found?.pairs ?? []).filter((pair) => {
    const {open, close} = pair;
    const {start, end} = innerRange(prose, pair);
    if (start >= end || !'«“„»”'.includes(open.sign) || open.sign === '"') return false;
    const isParted = start > open.end && end < close.start;
    if (open.sign === '«' && close.sign === '»' && wanted !== '')
      return start === open.end && end === close.start;
    return isParted;
  });
  if (wrong.length === 0) return;
  wrong.sort((a, b) => a.open.start - b.open.start);
  const [{open, close}] = wrong as [OwnPair];
  const space = open.sign === '«' ? wanted : '';
  context.report({
    messageId: space === '' ? 'quote-inside' : 'quote-space',
    start: open.start,
    end: open.end,
    data: {more: wrong.length === 1 ? '' : ` (${wrong.length} times in this text)`},
    facts: {count: wrong.length},
    related: [{message: 'closed here', start: close.start, end: close.end}],
    fix: wrong
      .filter((pair) => (pair.open.sign === '«' ? wanted : '') === space)
      .flatMap((pair) => {
        const {start, end} = innerRange(prose, pair);
        return [
          {start: pair.open.end, end: start, text: space},
          {start: end, end: pair.close.start, text: space},
        ];
      }),
  });
}
