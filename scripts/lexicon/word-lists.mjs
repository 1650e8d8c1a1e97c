// The packed word lists under scripts/lexicon/words: classes of words, commonest first, front-coded.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'words');

/** How many words a class holds: the commonest 150, the next 2350 … */
export const classSizes = [150, 2350, 9500, 48000];

export function listFile(language) {
  return path.join(folder, `${language}.br`);
}

/** @returns {string[]} the languages that have a list, sorted */
export function listedLanguages() {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.br'))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** @returns {string[][]} the words of a language by class */
export function readWords(language) {
  const text = zlib.brotliDecompressSync(fs.readFileSync(listFile(language))).toString('utf8');
  return text.split('\n\n').map(readFrontCoded);
}

/** @param {string[]} words sorted */
export function frontCode(words) {
  let last = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < last.length && shared < 35 && last[shared] === word[shared]) shared++;
      last = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join('\n');
}

function readFrontCoded(text) {
  let last = '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      last = last.slice(0, Number.parseInt(line[0], 36)) + line.slice(1);
      return last;
    });
}
