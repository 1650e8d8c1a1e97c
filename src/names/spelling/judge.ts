import {systemsOf, units} from '../../generated/romanization.js';
import type {Alignment} from './align.js';
import {caucasian, korean, semitic, slavic} from './features.js';
import {Op, type Operations} from './operations.js';
import {type Spelling, sharedSound} from './spelling.js';

/** A small network over what an alignment shows: one hidden layer of tanh units. */
export interface Judge {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** `hidden[h]`: weights of the inputs, the bias last. */
  readonly hidden: readonly (readonly number[])[];
  /** Weights of the hidden units, the bias last. */
  readonly output: readonly number[];
}

export const judgeInputs = 30;

const allSystems = 0x7fffffff;

/** Fills `into` with the inputs of the {@link Judge}. `logit` is the log-linear model's own sum. */
export function judgeInput(
  a: Spelling,
  b: Spelling,
  alignment: Alignment,
  operations: Operations,
  logit: number,
  into: Float64Array,
): void {
  let negative = 0;
  let positive = 0;
  let worst = 0;
  let second = 0;
  let worstVowel = 0;
  let doubtful = 0;
  let shared = 0;
  let same = 0;
  let badConsonants = 0;
  let badVowels = 0;
  let gaps = 0;
  let vowelPairs = 0;
  let ending = 0;
  let firstWeight = 0;
  let a0 = allSystems;
  let a1 = allSystems;
  let b0 = allSystems;
  let b1 = allSystems;
  for (const {op, u, v, position, i, j} of alignment.edits) {
    let weight = operations.place(op, position);
    if (op === Op.Ending) {
      weight += operations.ending(a.endings[i]! & b.endings[j]!, a.letters.slice(i), b.letters.slice(j));
      ending = 1;
    } else if (u < 0 || v < 0) {
      weight += operations.gap(u < 0 ? v : u, op);
      if (position === 2) weight += operations.last(op, u < 0 ? v : u, -1);
      gaps++;
    } else {
      weight += operations.pair(u, v);
      if (position === 2) weight += operations.last(op, u, v);
    }
    if (position === 0) firstWeight = weight;
    if (weight < 0) {
      negative += weight;
      if (weight < worst) {
        second = worst;
        worst = weight;
      } else if (weight < second) second = weight;
      if (weight < -1) doubtful++;
    } else positive += weight;
    switch (op) {
      case Op.SameConsonant:
        same++;
        break;
      case Op.SharedConsonant: {
        shared++;
        const sound = sharedSound(u, v);
        const left = systemsOf.get(`${units[u]} ${sound}`);
        if (left !== undefined) {
          a0 &= left[0];
          a1 &= left[1];
        }
        const right = systemsOf.get(`${units[v]} ${sound}`);
        if (right !== undefined) {
          b0 &= right[0];
          b1 &= right[1];
        }
        break;
      }
      case Op.SharedVowel:
        if (units[u]!.length === 1 && units[v]!.length === 1) vowelPairs++;
        else shared++;
        if (weight < worstVowel) worstVowel = weight;
        break;
      case Op.OtherVowel:
      case Op.GapVowel:
        badVowels++;
        if (weight < worstVowel) worstVowel = weight;
        break;
      case Op.OtherConsonant:
      case Op.GapConsonant:
      case Op.VowelConsonant:
        badConsonants++;
        break;
    }
  }
  const la = a.letters.length;
  const lb = b.letters.length;
  const short = Math.min(la, lb);
  let k = 0;
  into[k++] = Math.max(-12, Math.min(12, logit));
  into[k++] = Math.max(-12, negative);
  into[k++] = Math.min(20, positive);
  into[k++] = Math.max(-8, worst);
  into[k++] = Math.max(-8, second);
  into[k++] = worstVowel;
  into[k++] = doubtful;
  into[k++] = Math.min(shared, 4);
  into[k++] = same;
  into[k++] = badConsonants;
  into[k++] = badVowels;
  into[k++] = gaps;
  into[k++] = vowelPairs;
  into[k++] = ending;
  into[k++] = firstWeight;
  into[k++] = Math.min(short, 12);
  into[k++] = Math.abs(la - lb);
  into[k++] = (a0 | a1) === 0 || (b0 | b1) === 0 ? 1 : 0;
  into[k++] = (a0 & b0) !== 0 || (a1 & b1) !== 0 ? 1 : 0;
  into[k++] = Number(slavic.test(a.letters)) + Number(slavic.test(b.letters));
  into[k++] = Number(semitic.test(a.letters)) + Number(semitic.test(b.letters));
  into[k++] = Number(korean.test(a.letters)) + Number(korean.test(b.letters));
  into[k++] = Number(caucasian.test(a.letters)) + Number(caucasian.test(b.letters));
  const feminineA = /[aá]$/.test(a.letters);
  const feminineB = /[aá]$/.test(b.letters);
  into[k++] = Number(feminineA !== feminineB);
  into[k++] = Number(feminineA && feminineB);
  into[k++] = negative / short;
  into[k++] = Number(/[^a-z]/.test(a.letters)) + Number(/[^a-z]/.test(b.letters));
  into[k++] = Number(/[jwčšžcz]/.test(a.letters) !== /[jwčšžcz]/.test(b.letters));
  into[k++] = Number(a.letters.charCodeAt(la - 1) === b.letters.charCodeAt(lb - 1));
  into[k++] = Number(a.letters.charCodeAt(0) === b.letters.charCodeAt(0));
}

/** Log odds that both spellings are of one name. */
export function judge(net: Judge, input: Float64Array): number {
  const {mean, scale, hidden, output} = net;
  const n = mean.length;
  let sum = output[hidden.length]!;
  for (let h = 0; h < hidden.length; h++) {
    const w = hidden[h]!;
    let x = w[n]!;
    for (let k = 0; k < n; k++) x += (w[k]! * (input[k]! - mean[k]!)) / scale[k]!;
    sum += output[h]! * Math.tanh(x);
  }
  return sum;
}
