import type {RuleContext} from '../../../../src/engine/rule.js';
import {tokenTests} from '../../../../src/text/token-tests.js';
import {notProse, TokenFlag} from '../../../../src/text/tokens.js';
import {closeRound, closers, code, colon, comma, openRound, openSquare, stop} from './marks.js';
import {partnersIn} from './partners.js';

const {Word, Number: Digits, Mark, InitialCap, InnerCap, AllCaps, Alphanumeric} = TokenFlag;
const articles: ReadonlySet<string> = new Set(['The', 'A', 'An', 'This', 'That', 'Our', 'Its']);

/**
 * Reports a mark that is glued to the word behind it, as in `end.The`: call the result with each mark that touches it.
 *
 * @param isLost whether a mark in such a word may stand for a letter that was lost
 */
export function gluedMarks(
  context: RuleContext<'after'>,
  isLost: (word: number) => boolean,
): (i: number, mark: number) => void {
  const {text} = context;
  const {prose} = text;
  const {flags, hashes, starts, ends, zones} = text.tokens;
  const {isMark, spaced: hasSpace, same: sameBlock, touches, size} = tokenTests(text, context.shared);
  const {after: partnerAfter} = partnersIn(context);
  return missingAfter;

  /** One of `, ; : ! ? .` glued to the word behind it. */
  function missingAfter(i: number, mark: number): void {
    const previous = i - 1;
    const next = i + 1;
    if (!sameBlock(i, previous) || hasSpace(i)) return;
    const f = flags[next] as number;
    const before = flags[previous] as number;
    if (mark === colon && before & Word && (hashes[next] === openRound || hashes[next] === openSquare)) {
      // `Font:[Large`, but not `Well:(` and `a:[1]`.
      const word = next + 1;
      if (
        sameBlock(i, word) &&
        !hasSpace(word) &&
        (flags[word] as number) & InitialCap &&
        size(previous) > 2 &&
        partnerAfter(next) > 0
      ) {
        insert(i, ends[i] as number, ':');
      }
      return;
    }
    if (!(f & Word)) return;
    const capital = (f & (InitialCap | AllCaps)) !== 0;
    const wordBefore = (before & Word) !== 0;
    if ((zones[next] as number) & notProse || (zones[previous] as number) & notProse) return;
    switch (mark) {
      case comma:
        if (before & Mark && !closers.has(hashes[previous] as number)) return;
        // `a,b`, `TL,DR`.
        if (size(previous) <= 2 && size(next) <= 2) return;
        break;
      case code(';'):
        if (!wordBefore || hashes[i - 2] === code('&') || hashes[i - 2] === code('#')) return;
        if (size(previous) <= 2 && size(next) <= 2) return;
        if (size(next) === 1) return;
        break;
      case colon:
        if (!wordBefore || !capital || size(previous) < 3 || size(next) < 2) return;
        // `The Tax:On company`, but `Photo Source:Xinhua`.
        if (before & InitialCap && isWithinSentence(previous)) return;
        break;
      case stop:
        if (!isGluedSentence(i)) return;
        break;
      default:
        // Behind a capital it may be a name: Yahoo!News.
        if (!wordBefore || !capital || size(previous) < 2 || before & (InitialCap | AllCaps)) return;
        // `Ko?Ice`, `caf?Noir`: a letter may have been lost there.
        if (mark === code('?') && isLost(previous)) return;
    }
    insert(i, ends[i] as number, String.fromCharCode(mark));
  }

  /** Behind a word in small letters, or an article: what stands there is no label. */
  function isWithinSentence(word: number): boolean {
    const f = flags[word - 1] as number;
    if (!sameBlock(word, word - 1) || !(f & Word)) return false;
    return !(f & InitialCap) || articles.has(text.token(word - 1));
  }

  /** `the end.The next`: an ordinary small word (or a year), a stop, and a capital that begins a word. */
  function isGluedSentence(i: number): boolean {
    const before = flags[i - 1] as number;
    const next = flags[i + 1] as number;
    if (!(next & InitialCap) || next & (Alphanumeric | InnerCap)) return false;
    // A sentence goes on with a word: net.Socket} does not.
    if (!sameBlock(i, i + 2) || !hasSpace(i + 2) || isMark(i + 2)) return false;
    // Domains, file names and code go on with a stop, a slash or a bracket.
    if (touches(i + 1) && /[./\\_@(=]/.test(prose[ends[i + 1] as number] as string)) {
      if (prose[ends[i + 1] as number] !== '.' || (touches(i + 2) && !isMark(i + 3))) return false;
    }
    if (next & AllCaps && size(i + 1) > 1 && size(i - 1) < 4) return false;
    if (size(i + 1) === 1 && !/^[AI]$/.test(text.token(i + 1))) return false;
    if (before & Digits) return size(i - 1) >= 4 && !(before & Alphanumeric);
    if (before & Mark) return hashes[i - 1] === closeRound || hashes[i - 1] === code('%');
    if (!(before & Word) || before & (InitialCap | AllCaps | Alphanumeric)) return false;
    return size(i - 1) >= 2 && !(i >= 2 && hashes[i - 2] === stop && !hasSpace(i - 1));
  }

  function insert(i: number, at: number, mark: string): void {
    context.report({
      messageId: 'after',
      start: starts[i] as number,
      end: ends[i] as number,
      data: {mark},
      fix: [{start: at, end: at, text: ' '}],
    });
  }
}
