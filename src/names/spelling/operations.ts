import {endingClasses, sounds, units} from '../../generated/romanization.js';
import {foldedLetters, isLetterUnit, isVowelUnit, sharedSound, soundDistance, unitCount} from './spelling.js';

/** What an edit does, coarsely. */
export const Op = {
  SameVowel: 0,
  SameConsonant: 1,
  SharedVowel: 2,
  SharedConsonant: 3,
  Diacritic: 4,
  OtherVowel: 5,
  OtherConsonant: 6,
  VowelConsonant: 7,
  GapDouble: 8,
  GapGlide: 9,
  GapH: 10,
  GapSign: 11,
  GapVowel: 12,
  GapConsonant: 13,
  Ending: 14,
} as const;
export const opNames = Object.keys(Op) as readonly (keyof typeof Op)[];

/** Weights by the names of general features: sounds, spelling units, kinds of edits and where they are. */
export type Weights = Readonly<Record<string, number>>;

/** The operation that replaces unit `u` by unit `v`, or -1: none does. */
export function pairOp(u: number, v: number): number {
  const lu = units[u]!.length;
  const lv = units[v]!.length;
  if (u === v) return lu > 1 ? -1 : isVowelUnit[u] ? Op.SameVowel : Op.SameConsonant;
  if (lu === 1 && lv === 1 && foldedLetters[u] === foldedLetters[v]) return Op.Diacritic;
  const sound = sharedSound(u, v);
  if (sound >= 0) return sounds[sound]!.vowel ? Op.SharedVowel : Op.SharedConsonant;
  if (lu > 1 || lv > 1) return -1;
  if (isVowelUnit[u] && isVowelUnit[v]) return Op.OtherVowel;
  return isVowelUnit[u] || isVowelUnit[v] ? Op.VowelConsonant : Op.OtherConsonant;
}

/** Two letters or units in one order, joined by a hyphen. */
export const ordered = (a: string, b: string) => (a < b ? `${a}-${b}` : `${b}-${a}`);

/** Names of the features of replacing unit `u` by unit `v`, without those of the place in the word. */
export function pairFeatures(u: number, v: number): string[] {
  const op = pairOp(u, v);
  const a = units[u]!;
  const b = units[v]!;
  switch (op) {
    case Op.SameVowel:
    case Op.SameConsonant:
      return [`same:${foldedLetters[u] || a}`];
    case Op.Diacritic:
      return [
        `mark:${isLetterUnit[u] && foldedLetters[u] === a ? b : a}`,
        `mark:${foldedLetters[v] === b ? a : b}`,
      ].slice(0, foldedLetters[u] === a || foldedLetters[v] === b ? 1 : 2);
    case Op.SharedVowel:
    case Op.SharedConsonant: {
      const features = [`sound:${sounds[sharedSound(u, v)]!.id}`, `unit:${a}`, `unit:${b}`];
      if (a.length === 1 && b.length === 1)
        features.push(`pair:${ordered(foldedLetters[u]!, foldedLetters[v]!)}`);
      else features.push(`units:${ordered(a, b)}`);
      return features;
    }
    case Op.OtherVowel:
      return [`pair:${ordered(foldedLetters[u]!, foldedLetters[v]!)}`];
    case Op.VowelConsonant:
      return [`pair:${ordered(foldedLetters[u]!, foldedLetters[v]!)}`];
    case Op.OtherConsonant: {
      const d = soundDistance(u, v);
      const features = [`pair:${ordered(foldedLetters[u]!, foldedLetters[v]!)}`];
      if (d !== undefined) {
        if (d.first) features.push('place');
        if (d.second) features.push('manner');
        if (d.voice) features.push('voice');
      } else features.push('alien');
      return features;
    }
    default:
      return [];
  }
}

export function gapFeatures(u: number, op: number): string[] {
  return [`gap:${foldedLetters[u] || units[u]}`, `${opNames[op]}:${foldedLetters[u] || units[u]}`];
}

/** Position in the word: 0 first in both, 1 in the middle, 2 last in both. */
export const positionFeature = (op: number, position: number) => `${opNames[op]}@${position}`;

/** `Ending:letter@2`: a gap or swap of one letter at the very end says more than elsewhere. */
export const lastFeature = (op: number, u: number, v: number) =>
  v < 0 ? `last:${foldedLetters[u] || units[u]}` : `last:${opNames[op]}:${ordered(units[u]!, units[v]!)}`;

export function endingFeatures(shared: number, a: string, b: string): string[] {
  const features: string[] = [`ends:${ordered(a, b)}`, `end:${a}`, `end:${b}`];
  for (let c = 0; c < endingClasses.length; c++)
    if ((shared >> c) & 1) features.push(`class:${endingClasses[c]}`);
  return features;
}

export const unknownOp = 127;

/** Features to weights, each looked up once. */
export class Operations {
  /** For units `u` and `v` at `u * unitCount + v`: the {@link pairOp}, or {@link unknownOp} until {@link op} was called. */
  readonly ops = new Int8Array(unitCount * unitCount).fill(unknownOp);
  /** The weight of that, where {@link ops} holds an operation. */
  readonly pairs = new Float32Array(unitCount * unitCount);
  /** The weight of operation `op` at a position, at `op * 3 + position`. */
  readonly positions = new Float32Array(opNames.length * 3);
  private readonly gaps = new Float32Array(unitCount * opNames.length).fill(Number.NaN);
  private readonly lasts = new Map<number, number>();
  private readonly ends = new Map<string, number>();

  constructor(private readonly weights: Weights) {
    for (let op = 0; op < opNames.length; op++) {
      for (let p = 0; p < 3; p++) this.positions[op * 3 + p] = weights[positionFeature(op, p)] ?? 0;
    }
  }

  op(u: number, v: number): number {
    const at = u * unitCount + v;
    let op = this.ops[at]!;
    if (op === unknownOp) {
      op = pairOp(u, v);
      this.ops[at] = op;
      if (op >= 0) this.pairs[at] = this.sum(pairFeatures(u, v));
    }
    return op;
  }

  /** Call {@link op} of the same pair first. */
  pair(u: number, v: number): number {
    return this.pairs[u * unitCount + v]!;
  }

  gap(u: number, op: number): number {
    const at = u * opNames.length + op;
    const known = this.gaps[at]!;
    if (!Number.isNaN(known)) return known;
    const weight = this.sum(gapFeatures(u, op));
    this.gaps[at] = weight;
    return weight;
  }

  place(op: number, position: number): number {
    return this.positions[op * 3 + position]!;
  }

  /** Of an edit that is the last of both words; `v` is -1 for a gap. */
  last(op: number, u: number, v: number): number {
    if (op <= Op.SameConsonant) return 0;
    const key = (op * unitCount + u) * (unitCount + 1) + v + 1;
    let weight = this.lasts.get(key);
    if (weight === undefined) {
      weight = this.weights[lastFeature(op, u, v)] ?? 0;
      this.lasts.set(key, weight);
    }
    return weight;
  }

  ending(shared: number, a: string, b: string): number {
    const key = a < b ? `${a}-${b}` : `${b}-${a}`;
    let weight = this.ends.get(key);
    if (weight === undefined) {
      weight = this.sum(endingFeatures(shared, a, b));
      this.ends.set(key, weight);
    }
    return weight;
  }

  private sum(features: readonly string[]): number {
    let sum = 0;
    for (const feature of features) sum += this.weights[feature] ?? 0;
    return sum;
  }
}
