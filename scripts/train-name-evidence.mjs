// Learns how much each piece of evidence says that two words of an article are spellings of one name
// (models/name-evidence.json), by logistic regression over features with declared signs: a weight that would point the
// other way is zero. Deterministic. Validated by leaving whole source languages out.
//
//   npm run train:evidence -- LABELLED.jsonl … --clean CLEAN.jsonl [--folds 6] [--dry] [--errors]
//
// LABELLED: articles {doc, text, source_language, name_pairs: [{a, b, label}]}; V is one name, all else is not. CLEAN:
// articles {doc, text, kind} that people wrote: no pair in them is one.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from './shared/import-ts.mjs';
import {madeFrom} from './shared/made-from.mjs';

const args = process.argv.slice(2);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, other) => (args.includes(name) ? args[args.indexOf(name) + 1] : other);
const folds = Number(option('--folds', '6'));
const cleanFile = option('--clean');
const labelled = args.filter((arg) => arg.endsWith('.jsonl') && arg !== cleanFile);
if (labelled.length === 0 || cleanFile === undefined)
  throw new Error(
    'usage: train-name-evidence.mjs LABELLED.jsonl … --clean CLEAN.jsonl [--folds 6] [--dry] [--errors]',
  );
const {readText, indexText, examinePairs, vetoOf, explain, pairFeatures, signOf} = await importTs(
  root,
  'src/article/read-text.ts',
  'src/text/index-text.ts',
  'src/names/evidence/examine.ts',
  'src/names/evidence/vetoes.ts',
  'src/names/evidence/explain.ts',
  'src/names/evidence/feature-signs.ts',
  'src/names/evidence/pair-features.ts',
);

const parsed = new Map();
/** Parsed once, as a linter does. */
function resource(name, parse) {
  if (!parsed.has(name))
    parsed.set(name, parse(new Uint8Array(fs.readFileSync(path.join(root, 'dist/resources', name)))));
  return parsed.get(name);
}
const servicesOf = (sourceLanguage) => ({
  settings: {language: 'en', ...(sourceLanguage === undefined ? {} : {sourceLanguage})},
  entries: () => [],
  resource,
  shared: (_, make) => make(),
});
const read = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const plain = (word) => word.normalize('NFC').replace(/[’']s?$/u, '');
const key = (a, b) => [plain(a), plain(b)].sort().join('|');

const ids = new Map();
const examples = [];
const articles = [];
const languages = new Map();

function gather(file, clean) {
  for (const article of read(file)) {
    const own = view(file, article, clean, article.source_language, 1);
    // People lint without saying what a text was translated from: that view is learned from too, but counts half.
    if (article.source_language !== undefined) view(file, article, clean, undefined, 0.5);
    articles.push(own);
  }
}

/** The examples of an article as calque sees it when told, or not told, its source language. */
function view(file, article, clean, sourceLanguage, share) {
  const language = clean ? 'clean' : article.source_language;
  const labels = new Map((article.name_pairs ?? []).map((p) => [key(p.a, p.b), p.label]));
  const text = indexText(readText(article.text));
  const examination = examinePairs(text, servicesOf(sourceLanguage));
  const {pairs, contexts, spellings, names} = examination;
  const set = file.includes('mt2') ? 'new' : 'old';
  const seen = {language, labels, own: [], text, examination, id: article.id, kind: article.kind, set};
  for (const {a, b, facts} of pairs) {
    if (vetoOf(a, b, facts, text, names) !== undefined) continue;
    const label = clean ? 'clean' : labels.get(key(a.text, b.text));
    const index = [];
    const value = [];
    pairFeatures(a, b, facts, (name, x) => {
      if (!ids.has(name)) ids.set(name, ids.size);
      index.push(ids.get(name));
      value.push(x);
    });
    const weight = label === undefined ? 0.3 : clean ? (article.kind === 'original' ? 1.5 : 0.3) : 1;
    const example = {
      index,
      value,
      y: label === 'V' ? 1 : 0,
      w: share * weight,
      language,
      label,
      silent: explain(a, b, facts, text, contexts, spellings).length === 0,
      a,
      b,
      article: seen,
      vetoes: (x, y) => vetoOf(x, y, examination.factsOf(x, y), text, names) !== undefined,
      name: `${language} ${article.id} ${a.text}(${a.mentions.length})|${b.text}(${b.mentions.length})`,
    };
    seen.own.push(example);
    examples.push(example);
  }
  return seen;
}
for (const file of labelled) gather(file, false);
gather(cleanFile, true);

/** Languages in folds, so that each fold has about as many pairs to find. */
function cutFolds() {
  const count = new Map();
  for (const {language, labels} of articles)
    count.set(language, (count.get(language) ?? 0) + [...labels.values()].filter((l) => l === 'V').length);
  const sizes = new Array(folds).fill(0);
  for (const [language, n] of [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] += n + 1;
    languages.set(language, fold);
  }
}
cutFolds();

const l2 = Number(option('--l2', '0.5'));
function learn(sample) {
  const size = ids.size;
  const sign = [...ids.keys()].map(signOf);
  const w = new Float64Array(size);
  const g = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const epochs = Number(option('--epochs', '250'));
  for (let t = 1; t <= epochs; t++) {
    for (let i = 0; i < size; i++) g[i] = i === ids.get('bias') ? 0 : l2 * w[i];
    for (const e of sample) {
      let sum = 0;
      for (let x = 0; x < e.index.length; x++) sum += w[e.index[x]] * e.value[x];
      const d = (1 / (1 + Math.exp(-sum)) - e.y) * e.w;
      for (let x = 0; x < e.index.length; x++) g[e.index[x]] += d * e.value[x];
    }
    const rate = 0.08 * (1 - t / (epochs + 1));
    for (let i = 0; i < size; i++) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      w[i] -= (rate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
      // The projection: no weight against its sign.
      if (w[i] * sign[i] < 0) w[i] = 0;
    }
  }
  return w;
}
const sumOf = (w, e) => {
  let sum = 0;
  for (let x = 0; x < e.index.length; x++) sum += w[e.index[x]] * e.value[x];
  return sum;
};
const logistic = (x) => 1 / (1 + Math.exp(-x));

/** Platt's scale and offset of the left-out sums, so that .9 means nine in ten of the judged. */
function calibrate() {
  let a = 1;
  let b = 0;
  const judged = examples.filter((e) => e.label !== undefined && e.label !== 'clean' && e.sum > -3);
  for (let t = 0; t < 400; t++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const e of judged) {
      const p = logistic(a * e.sum + b);
      const d = p - e.y;
      const h = p * (1 - p);
      ga += d * e.sum;
      gb += d;
      haa += h * e.sum * e.sum;
      hab += h * e.sum;
      hbb += h;
    }
    const det = haa * hbb - hab * hab;
    a -= (hbb * ga - hab * gb) / det;
    b -= (haa * gb - hab * ga) / det;
  }
  return {scale: a, offset: b};
}

for (let fold = 0; fold < folds; fold++) {
  const w = learn(examples.filter((e) => e.language === 'clean' || languages.get(e.language) !== fold));
  for (const e of examples) if (languages.get(e.language) === fold) e.sum = sumOf(w, e);
}
const {scale, offset} = calibrate();
for (const e of examples) e.p = e.silent ? 0 : logistic(scale * e.sum + offset);

/** Findings as they are told: pairs closed to clusters, in which no member is held apart from another. */
function measure(threshold) {
  const by = new Map();
  const of = (language, set) => {
    if (!by.has(language))
      by.set(language, {set, gold: 0, V: 0, A: 0, D: 0, R: 0, open: 0, clean: 0, wrong: [], missed: []});
    return by.get(language);
  };
  for (const article of articles) {
    const row = of(article.language === 'clean' ? `clean ${article.kind}` : article.language, article.set);
    for (const label of article.labels.values()) if (label === 'V') row.gold++;
    const groups = new Map();
    const known = new Map();
    for (const e of article.own) known.set(key(e.a.text, e.b.text), e.p);
    for (const e of article.own.filter((e) => e.p >= threshold).sort((x, y) => y.p - x.p)) {
      const x = groups.get(e.a) ?? [e.a];
      const y = groups.get(e.b) ?? [e.b];
      if (x === y) continue;
      const apart = x.some((one) => y.some((two) => !(one === e.a && two === e.b) && e.vetoes(one, two)));
      if (apart) continue;
      x.push(...y);
      for (const word of x) groups.set(word, x);
    }
    const told = new Set();
    for (const words of new Set(groups.values()))
      for (let i = 0; i < words.length; i++)
        for (let k = i + 1; k < words.length; k++) told.add(key(words[i].text, words[k].text));
    for (const pair of told) {
      if (article.language === 'clean') {
        row.clean++;
        row.wrong.push(`${article.id} ${pair}`);
        continue;
      }
      const label = article.labels.get(pair) ?? 'open';
      row[label]++;
      if (label !== 'V' && label !== 'open') row.wrong.push(`${label} ${article.id} ${pair}`);
    }
    for (const [pair, label] of article.labels)
      if (label === 'V' && !told.has(pair)) row.missed.push(`${pair} ${(known.get(pair) ?? 0).toFixed(2)}`);
  }
  return by;
}
const ratio = (a, b) => (b ? (a / b).toFixed(3) : '-');
const sumRows = (rows) =>
  rows.reduce(
    (s, r) => ({
      gold: s.gold + r.gold,
      V: s.V + r.V,
      A: s.A + r.A,
      bad: s.bad + r.D + r.R,
      open: s.open + r.open,
    }),
    {
      gold: 0,
      V: 0,
      A: 0,
      bad: 0,
      open: 0,
    },
  );
const line = (rows) => {
  const s = sumRows(rows);
  return `R ${ratio(s.V, s.gold)} P ${ratio(s.V, s.V + s.bad)} A ${s.A} open ${s.open}`;
};
console.log(
  `left-out languages, ${folds} folds; ${examples.length} candidates; scale ${scale.toFixed(2)} offset ${offset.toFixed(2)}`,
);
for (const threshold of [0.5, 0.6, 0.65, 0.7, 0.75, 0.8]) {
  const by = measure(threshold);
  const rows = (set) => [...by].filter(([l, r]) => r.set === set && !l.startsWith('clean')).map(([, r]) => r);
  const clean = [...by].filter(([l]) => l.startsWith('clean')).map(([l, r]) => `${l.slice(6)} ${r.clean}`);
  console.log(`  at ${threshold}: old ${line(rows('old'))}; new ${line(rows('new'))}; ${clean.join(', ')}`);
}
const at = Number(option('--at', '0.75'));
const chosen = measure(at);
for (const [language, row] of [...chosen].sort())
  if (!language.startsWith('clean')) console.log(`  ${language} ${line([row])} of ${row.gold}`);
if (args.includes('--errors'))
  for (const [language, row] of [...chosen].sort()) {
    if (row.wrong.length) console.log(`WRONG ${language}: ${row.wrong.join('; ')}`);
    if (row.missed.length) console.log(`MISSED ${language}: ${row.missed.join('; ')}`);
  }
for (const [from, to] of [
  [0.5, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 1],
]) {
  const some = examples.filter(
    (e) => e.p >= from && e.p < to && e.label !== undefined && e.label !== 'clean',
  );
  console.log(
    `  said ${from}–${to}: ${some.length} pairs, right ${ratio(some.filter((e) => e.y).length, some.length)}`,
  );
}
const w = learn(examples);
const weights = Object.fromEntries(
  [...ids]
    .map(([name, id]) => [name, Number((scale * w[id] + (name === 'bias' ? offset : 0)).toFixed(3))])
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
if (args.includes('--weights')) console.log(JSON.stringify(weights));
if (!args.includes('--dry')) {
  fs.mkdirSync(path.join(root, 'models'), {recursive: true});
  fs.writeFileSync(
    path.join(root, 'models/name-evidence.json'),
    `${JSON.stringify({made: madeFrom('npm run train:evidence', {labelled, clean: cleanFile}), threshold: at, weights}, null, 2)}\n`,
  );
}
