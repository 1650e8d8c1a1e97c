import {type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';
import type {LanguageEvidence, Languages} from '../languages.js';
import {Gap} from './decode.js';
import {gapAt} from './gaps.js';
import {LanguageVotes, Voter} from './guess-language.js';
import type {Target} from './target.js';
import {articleVotes, entryOf} from './votes.js';

export interface StretchSearch {
  readonly text: TextIndex;
  readonly target: Target;
  /** Asked only when a word makes it necessary. */
  readonly languages: () => Languages | undefined;
  /** The language of the source where it is known. */
  readonly source?: LanguageEvidence | undefined;
}

/** A sentence, the language that its unknown words seem to be of, and which of them. Token indexes, both included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly language: LanguageEvidence;
  readonly lead: number;
  readonly triggers: readonly number[];
}

/** In tokens, from the nearest strange word. */
const farthest = 48;
/** Words further apart than this are not of one run. */
const reach = 4;

/** The parts of an article that are weighed: around each trigger, with the language that it seems to be of. */
export function* stretches(search: StretchSearch, triggers: readonly number[]): Generator<Stretch> {
  if (triggers.length === 0) return;
  const languages = search.languages();
  if (!languages) return;
  const {text, target, source} = search;
  const article = articleVotes(text, target, languages, triggers);
  for (const {first, last, own} of sentencesOf(text, triggers)) {
    if (source) {
      yield {first, last, language: source, lead: 1, triggers: own};
      continue;
    }
    for (const group of groups(own)) {
      const votes = new LanguageVotes(languages, target.code);
      const strange = new Set(group);
      for (const i of neighbours(text, group, first, last)) {
        if ((text.tokens.flags[i]! & TokenFlag.InitialCap) === 0)
          votes.add(text, i, strange.has(i) ? Voter.Word : Voter.Neighbour);
        else if (text.tokens.zones[i]! & Zone.Bracket && entryOf(target, text, i) === 0)
          votes.add(text, i, Voter.Name);
      }
      // Far words change nothing, and a text without full stops would be weighed again for every group.
      const from = Math.max(first, group[0]! - farthest);
      const to = Math.min(last, group[group.length - 1]! + farthest);
      yield {first: from, last: to, ...votes.best(article), triggers: group};
    }
  }
}

/** The sentences that hold triggers. A sentence is a range of tokens. */
function sentencesOf(
  text: TextIndex,
  triggers: readonly number[],
): {first: number; last: number; own: number[]}[] {
  const out: {first: number; last: number; own: number[]}[] = [];
  const {first, last, count} = text.sentences;
  let low = 0;
  for (const i of triggers) {
    const current = out[out.length - 1];
    if (current && i <= current.last) {
      current.own.push(i);
      continue;
    }
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (last[middle]! < i) low = middle + 1;
      else high = middle;
    }
    out.push({first: first[low]!, last: last[low]!, own: [i]});
  }
  return out;
}

/** Triggers close to each other. */
function groups(triggers: readonly number[]): number[][] {
  const out: number[][] = [];
  for (const i of triggers) {
    const current = out[out.length - 1];
    if (current && i - current[current.length - 1]! <= reach + 2) current.push(i);
    else out.push([i]);
  }
  return out;
}

/** The words from a little before a group to a little after it, as long as no bracket or quotation mark stands between. */
function* neighbours(
  text: TextIndex,
  group: readonly number[],
  first: number,
  last: number,
): Generator<number> {
  const {flags} = text.tokens;
  let from = group[0]!;
  let to = group[group.length - 1]!;
  for (let n = 0; n < 2 && from > first && gapAt(text, from) !== Gap.Wall; n++) from--;
  for (let n = 0; n < 2 && to < last && gapAt(text, to + 1) !== Gap.Wall; n++) to++;
  for (let i = from; i <= to; i++) {
    if (flags[i]! & TokenFlag.Word) yield i;
  }
}
