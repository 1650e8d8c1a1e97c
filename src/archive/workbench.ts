import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a step is done with: where it differs, nothing of an earlier run is used. */
export interface StepFacts {
  readonly step: string;
  /** Version of calque. */
  readonly calque: string;
  readonly settings: unknown;
  readonly inputs: readonly unknown[];
}

/**
 * The folder of a step: its finished pieces, and a manifest that says of what. A piece is written beside its name and then
 * renamed, so that whatever has its name is whole, and a run that was killed goes on behind its last piece.
 */
export class Workbench {
  /** Pieces of an earlier run that were used. */
  reused = 0;

  private constructor(
    readonly folder: string,
    private readonly isKept: boolean,
  ) {}

  /** Opens `OUTPUT.work` beside an output file; without one, a folder that nobody finds again. */
  static open(output: string | undefined, facts: StepFacts): Workbench {
    if (output === undefined)
      return new Workbench(fs.mkdtempSync(path.join(os.tmpdir(), 'calque-archive-')), false);
    const folder = `${output}.work`;
    const manifest = path.join(folder, 'manifest.json');
    const text = `${JSON.stringify({v: 1, ...facts}, null, 2)}\n`;
    if (fs.existsSync(folder) && textOf(manifest) !== text) {
      // Only what calque itself has put there is taken away.
      if (fs.existsSync(manifest) || fs.readdirSync(folder).length === 0)
        fs.rmSync(folder, {recursive: true, force: true});
      else
        throw new Error(
          `${folder} is in the way: it is no work folder of calque; move it, or choose another --to`,
        );
    }
    fs.mkdirSync(folder, {recursive: true});
    const bench = new Workbench(folder, true);
    if (!fs.existsSync(manifest)) bench.write('manifest.json', text);
    for (const name of fs.readdirSync(folder)) if (name.endsWith(temporary)) fs.rmSync(bench.path(name));
    return bench;
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  has(name: string): boolean {
    return fs.existsSync(this.path(name));
  }

  write(name: string, data: string | Uint8Array): void {
    const fresh = this.path(`${name}${temporary}`);
    fs.writeFileSync(fresh, data);
    fs.renameSync(fresh, this.path(name));
  }

  /** Makes a piece with `make`, which is given the path to write to, unless it is there. */
  piece(name: string, make: (file: string) => void): string {
    if (this.has(name)) this.reused++;
    else {
      const fresh = this.path(`${name}${temporary}`);
      make(fresh);
      fs.renameSync(fresh, this.path(name));
    }
    return this.path(name);
  }

  /** Takes the folder away: the output is whole. */
  close(): void {
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  /** After a failure: what cannot be found again goes, the rest stays for the next run. */
  abandon(): void {
    if (!this.isKept) this.close();
  }
}

const temporary = '.tmp';

function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
