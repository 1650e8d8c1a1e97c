import fs from 'node:fs';
import path from 'node:path';
import type {Remark} from '../../article/documents/review-docx.js';
import {reasonOf} from '../../config/system-error.js';
import type {Finding} from '../../engine/finding.js';
import {FileRefused, readRegular} from '../../files/read-regular.js';
import {writeWhole} from '../../files/write-whole.js';
import {plural} from '../../report/totals.js';
import {printable} from '../../report/visible.js';
import {lintRead} from '../../unified/lint-files.js';
import {decodeFile} from '../../unified/read-file.js';
import type {Command} from '../command.js';
import {note} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

/** Writes a copy of a Word document with the findings in its margin, and what may be changed as tracked changes. */
export const command: Command = async ({operands, options}) => {
  const [operand] = operands;
  const target = options['output-file'];
  if (operand === undefined || operands.length > 1 || target === undefined)
    throw new UsageError('usage: calque review IN.docx -o OUT.docx');
  const cwd = process.cwd();
  const file = path.resolve(cwd, operand);
  if (isSame(file, path.resolve(cwd, target)))
    throw new UsageError('the reviewed copy needs a name of its own: the document is left as it is');
  const project = projectOf(options);
  const settings = await project.settingsFor(file);
  const bytes = bytesOf(file, operand, settings.maxFileSize);
  const read = await decodeFile(bytes, settings.maxFileSize, file);
  if ('error' in read) throw new UsageError(`${printable(operand)} ${read.error}`);
  if (read.document?.name !== 'Word document')
    throw new UsageError(
      `${printable(operand)} is no Word document (.docx), and only those have a margin to write in`,
    );
  const {findings, error} = await lintRead(file, read, settings, {cwd});
  if (error !== undefined) throw new UsageError(`${printable(operand)} ${error}`);
  const {proveFixes} = await import('../../unified/fix.js');
  const proven = proveFixes(read.text, settings.linter, read.document.read, findings);
  const {reviewDocx} = await import('../../article/documents/review-docx.js');
  const {DocumentRefused} = await import('../../article/documents/read-document.js');
  try {
    const date = `${new Date().toISOString().slice(0, 19)}Z`;
    const reviewed = reviewDocx(bytes, proven.map(remarkOf), {name: 'calque', initials: 'cq', date});
    writeWhole(path.resolve(cwd, target), reviewed.bytes);
    const {comments, changes, unplaced} = reviewed;
    note(
      `calque: ${printable(target)}: ${plural(comments, 'comment')}, ${plural(changes, 'tracked change')}${unplaced > 0 ? `; ${plural(unplaced, 'finding')} in footnotes or endnotes not placed` : ''}\n`,
    );
  } catch (thrown) {
    if (thrown instanceof DocumentRefused) throw new UsageError(`${printable(operand)} ${thrown.message}`);
    if (thrown instanceof FileRefused || (thrown as NodeJS.ErrnoException).code !== undefined)
      throw new UsageError(`${printable(target)} cannot be written: ${reasonOf(thrown)}`);
    throw thrown;
  }
  return 0;
};

function bytesOf(file: string, operand: string, most: number): Uint8Array {
  try {
    return readRegular(file, most, false);
  } catch (error) {
    throw new UsageError(
      `${printable(operand)} ${error instanceof FileRefused ? error.message : `cannot be read: ${reasonOf(error)}`}`,
    );
  }
}

function isSame(a: string, b: string): boolean {
  const real = (file: string): string => {
    try {
      return fs.realpathSync(file);
    } catch {
      return file;
    }
  };
  return real(a) === real(b);
}

const weights = {error: 2, warning: 1, info: 0} as const;

/** A finding as a comment: what is wrong, what may be done, and the rule; its fix or likeliest suggestion as a change. */
function remarkOf({start, end, message, fix, suggestions, rule, severity}: Finding): Remark {
  const [first] = suggestions;
  return {
    start,
    end,
    comment: [message, ...suggestions.slice(0, 5).map(({message: what}) => `→ ${what}`), rule],
    // What a note suggests is too unsure to be shown as done.
    edits: fix?.edits ?? (severity === 'info' ? [] : (first?.edits ?? [])),
    weight: (fix ? 10 : 0) + weights[severity],
  };
}
