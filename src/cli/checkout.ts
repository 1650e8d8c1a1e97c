import fs from 'node:fs';
import path from 'node:path';
import {type LintedFile, shownPath} from '../unified/lint-files.js';

/** The root of the checkout that a folder lies in: the nearest one above with a `.git`; undefined in none. */
export function checkoutRoot(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    // A folder, or in a work tree and a submodule a file.
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/**
 * The files with their paths from the root of the checkout, as code hosts name them, wherever in it calque runs.
 * Standard input without a name keeps its own.
 *
 * @param cwd the working directory, which stands for the root where there is no checkout
 */
export function fromCheckoutRoot(files: readonly LintedFile[], cwd: string): readonly LintedFile[] {
  const root = checkoutRoot(cwd);
  if (root === undefined || root === cwd) return files;
  return files.map((file) =>
    file.path === stdinPath ? file : {...file, path: shownPath(path.resolve(cwd, file.file), root)},
  );
}

/** What standard input without a name is called. */
export const stdinPath = '<stdin>';
