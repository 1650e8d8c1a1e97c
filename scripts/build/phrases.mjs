// The compiled dictionaries as a file of their own: read in place, instead of parsed as a part of the program.
import fs from 'node:fs';
import path from 'node:path';
import {importTs} from '../shared/import-ts.mjs';

/** Writes `phrases.bin`; its form is told in src/config/stored-phrases.ts. */
export async function writePhrases(root, outDir) {
  const {bundledPhrases, entryFields, integerTables, parsePhrases} = await importTs(
    root,
    'src/config/bundled-phrases.ts',
    'src/config/stored-phrases.ts',
  );
  const {entries, tables} = bundledPhrases();
  const known = new Set([...entryFields, 'kind', 'language']);
  const runs = [];
  const parts = [];
  const ends = [];
  let end = 0;
  for (const entry of entries) {
    for (const key of Object.keys(entry))
      if (!known.has(key)) throw new Error(`stored-phrases.ts knows no field “${key}” of entries`);
    const {kind, language, ...rest} = entry;
    const label = language === undefined ? kind : `${kind} ${language}`;
    if (runs.at(-1)?.[0] === label) runs.at(-1)[1]++;
    else runs.push([label, 1]);
    parts.push(Buffer.from(JSON.stringify(rest)));
    end += parts.at(-1).length;
    ends.push(end);
  }
  const all = {...tables, ends: Int32Array.from(ends)};
  const arrays = integerTables.map((name) => all[name]);
  const header = filled(
    Buffer.from(
      JSON.stringify({
        exact: tables.exact,

        runs,
        lengths: arrays.map((a) => a.length),
      }),
    ),
  );
  const stored = filled(Buffer.concat(parts));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(header.length, 0);
  lengths.writeUInt32LE(stored.length, 4);
  const integers = arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength));
  const bytes = Buffer.concat([lengths, header, stored, ...integers]);
  check(entries, parsePhrases(new Uint8Array(bytes)).entries, known);
  fs.mkdirSync(outDir, {recursive: true});
  const file = path.join(outDir, 'phrases.bin');
  fs.writeFileSync(`${file}.new`, bytes);
  fs.renameSync(`${file}.new`, file);
}

/** With spaces up to a multiple of 4 bytes. */
function filled(bytes) {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, ' ')]);
}

/** What is written must read back as it was. */
function check(entries, read, fields) {
  for (const [i, entry] of entries.entries()) {
    for (const field of fields) {
      if (JSON.stringify(entry[field]) !== JSON.stringify(read[i][field]))
        throw new Error(`phrases.bin: ${field} of entry ${i} reads back wrong`);
    }
  }
  if (read.length !== entries.length) throw new Error('phrases.bin: entries are missing');
}
