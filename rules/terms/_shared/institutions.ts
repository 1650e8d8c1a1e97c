import type {Lexicon} from '../../../src/lexicon/lexicon.js';
import {stemEnd} from '../../../src/lexicon/lexicon.js';
import {foldWord, hashOf, hashWord, wordSet} from '../../../src/text/hash.js';
import {notProse, type TextIndex, TokenFlag, Zone} from '../../../src/text/tokens.js';

/** One place where an institution is named: `words` from the first modifier to the head, small, without possessives. */
export interface Institution {
  readonly words: readonly string[];
  readonly firstToken: number;
  readonly lastToken: number;
  /** A country or owner named before it, and what follows after `of` or `for`; both in small letters, or empty. */
  readonly owner: string;
  readonly after: string;
  readonly sentence: number;
}

/** Words that an institution's name ends in. */
const heads =
  wordSet(`commission committee council ministry agency service bureau court authority administration inspectorate directorate
  chamber assembly institute department office federation corps prosecutor tribunal secretariat board fund academy`);
/** With a capital at the beginning of a sentence or in a headline, and no part of a name. */
export const neverInNames =
  wordSet(`the a an this that these those his her its their our my your in on at by for from with of and or but as if when while
  after before since until under over about during earlier later meanwhile however also according both all some many most
  one no not former new acting late deputy head chief chairman chairwoman president minister spokesman spokeswoman mr mrs`);
const links = new Set(['of', 'for'].map(hashOf));
const the = hashOf('the');
const mostWords = 6;

/** Whether a token may be the head of an institution's name; cheap enough to be asked of every word. */
export function isHead(text: TextIndex, token: number): boolean {
  return (
    ((text.tokens.flags[token] as number) & TokenFlag.InitialCap) !== 0 && heads.has(headHash(text, token))
  );
}

function headHash(text: TextIndex, token: number): number {
  const {hashes, flags, starts, ends} = text.tokens;
  return (flags[token] as number) & TokenFlag.Possessive
    ? hashWord(text.prose, starts[token] as number, (ends[token] as number) - 2)
    : (hashes[token] as number);
}

/** The name that ends in the head at `token`: the words with capitals before it. `undefined` when there are none. */
export function institutionAt(
  text: TextIndex,
  token: number,
  sentence: number,
  lexicon: Lexicon | undefined,
): Institution | undefined {
  const {flags, hashes, blocks, zones} = text.tokens;
  if ((zones[token] as number) & (notProse | Zone.Title)) return undefined;
  let first = token;
  while (token - first < mostWords && !((flags[first] as number) & TokenFlag.SentenceStart)) {
    const before = first - 1;
    const f = flags[before] as number;
    if (
      before < 0 ||
      blocks[before] !== blocks[token] ||
      !(f & TokenFlag.Word) ||
      !(f & TokenFlag.InitialCap)
    )
      break;
    if (neverInNames.has(hashes[before] as number)) break;
    first = before;
  }
  const word = (i: number): string => {
    const start = text.tokens.starts[i] as number;
    return foldWord(text.prose.slice(start, stemEnd(text.prose, start, text.tokens.ends[i] as number)));
  };
  // “Ukraine’s Central Election Commission”: the owner is no part of the name.
  let owner = '';
  while (first < token - 1 && isOwner(text, first, lexicon)) owner = word(first++);
  if (first >= token) return undefined;
  const words: string[] = [];
  for (let i = first; i <= token; i++) words.push(word(i));
  let after = '';
  if (!((flags[token] as number) & TokenFlag.Possessive) && links.has(hashes[token + 1] as number)) {
    const at = hashes[token + 2] === the ? token + 3 : token + 2;
    if (((flags[at] ?? 0) as number) & TokenFlag.InitialCap) after = word(at);
  }
  return {words, firstToken: first, lastToken: token, owner, after, sentence};
}

function isOwner(text: TextIndex, token: number, lexicon: Lexicon | undefined): boolean {
  if ((text.tokens.flags[token] as number) & TokenFlag.Possessive) return true;
  const hash = text.tokens.hashes[token] as number;
  return lexicon ? lexicon.isKnownName(hash) && !lexicon.isOrdinaryWord(hash) : false;
}
