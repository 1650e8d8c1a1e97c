import fs from 'node:fs';
import path from 'node:path';
import {reasonOf} from '../config/system-error.js';
import type {LintedFile} from '../unified/lint-files.js';
import {note} from './output.js';
import type {Options} from './parse.js';
import {UsageError} from './usage-error.js';

export const defaultBaseline = '.calque-baseline.json';

/** The baseline of a run: one file, named on the command line or by the configuration. */
export class Baselines {
  private readonly named: string | undefined;
  private readonly fromConfiguration = new Set<string>();

  constructor(
    private readonly options: Options,
    private readonly cwd: string,
  ) {
    this.named = options.baseline === undefined ? undefined : path.resolve(cwd, options.baseline);
    if (options['update-baseline'] && options['prune-baseline'])
      throw new UsageError('--update-baseline and --prune-baseline exclude each other');
  }

  /** A baseline that the configuration of a file names. */
  configured(file: string | undefined): void {
    if (file !== undefined) this.fromConfiguration.add(file);
  }

  /**
   * Hides what the baseline knows, or writes it anew as the options say.
   *
   * @param late takes what is to be told after the report
   */
  async apply(files: readonly LintedFile[], late: (text: string) => void = () => {}): Promise<LintedFile[]> {
    const {options} = this;
    const writes = options['update-baseline'] === true || options['prune-baseline'] === true;
    const file = this.file(writes);
    if (file === undefined) return [...files];
    const [
      {applyBaselineTo, baselineSize, formatBaseline, pruneBaseline, updateBaseline},
      {baselinePath, readBaselineFile},
    ] = await Promise.all([import('../engine/baseline.js'), import('../config/known-findings.js')]);
    const folder = path.dirname(file);
    const named = files.map((result) => ({...result, path: baselinePath(result.file, folder)}));
    const shown = path.relative(this.cwd, file);
    let baseline = readBaselineFile(file, shown);
    if (writes) {
      const fresh = options['update-baseline']
        ? updateBaseline(named, baseline)
        : pruneBaseline(named, baseline, (p) => !fs.existsSync(path.resolve(folder, p)));
      const {writeWhole} = await import('../files/write-whole.js');
      try {
        writeWhole(file, formatBaseline(fresh));
        note(
          `calque: ${shown} holds ${baselineSize(fresh)} findings (before: ${baselineSize(baseline)})${this.isUsed ? '' : `; it is used where the configuration names it (baseline: ${defaultBaseline}) or --baseline does`}\n`,
        );
        baseline = fresh;
      } catch (error) {
        late(`the baseline ${shown} cannot be written, and is as it was: ${reasonOf(error)}`);
      }
    }
    return named.map((result, i) => ({
      ...applyBaselineTo(result, baseline),
      path: (files[i] as LintedFile).path,
    }));
  }

  private file(writes: boolean): string | undefined {
    if (this.named !== undefined) {
      if (!writes && !fs.existsSync(this.named))
        throw new UsageError(
          `--baseline ${this.options.baseline}: there is no such file; --update-baseline makes it`,
        );
      return this.named;
    }
    const [first, second] = this.fromConfiguration;
    if (second !== undefined)
      throw new UsageError(
        `the files of this run have different baselines (${[...this.fromConfiguration].map((f) => path.relative(this.cwd, f)).join(', ')}); name one with --baseline`,
      );
    return first ?? (writes ? path.resolve(this.cwd, defaultBaseline) : undefined);
  }

  /** Whether a run without options would find the baseline, or options name it. */
  private get isUsed(): boolean {
    return this.named !== undefined || this.fromConfiguration.size > 0;
  }
}
