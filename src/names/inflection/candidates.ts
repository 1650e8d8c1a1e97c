import {foldLatin} from '../spelling/fold.js';
import type {Endings} from './endings.js';
import type {Lemma} from './lemmas.js';
import type {InflectedWord} from './name-words.js';
import {deletionKeys, type SoundEdit, soundEdit, soundsOf} from './sounds.js';
import {stemLengths} from './stems.js';

/** Fewest sounds of a stem that is compared. */
const fewestSounds = 4;
/** More stems than that at one key are alike by chance. */
const mostAtKey = 12;

/** Two names whose stems are parted by one sound. */
export interface Candidate {
  readonly a: InflectedWord;
  readonly b: InflectedWord;
  /** The words’ stems, in UTF-16 units. */
  readonly stemA: number;
  readonly stemB: number;
  readonly edit: SoundEdit;
  /** Of the shorter stem, in sounds. */
  readonly length: number;
}

interface Stem {
  readonly word: InflectedWord;
  readonly lemma: Lemma;
  readonly length: number;
  readonly sounds: string;
}

/**
 * All pairs of lemmas that one sound parts, each with the stems that are nearest: words are filed under their stems
 * and under these without each of their sounds (as W. Garbe’s SymSpell does), so that the time is linear in the words.
 */
export function findCandidates(
  lemmas: ReadonlyMap<InflectedWord, Lemma>,
  endings: Endings,
  language: string,
): Candidate[] {
  const byKey = new Map<string, Stem[]>();
  const best = new Map<Lemma, Map<Lemma, Candidate>>();
  const compare = (x: Stem, y: Stem): void => {
    if (x.lemma === y.lemma) return;
    const edit = soundEdit(x.sounds, y.sounds);
    if (edit === undefined || differsAtFirst(x.word.lower, y.word.lower)) return;
    const isTurned = best.get(y.lemma)?.has(x.lemma) === true;
    const [p, q] = isTurned ? [y, x] : [x, y];
    const row = best.get(p.lemma) ?? new Map<Lemma, Candidate>();
    const known = row.get(q.lemma);
    if (known && costOf(known.edit) <= costOf(edit)) return;
    const length = Math.min(x.sounds.length, y.sounds.length);
    row.set(q.lemma, {a: p.word, b: q.word, stemA: p.length, stemB: q.length, edit, length});
    best.set(p.lemma, row);
  };
  for (const [word, lemma] of lemmas) {
    for (const length of stemLengths(word.lower, endings)) {
      const sounds = soundsOf(word.lower.slice(0, length), language);
      if (sounds.length < fewestSounds) continue;
      const stem = {word, lemma, length, sounds};
      for (const key of deletionKeys(sounds)) {
        const others = byKey.get(key);
        if (others === undefined) byKey.set(key, [stem]);
        else if (others.length < mostAtKey) {
          for (const other of others) compare(other, stem);
          others.push(stem);
        }
      }
    }
  }
  return [...best.values()].flatMap((row) => [...row.values()]);
}

const kinds = ['none', 'confused', 'vowel', 'far-vowel', 'consonant'];
/** The end of a stem is where an ending may have been cut wrongly. */
const costOf = ({kind, last}: SoundEdit): number => kinds.indexOf(kind) + (last ? 10 : 0);

/** Capitals may stand without their accents: `Écosse`, `Ecosse`. */
const differsAtFirst = (a: string, b: string): boolean =>
  a.slice(1) === b.slice(1) && foldLatin(a[0] as string) === foldLatin(b[0] as string);
