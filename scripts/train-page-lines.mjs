// Learns which short lines are of the page round an article, and of which family (models/page-lines.json). Deterministic.
//
//   npm run train:page-lines -- [--lines LINES.jsonl] [--articles TEXTS.jsonl] [--dry] [--size N]
//
// Besides what models/page-lines and dictionaries/residue hold: LINES, {text, family?, weight?} a line, are lines of pages;
// TEXTS, {text, weight?} a line, are paragraphs and headlines of articles. Two linear models over the features of
// `lineFeatures`: a logistic regression (page or article) and a multinomial one (which family), both by FTRL-proximal
// (McMahan et al., 2013), whose L1 penalty leaves most features without weight.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';
import {importTs} from './shared/import-ts.mjs';
import {madeFrom} from './shared/made-from.mjs';

const args = process.argv.slice(2);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, other) => (args.includes(name) ? args[args.indexOf(name) + 1] : other);
const {readText, indexText, lineFeatures, mostFeatures, wordKey, hashOf, plainWord, unknownWord} =
  await importTs(
    root,
    'src/article/read-text.ts',
    'src/text/index-text.ts',
    'rules/residue/_shared/page/line-features.ts',
    'src/text/hash.ts',
  );
const families = [
  'comment-prompt',
  'follow-share',
  'read-more',
  'ad-label',
  'newsletter',
  'cookie-notice',
  'time-line',
  'repost-tail',
  'caption-marker',
  'boilerplate',
  'page-furniture',
  'tag-list',
  'photo-credit',
  'byline',
];
const samplesOfLine = 60;
const samplesOfArticle = 120;
const samplesOfEntry = 40;
const leastOfPages = 3;
const leastOfArticles = 12;

const epochs = Number(option('--epochs', '6'));

let seed = 1;
/** A pseudo-random number below n (Park and Miller, 1988). */
const below = (n) => {
  seed = (seed * 48271) % 2147483647;
  return seed % n;
};
const pick = (list) => list[below(list.length)];

const jsonl = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const given = option('--lines') ? jsonl(option('--lines')) : [];
const articles = option('--articles') ? jsonl(option('--articles')) : [];
const names =
  'Norvik Lunde Moe Arvid Kari Petrauskas Kovalenko Hansen Novak Rossi Yilmaz Karimi Tanaka Garcia Silva Popescu Dubois Weber Nagy Ivanov Ozols Tamm Wang Nguyen Kowalski Jonas Elena Maria Ahmed Riga Vilnius Sofia Ankara Delta Nord Sever Aurora Baltic'.split(
    ' ',
  );
const topics =
  'ferry harbour storm budget elections school police fire football tourism energy war Ukraine health weather music culture court accident prices roads snow film hospital government'.split(
    ' ',
  );
const headlines = articles.map(({text}) => text).filter((text) => text.length < 90 && !/[.]$/.test(text));
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const two = (n) => String(n).padStart(2, '0');
const fill = {
  name: () => pick(names),
  number: () => String(pick([below(10), below(60), below(400), below(9000)])),
  word: () => pick(topics),
  topic: () => pick(topics),
  title: () =>
    headlines.length ? pick(headlines) : `${pick(names)} ${pick(topics)} opens in ${pick(months)}`,
  time: () => `${below(24)}:${two(below(60))}`,
  weekday: () => pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']),
  site: () =>
    `${pick(names).toLowerCase()}${pick(['', 'times', 'news', '24'])}.${pick(['no', 'lt', 'ru', 'com', 'ua', 'pl'])}`,
  date: () =>
    pick([
      () => `${1 + below(28)} ${pick(months)} ${2010 + below(16)}`,
      () => `${pick(months)} ${1 + below(28)}, ${2010 + below(16)}`,
      () => `${two(1 + below(28))}.${two(1 + below(12))}.${2010 + below(16)}`,
      () => `${two(1 + below(12))}/${two(1 + below(28))}/${2010 + below(16)}`,
    ])(),
};

const dir = path.join(root, 'models/page-lines');
const linesOf = (name) =>
  fs
    .readFileSync(path.join(dir, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('# '));
/** Classes of words by name, the small words first (`smallWord` of the features). */
const classes = new Map(
  linesOf('classes.txt')
    .map((line) => line.split(': '))
    .map(([name, words]) => [name, words.split(' ')])
    .sort(([a], [b]) => (a === 'small' ? -1 : b === 'small' ? 1 : 0)),
);
const wordClasses = new Map();
const classKeys = new Map();
for (const [k, [name, words]] of [...classes].entries())
  for (const word of words) {
    wordClasses.set(word, name);
    classKeys.set(wordKey(hashOf(word)), k + 1);
  }

/** One text of a phrase with alternatives. */
function expand(phrase) {
  let text = phrase.replace(/\\([()|])/g, (_, mark) => ({'(': '\u0001', ')': '\u0002', '|': '\u0003'})[mark]);
  while (/\(([^()]*)\)/.test(text))
    text = text.replace(/\(([^()]*)\)/, (_, inner) => pick(inner.split('|')).trim());
  text = text.replace(/\{([a-z-]+)\}/g, (all, name) => (classes.has(name) ? pick(classes.get(name)) : all));
  text = text.replace(/<(\d)-(\d+)>/g, (_, low, high) =>
    Array.from({length: below(Math.min(3, Number(high)) + 1 - Number(low)) + Number(low)}, () =>
      pick(names),
    ).join(' '),
  );
  text = text.replace(/<([a-z]+)>/g, (all, kind) => fill[kind]?.() ?? all);
  text = text
    .replace(/\u0001 ?/g, '(')
    .replace(/ ?\u0002/g, ')')
    .replace(/\u0003/g, '|');
  text = text
    .replace(/ +([.,!?:;)”])/g, '$1')
    .replace(/([“(]) +/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return text;
}
const capital = (text) => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
const titled = (text) => text.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

/** Languages and families whose lines are not learned from but told afterwards how they fare. */
const without = option('--without', '').split(',').filter(Boolean);

/** @type {{text: string, family: number, isPage: boolean, weight: number}[]} */
const rows = [];
/** Of weight 0 are the lines to try the model on. */
const add = (text, family, isPage, weight = 1) =>
  text.length > 1 &&
  rows.push({
    text: text.replace(/\s+/g, ' '),
    family: families.indexOf(family),
    isPage,
    weight: without.includes(family) ? 0 : weight,
  });
function addAll(phrase, family, isPage, samples, weight) {
  const size = phrase.split('|').length;
  const seen = new Set();
  for (let k = 0; k < Math.min(samples, 4 * size); k++) {
    const text = expand(phrase);
    if (seen.has(text)) continue;
    seen.add(text);
    const way = below(10);
    add(
      !isPage ? capital(text) : way < 8 ? capital(text) : way < 9 ? titled(text) : text.toUpperCase(),
      family,
      isPage,
      weight,
    );
  }
}
let family = '';
for (const name of ['lines.txt', 'frames.txt'])
  for (const line of linesOf(name)) {
    if (line.startsWith('## ')) family = line.slice(3);
    else addAll(line, family, true, samplesOfLine);
  }
for (const line of linesOf('article.txt')) addAll(line, '', false, samplesOfArticle, 1.5);

const short = {
  rm: 'read-more',
  cp: 'comment-prompt',
  fs: 'follow-share',
  nl: 'newsletter',
  ck: 'cookie-notice',
  tl: 'time-line',
  rp: 'repost-tail',
  ad: 'ad-label',
  pf: 'page-furniture',
  cm: 'caption-marker',
  bp: 'boilerplate',
  tg: 'tag-list',
};
/** The same label as another engine might word it. */
const reworded = (text) =>
  text.replace(/[\w’'-]+/g, (word) => {
    const name = wordClasses.get(word.toLowerCase());
    return name && name !== 'small' && below(3) === 0 ? pick(classes.get(name)) : word;
  });
let languages = '';
for (const line of linesOf('literal.txt')) {
  if (line.startsWith('## ')) languages = line.slice(3);
  else {
    const name = short[line.slice(0, 2)];
    const isLeftOut = without.includes(languages.split(' ')[0]);
    for (let k = 0; k < 2; k++) add(capital(expand(line.slice(4))), name, true, isLeftOut ? 0 : 1);
    for (let k = 0; k < 8 && !isLeftOut; k++) add(capital(reworded(expand(line.slice(4)))), name, true, 0.3);
  }
}
for (const file of fs.readdirSync(path.join(root, 'dictionaries/residue'))) {
  const {kind, position, entries} = parse(
    fs.readFileSync(path.join(root, 'dictionaries/residue', file), 'utf8'),
  );
  const name = kind.replace(/^.*\//, '');
  if (!families.includes(name)) continue;
  for (const entry of entries) {
    const at = entry.position ?? position;
    if ((at !== 'whole-block' && at !== 'block-start') || entry.risk || entry.severity === 'info') continue;
    if (
      /[^\0-ÿ–—’‘“”…•·←→»«]/.test(entry.phrase) ||
      (entry.source && !/^\(?[a-z |]+/.test(entry.phrase)) ||
      entry.source
    )
      continue;
    addAll(entry.phrase, name, true, samplesOfEntry, 0.7);
  }
}
for (const {text, family: name, weight} of given) add(text, name ?? '', true, weight);
for (const {text, weight} of articles) add(text, '', false, weight);

// One text holds all lines as its blocks.
const order = rows
  .map((row, i) => [crypto.createHash('md5').update(`${i}${row.text}`).digest('hex'), row])
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, row]) => row);
const index = indexText(readText(order.map(({text}) => text).join('\n\n')));
if (index.blockFirst.length - 1 !== order.length)
  throw new Error(`${index.blockFirst.length - 1} blocks of ${order.length} lines`);

const counts = new Map();
for (let b = 0; b < order.length; b++)
  for (let i = index.blockFirst[b]; i < index.blockFirst[b + 1]; i++) {
    if (!(index.tokens.flags[i] & 1)) continue;
    if (order[b].weight === 0) break;
    const key = wordKey(index.tokens.hashes[i]);
    const c = counts.get(key) ?? counts.set(key, [0, 0]).get(key);
    c[order[b].isPage ? 0 : 1]++;
  }
const known = new Set(
  [...counts]
    .filter(([, [page, article]]) => page >= leastOfPages || article >= leastOfArticles)
    .map(([key]) => key),
);
for (const key of classKeys.keys()) known.add(key);
const wordClass = (key) => (known.has(key) ? (classKeys.get(key) ?? plainWord) : unknownWord);
const buffer = new Uint32Array(mostFeatures);
const all = order.map((_, b) => buffer.slice(0, lineFeatures(index, b, wordClass, buffer)));
const ids = new Map();
const frequency = [];
for (const list of all)
  for (const key of new Set(list)) {
    if (!ids.has(key)) {
      ids.set(key, ids.size);
      frequency.push(0);
    }
    frequency[ids.get(key)]++;
  }
const inputs = all.map((list) =>
  [...new Set(list)].map((key) => ids.get(key)).filter((id) => frequency[id] >= 3),
);

/** FTRL-proximal for one output. */
function learner(l1, l2 = 1, alpha = 0.15) {
  const z = new Float64Array(ids.size);
  const n = new Float64Array(ids.size);
  const w = new Float64Array(ids.size);
  const weight = (i) =>
    Math.abs(z[i]) <= l1 ? 0 : -(z[i] - Math.sign(z[i]) * l1) / ((1 + Math.sqrt(n[i])) / alpha + l2);
  return {
    score(list) {
      let sum = 0;
      for (const i of list) sum += w[i] = weight(i);
      return sum;
    },
    learn(list, g) {
      for (const i of list) {
        const sigma = (Math.sqrt(n[i] + g * g) - Math.sqrt(n[i])) / alpha;
        z[i] += g - sigma * w[i];
        n[i] += g * g;
      }
    },
    weight,
  };
}
const l1 = Number(option('--l1', '1.2'));
const page = learner(l1);
for (let e = 0; e < epochs; e++)
  for (let b = 0; b < order.length; b++) {
    if (order[b].weight === 0) continue;
    const p = 1 / (1 + Math.exp(-page.score(inputs[b])));
    page.learn(inputs[b], (p - (order[b].isPage ? 1 : 0)) * order[b].weight);
  }
const kinds = families.map(() => learner(l1));
const softmax = (list) => {
  const scores = kinds.map((kind) => kind.score(list));
  const most = Math.max(...scores);
  const exps = scores.map((s) => Math.exp(s - most));
  const sum = exps.reduce((a, b) => a + b);
  return exps.map((x) => x / sum);
};
for (let e = 0; e < epochs; e++)
  for (let b = 0; b < order.length; b++) {
    if (!order[b].isPage || order[b].family < 0 || order[b].weight === 0) continue;
    const p = softmax(inputs[b]);
    for (const [k, kind] of kinds.entries()) kind.learn(inputs[b], p[k] - (k === order[b].family ? 1 : 0));
  }

if (without.length > 0) {
  const tried = {};
  for (const [b, {family, weight}] of order.entries()) {
    if (weight !== 0) continue;
    const odds = page.score(inputs[b]);
    const p = softmax(inputs[b]);
    const name = families[family];
    tried[name] ??= {lines: 0, among: 0, edge: 0, beside: 0, family: 0};
    const t = tried[name];
    t.lines++;
    if (odds >= 1.8) t.among++;
    if (odds >= 1.3) t.edge++;
    if (odds >= 0.3) t.beside++;
    if (p.indexOf(Math.max(...p)) === family) t.family++;
  }
  console.table(tried);
}

// Whole hundredths of page weights, twentieths of family weights.
const byte = (x) => Math.max(-127, Math.min(127, Math.round(x)));
const found = [];
for (const key of known) if (!ids.has(key)) found.push({key, own: 0, votes: []});
for (const [key, id] of ids) {
  const own = byte(page.weight(id) * 32);
  const votes = kinds.map((kind, k) => [k, byte(kind.weight(id) * 32)]).filter(([, v]) => Math.abs(v) > 4);
  if (own !== 0 || votes.length > 0 || known.has(key)) found.push({key, own, votes});
}
// A known word without weight must still be known: it is no name.
found.sort((a, b) => a.key - b.key);
console.log(
  `lines ${order.length}, of pages ${order.filter((r) => r.isPage).length}; words ${known.size}; features ${ids.size}, kept ${found.length}, with page weight ${found.filter((f) => f.own).length}, votes ${found.reduce((a, f) => a + f.votes.length, 0)}`,
);
const keys = new Uint32Array(found.map(({key}) => key));
const pages = Int8Array.from(found.map(({own}) => own));
const voteCounts = Uint8Array.from(found.map(({votes}) => votes.length));
const votes = Uint8Array.from(found.flatMap(({votes}) => votes.flatMap(([k, v]) => [k, v & 255])));
const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
const model = {
  families,
  keys: base64(keys),
  pages: base64(pages),
  voteCounts: base64(voteCounts),
  votes: base64(votes),
  classKeys: base64(Uint32Array.from(classKeys.keys())),
  classes: base64(Uint8Array.from(classKeys.values())),
};
if (!args.includes('--dry'))
  fs.writeFileSync(
    option('--out', path.join(root, 'models/page-lines.json')),
    `${JSON.stringify({made: madeFrom('npm run train:page-lines', {lines: option('--lines'), articles: option('--articles')}), model})}\n`,
  );
console.log('bytes', JSON.stringify(model).length);
