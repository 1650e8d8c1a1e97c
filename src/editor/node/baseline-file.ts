import fs from 'node:fs';
import {URI} from 'vscode-uri';
import writeFileAtomic from 'write-file-atomic';
import {type Baseline, BaselineError, formatBaseline, parseBaseline} from '../../engine/baseline.js';
import {BrokenProject} from '../host.js';

/**
 * Reads a baseline; one that does not exist yet is empty.
 *
 * @throws BrokenProject
 */
export async function readBaseline(file: string, shown: string): Promise<Baseline> {
  let text: string;
  try {
    text = await fs.promises.readFile(file, 'utf8');
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {files: new Map()};
    throw new BrokenProject([{message: `the baseline cannot be read: ${message}`, file: shown}]);
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
  await writeFileAtomic(file, formatBaseline({files: new Map([...files, [finding.path, known]])}));
}
