import {stemEnd} from '../../../src/lexicon/lexicon.js';
import {foldWord, hashOf, wordSet} from '../../../src/text/hash.js';
import {notProse, type TextIndex, TokenFlag, Zone} from '../../../src/text/tokens.js';
import {neverInNames} from './institutions.js';

/** A term with a capital head and what is said of it: `Ministry of Emergency Situations`, `Rectors’ Council`. */
export interface NamedTerm {
  /** Small letters: `ministry`. */
  readonly head: string;
  /** The words before the head: `central`, `state`. */
  readonly before: readonly string[];
  /** How many of them stand before an “and”: names without one are whole for `Institution`. */
  readonly joined: number;
  /** `of`, `for`, `on` …; empty where nothing follows the head. */
  readonly link: string;
  /** The words that follow, without articles and small words between. */
  readonly after: readonly string[];
  /** What a second “of” adds: `ukraine` of `Ministry of Finance of Ukraine`. */
  readonly place: string;
  /** The owner, where the word right before the head is one: `rectors` of `Rectors’ Council`. */
  readonly owner: string;
  readonly firstToken: number;
  readonly lastToken: number;
  readonly sentence: number;
}

const heads = wordSet(
  `commission committee council ministry agency service bureau court authority administration inspectorate directorate
  chamber assembly institute department office federation corps tribunal secretariat board fund academy union league
  association society alliance congress movement party front group programme program strategy plan law act treaty
  agreement convention charter protocol forum summit conference centre center`,
);
const links = new Map(
  ['of', 'for', 'on', 'against', 'in', 'about'].map((word) => [hashOf(word), word] as const),
);
/** Inside the words behind a head. */
const joints = wordSet('of and for the');
const and = hashOf('and');
const of = hashOf('of');
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const mostBefore = 5;
const mostAfter = 8;

/** Whether a token may be the head of such a term; cheap enough to be asked of every word. */
export function isTermHead({tokens}: TextIndex, token: number): boolean {
  return (
    ((tokens.flags[token] as number) & TokenFlag.InitialCap) !== 0 &&
    heads.has(tokens.hashes[token] as number)
  );
}

/** The term whose head is at `token`. `undefined` when nothing stands before or behind that belongs to it. */
export function namedTermAt(text: TextIndex, token: number, sentence: number): NamedTerm | undefined {
  const {hashes, flags, blocks, zones, starts, ends} = text.tokens;
  if ((zones[token] as number) & (notProse | Zone.Title)) return undefined;
  const same = (i: number): boolean => i >= 0 && blocks[i] === blocks[token];
  const flag = (i: number, bits: number): boolean => ((flags[i] as number) & bits) !== 0;
  const capital = (i: number): boolean =>
    same(i) &&
    flag(i, TokenFlag.Word) &&
    flag(i, TokenFlag.InitialCap) &&
    !neverInNames.has(hashes[i] as number);
  const word = (i: number): string => {
    const start = starts[i] as number;
    return foldWord(text.prose.slice(start, stemEnd(text.prose, start, ends[i] as number)));
  };

  const before: string[] = [];
  let owner = '';
  let first = token;
  let joint: number | undefined;
  while (token - first < mostBefore) {
    const previous = first - 1;
    // “Rectors’ Council”, “Ukraine’s Central Council”: an owner ends the term, and belongs to it beside the head.
    const plural = isApostrophe(hashes[previous] as number) && !flag(previous, TokenFlag.SpaceBefore);
    const possessor = plural ? previous - 1 : previous;
    if (capital(possessor) && (plural || flag(previous, TokenFlag.Possessive))) {
      if (first === token) {
        owner = word(possessor);
        first = possessor;
      }
      break;
    }
    if (capital(previous)) first = previous;
    // “Industry and Information Technology Bureau”.
    else if (hashes[previous] === and && first < token && capital(previous - 1)) {
      first = previous - 1;
      joint ??= before.length;
    } else break;
    before.unshift(word(first));
  }

  const link = links.get(hashes[token + 1] as number);
  const after: string[] = [];
  let place = '';
  let last = token;
  if (link !== undefined && same(token + 1)) {
    let second = false;
    for (let i = token + 2; same(i) && i - token < mostAfter; i++) {
      if (capital(i)) {
        if (second) place += `${word(i)} `;
        else {
          after.push(word(i));
          last = i;
        }
        if (flag(i, TokenFlag.Possessive)) break;
      } else if (hashes[i] === of) second = true;
      else if (!joints.has(hashes[i] as number) || flag(i, TokenFlag.InitialCap)) break;
    }
  }
  const joined = joint === undefined ? 0 : before.length - joint;
  if (after.length === 0 && owner === '' && joined === 0) return undefined;
  return {
    head: word(token),
    before,
    joined,
    link: after.length > 0 ? (link as string) : '',
    after,
    place,
    owner,
    firstToken: first,
    lastToken: last,
    sentence,
  };
}
