import {hashOf, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {isOrdinary} from '../evidence/contexts.js';
import {organisationNouns, placeNouns} from './kinds.js';
import type {NameWord, WordMention} from './name-words.js';
import type {Segment} from './segments.js';

/** Nouns that take `of` or `for` inside the name of a body or a place: `Ministry of Defence`, `Sea of Azov`. */
const heads = wordSet(
  'forces society organization organisation board chamber house faculty embassy guard order confederation republic kingdom isle islands headquarters staff secretariat inspectorate authority administration directorate division corps hall society duchy emirate principality cathedral temple tower battle treaty war declaration',
);
const isHead = (hash: number): boolean =>
  heads.has(hash) || organisationNouns.has(hash) || placeNouns.has(hash);
const [the, and, of] = ['the', 'and', 'of'].map(hashOf) as [number, number, number];
const links = wordSet('of for');
const saints = wordSet('st mt ft');
const takesFor = wordSet(
  'ministry committee commission council institute association union federation foundation fund agency office bureau department center centre school society organization organisation service academy campaign movement',
);

/** Joins the parts of a body’s name that small words stand between: `Ministry of Education and Science`. */
export function joinBodies(segments: readonly Segment[], text: TextIndex): Segment[] {
  const {hashes, flags, count} = text.tokens;
  const joined: Segment[] = [];
  let last: Segment | undefined;
  for (const segment of segments) {
    const first = segment.words[0]!;
    const at = first.firstToken;
    if (last !== undefined && segment.roles.length === 0) {
      const end = last.words.at(-1)!;
      const gap = at - end.lastToken - 1;
      const link = hashes[end.lastToken + 1]!;
      const isOf =
        links.has(link) &&
        (link === of ? isHead(end.word.hash) : takesFor.has(end.word.hash)) &&
        (gap === 1 || (gap === 2 && hashes[at - 1] === the && !isHead(segment.words.at(-1)!.word.hash)));
      // `Education and Science`, behind `Ministry of`.
      const isAnd =
        gap === 1 &&
        link === and &&
        last.words.length > 1 &&
        isHead(last.words[0]!.word.hash) &&
        last.words.some(
          (word, i) => i > 0 && word.firstToken > last!.words[i - 1]!.lastToken + 1 && isOrdinary(end.word),
        ) &&
        segment.words.length === 1 &&
        isOrdinary(first.word);
      if (isOf || isAnd) {
        last = {
          ...last,
          words: [...last.words, ...segment.words],
          initials: [...last.initials, ...segment.initials],
          after: segment.after,
        };
        joined[joined.length - 1] = last;
        continue;
      }
    }
    // `Ministry of Foreign Affairs said`, at a sentence’s head, where its first word is an English one.
    const head = segment.roles.length === 0 ? headBefore(at) : -1;
    const saint = saintBefore(at);
    if (saint >= 0) {
      last = {
        ...segment,
        words: [sentenceHead(saint), ...segment.words],
        initials: ['', ...segment.initials],
        before: saint - 1,
      };
      joined.push(last);
      continue;
    }
    last = segment;
    if (head >= 0) {
      const word = sentenceHead(head);
      last = {
        ...segment,
        words: [word, ...segment.words],
        initials: ['', ...segment.initials],
        before: head - 1,
      };
    }
    joined.push(last);
  }
  return joined;

  /** `St. Petersburg`, whose stop ends a run. */
  function saintBefore(at: number): number {
    return at > 1 &&
      hashes[at - 1] === 0x2e &&
      saints.has(hashes[at - 2]!) &&
      flags[at - 2]! & TokenFlag.InitialCap
      ? at - 2
      : -1;
  }

  function headBefore(at: number): number {
    const head = at - 2;
    if (head < 0 || at >= count || !links.has(hashes[at - 1]!)) return -1;
    return flags[head]! & TokenFlag.SentenceStart &&
      flags[head]! & TokenFlag.InitialCap &&
      isHead(hashes[head]!)
      ? head
      : -1;
  }

  function sentenceHead(token: number): WordMention {
    const {starts, ends} = text.tokens;
    const surface = text.token(token);
    const word: NameWord = {
      text: surface,
      folded: surface.toLowerCase(),
      hash: hashes[token]!,
      mentions: [],
      tier: 3,
      known: false,
      acronym: false,
      alsoSmall: false,
      free: 0,
    };
    return {
      word,
      start: starts[token]!,
      end: ends[token]!,
      firstToken: token,
      lastToken: token,
      sentence: 0,
      capitalByPlace: true,
      run: -1,
      place: -1,
    };
  }
}

/** The noun that says what a body of several parts is: `Radio` of `Public Radio of Armenia`. */
export const headOf = (words: readonly WordMention[]): WordMention =>
  words.find((word, i) => i + 1 < words.length && words[i + 1]!.firstToken > word.lastToken + 1) ??
  words.at(-1)!;

/** Whether words of a name are not next to one another: small words stand between. */
export const isJoined = (words: readonly WordMention[]): boolean =>
  words.some((word, i) => i > 0 && word.firstToken > words[i - 1]!.lastToken + 1);
