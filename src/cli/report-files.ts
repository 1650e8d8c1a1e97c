import fs from 'node:fs';
import path from 'node:path';
import {articleExtensions} from '../article/format.js';
import {codeNames, dataNames} from '../config/find-config.js';
import {reasonOf} from '../config/system-error.js';
import {projectRoot, realPath} from '../config/trust.js';
import {isWithin} from '../files/paths.js';
import {FileRefused, readRegularText} from '../files/read-regular.js';
import {writeWhole} from '../files/write-whole.js';
import {isReport} from '../report/own-page.js';
import {ignoreFileName} from '../unified/ignore-files.js';
import {UsageError} from './usage-error.js';

const inputNames = new Set<string>([
  ...codeNames,
  ...dataNames,
  ignoreFileName,
  '.gitignore',
  'package.json',
]);
/** Of a file that is there: as much as tells whether it is a report. */
const mostToLookAt = 512 << 20;

/**
 * Checks, before anything is linted, that reports will overwrite nothing but reports.
 *
 * @param inputs files that this run reads
 * @throws UsageError
 */
export function checkReportFiles(files: readonly string[], inputs: Iterable<string>): void {
  const read = new Set(inputs);
  for (const file of files) {
    const real = realPath(file);
    const stat = statOf(file);
    if (stat?.isDirectory()) throw new UsageError(`the report cannot be written to ${file}: is a folder`);
    if (!stat?.isFile()) continue;
    if (leadsOut(file, real))
      throw new UsageError(
        `the report is not written to ${file}: it is a link to ${real}, which lies elsewhere; name that file itself`,
      );
    if (read.has(real)) throw new UsageError(`the report is not written to ${file}: this run reads it`);
    if (inputNames.has(path.basename(real)) || (isArticleName(real) && stat.size > 0 && !holdsReport(real)))
      throw new UsageError(
        `the report is not written to ${file}: it is there, and is no report; delete it first, or name another file`,
      );
  }
}

/**
 * Writes a report whole or not at all; devices and pipes get it as it comes.
 *
 * @throws UsageError
 */
export function writeReport(file: string, text: string): void {
  try {
    const stat = fs.statSync(file, {throwIfNoEntry: false});
    if (stat === undefined || stat.isFile()) writeWhole(file, text);
    else fs.writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`the report cannot be written to ${file}: ${reasonOf(error)}`);
  }
}

/** A place that cannot be there is told when it is written. */
function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file);
  } catch {
    return undefined;
  }
}

function leadsOut(file: string, real: string): boolean {
  if (!fs.lstatSync(file).isSymbolicLink()) return false;
  const place = projectRoot(process.cwd()) ?? process.cwd();
  return !isWithin(real, realPath(path.dirname(file))) && !isWithin(real, place);
}

const isArticleName = (file: string): boolean =>
  articleExtensions.includes(path.extname(file).slice(1).toLowerCase());

function holdsReport(file: string): boolean {
  try {
    return isReport(readRegularText(file, mostToLookAt));
  } catch (error) {
    if (error instanceof FileRefused) return false;
    throw new UsageError(`the report is not written to ${file}: ${reasonOf(error)}`);
  }
}
