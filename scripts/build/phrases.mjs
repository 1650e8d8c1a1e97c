// The compiled dictionaries as a file of their own: read in place, instead of parsed as a part of the program.
import fs from 'node:fs';
import path from 'node:path';
import {importTs} from '../shared/import-ts.mjs';

/** Writes `phrases.bin`; its form is told in src/config/stored-phrases.ts. */
export async function writePhrases(root, outDir) {
  const {bundledPhrases} = await importTs(root, 'src/config/bundled-phrases.ts');
  const {integerTables} = await importTs(root, 'src/config/stored-phrases.ts');
  const {entries, tables} = bundledPhrases();
  const arrays = integerTables.map((name) => tables[name]);
  const header = JSON.stringify({
    entries,
    exact: tables.exact,
    lengths: arrays.map((a) => a.length),
  });
  const size = Buffer.byteLength(header);
  const padded = header + ' '.repeat((4 - (size % 4)) % 4);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(padded));
  fs.mkdirSync(outDir, {recursive: true});
  const bytes = Buffer.concat([
    length,
    Buffer.from(padded),
    ...arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength)),
  ]);
  const file = path.join(outDir, 'phrases.bin');
  fs.writeFileSync(`${file}.new`, bytes);
  fs.renameSync(`${file}.new`, file);
}
