import fs from 'node:fs';
import path from 'node:path';
import {reasonOf} from '../config/system-error.js';
import {projectRoot, realPath} from '../config/trust.js';
import {isWithin} from '../files/paths.js';
import {FileRefused} from '../files/read-regular.js';
import type {FoundFile} from '../unified/find-files.js';
import {failed, type LintedFile} from '../unified/lint-files.js';
import {writeText} from '../unified/write-file.js';
import {note} from './output.js';

/** Writes what fixes changed, and tells what could not be written, and why. */
export class FixedFiles {
  private readonly byPath: ReadonlyMap<string, FoundFile>;
  private root: string | undefined;

  constructor(
    files: readonly FoundFile[],
    private readonly cwd: string,
  ) {
    this.byPath = new Map(files.map((file) => [file.path, file]));
  }

  /** The result, or that of a file that could not be written. */
  write(file: LintedFile): LintedFile {
    if (file.fixed === 0) return file;
    const reason = this.tryToWrite(file);
    return reason === undefined
      ? file
      : failed(file.file, this.cwd, `the fixed text is not written: the file ${reason}`);
  }

  /** Why the text was not written; undefined: it was. */
  tryToWrite(
    file: Pick<LintedFile, 'file' | 'path' | 'original' | 'encoding' | 'source' | 'document'>,
  ): string | undefined {
    if (file.document !== undefined) return `is a ${file.document}, and is not written`;
    const found = this.byPath.get(file.file);
    if (found && this.leadsOut(found))
      return `is a link to ${found.real}, which lies elsewhere: name that file itself to fix it`;
    try {
      const {apart} = writeText({...file, real: found?.real}, file.source, () => this.byPath.keys());
      if (apart > 0)
        note(
          `calque: ${file.path} has ${apart === 1 ? 'another name' : `${apart} other names`} (hard links) in folders that this run does not know; there the text stays as it was\n`,
        );
      return undefined;
    } catch (error) {
      if (error instanceof FileRefused) return error.message;
      return `cannot be written: ${reasonOf(error)}`;
    }
  }

  /** Of a file that was named itself: whether it is a link out of its folder and out of where the person works. */
  private leadsOut({path: file, real, explicit}: FoundFile): boolean {
    if (!explicit || file === real || !isLink(file)) return false;
    this.root ??= projectRoot(this.cwd) ?? realPath(this.cwd);
    const isNear = isWithin(real, realPath(path.dirname(file))) || isWithin(real, this.root);
    return !isNear || real.split(path.sep).includes('.git');
  }
}

function isLink(file: string): boolean {
  return fs.lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink() === true;
}
