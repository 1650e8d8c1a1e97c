import type {TextIndex} from '../text/tokens.js';
import type {Kinds} from './mentions/kinds.js';
import type {NameWord, NameWords, Run, WordMention} from './mentions/name-words.js';
import type {Mention, NameCluster, NameForm} from './name-table.js';

/** Words of the Arabic article and of descent, which are joined to the name behind or left out. */
const particles = new Set(['al', 'el', 'ul', 'ud', 'ed', 'ad', 'bin', 'ibn', 'ben']);

const cutElsewhere = 'the same letters, cut at other places';
const otherWay = 'the same two names in two orders';

/** A full name at one place: its words, folded. */
interface Whole {
  readonly run: Run;
  readonly folded: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Full names that are the same letters cut at other places (`Geun-hye` and `Geun Hye`, `Badr El Dine` and `Badreddine`),
 * or the same two words in two orders (`Kovács Péter`, `Péter Kovács`): what the comparison of single words cannot see.
 */
export function cutNames(text: TextIndex, names: NameWords, kinds: Kinds): NameCluster[] {
  const byLetters = new Map<string, Whole[]>();
  const byWords = new Map<string, Whole[]>();
  const byLast = new Map<string, Whole[]>();
  const byAll = new Map<string, Whole[]>();
  for (const run of names.runs) {
    if (run.words.length < 2 || run.words.length > 5) continue;
    const whole = toWhole(run, text);
    if (whole === undefined) continue;
    add(byLetters, keyOf(whole.folded), whole);
    add(byAll, letters(whole.folded), whole);
    add(byLast, keyOf([whole.folded.at(-1)!, ...whole.folded.slice(0, -1)]).replace(/ bdl/, ' bd'), whole);
    if (run.words.length === 2 && run.words.every(({word}) => word.tier === 0))
      add(byWords, [...whole.folded].sort().join(' '), whole);
  }
  const clusters: NameCluster[] = [];
  for (const group of byLetters.values()) clusters.push(...clusterOf(group, kinds, sameTail, cutElsewhere));
  for (const group of byLast.values()) clusters.push(...clusterOf(group, kinds, sameHead, cutElsewhere));
  // What is told with the word that both share is not told again as a whole.
  const told = new Set(clusters.flatMap(({forms}) => forms.flatMap(({mentions}) => mentions.map(endOf))));
  const isTold = (whole: Whole): boolean => whole.run.words.some((word) => told.has(endOf(word)));
  for (const group of byAll.values())
    if (!group.some(isTold)) clusters.push(...clusterOf(group, kinds, otherCut, cutElsewhere));
  for (const group of byWords.values()) clusters.push(...clusterOf(group, kinds, otherOrder, otherWay));
  return clusters;
}

function toWhole(run: Run, text: TextIndex): Whole | undefined {
  const {prose} = text;
  const first = run.words[0]!;
  const last = run.words.at(-1)!;
  // English words in a row are no person: `Central Bank`.
  const ordinary = run.words.filter(({word}) => word.tier >= 2 && !word.known).length;
  if (2 * ordinary >= run.words.length || run.words.some(({word}) => word.acronym)) return undefined;
  const whole = prose.slice(first.start, last.end);
  if (whole === whole.toUpperCase()) return undefined;
  return {
    run,
    folded: run.words.map(({word}) => word.folded),
    start: first.start,
    end: last.end,
    text: whole,
  };
}

/** The first word, then the consonants of the rest without the particles. */
function keyOf([first, ...rest]: readonly string[]): string {
  const tail = rest
    .filter((word) => !particles.has(word))
    .join('')
    .replace(/^(?:al|el)-/, '')
    .replace(/[aeiouyw'’-]/g, '')
    .replace(/(.)\1+/g, '$1');
  return `${first} ${tail}`;
}

function add(map: Map<string, Whole[]>, key: string, whole: Whole): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [whole]);
  else list.push(whole);
}

const letters = (words: readonly string[]): string => words.join('').replace(/[-’']/g, '');
const isParticle = (word: string) => particles.has(word);

/** Another cut of the same letters; with an Arabic article in one of them, its assimilated form in the other. */
function sameTail(a: Whole, b: Whole): boolean {
  const [x, y] = [a.folded.slice(1), b.folded.slice(1)];
  if (letters(x).length < 5) return false;
  if (letters(x) === letters(y)) return x.length !== y.length || x.join(' ') !== y.join(' ');
  return x.some(isParticle) !== y.some(isParticle) && Math.min(x.length, y.length) === 1;
}

/** `Abd al-Rahman` and `Abdulrahman` before one surname. */
function sameHead(a: Whole, b: Whole): boolean {
  const [x, y] = [a.folded.slice(0, -1), b.folded.slice(0, -1)];
  return Math.min(x.length, y.length) === 1 && Math.max(x.length, y.length) > 1 && letters(x).length > 5;
}

const endOf = ({end}: {readonly end: number}): number => end;

/** `Miroko Gakuen` and `Miro Kogakuen`: not even the first word, or the last, is the same. */
const otherCut = (a: Whole, b: Whole): boolean =>
  a.folded[0] !== b.folded[0] && a.folded.join(' ') !== b.folded.join(' ') && letters(a.folded).length > 7;

/** Two names of three letters or more, neither of which is told to be only a first or only a last name elsewhere. */
const otherOrder = (a: Whole, b: Whole): boolean =>
  a.folded[0] === b.folded[1] && a.folded[0] !== b.folded[0] && a.folded.every((word) => word.length > 2);

function clusterOf(
  group: readonly Whole[],
  kinds: Kinds,
  isOther: (a: Whole, b: Whole) => boolean,
  evidence: string,
): NameCluster[] {
  const first = group[0]!;
  const bySpelling = new Map<string, Whole[]>();
  for (const whole of group)
    if (whole === first || whole.text === first.text || isOther(first, whole))
      add(bySpelling, whole.text, whole);
  if (bySpelling.size < 2) return [];
  // What stands before or behind both is no part of what differs.
  const skip = isOther === sameTail ? 1 : 0;
  const less = isOther === sameHead ? 1 : 0;
  const words: NameWord[] = first.run.words.map(({word}) => word);
  const forms = [...bySpelling.values()]
    .map((wholes) => toForm(wholes, skip, less))
    .sort((a, b) => b.count - a.count || a.mentions[0]!.start - b.mentions[0]!.start);
  return [
    {
      forms,
      kind: kinds.of(words),
      confidence: 0.9,
      evidence: [
        evidence,
        ...(skip === 1 ? [`“${words[0]!.text}” stands before both`] : []),
        ...(less === 1 ? [`“${words.at(-1)!.text}” stands after both`] : []),
      ],
    },
  ];
}

/** The words that differ, or all of them. */
function toForm(wholes: readonly Whole[], skip: number, less: number): NameForm {
  const mentions = wholes.map(({run}): Mention => {
    const from = run.words[skip] as WordMention;
    const to = run.words.at(-1 - less) as WordMention;
    return {start: from.start, end: to.end, firstToken: from.firstToken, lastToken: to.lastToken};
  });
  const {text, start} = wholes[0]!;
  const {start: from, end: to} = mentions[0]!;
  return {text: text.slice(from - start, to - start), count: mentions.length, mentions};
}
