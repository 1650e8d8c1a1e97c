// Makes scripts/lexicon/words/{ru,sr,mk}.br. Run by hand when a source changes:
//
//   node scripts/lexicon/import-cyrillic.mjs FOLDER
//
// FOLDER holds node_modules with @tesseract.js-data/<code> for ukr, bel, bul, kaz, kir, srp and mkd, and dictionary-ru.
// Serbian and Macedonian come from Tesseract like the lists of import-words.mjs. There is no Russian among its packages;
// but the pages of the web from which its other lists were drawn are full of Russian, so the words of the Russian
// dictionary that these lists hold are the Russian words in use, and how often they occur there ranks them.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';
import {expand} from './expand.mjs';
import {packageFolder} from './lists.mjs';
import {wordsOfTrainedData} from './tessdata.mjs';
import {classSizes, frontCode} from './word-lists.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const modules = path.join(process.argv[2] ?? '.', 'node_modules');
const sources = {uk: 'ukr', be: 'bel', bg: 'bul', kk: 'kaz', ky: 'kir', sr: 'srp', mk: 'mkd'};
/** A word that another list has this many times as often is a stray. */
const strayTimes = 20;

const stopwords = JSON.parse(
  fs.readFileSync(path.join(packageFolder(root, 'stopwords-iso'), 'stopwords-iso.json'), 'utf8'),
);
const shares = new Map();
for (const [language, name] of Object.entries(sources)) {
  const file = path.join(modules, '@tesseract.js-data', name, '4.0.0', `${name}.traineddata.gz`);
  shares.set(language, shareOf(wordsOfTrainedData(file, false)));
}
const russian = path.join(modules, 'dictionary-ru');
const read = (file) => fs.readFileSync(path.join(russian, file), 'utf8');
const forms = new Set(
  [...expand(read('index.aff'), read('index.dic'))].map((word) => word.toLowerCase().replaceAll('’', "'")),
);
const inUse = new Map();
for (const words of shares.values()) {
  for (const [word, share] of words) if (forms.has(word)) inUse.set(word, (inUse.get(word) ?? 0) + share);
}
for (const word of stopwords.ru) inUse.set(word, (inUse.get(word) ?? 0) + 1);
write('ru', inUse);
for (const language of ['sr', 'mk']) {
  const own = shares.get(language);
  const isStray = ([word, share]) =>
    [...shares.values()].some((other) => (other.get(word) ?? 0) > strayTimes * share);
  write(language, new Map([...own].filter((entry) => !isStray(entry))));
}

function shareOf(words) {
  let total = 0;
  const out = new Map();
  for (const n of words.values()) total += n;
  for (const [word, n] of words) {
    const key = word.toLowerCase().replaceAll('’', "'");
    if (/^[\p{Script=Cyrillic}\p{M}']+$/u.test(key)) out.set(key, (out.get(key) ?? 0) + n / total);
  }
  return out;
}

function write(language, words) {
  const kept = [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const classes = [];
  let at = 0;
  for (const size of classSizes) {
    classes.push(kept.slice(at, at + size).sort());
    at += size;
  }
  const packed = zlib.brotliCompressSync(classes.map(frontCode).join('\n\n'), {
    params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 22},
  });
  fs.writeFileSync(path.join(here, 'words', `${language}.br`), packed);
  console.log(language, words.size, Math.min(at, kept.length), packed.length);
}
