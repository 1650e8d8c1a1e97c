import {units} from '../../generated/romanization.js';
import type {TextIndex} from '../../text/tokens.js';
import type {NameWord} from '../mentions/name-words.js';
import {spellingModel} from '../spelling/compare.js';
import {foldLatin} from '../spelling/fold.js';
import {Op} from '../spelling/operations.js';
import type {Contexts} from './contexts.js';
import type {PairFacts} from './pair-facts.js';
import type {Spellings} from './spellings.js';

/**
 * What speaks for two words being one name, in plain English, strongest first: of the context, then of the letters.
 * Empty when the letters alone speak, or speak little: one piece of evidence is none.
 */
export function explain(
  a: NameWord,
  b: NameWord,
  facts: PairFacts,
  text: TextIndex,
  contexts: Contexts,
  spellings: Spellings,
): string[] {
  const evidence: string[] = [];
  if (facts.sameBefore) evidence.push(`“${facts.sameBefore.text}” stands before both`);
  if (facts.sameAfter) evidence.push(`“${facts.sameAfter.text}” stands after both`);
  if (facts.crossed) evidence.push(`“${facts.crossed.text}” stands beside both`);
  if (facts.sameRole) evidence.push(`both are called “${wordOf(text, contexts, a, facts.sameRole)}”`);
  else if (facts.sameNoun) evidence.push(`“${wordOf(text, contexts, a, facts.sameNoun)}” follows both`);
  const place = facts.placeName;
  if (place !== undefined) evidence.push(`both are spellings of “${place}”`);
  if (facts.isOneGivenName) evidence.push('the two are one given name in two languages');
  let alike = true;
  const {kind, ending, endingKind} = facts.relation;
  const [short, long] = a.folded.length <= b.folded.length ? [a, b] : [b, a];
  if (kind === 'same-letters')
    evidence.push(
      a.text.toLowerCase() === b.text.toLowerCase() ? 'only the capitals differ' : 'only the accents differ',
    );
  else if (kind === 'joined') evidence.push('only a hyphen differs');
  else if (endingKind === 'repeat')
    evidence.push(`the end of “${short.text}” stands twice in “${long.text}”`);
  else if (endingKind === 'case') {
    evidence.push(
      kind === 'prefix'
        ? `“${long.text}” is “${short.text}” with the ending -${ending}`
        : `the two differ in their endings alone`,
    );
  } else if (kind === 'prefix') evidence.push(`“${long.text}” is “${short.text}” with -${ending}`);
  else {
    const swaps = soundSwaps(a, b, spellings);
    if (swaps.length > 0) evidence.push(`${swaps.join(', ')} can write one sound`);
    else if (facts.edits === 1) evidence.push('one letter differs');
    else if (facts.likeness >= likeEnough[Math.min(facts.edits, likeEnough.length - 1)]!)
      evidence.push('the two sound alike');
    else alike = facts.isOneGivenName;
  }
  // Brothers and sisters have the surname in common.
  const isFamily =
    (facts.sameAfter === undefined || facts.isPerson) &&
    facts.sameBefore === undefined &&
    !facts.sameRole &&
    !facts.sameNoun;
  if (!alike && isFamily) return [];
  const counts = [a.mentions.length, b.mentions.length];
  const often = Math.max(...counts);
  if (often >= 3 && Math.min(...counts) === 1) {
    evidence.push(`one stands once, the other ${often} times`);
  }
  const alien = [a, b].filter((word) => foldLatin(word.text) !== word.text);
  if (alien.length === 1) evidence.push(`only “${alien[0]!.text}” has letters that English does not use`);
  const strange = [a, b].filter((word) => !word.known && word.tier === 0);
  if (strange.length === 2) evidence.push('neither is an English word or a well-known name');
  else if (strange.length === 1)
    evidence.push(`“${strange[0]!.text}” is not an English word or a well-known name`);
  // The same letters are more than a likeness.
  const isWritten = kind === 'same-letters' && a.text.toLowerCase() === b.text.toLowerCase();
  return evidence.length > 1 || isWritten ? evidence : [];
}

/** How like two spellings must be to sound alike, by the letters that differ: two surnames may share most. */
const likeEnough = [0, 0, 0.08, 0.3, 0.6] as const;

/** `zh / z`, `y / j`: units that the alignment pairs because one sound is written so and so. */
function soundSwaps(a: NameWord, b: NameWord, spellings: Spellings): string[] {
  const swaps: string[] = [];
  for (const edit of spellingModel().align(spellings.of(a), spellings.of(b)).edits) {
    if (edit.op === Op.SharedVowel || edit.op === Op.SharedConsonant)
      swaps.unshift(`${units[edit.u]}/${units[edit.v]}`);
    else if (
      edit.op !== Op.SameConsonant &&
      edit.op !== Op.SameVowel &&
      edit.op !== Op.Diacritic &&
      edit.op !== Op.GapDouble &&
      edit.op !== Op.GapGlide
    )
      return [];
  }
  return [...new Set(swaps)].slice(0, 3);
}

/** The text of the word with this hash that stands beside a mention of `word`. */
function wordOf(text: TextIndex, contexts: Contexts, word: NameWord, hash: number): string {
  for (const mention of word.mentions) {
    for (const i of contexts.neighbours(mention)) if (text.tokens.hashes[i] === hash) return text.token(i);
    // The title of a full name stands before its given name.
    for (let i = mention.firstToken - 1; i >= Math.max(0, mention.firstToken - 4); i--)
      if (text.tokens.hashes[i] === hash) return text.token(i);
  }
  return '';
}
