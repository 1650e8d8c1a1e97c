import type {Edit} from '../../../src/engine/finding.js';
import type {RuleContext} from '../../../src/engine/rule.js';
import {languageName} from '../../../src/lexicon/language-name.js';
import type {Locale} from '../../../src/locale/locale.js';
import {innerRange, marksFor, type OwnPair, type OwnQuotations, ownQuotations} from './own-quotes.js';

const straight = '"';

/** Pairs that are wrong in one way, in the order of the text; one finding tells of all. */
interface Kind {
  readonly messageId: 'other-pair' | 'other-partner' | 'other-habit';
  readonly pairs: OwnPair[];
}

/** Tells pairs that a language does not write, of marks that are not straight: `“word”` and `„word”` in German. */
export function reportForeignPairs(context: RuleContext): void {
  const found = ownQuotations(context);
  if (!found) return;
  const {locale} = found;
  const kinds = new Map<string, Kind>();
  const odd = oddPairs(found);
  for (const pair of found.pairs) {
    const signs = pair.open.sign + pair.close.sign;
    const isOwn = locale.pairs.has(signs);
    if (signs === straight + straight || (isOwn && !odd.has(pair))) continue;
    const kind = kinds.get(signs);
    if (kind) kind.pairs.push(pair);
    else {
      const messageId = isOwn ? 'other-habit' : isPartner(locale, pair) ? 'other-partner' : 'other-pair';
      kinds.set(signs, {messageId, pairs: [pair]});
    }
  }
  for (const {messageId, pairs} of kinds.values()) {
    pairs.sort((a, b) => a.open.start - b.open.start);
    const [first] = pairs as [OwnPair];
    const {open, close, depth} = first;
    const [left, right] = marksFor(found, depth);
    const more = pairs.length === 1 ? '' : ` (${pairs.length} times in this text)`;
    context.report({
      messageId,
      start: open.start,
      end: open.end,
      data: {
        open: open.sign,
        close: close.sign,
        language: languageName(locale.code),
        ours: `${left}…${right}`,
        more,
      },
      facts: {count: pairs.length},
      related: [{message: 'closed here', start: close.start, end: close.end}],
      fix: pairs.flatMap((pair) => rewritten(context.text.prose, found, pair)),
    });
  }
}

/** From so many quotations on a text has a habit, and from so many to one other the other is a slip. */
const fewestOfHabit = 3;
const leastOdds = 4;
/** They set off titles, beside the marks of quotations. */
const titleMarks = '《〈【〝';

/** The few quotations in a pair that the press of the language has beside that of CLDR, where the text has another habit. */
function oddPairs({locale, usual, pairs}: OwnQuotations): ReadonlySet<OwnPair> {
  const odd: OwnPair[] = [];
  let usuals = 0;
  for (const pair of pairs) {
    if (pair.depth > 0) continue;
    const {open, close} = pair;
    const signs = open.sign + close.sign;
    if (signs === usual) usuals++;
    else if (
      signs !== locale.outer &&
      signs !== locale.inner &&
      signs !== straight + straight &&
      locale.pairs.has(signs) &&
      open.sign !== usual.charAt(0) &&
      !titleMarks.includes(open.sign)
    )
      odd.push(pair);
  }
  const isHabit =
    usual !== straight + straight && usuals >= fewestOfHabit && usuals >= leastOdds * odd.length;
  return new Set(isHabit ? odd : []);
}

/** The edits that give a pair the marks of the language. */
export function rewritten(prose: string, found: OwnQuotations, pair: OwnPair): Edit[] {
  const {start, end} = innerRange(prose, pair);
  const [left, right] = marksFor(found, pair.depth);
  return [
    {start: pair.open.start, end: start, text: left},
    {start: end, end: pair.close.end, text: right},
  ];
}

/** One of the two marks is at home in the language, and in its place. */
function isPartner(locale: Locale, {open, close}: OwnPair): boolean {
  if (open.sign === straight || close.sign === straight) return true;
  return [...locale.pairs].some((pair) => pair[0] === open.sign);
}
