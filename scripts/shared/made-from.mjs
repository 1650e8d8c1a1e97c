// What a learned model was made from, for its data file: whoever has the data can tell that they are the same.
import crypto from 'node:crypto';
import fs from 'node:fs';

/**
 * @param {string} by the command, as `npm run train:names`
 * @param {Record<string, string | readonly string[] | undefined>} data files of examples by what they hold; those not given are left out
 */
export function madeFrom(by, data) {
  const described = Object.entries(data)
    .filter(([, files]) => files !== undefined)
    .map(([name, files]) => [name, Array.isArray(files) ? files.map(describe) : describe(files)]);
  return {by, on: new Date().toISOString().slice(0, 10), data: Object.fromEntries(described)};
}

/** @param {string} file */
function describe(file) {
  const bytes = fs.readFileSync(file);
  const lines = bytes.toString('utf8').split('\n').filter(Boolean).length;
  return {lines, sha256: crypto.createHash('sha256').update(bytes).digest('hex')};
}
