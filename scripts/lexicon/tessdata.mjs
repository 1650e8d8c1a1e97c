// Reads the word lists inside Tesseract's trained data (https://github.com/tesseract-ocr/tessdata, Apache-2.0): the
// words of a language as they occur on the web, and which two follow each other. The layout is that of Tesseract's
// `SquishedDawg`: an array of 64-bit edges; letter, three flags and the next node in one integer.
import fs from 'node:fs';
import zlib from 'node:zlib';

const component = {unicharset: 1, words: 7, bigrams: 14, lstmWords: 19, lstmUnicharset: 21};
const small = /^[\p{Ll}\p{M}\p{Lo}]+(?:['’][\p{Ll}\p{M}]+)*$/u;
const capital = /^\p{Lu}[\p{Ll}\p{M}]+$/u;
const longest = 24;

/**
 * @param {string} file `xxx.traineddata.gz` of the package `@tesseract.js-data/xxx`, folder 4.0.0
 * @param {boolean} nouns keep words with a capital too (German)
 * @returns {Map<string, number>} words and how many different contexts each is seen in, a stand-in for its frequency
 */
export function wordsOfTrainedData(file, nouns) {
  const parts = components(file);
  const letters = unicharset(parts[component.lstmUnicharset] ?? parts[component.unicharset]);
  const old = unicharset(parts[component.unicharset] ?? parts[component.lstmUnicharset]);
  const score = new Map();
  const take = (word) => word.length <= longest && (small.test(word) || (nouns && capital.test(word)));
  const add = (word, n) => score.set(word, (score.get(word) ?? 0) + n);
  if (parts[component.lstmUnicharset]) {
    for (const word of read(parts[component.lstmWords], letters)) if (take(word)) add(word, 1);
  }
  // Each shape of a word with punctuation or a capital that was worth listing speaks for the word.
  for (const token of read(parts[component.words], old)) {
    const word = bare(token);
    if (take(word)) add(word, 1);
    else if (score.has(word.toLowerCase())) add(word.toLowerCase(), 0.5);
  }
  for (const pair of read(parts[component.bigrams], old)) {
    for (const token of pair.split(' ')) {
      const word = bare(token);
      if (take(word)) add(word, 1);
    }
  }
  return score;
}

function bare(token) {
  return token.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
}

function components(file) {
  const bytes = zlib.gunzipSync(fs.readFileSync(file));
  const count = bytes.readInt32LE(0);
  const offsets = Array.from({length: count}, (_, i) => Number(bytes.readBigInt64LE(4 + 8 * i)));
  return offsets.map((from, i) => {
    if (from < 0) return undefined;
    const to = offsets.slice(i + 1).find((other) => other >= 0) ?? bytes.length;
    return bytes.subarray(from, to);
  });
}

function unicharset(bytes) {
  const lines = bytes.toString('utf8').split('\n');
  return lines.slice(1, Number(lines[0]) + 1).map((line) => {
    const letter = line.split(' ')[0];
    return letter === 'NULL' ? ' ' : letter;
  });
}

function read(bytes, letters) {
  const out = [];
  if (!bytes) return out;
  const letterBits = BigInt(Math.ceil(Math.log2(bytes.readInt32LE(2) + 1)));
  const letterMask = (1n << letterBits) - 1n;
  const edgeCount = bytes.readInt32LE(6);
  const edge = (i) => bytes.readBigUInt64LE(10 + 8 * i);
  const walk = (node, prefix) => {
    for (let i = node; i < edgeCount; i++) {
      const e = edge(i);
      const flags = Number((e >> letterBits) & 7n); // 1 last of its node, 2 backward, 4 a word ends here
      if ((flags & 2) === 0) {
        const word = prefix + letters[Number(e & letterMask)];
        if (flags & 4) out.push(word.normalize('NFC'));
        const next = Number(e >> (letterBits + 3n));
        if (next > 0 && word.length < 60) walk(next, word);
      }
      if (flags & 1) break;
    }
  };
  walk(0, '');
  return out;
}
