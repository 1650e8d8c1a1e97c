import path from 'node:path';
import {
  applyBaselineTo,
  type Baseline,
  BaselineError,
  type BaselineSubject,
  parseBaseline,
} from '../engine/baseline.js';
import {mostOfResults, readRegularText} from '../files/read-regular.js';
import {ConfigError} from './config-error.js';
import {reasonOf} from './system-error.js';

/** Which baseline hides findings. */
export interface BaselineChoice {
  /** File of known findings, which are not told. Default: the one that the configuration names. `false`: none. */
  readonly baseline?: string | false;
}

/** How a baseline in `folder` names a file. */
export function baselinePath(file: string, folder: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

/**
 * Reads a baseline file; one that does not exist yet is empty.
 *
 * @param shown how to write its path in messages
 * @throws ConfigError when it cannot be read
 */
export function readBaselineFile(file: string, shown: string): Baseline {
  let text: string;
  try {
    text = readRegularText(file, mostOfResults);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {files: new Map()};
    throw new ConfigError([{message: `the baseline cannot be read: ${reasonOf(error)}`, file: shown}]);
  }
  try {
    return parseBaseline(text);
  } catch (error) {
    if (error instanceof BaselineError) throw new ConfigError([{message: error.message, file: shown}]);
    throw error;
  }
}

/** Hides what baselines know; reads each file once. */
export class KnownFindings {
  private readonly read = new Map<string, Baseline>();

  constructor(
    private readonly cwd: string,
    private readonly choice: string | false | undefined,
  ) {}

  /**
   * Takes out of a result what is known.
   *
   * @throws ConfigError when the baseline cannot be read
   */
  hide<T extends Pick<BaselineSubject, 'findings' | 'score' | 'suppressed'> & {readonly hidden?: number}>(
    result: T,
    {source, file, configured}: Whereabouts,
  ): T {
    const {choice} = this;
    const used =
      choice === undefined ? configured : choice === false ? undefined : path.resolve(this.cwd, choice);
    if (used === undefined) return result;
    let known = this.read.get(used);
    if (!known) {
      known = readBaselineFile(used, baselinePath(used, this.cwd));
      this.read.set(used, known);
    }
    const {findings, score, suppressed} = result;
    const subject = {findings, score, ...(suppressed ? {suppressed} : {}), source};
    const told = applyBaselineTo({...subject, path: baselinePath(file, path.dirname(used))}, known);
    return {
      ...result,
      findings: told.findings,
      score: told.score,
      ...(told.suppressed.length > 0 ? {suppressed: told.suppressed} : {}),
      ...('hidden' in result ? {hidden: told.hidden} : {}),
    };
  }
}

/** What a result is of. */
export interface Whereabouts {
  /** The text as linted. */
  readonly source: string;
  /** Absolute path that it has. */
  readonly file: string;
  /** Absolute path of the baseline that its configuration names. */
  readonly configured: string | undefined;
}
