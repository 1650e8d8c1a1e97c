import type {LintedFile} from '../unified/lint-files.js';
import {verdictOf} from './exit-code.js';
import {note} from './output.js';
import type {Options} from './parse.js';

/** Ends a run: says which gates failed, whatever the report shows, and returns the exit code. */
export function conclude(files: readonly LintedFile[], options: Options): number {
  const {code, reasons} = verdictOf(files, options);
  for (const reason of reasons) note(`calque: ${reason}\n`);
  return code;
}
