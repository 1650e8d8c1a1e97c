import type {Endings} from './endings.js';
import type {InflectedWord} from './name-words.js';
import {stemKeys, stemLengths} from './stems.js';

/** All case forms of one name, as far as the endings tell. */
export interface Lemma {
  readonly words: readonly InflectedWord[];
  /** How often it stands. */
  readonly count: number;
}

/** Joins words that may be one stem with different endings. Rather too much than too little: what is one name is not told. */
export function lemmasOf(words: readonly InflectedWord[], endings: Endings): Map<InflectedWord, Lemma> {
  const parents = words.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  const byKey = new Map<string, number>();
  for (const [i, {lower}] of words.entries()) {
    for (const length of stemLengths(lower, endings)) {
      for (const key of stemKeys(lower.slice(0, length), endings)) {
        const other = byKey.get(key);
        if (other === undefined) byKey.set(key, i);
        else parents[rootOf(i)] = rootOf(other);
      }
    }
  }
  const groups = new Map<number, InflectedWord[]>();
  for (const [i, word] of words.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(word);
    else groups.set(root, [word]);
  }
  const lemmas = new Map<InflectedWord, Lemma>();
  for (const group of groups.values()) {
    const lemma = {words: group, count: group.reduce((sum, {places}) => sum + places.length, 0)};
    for (const word of group) lemmas.set(word, lemma);
  }
  return lemmas;
}
