import fs from 'node:fs';
import path from 'node:path';
import type {StepFacts} from '../../archive/workbench.js';
import {Workbench} from '../../archive/workbench.js';
import {realPath} from '../../config/trust.js';
import {build} from '../../config/version.js';
import {makeFolder} from '../../files/make-folder.js';
import {writeAll} from '../../files/write-all.js';
import {write} from '../output.js';
import {UsageError} from '../usage-error.js';

/** Where a step writes to: a file, with a workbench beside it that outlives the process, or standard output. */
export class StepOutput {
  readonly bench: Workbench;

  constructor(
    private readonly file: string | undefined,
    facts: Omit<StepFacts, 'calque'>,
    inputs: readonly string[],
  ) {
    if (file !== undefined) {
      for (const input of inputs)
        if (input !== '-' && realPath(input) === realPath(file))
          throw new UsageError(`--to ${file}: that is one of the inputs`);
      if (fs.existsSync(file) && !fs.statSync(file).isFile())
        throw new UsageError(`--to ${file}: is no file`);
      makeFolder(path.dirname(path.resolve(file)));
    }
    try {
      this.bench = Workbench.open(file, {...facts, calque: build});
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
  }

  /** Whether pieces that are done are kept for another run. */
  get isKept(): boolean {
    return this.file !== undefined;
  }

  /** Writes the output: into a file beside its place, which then takes it, or to standard output as it comes. */
  async write(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    if (this.file === undefined) {
      for await (const piece of pieces) await write(process.stdout, piece);
      return;
    }
    const fresh = this.bench.path('output.tmp');
    const descriptor = fs.openSync(fresh, 'w');
    try {
      for await (const piece of pieces) writeAll(descriptor, Buffer.from(piece));
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(fresh, this.file);
  }
}
