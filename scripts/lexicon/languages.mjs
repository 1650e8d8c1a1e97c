// Words, letters and alphabets of the languages that articles are translated from: `languages.bin`.
import fs from 'node:fs';
import path from 'node:path';
import {countryForms, countryInputs} from './countries.mjs';
import {packageFolder} from './lists.mjs';
import {trainLetters} from './train-letters.mjs';
import {listedLanguages, listFile, readWords} from './word-lists.mjs';
import {xorFilter} from './xor-filter.mjs';

/** Their script gives them away; words only tell one from the other. */
const otherScript = new Set(['be', 'bg', 'el', 'kk', 'ky', 'mk', 'ru', 'sr', 'uk']);
/** Greek is known by its letters, and Latin in English prose is a loan: known well enough to be left alone. */
const fewer = new Set(['el', 'la']);
const stopwordRank = 1;

export function languageInputs(root) {
  return [
    path.join(packageFolder(root, 'stopwords-iso'), 'stopwords-iso.json'),
    path.join(packageFolder(root, 'cldr-misc-full'), 'package.json'),
    ...countryInputs(root),
    ...listedLanguages().map(listFile),
  ];
}

/**
 * @param {string} root the project's folder
 * @param {object} program the program's own functions: hashOf, mix, place, gramsOf, gramRoom, gramBits
 * @param {(hash: number) => boolean} isEnglish
 * @returns {Uint8Array} the file `languages.bin`
 */
export function buildLanguages(root, program, isEnglish) {
  const {hashOf, gramsOf, gramRoom, gramBits} = program;
  const stopwords = JSON.parse(
    fs.readFileSync(path.join(packageFolder(root, 'stopwords-iso'), 'stopwords-iso.json'), 'utf8'),
  );
  const listed = listedLanguages().filter((code) => code !== 'en');
  const codes = [...new Set([...listed, ...Object.keys(stopwords)])]
    .filter((code) => code !== 'en' && code !== 'no')
    .sort();
  const buffer = new Int32Array(gramRoom);
  const grams = (word) => buffer.slice(0, gramsOf(word, 0, word.length, buffer));
  const english = readWords('en')
    .flat()
    .filter((word) => word.length > 2)
    .map(grams);
  const directory = [];
  const tables = [];
  let at = 0;
  for (const code of codes) {
    const classes = listed.includes(code) ? readWords(code).slice(0, fewer.has(code) ? 3 : 4) : [];
    const values = new Map();
    classes.forEach((words, rank) => {
      for (const word of words) {
        for (const spelling of spellings(word, code)) {
          if (!values.has(hashOf(spelling))) values.set(hashOf(spelling), rank);
        }
      }
    });
    if (classes.length === 0 || classes[0].length + (classes[3]?.length ?? 0) < 1000) {
      for (const word of stopwords[code] ?? []) {
        if (!/[\s\d]/.test(word))
          values.set(hashOf(word), Math.min(values.get(hashOf(word)) ?? stopwordRank, stopwordRank));
      }
    }
    const {block, seed, low, high} = xorFilter(values, program);
    const own = otherScript.has(code)
      ? []
      : classes
          .flat()
          .flatMap((word) => spellings(word, code))
          .filter((word) => word.length > 2 && !isEnglish(hashOf(word)));
    const letters = own.length > 1000 ? trainLetters(own.map(grams), english, 1 << gramBits) : undefined;
    const countries = xorFilter(
      new Map(
        [...countryForms(root, code)]
          .map((word) => hashOf(word))
          .filter((hash) => !isEnglish(hash))
          .map((hash) => [hash, 0]),
      ),
      program,
    );
    const entry = {
      code,
      at,
      block,
      seed,
      scale: letters ? Number(letters.scale.toPrecision(6)) : 0,
      bias: letters ? Number(letters.bias.toPrecision(6)) : 0,
      letters: alphabet(root, code),
    };
    const file = (...parts) => {
      for (const part of parts) {
        tables.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
        at += part.byteLength;
      }
    };
    file(low, high, ...(letters ? [letters.weights] : []));
    directory.push({...entry, countries: {at, block: countries.block, seed: countries.seed}});
    file(countries.low, countries.high);
  }
  const text = Buffer.from(JSON.stringify(directory));
  const header = Buffer.alloc(8);
  header.writeUInt32LE(0x31475143, 0);
  header.writeUInt32LE(text.length, 4);
  return new Uint8Array(Buffer.concat([header, text, ...tables]));
}

/** Romanian pages of the web still write the cedilla for the comma below. */
function spellings(word, code) {
  if (code !== 'ro') return [word];
  const proper = word.replaceAll('ş', 'ș').replaceAll('ţ', 'ț');
  return [...new Set([proper, proper.replaceAll('ș', 'ş').replaceAll('ț', 'ţ')])];
}

/** CLDR's exemplar letters outside ASCII, small. */
function alphabet(root, code) {
  const file = path.join(
    packageFolder(root, 'cldr-misc-full'),
    'main',
    code === 'nb' ? 'no' : code,
    'characters.json',
  );
  if (!fs.existsSync(file)) return '';
  const characters = Object.values(JSON.parse(fs.readFileSync(file, 'utf8')).main)[0].characters;
  const letters = new Set();
  for (const letter of exemplars(characters.exemplarCharacters ?? '')) {
    const small = letter.toLowerCase();
    if (small.length === 1 && small > '\u007f') letters.add(small);
  }
  return [...letters].sort().join('');
}

/** The members of a CLDR set such as `[a á b {ch} d-g \u0301]`. */
function* exemplars(set) {
  for (const item of set.slice(1, -1).split(' ')) {
    const plain = item
      .replace(/\\u([0-9A-F]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\/g, '');
    const range = /^(.)-(.)$/u.exec(plain);
    if (range)
      for (let c = range[1].codePointAt(0); c <= range[2].codePointAt(0); c++) yield String.fromCodePoint(c);
    else yield* plain.replace(/[{}]/g, '');
  }
}
