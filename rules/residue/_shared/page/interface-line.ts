import {endOfBlock, firstOfBlock} from '../../../../src/text/blocks.js';
import {wordSet} from '../../../../src/text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../../../src/text/tokens.js';
import {interfaceWord, isLeader, isListing, isOrder, isThing, type LineFamily} from './interface-words.js';

const isCommon = (family: LineFamily): boolean => family === 'read-more' || family === 'page-furniture';

const mostWords = 16;
const leastWeight = 4;
const leastMean = 1.2;
const leastWeightOfLabel = 3;
/** So much weight makes a line of words that all stand on pages, whatever else it lacks. */
const weightOfLine = 5;
const weightOfNotice = 5;
/** A line with a word that is none of an interface needs so many that are, and so much of them. */
const leastKnown = 3;
const leastWeightBesideOther = 6;
/** The words before a colon that name what follows on a page: `You are in the section: …`. */
const mostWordsOfField = 6;
const leastWeightOfField = 3;
const bracket = 0x28;
const closingBracket = 0x29;
const colon = 0x3a;
const question = 0x3f;
const stop = 0x2e;
/** A page speaks to its reader. */
const address = wordSet('your our you us please');
/** `This page`, `these comments`. */
const deictic = wordSet('this these');
/** Verbs that make a sentence of a line, and those in which an article tells what happened. */
const finite = wordSet(
  'is are was were has have had will would does did do been can could may might must cannot',
);
const told = wordSet('was were had did will would could might been said says');
/** What a notice of the page says of what its reader may do. */
const ruling = wordSet(
  'prohibited forbidden allowed permitted required mandatory reserved protected responsible liable shown displayed published moderated',
);

/** What is counted of the words of a line. */
interface Sum {
  words: number;
  weight: number;
  content: number;
  most: number;
  /** The least weight of a word of content. */
  plainest: number;
  /** Words of content but `next`, `latest` and their like. */
  plain: number;
  names: number;
  others: number;
  figures: number;
  isHard: boolean;
  addresses: boolean;
  points: boolean;
  isCount: boolean;
  isSentence: boolean;
  isTold: boolean;
  rules: boolean;
  label: number;
  first: number;
}

/**
 * The kind of line that a block is when nothing but the words of an interface stands in it: `Reply to this comment`,
 * `Read in the section “Society”`, `Your subscription could not be saved`. An article’s own short sentences have words
 * of their subject, so one such word decides against a short line. Beside the words, the line must be an order (`Send
 * link`), a label of a list (`Similar publications`), a count (`Basket (0)`), hold a word that only pages have, or be
 * made of many that pages have. Such words before a colon name what follows it, whatever that is.
 */
export function interfaceLine(text: TextIndex, block: number): LineFamily | undefined {
  const {hashes, flags, zones} = text.tokens;
  const from = firstOfBlock(text, block);
  const to = endOfBlock(text, block);
  if (to - from > 3 * mostWords) return undefined;
  // A question is the article’s, or a dictionary knows it.
  if (hashes[to - 1] === question) return undefined;
  const sum: Sum = {
    words: 0,
    weight: 0,
    content: 0,
    most: 0,
    plain: 0,
    plainest: 3,
    names: 0,
    others: 0,
    figures: 0,
    isHard: false,
    addresses: false,
    points: false,
    isCount: false,
    isSentence: hashes[to - 1] === stop,
    isTold: false,
    rules: false,
    label: 0,
    first: -1,
  };
  const votes = new Map<LineFamily, number>();
  let isField = false;
  for (let i = from; i < to; i++) {
    const flag = flags[i]!;
    const hash = hashes[i]!;
    if (flag & TokenFlag.Mark) {
      isField ||= hash === colon && sum.words > 0 && i < to - 1 && isNameOfField(sum);
      continue;
    }
    if (flag & TokenFlag.Number) {
      const before = i > from ? hashes[i - 1]! : 0;
      sum.isCount ||= before === colon || (before === bracket && hashes[i + 1] === closingBracket);
      sum.figures++;
      continue;
    }
    if (++sum.words > mostWords) return undefined;
    if (sum.first < 0 && !isLeader(hash)) sum.first = i;
    const word = interfaceWord(hash);
    if (zones[i]! & Zone.Quotation && !word && !isField) return undefined;
    sum.addresses ||= address.has(hash);
    sum.isSentence ||= finite.has(hash);
    sum.isTold ||= told.has(hash);
    sum.rules ||= ruling.has(hash);
    if (isField) continue;
    if (word === undefined) {
      if (zones[i]! & (Zone.Url | Zone.Handle | Zone.Email)) sum.weight += 1;
      else if (sum.words > 1 && flag & TokenFlag.InitialCap) sum.names++;
      else sum.others++;
      if (sum.others > 1) return undefined;
      continue;
    }
    if (word.weight === 0) continue;
    // A page points at itself and its parts.
    sum.points ||= i > from && word.weight > 1 && deictic.has(hashes[i - 1]!);
    sum.weight += word.weight;
    if (!isListing(hash)) {
      sum.plain++;
      sum.most = Math.max(sum.most, word.weight);
    }
    sum.content++;
    sum.plainest = Math.min(sum.plainest, word.weight);
    sum.isHard ||= word.isHard;
    if (isListing(hash)) sum.label |= 1;
    else if (isThing(hash) && sum.label & 1) sum.label |= 2;
    votes.set(word.family, (votes.get(word.family) ?? 0) + word.weight);
  }
  if (sum.content === 0) return undefined;
  return isField || isLine(sum, sum.first >= 0 && isOrder(hashes[sum.first]!)) ? familyOf(votes) : undefined;
}

/** `You are in the section:`, `Number of readings:`, and no word of another kind. */
function isNameOfField({words, weight, others, names, isTold, addresses}: Sum): boolean {
  const enough = weight + (addresses ? 1 : 0) >= leastWeightOfField;
  return enough && words <= mostWordsOfField && others + names === 0 && !isTold;
}

function isLine(sum: Sum, opens: boolean): boolean {
  const {content, names, others, isHard, addresses, points, isCount, figures} = sum;
  // “No comment was available.” is what an article says, “Your comment was saved.” is not.
  const isNotice =
    others + names === 0 && !sum.isTold && (isHard || sum.rules) && sum.weight >= weightOfNotice;
  if (sum.isSentence && !addresses && !opens && !isNotice) return false;
  // The name of a service or of the site may stand in a line, and one other word among many.
  if (names > 0 && (names > content || !(isHard || opens))) return false;
  if (others > 0 && !(isHard && content >= leastKnown && sum.weight >= leastWeightBesideOther)) return false;
  const isLabel = sum.label === 3;
  let weight = sum.weight;
  // An order to the reader and a word to them speak as well, where one word at least is more than ordinary.
  if (sum.most > 1 || (addresses && sum.plain > 1)) weight += (opens ? 1 : 0) + (addresses && opens ? 1 : 0);
  if (points) weight += 2;
  // `Basket (0)`, `Views: 12` count more than `View 12 photos`, `Number of views 12`.
  if (isCount) weight += 2;
  else if (figures > 0 && content > 1) weight += 1;
  const isSure = isLabel || isCount || (isHard && addresses);
  if (weight < (isSure ? leastWeightOfLabel : leastWeight) || weight < leastMean * content) return false;
  // “Advertising rules” may head a part of an article.
  const speaks = opens || addresses || points || isCount || isLabel || figures > 0;
  if (!speaks && weight < weightOfLine && sum.plainest < 2) return false;
  const isMany = others + names === 0 && content > 2 && sum.weight >= weightOfLine;
  return isHard || isCount || isLabel || opens || points || isMany || (figures > 0 && content > 1);
}

function familyOf(votes: ReadonlyMap<LineFamily, number>): LineFamily {
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
