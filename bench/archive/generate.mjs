// Writes mention records of invented articles, as `calque archive mentions` would: names by Zipf's law over a vocabulary that
// grows with the archive, one in a hundred misspelt, by a seed. Usage: node bench/archive/generate.mjs ARTICLES > mentions.jsonl
import {once} from 'node:events';

const articles = Number(process.argv[2] ?? 10_000);
let state = 20_240_531;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const syllables =
  'ba be bi bo da de di do fa fe ga ge gi go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi vo za ze zi zo sha zha cha kha tse'.split(
    ' ',
  );
const endings = ['ov', 'ev', 'in', 'sky', 'enko', 'yan', 'uk', 'ich', 'adze', 'ska', ''];
const wordOf = (seed) => {
  let x = Math.imul(seed + 1, 2654435761) >>> 0;
  const next = (n) => {
    x = (Math.imul(x ^ (x >>> 15), 2246822519) + 3266489917) >>> 0;
    return x % n;
  };
  let word = '';
  for (let i = 0, n = 2 + next(2); i < n; i++) word += syllables[next(syllables.length)];
  return word[0].toUpperCase() + word.slice(1) + endings[next(endings.length)];
};
const misspelt = (word) => {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const swap = {v: 'w', i: 'y', y: 'i', k: 'c', z: 's', s: 'z', e: 'ie', o: 'a', a: 'e', h: ''}[word[at]];
  return swap === undefined
    ? word.slice(0, at) + word.slice(at - 1)
    : word.slice(0, at) + swap + word.slice(at + 1);
};
const kinds = ['person', 'person', 'place', 'organisation', 'unknown'];
const vocabulary = Math.max(500, Math.floor(articles * 0.2));
const rank = () => Math.floor(vocabulary ** random()) - 1;
let out = '';
for (let i = 0; i < articles; i++) {
  const article = `a${i}`;
  const date = `20${10 + (i % 15)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const head = `{"v":1,"article":"${article}","date":"${date}","source_language":"${['ru', 'uk', 'ky', 'lt', 'ja'][i % 5]}"`;
  const told = new Set();
  for (let k = 0; k < 9; k++) {
    const name = rank();
    const given = wordOf(1_000_000 + (name % 400));
    let family = wordOf(name);
    if (random() < 0.01) family = misspelt(family);
    const kind = kinds[name % 5];
    const full = kind === 'person' ? `${given} ${family}` : family;
    if (told.has(full)) continue;
    told.add(full);
    const key = (name * 7919).toString(16).padStart(8, '0').slice(-8);
    const facts =
      kind === 'person'
        ? `,"given":"${given}"${name % 3 === 0 ? ',"title":"minister"' : ''},"kind":"person"${name % 3 === 0 ? ',"cues":["title:minister"]' : ''}`
        : `,"kind":"${kind}"`;
    out += `${head},"count":${1 + (name % 3)},"place":[${k * 40},${k * 40 + full.length}],"form":"${full}","keys":["${key}"]${facts}}\n`;
    if (kind === 'person' && k % 2 === 0)
      out += `${head},"count":1,"place":[${k * 40 + 20},${k * 40 + 20 + family.length}],"form":"${family}","keys":["${key}"],"full":"${full}"${facts}}\n`;
  }
  out += `${head},"numbers":["${100 + (i % 977)}","${1000 + (i % 7919)}","${i}"]}\n`;
  if (out.length > 1 << 20) {
    if (!process.stdout.write(out)) await once(process.stdout, 'drain');
    out = '';
  }
}
process.stdout.write(out);
