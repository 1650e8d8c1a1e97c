import {URI} from 'vscode-uri';
import {reasonOf} from '../../config/system-error.js';
import {type Baseline, BaselineError, formatBaseline, parseBaseline} from '../../engine/baseline.js';
import {mostOfResults, readRegularText} from '../../files/read-regular.js';
import {writeWhole} from '../../files/write-whole.js';
import {BrokenProject} from '../host.js';

/**
 * Reads a baseline; one that does not exist yet is empty.
 *
 * @throws BrokenProject
 */
export async function readBaseline(file: string, shown: string): Promise<Baseline> {
  let text: string;
  try {
    text = readRegularText(file, mostOfResults);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {files: new Map()};
    throw new BrokenProject([{message: `the baseline cannot be read: ${reasonOf(error)}`, file: shown}]);
  }
  try {
    return parseBaseline(text);
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new BrokenProject([{message: error.message, file: shown, uri: URI.file(file).toString()}]);
  }
}

/** Writes one more finding into a baseline. */
export async function addToBaselineFile(
  file: string,
  shown: string,
  finding: {readonly path: string; readonly rule: string; readonly fingerprint: string},
): Promise<void> {
  const {files} = await readBaseline(file, shown);
  const known = new Map(files.get(finding.path));
  const hashes = new Map(known.get(finding.rule));
  hashes.set(finding.fingerprint, (hashes.get(finding.fingerprint) ?? 0) + 1);
  known.set(finding.rule, hashes);
  writeWhole(file, formatBaseline({files: new Map([...files, [finding.path, known]])}));
}
