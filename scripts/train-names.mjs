// Learns the weights of the spelling distance (src/names/spelling/costs.ts) from labelled pairs of spellings.
//
//   npm run train:names -- pairs.dev.tsv [--folds 5] [--dry]
//
// The pairs file has the columns a, b, label, source_language, relation (tab separated, one header row). The model is
// log-linear in general features (sounds, spelling units, kinds of edits, lengths) of the best alignment; the alignment
// is latent. So each round aligns all pairs with the weights at hand and then fits the weights by logistic regression
// (L2, Adam, fixed order): deterministic. With --folds the same is first done by cross-validation, the folds cut so that
// the spellings of one name are all in one of them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--') && args[args.indexOf(arg) - 1] !== '--folds');
if (file === undefined) throw new Error('usage: train-names.mjs PAIRS.tsv [--folds 5] [--dry]');
const folds = args.includes('--folds') ? Number(args[args.indexOf('--folds') + 1]) : 0;
const rounds = 7;

const out = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'calque-train-')), 'spelling.mjs');
await build({
  stdin: {
    contents: `export {SpellingModel} from './compare.js';
      export {readSpelling} from './spelling.js';
      export {editFeatures, wordFeatures} from './features.js';`,
    resolveDir: 'src/names/spelling',
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  outfile: out,
  logLevel: 'error',
});
const {SpellingModel, readSpelling, editFeatures, wordFeatures} = await import(pathToFileURL(out).href);

const rows = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean)
  .map((line) => {
    const [a, b, label, language, relation, origin] = line.split('\t');
    return {a: readSpelling(a), b: readSpelling(b), y: Number(label), language, relation, origin, text: `${a} ${b}`};
  });

/** Weights to begin the first alignment with: likes match, others do not. */
const start = {};
for (const [op, weight] of Object.entries({
  SameVowel: 0.4, SameConsonant: 1, SharedVowel: 0.1, SharedConsonant: 0.6, Diacritic: 0.3, OtherVowel: -0.8,
  OtherConsonant: -3, VowelConsonant: -4, GapDouble: -0.2, GapGlide: -0.3, GapH: -0.8, GapSign: -0.1, GapVowel: -1,
  GapConsonant: -3, Ending: -0.6,
})) for (const position of [0, 1, 2]) start[`${op}@${position}`] = weight;

/** Homophones that are Latin at the source cannot be told apart by any string method: they count little. */
const importance = (row) => (row.relation.startsWith('latin-surname') ? 0.15 : 1);

function featurize(model, row, ids, grow) {
  const alignment = model.align(row.a, row.b);
  const index = [];
  const value = [];
  const add = (name, x) => {
    let id = ids.get(name);
    if (id === undefined) {
      if (!grow) return;
      id = ids.size;
      ids.set(name, id);
    }
    index.push(id);
    value.push(x);
  };
  editFeatures(row.a, row.b, alignment, add);
  wordFeatures(row.a, row.b, alignment, add);
  return {index: Uint16Array.from(index), value: Float32Array.from(value), y: row.y, w: importance(row)};
}

function fit(examples, size, initial, epochs, l2) {
  const w = Float64Array.from({length: size}, (_, i) => initial[i] ?? 0);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const g = new Float64Array(size);
  const n = examples.length;
  const batch = 512;
  let t = 0;
  let seed = 1;
  const order = Uint32Array.from({length: n}, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = n - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    const rate = 0.03 * (1 - epoch / epochs) + 0.001;
    for (let from = 0; from < n; from += batch) {
      const to = Math.min(n, from + batch);
      for (let i = 0; i < size; i++) g[i] = (l2 * w[i] * (to - from)) / n;
      for (let k = from; k < to; k++) {
        const e = examples[order[k]];
        let sum = 0;
        for (let x = 0; x < e.index.length; x++) sum += w[e.index[x]] * e.value[x];
        const d = (1 / (1 + Math.exp(-sum)) - e.y) * e.w;
        for (let x = 0; x < e.index.length; x++) g[e.index[x]] += d * e.value[x];
      }
      t++;
      for (let i = 0; i < size; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        w[i] -= (rate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
      }
    }
  }
  return w;
}

function train(sample) {
  let weights = start;
  for (let round = 0; round < rounds; round++) {
    const ids = new Map();
    const model = new SpellingModel(weights);
    const examples = sample.map((row) => featurize(model, row, ids, true));
    const initial = [];
    for (const [name, id] of ids) initial[id] = weights[name] ?? 0;
    const w = fit(examples, ids.size, initial, round === rounds - 1 ? 24 : 8, Number(process.env.L2 ?? 2));
    weights = {...start};
    for (const key of Object.keys(weights)) weights[key] = 0;
    for (const [name, id] of ids) weights[name] = w[id];
  }
  return weights;
}

function measure(scored, keep) {
  const s = scored.filter(({row}) => keep(row)).sort((x, y) => y.p - x.p);
  const all = s.reduce((n, x) => n + x.row.y, 0);
  let tp = 0;
  let best = 0;
  let at98 = 0;
  for (let i = 0; i < s.length; i++) {
    tp += s[i].row.y;
    if (i + 1 < s.length && s[i + 1].p === s[i].p) continue;
    const precision = tp / (i + 1);
    const recall = tp / all;
    best = Math.max(best, (2 * precision * recall) / (precision + recall) || 0);
    if (precision >= 0.98) at98 = Math.max(at98, recall);
  }
  return `F1 ${best.toFixed(4)}  recall at precision 0.98 ${at98.toFixed(4)}  (${s.length} pairs)`;
}

function report(title, scored) {
  const latin = (row) => !row.relation.startsWith('latin-surname');
  console.log(title);
  console.log('  all                    ', measure(scored, () => true));
  console.log('  without Latin surnames ', measure(scored, latin));
  console.log('  attested only          ', measure(scored, (row) => latin(row) && row.origin !== 'generated'));
  for (const language of ['russian-cyrillic', 'turkic-cyrillic', 'ukrainian-cyrillic', 'bulgarian', 'arabic', 'hebrew', 'korean', 'place']) {
    console.log(`  ${language.padEnd(23)}`, measure(scored, (row) => latin(row) && row.language === language));
  }
}

/** Groups: spellings joined by a positive pair or a couple's surnames are one group. */
function groupOf() {
  const parent = new Map();
  const find = (x) => {
    let p = parent.get(x) ?? x;
    while (p !== (parent.get(p) ?? p)) p = parent.get(p) ?? p;
    parent.set(x, p);
    return p;
  };
  for (const row of rows) if (row.y || row.relation === 'gender-pair') parent.set(find(row.a.letters), find(row.b.letters));
  return (row) => {
    let hash = 0;
    for (const c of find(row.a.letters)) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
    return hash % folds;
  };
}

if (folds > 1) {
  const group = groupOf();
  const scored = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = new SpellingModel(train(rows.filter((row) => group(row) !== fold)));
    for (const row of rows) if (group(row) === fold) scored.push({row, p: model.compare(row.a, row.b)});
  }
  report(`cross-validated, ${folds} folds`, scored);
  if (process.env.ERRORS) {
    scored.sort((x, y) => y.p - x.p);
    const latin = scored.filter(({row}) => !row.relation.startsWith('latin'));
    console.log('WRONG', latin.filter((x) => !x.row.y).slice(0, 150).map((x) => `${x.row.text}(${x.row.relation.slice(0, 8)},${x.p.toFixed(3)})`).join('; '));
    console.log('MISSED', latin.filter((x) => x.row.y).reverse().slice(0, 250).map((x) => `${x.row.text}(${x.row.language.slice(0, 4)},${x.row.relation},${x.p.toFixed(3)})`).join('; '));
  }
}
if (!args.includes('--dry')) {
  const weights = train(rows);
  const model = new SpellingModel(weights);
  report('on the training pairs themselves', rows.map((row) => ({row, p: model.compare(row.a, row.b)})));
  const lines = Object.entries(weights)
    .map(([name, weight]) => [name, Number(weight.toFixed(3))])
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ${JSON.stringify(name)}: ${weight},`);
  fs.writeFileSync(
    'src/names/spelling/costs.ts',
    `// Learned by scripts/train-names.mjs from labelled pairs of spellings. Do not edit: change the features or the tables\n// in dictionaries/romanization, and learn again.\nimport type {Weights} from './operations.js';\n\nexport const costs: Weights = {\n${lines.join('\n')}\n};\n`,
  );
}
