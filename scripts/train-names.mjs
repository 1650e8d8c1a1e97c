// Learns the weights of the spelling distance (models/spelling.json) from labelled pairs of spellings.
//
//   npm run train:names -- pairs.dev.tsv [--folds 5] [--dry]
//
// The pairs file has the columns a, b, label, source_language, relation (tab separated, one header row). The model is
// log-linear in general features (sounds, spelling units, kinds of edits, lengths) of the best alignment; the alignment
// is latent. So each round aligns all pairs with the weights at hand and then fits the weights by logistic regression
// (L2, Adam, fixed order): deterministic. With --folds the same is first done by cross-validation, the folds cut so that
// the spellings of one name are all in one of them.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from './shared/import-ts.mjs';
import {madeFrom} from './shared/made-from.mjs';

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--') && args[args.indexOf(arg) - 1] !== '--folds');
if (file === undefined) throw new Error('usage: train-names.mjs PAIRS.tsv [--folds 5] [--dry]');
const folds = args.includes('--folds') ? Number(args[args.indexOf('--folds') + 1]) : 0;
const rounds = 8;

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const {SpellingModel, readSpelling, editFeatures, wordFeatures} = await importTs(
  root,
  'src/names/spelling/compare.ts',
  'src/names/spelling/spelling.ts',
  'src/names/spelling/features.ts',
);

const rows = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean)
  .map((line) => {
    const [a, b, label, language, relation, origin] = line.split('\t');
    return {
      a: readSpelling(a),
      b: readSpelling(b),
      y: Number(label),
      language,
      relation,
      origin,
      text: `${a} ${b}`,
    };
  });

/** Weights to begin the first alignment with: likes match, others do not. */
const start = {};
for (const [op, weight] of Object.entries({
  SameVowel: 0.4,
  SameConsonant: 1,
  SharedVowel: 0.1,
  SharedConsonant: 0.6,
  Diacritic: 0.3,
  OtherVowel: -0.8,
  OtherConsonant: -3,
  VowelConsonant: -4,
  GapDouble: -0.2,
  GapGlide: -0.3,
  GapH: -0.8,
  GapSign: -0.1,
  GapVowel: -1,
  GapConsonant: -3,
  Ending: -0.6,
}))
  for (const position of [0, 1, 2]) start[`${op}@${position}`] = weight;

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

/**
 * Logistic regression, drawn towards `prior`. Slow steps, features dropped at random and the mean of the later half
 * of the way keep rare features from being trusted: with quick steps the recall at precision 0.98 falls by a third.
 */
function fitWeights(examples, size, initial, prior, epochs, l2 = 0.2) {
  const w = Float64Array.from({length: size}, (_, i) => initial[i] ?? 0);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const g = new Float64Array(size);
  const n = examples.length;
  const batch = 512;
  let t = 0;
  let seed = 1;
  const dropout = 4294967296 * 0.15;
  const kept = new Uint8Array(1000);
  const mean = new Float64Array(size);
  let averaged = 0;
  const order = Uint32Array.from({length: n}, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = n - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    const rate = 0.004 * (1 - epoch / epochs) + 0.001;
    for (let from = 0; from < n; from += batch) {
      const to = Math.min(n, from + batch);
      for (let i = 0; i < size; i++) g[i] = (l2 * (w[i] - (prior[i] ?? 0)) * (to - from)) / n;
      for (let k = from; k < to; k++) {
        const e = examples[order[k]];
        let sum = 0;
        for (let x = 0; x < e.index.length; x++) {
          seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
          kept[x] = seed < dropout ? 0 : 1;
          if (kept[x]) sum += w[e.index[x]] * e.value[x];
        }
        const d = (1 / (1 + Math.exp(-sum)) - e.y) * e.w;
        for (let x = 0; x < e.index.length; x++) if (kept[x]) g[e.index[x]] += d * e.value[x];
      }
      t++;
      for (let i = 0; i < size; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        w[i] -= (rate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
      }
      if (epoch >= epochs / 2) {
        averaged++;
        for (let i = 0; i < size; i++) mean[i] += (w[i] - mean[i]) / averaged;
      }
    }
  }
  return mean;
}

function train(sample) {
  let weights = start;
  for (let round = 0; round < rounds; round++) {
    const ids = new Map();
    const model = new SpellingModel(weights);
    const examples = sample.map((row) => featurize(model, row, ids, true));
    const initial = [];
    for (const [name, id] of ids) initial[id] = weights[name] ?? 0;
    const prior = [];
    for (const [name, id] of ids) prior[id] = start[name] ?? 0;
    const w = fitWeights(examples, ids.size, initial, prior, 14);
    weights = {...start};
    for (const key of Object.keys(weights)) weights[key] = 0;
    for (const [name, id] of ids) weights[name] = w[id];
  }
  return weights;
}

/** Trains the network that judges the alignments; `pairs` are {input, y, w}. */
function fitJudge(pairs, hiddenUnits = 10, epochs = 40, nets = 3) {
  const n = pairs[0].input.length;
  const mean = Array.from({length: n}, (_, k) => pairs.reduce((s, p) => s + p.input[k], 0) / pairs.length);
  const scale = Array.from(
    {length: n},
    (_, k) => Math.sqrt(pairs.reduce((s, p) => s + (p.input[k] - mean[k]) ** 2, 0) / pairs.length) || 1,
  );
  const data = pairs.map((p) => ({
    x: p.input.map((value, k) => (value - mean[k]) / scale[k]),
    y: p.y,
    w: p.w,
  }));
  const trained = Array.from({length: nets}, (_, i) => fitNet(data, hiddenUnits, epochs, 7 + 1001 * i));
  const round = (x) => Number(x.toFixed(2));
  // The mean of the nets' answers is one net with all their hidden units.
  const weight = (w, h) => w[hiddenUnits * (n + 1) + h];
  return {
    mean: mean.map(round),
    scale: scale.map((x) => Math.max(0.01, round(x))),
    hidden: trained.flatMap((w) =>
      Array.from({length: hiddenUnits}, (_, h) => Array.from(w.slice(h * (n + 1), (h + 1) * (n + 1)), round)),
    ),
    output: [
      ...trained.flatMap((w) => Array.from({length: hiddenUnits}, (_, h) => round(weight(w, h) / nets))),
      round(trained.reduce((sum, w) => sum + weight(w, hiddenUnits), 0) / nets),
    ],
  };
}

function fitNet(data, H, epochs, seed) {
  const n = data[0].x.length;
  const size = H * (n + 1) + H + 1;
  const w = new Float64Array(size);
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  for (let i = 0; i < size; i++) w[i] = (random() - 0.5) * 0.4;
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const g = new Float64Array(size);
  const order = data.map((_, i) => i);
  const act = new Float64Array(H);
  let t = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    const rate = 0.006 * (1 - epoch / epochs) + 0.0002;
    for (let from = 0; from < order.length; from += 128) {
      const to = Math.min(order.length, from + 128);
      for (let i = 0; i < size; i++) g[i] = 0.1 * w[i];
      for (let q = from; q < to; q++) {
        const {x, y, w: weight} = data[order[q]];
        let sum = w[size - 1];
        for (let h = 0; h < H; h++) {
          let z = w[h * (n + 1) + n];
          for (let k = 0; k < n; k++) z += w[h * (n + 1) + k] * x[k];
          act[h] = Math.tanh(z);
          sum += w[H * (n + 1) + h] * act[h];
        }
        const d = (1 / (1 + Math.exp(-sum)) - y) * weight;
        g[size - 1] += d;
        for (let h = 0; h < H; h++) {
          g[H * (n + 1) + h] += d * act[h];
          const dh = d * w[H * (n + 1) + h] * (1 - act[h] * act[h]);
          for (let k = 0; k < n; k++) g[h * (n + 1) + k] += dh * x[k];
          g[h * (n + 1) + n] += dh;
        }
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

/** Both stages. The network learns from alignments whose weights did not see the pair: by folds within the sample. */
function trainAll(sample, inner = 4) {
  const weights = train(sample);
  const pairs = [];
  for (let fold = 0; fold < inner; fold++) {
    const inside = (row) => Math.floor(row.group / 7) % inner === fold;
    const model = new SpellingModel(train(sample.filter((row) => !inside(row))));
    for (const row of sample)
      if (inside(row))
        pairs.push({input: Array.from(model.inputs(row.a, row.b)), y: row.y, w: importance(row)});
  }
  return {weights, net: fitJudge(pairs)};
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
  console.log(
    '  all                    ',
    measure(scored, () => true),
  );
  console.log('  without Latin surnames ', measure(scored, latin));
  console.log(
    '  attested only          ',
    measure(scored, (row) => latin(row) && row.origin !== 'generated'),
  );
  for (const language of [
    'russian-cyrillic',
    'turkic-cyrillic',
    'ukrainian-cyrillic',
    'bulgarian',
    'arabic',
    'hebrew',
    'korean',
    'place',
  ]) {
    console.log(
      `  ${language.padEnd(23)}`,
      measure(scored, (row) => latin(row) && row.language === language),
    );
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
  for (const row of rows)
    if (row.y || row.relation === 'gender-pair') parent.set(find(row.a.letters), find(row.b.letters));
  return (row) => {
    let hash = 0;
    for (const c of find(row.a.letters)) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
    return hash;
  };
}

const hashOf = groupOf();
for (const row of rows) row.group = hashOf(row);
if (folds > 1) {
  const group = (row) => row.group % folds;
  const scored = [];
  for (let fold = 0; fold < folds; fold++) {
    const {weights, net} = trainAll(rows.filter((row) => group(row) !== fold));
    const model = new SpellingModel(weights, net);
    for (const row of rows) if (group(row) === fold) scored.push({row, p: model.compare(row.a, row.b)});
  }
  report(`cross-validated, ${folds} folds`, scored);
}
if (!args.includes('--dry')) {
  const {weights, net} = trainAll(rows);
  const model = new SpellingModel(weights, net);
  report(
    'on the training pairs themselves',
    rows.map((row) => ({row, p: model.compare(row.a, row.b)})),
  );
  const lines = Object.entries(weights)
    .map(([name, weight]) => [name, Number(weight.toFixed(2))])
    .filter(([, weight]) => Math.abs(weight) >= 0.03)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `    ${JSON.stringify(name)}: ${weight}`);
  fs.writeFileSync(
    path.join(root, 'models/spelling.json'),
    `{\n  "made": ${JSON.stringify(madeFrom('npm run train:names', {pairs: file}))},\n  "judgement": ${JSON.stringify(net)},\n  "costs": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
}
