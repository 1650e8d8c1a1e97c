import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {Languages} from '../languages.js';
import {Entry} from '../lexicon.js';
import {LanguageVotes, Voter} from './guess-language.js';
import type {Target} from './target.js';

const latinWord = TokenFlag.Word | TokenFlag.Latin;
/** Strange words and names looked at; they say much in the beginning and nothing new later. */
const mostStrange = 300;
const mostNames = 40;

/** What an article says as a whole of the language it comes from: its strange words, and names with foreign letters. */
export function articleVotes(
  text: TextIndex,
  target: Target,
  languages: Languages,
  triggers: readonly number[],
): LanguageVotes {
  const votes = new LanguageVotes(languages, target.code);
  for (const i of triggers.slice(0, mostStrange)) votes.add(text, i, Voter.Word);
  const {flags, hashes, count} = text.tokens;
  const name = latinWord | TokenFlag.InitialCap | TokenFlag.NonAscii;
  const seen = new Set<number>();
  for (let i = 0; i < count && seen.size < mostNames; i++) {
    if ((flags[i]! & name) !== name || seen.has(hashes[i]!) || entryOf(target, text, i) !== 0) continue;
    seen.add(hashes[i]!);
    votes.add(text, i, Voter.Name);
  }
  return votes;
}

/** The words of a run, both ends included, as they speak for a language. */
export function addRun(
  votes: LanguageVotes,
  text: TextIndex,
  target: Target,
  first: number,
  last: number,
): void {
  const {flags} = text.tokens;
  for (let i = first; i <= last; i++) {
    if ((flags[i]! & latinWord) !== latinWord) continue;
    const entry = entryOf(target, text, i);
    const isName = (flags[i]! & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) === TokenFlag.InitialCap;
    const isKnown = (entry & Entry.Tier) >= 2 || (isName && (entry & Entry.Name) !== 0);
    votes.add(text, i, isKnown ? Voter.Known : isName ? Voter.Name : Voter.Word);
  }
}

/** What the target language knows of token `i`. */
export function entryOf(target: Target, text: TextIndex, i: number): number {
  const {starts, ends, hashes} = text.tokens;
  return target.get(text.prose, starts[i]!, ends[i]!, hashes[i]!);
}
