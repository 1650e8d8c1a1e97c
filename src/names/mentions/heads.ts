import {distance} from 'fastest-levenshtein';
import {wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {calendar} from './calendar.js';

/** Verbs that stand right behind a bare noun only where it is a name: `Flint spoke last`. */
const verbs = wordSet(
  'is was has had will would can could may might must did does also said says told spoke came went took made gave won lost left got ran held began saw wrote led met thought knew became felt found kept paid sold sent put beat hit fell rose drove flew chose brought bought taught broke stood sat',
);

/** What is asked of a name of the text. */
interface Name {
  readonly folded: string;
  readonly tier: number;
  readonly known: boolean;
  readonly acronym: boolean;
  readonly free: number;
}

/** An English word that begins a sentence, at a token. */
export interface Head {
  readonly token: number;
  readonly text: string;
  readonly folded: string;
  /** How common it is as an English word. */
  readonly tier: number;
  readonly sentence: number;
}

/** Whether what follows an English word at a sentence’s head says that it is somebody’s name. */
export function isSubject(text: TextIndex, last: number, isPossessive: boolean): boolean {
  if (isPossessive) return true;
  const {tokens} = text;
  const next = last + 1;
  if (next >= tokens.count || !(tokens.flags[next]! & TokenFlag.Word)) return false;
  if (tokens.flags[next]! & (TokenFlag.InitialCap | TokenFlag.AllCaps)) return false;
  return verbs.has(tokens.hashes[next]!) || text.token(next).endsWith('ed');
}

/**
 * Which of the English words at the heads of sentences may be a name of the text misspelt: one letter from it, or it
 * with a letter or two less.
 */
export function nearNames(heads: readonly Head[], words: readonly Name[]): Head[] {
  const strange = words.filter(
    ({tier, known, acronym, folded, free}) =>
      tier === 0 && !known && !acronym && free > 0 && folded.length > 3 && !calendar.has(folded),
  );
  return heads.filter(({folded}) =>
    strange.some((word) => {
      const more = word.folded.length - folded.length;
      if (word.folded.charAt(0) !== folded.charAt(0) || Math.abs(more) > 2) return false;
      return word.folded.startsWith(folded) || distance(word.folded, folded) === 1;
    }),
  );
}
