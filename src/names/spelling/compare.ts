import {costs, judgement} from '../../generated/spelling-model.js';
import {Aligner} from './align.js';
import {wordFeatures} from './features.js';
import {type Judge, judge, judgeInput, judgeInputs} from './judge.js';
import {Operations, type Weights} from './operations.js';
import {readSpelling, type Spelling} from './spelling.js';

/** Compares spellings with one set of weights; keeps nothing between two calls but looked-up weights. */
export class SpellingModel {
  private readonly aligner: Aligner;

  private readonly operations: Operations;
  private readonly input = new Float64Array(judgeInputs);

  constructor(
    private readonly weights: Weights,
    private readonly net?: Judge,
  ) {
    this.operations = new Operations(weights);
    this.aligner = new Aligner(this.operations);
  }

  align(a: Spelling, b: Spelling) {
    return this.aligner.align(a, b);
  }

  /** How sure it is, 0..1, that two different spellings are of one name. */
  compare(a: Spelling, b: Spelling): number {
    if (a.letters === b.letters) return 1;
    if (a.letters === '' || b.letters === '') return 0;
    const input = this.inputs(a, b);
    return 1 / (1 + Math.exp(-(this.net === undefined ? input[0]! : judge(this.net, input))));
  }

  /** What the {@link Judge} sees of a pair; overwritten by the next call. */
  inputs(a: Spelling, b: Spelling): Float64Array {
    const alignment = this.aligner.align(a, b);
    let sum = alignment.score;
    wordFeatures(a, b, alignment, (name, value) => {
      sum += (this.weights[name] ?? 0) * value;
    });
    judgeInput(a, b, alignment, this.operations, sum, this.input);
    return this.input;
  }
}

let model: SpellingModel | undefined;

/** The model with the learned weights, made when first asked for. */
export function spellingModel(): SpellingModel {
  model ??= new SpellingModel(costs, judgement);
  return model;
}

/**
 * How sure it is, from the two spellings alone, that they are of one name: 0..1. Capitals do not matter.
 *
 * @example compareSpellings('Zhaparov', 'Žaparovas') // near 1
 */
export function compareSpellings(a: string, b: string): number {
  return spellingModel().compare(readSpelling(a), readSpelling(b));
}
