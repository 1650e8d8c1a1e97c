import type {Mention, NameEntry} from '../../../src/names/name-table.js';
import {hashOf, wordSet} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {type Gender, genderedNouns, genderedTitles, genderOfSurname, saying} from './gendered-words.js';

/** A place that says whether a person is a man or a woman. Offsets into the prose. */
export interface Sign {
  readonly gender: Gender;
  readonly kind: 'title' | 'noun' | 'surname' | 'pronoun';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What may stand there instead. */
  readonly better: readonly string[];
}

/** A name of a person, and the entry that it belongs to. */
export type PersonMention = NameEntry['mentions'][number] & {readonly entry: NameEntry};

/** After these a name is not the one who speaks. */
export const prepositions = wordSet(
  'of for to with from by in on at about against after before over under than like between and or but that when while as if because',
);
/** They begin what is no more said of the name before. */
export const relative = wordSet(
  'whose who which that where when said says told of for to by with in from and or as',
);
const and = hashOf('and');
export const comma = 0x2c;
/** So many words between a name and what it is: `X, the party’s chief press spokesman`. */
const longestApposition = 6;

/** A sign at one word. */
export function signAt(
  text: TextIndex,
  kind: Sign['kind'],
  gender: Gender,
  token: number,
  better: readonly string[],
): Sign {
  return {
    kind,
    gender,
    text: text.token(token),
    start: text.tokens.starts[token] as number,
    end: text.tokens.ends[token] as number,
    better,
  };
}

/** `Mr` right before the name; not `Mr and Mrs`. */
export function titleOf(text: TextIndex, place: Mention): Sign | undefined {
  const {hashes, flags} = text.tokens;
  let i = place.firstToken - 1;
  if (hashes[i] === 0x2e) i--;
  const title = i < 0 ? undefined : genderedTitles.get(hashes[i] as number);
  if (title === undefined || hashes[i - 1] === and || hashes[i + 1] === and) return undefined;
  if (!((flags[i] as number) & TokenFlag.InitialCap)) return undefined;
  return signAt(text, 'title', title.gender, i, [title.other]);
}

function nounAt(text: TextIndex, token: number): Sign | undefined {
  const noun = genderedNouns.get(text.tokens.hashes[token] as number);
  if (noun === undefined) return undefined;
  return signAt(
    text,
    'noun',
    noun.gender,
    token,
    noun.neutral === undefined ? [noun.other] : [noun.other, noun.neutral],
  );
}

/** `spokesman X` and `X, the party’s spokesman`. */
export function nounsOf(text: TextIndex, place: Mention): Sign[] {
  const {hashes, flags, blocks} = text.tokens;
  const found: Sign[] = [];
  const {firstToken, lastToken} = place;
  const before = firstToken > 0 ? nounAt(text, firstToken - 1) : undefined;
  if (before !== undefined) found.push(before);
  if (hashes[lastToken + 1] !== comma || (flags[lastToken] as number) & TokenFlag.Possessive) return found;
  if (firstToken > 0 && prepositions.has(hashes[firstToken - 1] as number)) return found;
  for (let i = lastToken + 2; i < lastToken + 2 + longestApposition; i++) {
    if (!((flags[i] as number) & TokenFlag.Word) || relative.has(hashes[i] as number)) break;
    const after = nounAt(text, i);
    if (after === undefined) continue;
    const next = i + 1;
    const named = (flags[next] as number) & TokenFlag.Word && (flags[next] as number) & TokenFlag.InitialCap;
    if (!named && !saying.has(hashes[next] as number) && blocks[i] === blocks[lastToken]) found.push(after);
    break;
  }
  return found;
}

/** The surname, where all its forms in the text are a woman’s. */
export function surnameOf(entry: NameEntry): Sign | undefined {
  if (!entry.mentions.some((mention) => mention.lastToken > mention.firstToken) && entry.roles.length === 0)
    return undefined;
  const surname = entry.text.split(/[\s-]+/).at(-1) ?? '';
  if (genderOfSurname(surname) === undefined) return undefined;
  const given = entry.text.split(/\s+/)[0];
  for (const mention of entry.mentions) {
    const word = mention.text.split(/[\s-]+/).at(-1) ?? '';
    if (genderOfSurname(word) === undefined && mention.text !== given) return undefined;
  }
  const {start, end} = entry.mentions[0] as Mention;
  return {kind: 'surname', gender: 'female', text: surname, start, end, better: []};
}
