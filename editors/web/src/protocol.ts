import type {Choice} from '../../../src/codemirror/index.js';
import type {Finding} from '../../../src/engine/finding.js';
import type {Score} from '../../../src/engine/score.js';
import type {ListedName} from '../../../src/names/listing.js';

export type Format = 'text' | 'markdown' | 'html';

/** What the page asks its worker. */
export interface Question {
  readonly id: number;
  /** `fix`: the text after the safe fixes is wanted. */
  readonly task: 'check' | 'fix';
  readonly text: string;
  readonly format: Format;
  readonly language: string;
  readonly sourceLanguage: string;
  readonly preset: 'recommended' | 'strict';
}

/** A finding with what a person may do about it. */
export interface Told {
  readonly finding: Finding;
  readonly choices: readonly Choice[];
}

export type Answer =
  | {
      readonly id: number;
      readonly told: readonly Told[];
      readonly score: Score;
      readonly names: readonly ListedName[];
    }
  | {readonly id: number; readonly fixed: string}
  | {readonly id: number; readonly error: string};
