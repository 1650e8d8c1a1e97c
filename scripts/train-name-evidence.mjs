// Learns how much each piece of evidence says that two words of an article are spellings of one name
// (src/names/evidence/weights.ts), by logistic regression over general features; deterministic.
//
//   node scripts/train-name-evidence.mjs LABELLED.jsonl CLEAN.jsonl [--folds 5] [--dry] [--errors]
//
// LABELLED: articles {doc, text, name_pairs: [{a, b, label}]}; V is one name, A is left out, all else is not. CLEAN:
// articles {doc, text} that people wrote: no pair in them is one. Folds are cut by `doc`, so that translations of one
// article by several systems are all in one fold.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from './shared/import-ts.mjs';

const args = process.argv.slice(2);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folds = args.includes('--folds') ? Number(args[args.indexOf('--folds') + 1]) : 5;
const files = args.filter((arg) => arg.endsWith('.jsonl'));
if (files.length < 2)
  throw new Error('usage: train-name-evidence.mjs LABELLED.jsonl CLEAN.jsonl [--folds 5] [--dry] [--errors]');
const {readText, indexText, examinePairs, isExcluded, explain, pairFeatures} = await importTs(
  root,
  'src/article/read-text.ts',
  'src/text/index-text.ts',
  'src/names/evidence/examine.ts',
  'src/names/evidence/decide.ts',
  'src/names/evidence/explain.ts',
  'src/names/evidence/pair-features.ts',
);

const bytes = new Uint8Array(fs.readFileSync(path.join(root, 'dist/resources/lexicon-en.bin')));
let lexicon;
const services = {
  settings: {language: 'en'},
  entries: () => [],
  resource: (_, parse) => {
    lexicon ??= parse(bytes);
    return lexicon;
  },
  shared: (_, make) => make(),
};
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
let gold = 0;
function gather(articles, clean) {
  for (const article of articles) {
    const labels = new Map((article.name_pairs ?? []).map((p) => [key(p.a, p.b), p.label]));
    gold += [...labels.values()].filter((label) => label === 'V').length;
    let hash = 0;
    for (const c of `${article.set ?? ''}${article.doc}`)
      hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
    const text = indexText(readText(article.text));
    const {pairs, contexts, spellings} = examinePairs(text, services);
    for (const {a, b, facts} of pairs) {
      // The rules around the model never tell these. They are learned from all the same: they show what is no name.
      const silent = isExcluded(a, b, facts) || explain(a, b, facts, text, contexts, spellings).length === 0;
      const label = clean ? 'clean' : labels.get(key(a.text, b.text));
      if (label === 'A') continue;
      const index = [];
      const value = [];
      pairFeatures(a, b, facts, (name, x) => {
        if (!ids.has(name)) ids.set(name, ids.size);
        index.push(ids.get(name));
        value.push(x);
      });
      examples.push({
        index,
        value,
        y: label === 'V' ? 1 : 0,
        w: label === undefined ? 0.3 : clean ? (article.kind === 'original' ? 1.5 : 0.3) : 1,
        fold: hash % folds,
        label,
        silent,
        kind: article.kind,
        id: article.id,
        a: plain(a.text),
        b: plain(b.text),
        judged: labels,
        text: `${article.pair ?? article.kind} ${article.id} ${a.text}(${a.mentions.length})|${b.text}(${b.mentions.length})`,
      });
    }
  }
}
for (const [i, file] of files.entries()) gather(read(file), i > 0);

function fitWeights(sample) {
  const size = ids.size;
  const w = new Float64Array(size);
  const g = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const epochs = 400;
  for (let t = 1; t <= epochs; t++) {
    for (let i = 0; i < size; i++) g[i] = 0.3 * w[i];
    for (const e of sample) {
      let sum = 0;
      for (let x = 0; x < e.index.length; x++) sum += w[e.index[x]] * e.value[x];
      const d = (1 / (1 + Math.exp(-sum)) - e.y) * e.w;
      for (let x = 0; x < e.index.length; x++) g[e.index[x]] += d * e.value[x];
    }
    const rate = 0.05 * (1 - t / (epochs + 1));
    for (let i = 0; i < size; i++) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      w[i] -= (rate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
const score = (w, e) => {
  let sum = 0;
  for (let x = 0; x < e.index.length; x++) sum += w[e.index[x]] * e.value[x];
  return 1 / (1 + Math.exp(-sum));
};

for (let fold = 0; fold < folds; fold++) {
  const w = fitWeights(examples.filter((e) => e.fold !== fold));
  for (const e of examples) if (e.fold === fold) e.p = e.silent ? 0 : score(w, e);
}
console.log(
  `cross-validated by article, ${folds} folds; ${gold} pairs to find, ${examples.length} candidates`,
);
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
  const said = examples.filter((e) => e.p >= threshold);
  const count = (label) => said.filter((e) => e.label === label && e.kind !== 'human-translation').length;
  const tp = count('V');
  const fp = count('D') + count('R');
  console.log(
    `  at ${threshold}: recall ${(tp / gold).toFixed(3)}, precision on judged pairs ${(tp / (tp + fp)).toFixed(3)} (${fp} wrong), unjudged ${said.filter((e) => e.label === undefined).length}, on clean originals ${count('clean')}`,
  );
}
/** The same with pairs closed to clusters, as findings tell them. */
for (const threshold of [0.5, 0.6, 0.65, 0.7, 0.75]) {
  const found = {V: 0, A: 0, D: 0, R: 0, open: 0, clean: 0};
  const byArticle = new Map();
  for (const e of examples) {
    if (e.p < threshold || e.kind === 'human-translation') continue;
    if (!byArticle.has(e.id)) byArticle.set(e.id, []);
    byArticle.get(e.id).push(e);
  }
  for (const list of byArticle.values()) {
    const parent = new Map();
    const find = (x) => {
      while (parent.has(x)) x = parent.get(x);
      return x;
    };
    const words = new Set();
    for (const e of list) {
      words.add(e.a).add(e.b);
      const [x, y] = [find(e.a), find(e.b)];
      if (x !== y) parent.set(x, y);
    }
    const all = [...words];
    for (let i = 0; i < all.length; i++) {
      for (let k = i + 1; k < all.length; k++) {
        if (find(all[i]) !== find(all[k])) continue;
        if (list[0].kind) found.clean++;
        else found[list[0].judged.get(key(all[i], all[k])) ?? 'open']++;
      }
    }
  }
  console.log(
    `  clusters at ${threshold}: recall ${(found.V / gold).toFixed(3)}, precision ${(found.V / (found.V + found.D + found.R)).toFixed(3)}`,
    JSON.stringify(found),
  );
}
if (args.includes('--errors')) {
  const list = (title, some) =>
    console.log(`${title}\n  ${some.map((e) => `${e.p.toFixed(2)} ${e.text}`).join('\n  ')}`);
  list(
    'WRONG',
    examples.filter((e) => e.p > 0.5 && (e.label === 'D' || e.label === 'R')),
  );
  list(
    'UNJUDGED',
    examples.filter((e) => e.p > 0.5 && e.label === undefined),
  );
  list(
    'CLEAN',
    examples.filter((e) => e.p > 0.5 && e.label === 'clean'),
  );
  list(
    'MISSED',
    examples.filter((e) => e.p <= 0.5 && e.label === 'V'),
  );
}
if (!args.includes('--dry')) {
  const w = fitWeights(examples);
  const lines = [...ids]
    .map(([name, id]) => [name, Number(w[id].toFixed(2))])
    .filter(([, weight]) => Math.abs(weight) >= 0.03)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  '${name}': ${weight},`);
  fs.writeFileSync(
    path.join(root, 'src/names/evidence/weights.ts'),
    `// Learned by scripts/train-name-evidence.mjs from judged pairs in articles. Do not edit.\n\n/** Log odds by feature of pair-features.ts. */\nexport const weights: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
  );
}
