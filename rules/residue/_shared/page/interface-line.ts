import {wordSet} from '../../../../src/text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../../../src/text/tokens.js';
import {interfaceWord, isListing, isOrder, isThing, type LineFamily} from './interface-words.js';

const isCommon = (family: LineFamily): boolean => family === 'read-more' || family === 'page-furniture';

const mostWords = 16;
const leastWeight = 4;
const leastMean = 1.3;
const leastWeightOfLabel = 3;
const bracket = 0x28;
const colon = 0x3a;
const question = 0x3f;
/** A page speaks to its reader. */
const address = wordSet('your our you us please');
/** Verbs that make a sentence of a line. */
const finite = wordSet('is are was were has have had will would does did do been');
const stop = 0x2e;

/**
 * The kind of line that a block is when nothing but the words of an interface stands in it: `Reply to this comment`,
 * `Read in the section “Society”`, `Your subscription could not be saved`. An article’s own short sentences have words
 * of their subject, so one such word decides against. Beside the words, the line must be an order (`Send link`), a label of a list
 * (`Similar publications`), a count (`Basket (0)`), or hold a word that only pages have.
 */
export function interfaceLine(text: TextIndex, block: number): LineFamily | undefined {
  const {hashes, flags, zones} = text.tokens;
  const from = text.blockFirst[block]!;
  const to = text.blockFirst[block + 1]!;
  if (to - from > 3 * mostWords) return undefined;
  // A question is the article’s, or a dictionary knows it.
  if (hashes[to - 1] === question) return undefined;
  let words = 0;
  let weight = 0;
  let content = 0;
  let isHard = false;
  let addresses = false;
  let isSentence = hashes[to - 1] === stop;
  let isCount = false;
  let figures = 0;
  let label = 0;
  let first = -1;
  const votes = new Map<LineFamily, number>();
  for (let i = from; i < to; i++) {
    const flag = flags[i]!;
    if (flag & TokenFlag.Mark) continue;
    if (flag & TokenFlag.Number) {
      const before = i > from ? hashes[i - 1]! : 0;
      isCount ||= before === bracket || before === colon;
      figures++;
      continue;
    }
    if (++words > mostWords) return undefined;
    if (first < 0) first = i;
    if (zones[i]! & Zone.Quotation && !interfaceWord(hashes[i]!)) return undefined;
    addresses ||= address.has(hashes[i]!);
    isSentence ||= finite.has(hashes[i]!);
    const word = interfaceWord(hashes[i]!);
    if (word === undefined) {
      if (!(zones[i]! & (Zone.Url | Zone.Handle | Zone.Email))) return undefined;
      weight += 1;
      continue;
    }
    if (word.weight === 0) continue;
    weight += word.weight;
    content++;
    isHard ||= word.isHard;
    if (isListing(hashes[i]!)) label |= 1;
    else if (isThing(hashes[i]!) && label & 1) label |= 2;
    votes.set(word.family, (votes.get(word.family) ?? 0) + word.weight);
  }
  if (content === 0) return undefined;
  const opens = first >= 0 && isOrder(hashes[first]!);
  // “No comment was available.” is what an article says, “Your comment was saved.” is not.
  if (isSentence && !addresses && !opens) return undefined;
  const isLabel = label === 3;
  // `Basket (0)`, `Views: 12` count more than `View 12 photos`, `Number of views 12`.
  if (isCount) weight += 2;
  else if (figures > 0 && content > 1) weight += 1;
  const isSure = isLabel || (isHard && addresses);
  if (weight < (isSure ? leastWeightOfLabel : leastWeight) || weight < leastMean * content) return undefined;
  const isLine = isHard || isCount || isLabel || opens || (figures > 0 && content > 1);
  if (!isLine) return undefined;
  let family: LineFamily = 'page-furniture';
  let most = 0;
  for (const [name, sum] of votes) {
    // What could be read anywhere says least.
    if (sum > most || (sum === most && isCommon(family))) {
      most = sum;
      family = name;
    }
  }
  return family;
}
