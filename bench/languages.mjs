#!/usr/bin/env node
// node bench/languages.mjs NTREX [--write]: what calque tells of honest texts in each language, and how much of the English
// put into them it finds. NTREX is a checkout of github.com/MicrosoftTranslator/NTREX (CC BY-SA 4.0; not part of calque).
// Every second article is measured. --write renews scripts/generate/languages-measured.json, of which docs/languages.md is made.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/languages.mjs NTREX [--write]');
  process.exit(2);
}
const root = path.join(import.meta.dirname, '..');
const tags = {
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  swe: 'sv',
  dan: 'da',
  nob: 'nb',
  fin: 'fi',
  est: 'et',
  lav: 'lv',
  lit: 'lt',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  slv: 'sl',
  hrv: 'hr',
  'srp-Latn': 'sr-Latn',
  'srp-Cyrl': 'sr',
  ron: 'ro',
  hun: 'hu',
  tur: 'tr',
  ell: 'el',
  bul: 'bg',
  rus: 'ru',
  ukr: 'uk',
  bel: 'be',
  kat: 'ka',
  hye: 'hy',
  heb: 'he',
  arb: 'ar',
  fas: 'fa',
  hin: 'hi',
  'zho-CN': 'zh',
  jpn: 'ja',
  kor: 'ko',
};
const linesOf = (name) =>
  fs.readFileSync(path.join(folder, name), 'utf8').replace(/\r/g, '').replace(/\n$/, '').split('\n');

const ids = linesOf('DOCUMENT_IDS.tsv').map((line) => line.split('\t').join(' ').trim());
const english = linesOf('NTREX-128/newstest2019-src.eng.txt');

/** The articles of a language: {language, blocks, source}. */
function articlesOf(file, language) {
  const lines = linesOf(`NTREX-128/newstest2019-ref.${file}.txt`);
  const articles = [];
  ids.forEach((id, i) => {
    if (articles.at(-1)?.id !== id) articles.push({id, language, blocks: [], source: []});
    const last = articles.at(-1);
    last.blocks.push(lines[i].trim());
    last.source.push(english[i].trim());
  });
  return articles;
}

let seed = 7;
const random = (below) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};

/** English of one of four kinds put into an article: a paragraph, a sentence, a clause, three words. */
function planted(articles, language, count) {
  const long = articles.filter(({blocks}) => blocks.length > 8);
  const isDense = language === 'zh' || language === 'ja';
  const out = [];
  while (out.length < count) {
    const {blocks, source} = long[random(long.length)];
    const i = 1 + random(blocks.length - 2);
    const kind = ['block', 'append', 'clause', 'phrase'][out.length % 4];
    let words = source[i];
    if (words.split(' ').length < 8) continue;
    const before = `${blocks.slice(0, i).join('\n\n')}\n\n`;
    let head = before;
    let tail = '';
    if (kind === 'append') head += blocks[i] + (isDense ? '' : ' ');
    if (kind === 'clause' || kind === 'phrase') {
      const all = words.replace(/[.?!"”“]/g, '').split(' ');
      const length = kind === 'clause' ? Math.min(all.length - 2, 7) : 3;
      const at = 1 + random(all.length - length - 1);
      words = all.slice(at, at + length).join(' ');
      if (kind === 'phrase' && !/^[a-z ,]*[a-z]{5}[a-z ,]*$/.test(words)) continue;
      const middle = Math.floor(blocks[i].length / 2);
      const cut = isDense ? middle : blocks[i].indexOf(' ', middle);
      if (cut < 0) continue;
      head += blocks[i].slice(0, cut) + (isDense ? '' : ' ');
      tail = blocks[i].slice(cut);
    }
    const text = `${head}${words}${tail}\n\n${blocks.slice(i + 1).join('\n\n')}`;
    out.push({language, text, kind, start: head.length, end: head.length + words.length});
  }
  return out;
}

function lint(records) {
  const input = records.map(({language, text}, id) => JSON.stringify({id, language, text})).join('\n');
  const {stdout} = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'stream'], {
    input: `${input}\n`,
    maxBuffer: 1 << 29,
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const bucketOf = (rule) =>
  ({foreign: 'foreign', punctuation: 'marks', locale: 'numbers'})[rule.split('/')[0]] ?? 'residue';

const measured = {};
for (const [file, language] of Object.entries(tags)) {
  const articles = articlesOf(file, language).filter((_, n) => n % 2 === 1);
  const row = {words: 0, foreign: 0, marks: 0, numbers: 0, residue: 0, sentences: [0, 0], phrases: [0, 0]};
  for (const {score, findings} of lint(articles.map(({blocks}) => ({language, text: blocks.join('\n\n')})))) {
    row.words += score.words;
    for (const {rule} of findings) row[bucketOf(rule)]++;
  }
  const cases = planted(articles, language, 24);
  lint(cases).forEach(({findings}, n) => {
    const {kind, start, end} = cases[n];
    const covered = findings
      .filter(({rule}) => rule.startsWith('foreign/'))
      .reduce((sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)), 0);
    const counts = kind === 'block' || kind === 'append' ? row.sentences : row.phrases;
    counts[1]++;
    if (covered * 2 >= end - start) counts[0]++;
  });
  measured[language] = row;
  console.log(language.padEnd(8), JSON.stringify(row));
}
if (flags.includes('--write')) {
  const target = path.join(root, 'scripts/generate/languages-measured.json');
  fs.writeFileSync(target, `${JSON.stringify(measured, null, 2)}\n`);
  console.log(`wrote ${path.relative(root, target)}; run npm run generate`);
}
