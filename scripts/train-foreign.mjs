// Trains the model of foreign fragments and writes models/foreign-fragments.json. Deterministic: the same cases give the
// same weights.
//
//   npm run train:foreign -- --cases CASES.jsonl [--clean ARTICLES.jsonl] [--dry-run] [--show N]
//
// CASES: {id, text, docLang, spans: [{start, end}], words} a line, with and without spans (UTF-16 offsets).
// ARTICLES: {text, kind} a line; those of kind "original" hold no fragments. Figures printed are of five-fold
// cross-validation: no case is judged by weights that saw it. Both steps are logistic regressions by Newton's method.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {buildLexicons} from './lexicon/build.mjs';
import {importTs} from './shared/import-ts.mjs';
import {madeFrom} from './shared/made-from.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, other) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? other : process.argv[at + 1];
};
const folds = 5;
const otherScript = new Set(['ar', 'el', 'he', 'hi', 'ja', 'ky', 'ru', 'uk', 'zh']);
/** False alarms per 1000 clean words that the thresholds aim at; half of what is allowed. */
const aim = {known: Number(option('--aim-known', 0.08)), guessed: Number(option('--aim-guessed', 0.09))};
const costs = {start: -0.5, startAtWall: -1, end: 0.2, weakGap: 0.3};

const program = await importTs(
  root,
  'src/article/read-text.ts',
  'src/text/index-text.ts',
  'src/lexicon/languages.ts',
  'src/lexicon/lexicon.ts',
  'src/lexicon/fragments/target.ts',
  'src/lexicon/fragments/candidates.ts',
  'src/lexicon/fragments/triggers.ts',
  'src/lexicon/fragments/weighed.ts',
  'src/lexicon/fragments/evidence.ts',
  'src/lexicon/fragments/judge.ts',
);
const resources = path.join(root, 'node_modules/.cache/calque/train');
await buildLexicons(resources);
const english = program.parseLexicon(fs.readFileSync(path.join(resources, 'lexicon-en.bin')));
const languages = program.parseLanguages(fs.readFileSync(path.join(resources, 'languages.bin')));
const target = program.englishTarget(english);
const read = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const cases = read(option('--cases')).map((row) => prepare(row, row.docLang));
const clean = option('--clean')
  ? read(option('--clean'))
      .filter((row) => row.kind === 'original')
      .map((row) => prepare({...row, spans: [], isArticle: true}))
  : [];

const models = {known: train('known', cases), guessed: train('guessed', [...cases, ...clean])};
if (!process.argv.includes('--dry-run')) {
  const file = path.join(root, 'models/foreign-fragments.json');
  const made = madeFrom('npm run train:foreign', {cases: option('--cases'), clean: option('--clean')});
  fs.writeFileSync(file, `${JSON.stringify({made, models}, null, 2)}\n`);
  console.log(`wrote ${path.relative(root, file)}`);
}

function prepare(row, language) {
  const article = program.readText(row.text);
  const text = program.indexText(article);
  return {
    ...row,
    language,
    words: row.text.split(/\s+/).length,
    fold: foldOf(row.text),
    text,
    triggers: program.findTriggers(text, target),
  };
}

/** Cases that share their beginning go to one fold: some sentences stand in several cases. */
function foldOf(text) {
  return crypto.createHash('sha256').update(text.slice(0, 24)).digest()[0] % folds;
}

function train(mode, rows) {
  const data = rows
    .map((row) => {
      const source = mode === 'known' ? languages.get(row.language ?? '') : undefined;
      if (mode === 'known' && !source) return undefined;
      return {row, source};
    })
    .filter(Boolean);
  const wordExamples = data.map(({row, source}) => examplesOfWords(row, source));
  const outside = [];
  let model;
  for (let fold = 0; fold <= folds; fold++) {
    const isOut = (i) => data[i].row.fold === fold;
    const trainOn = data.map((_, i) => i).filter((i) => !isOut(i));
    const word = newton(
      trainOn.flatMap((i) => wordExamples[i]),
      program.wordFeatureCount,
      1,
    );
    const half = {word, costs, run: [], thresholds: [0, 0, 0]};
    const runExamples = (i) => candidates(data[i], half);
    const run = newton(trainOn.flatMap(runExamples), program.runFeatureCount, 0.5);
    if (fold === folds) model = {...half, run};
    else
      for (let i = 0; i < data.length; i++)
        if (isOut(i))
          outside.push({
            row: data[i].row,
            candidates: runExamples(i).map((c) => ({...c, p: logistic(dot(run, c.x))})),
          });
  }
  model.thresholds = chooseThresholds(outside, aim[mode]);
  report(mode, outside, model.thresholds);
  return model;
}

function examplesOfWords(row, source) {
  const out = [];
  const x = new Float64Array(program.wordFeatureCount);
  const search = {text: row.text, target, languages: () => languages, source};
  for (const weighed of program.weighStretches(search, row.triggers)) {
    weighed.words.forEach((word, i) => {
      program.describeInSentence(weighed, i, x);
      const start = row.text.tokens.starts[word.token];
      const y = row.spans.some((span) => start >= span.start && start < span.end) ? 1 : 0;
      out.push({x: Float64Array.from(x), y});
    });
  }
  return out;
}

function candidates({row, source}, model) {
  const {starts, ends} = row.text.tokens;
  const x = new Float64Array(program.runFeatureCount);
  return program
    .findCandidates({text: row.text, target, languages: () => languages, source, model}, row.triggers)
    .map((candidate) => {
      program.describeRun(candidate, x);
      const start = starts[candidate.first];
      const end = ends[candidate.last];
      const inside = row.spans.reduce(
        (n, span) => n + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
        0,
      );
      return {
        x: Float64Array.from(x),
        y: inside * 2 >= end - start ? 1 : 0,
        start,
        end,
        size: Math.min(3, candidate.words.filter((w) => !w.number).length),
        language: candidate.language.code,
      };
    });
}

/** The thresholds, one a length, that find most while all false alarms together stay within `most` per 1000 words. */
function chooseThresholds(outside, most) {
  let words = 0;
  for (const {row} of outside) if (row.spans.length === 0) words += row.words;
  const allowed = Math.floor((most * words) / 1000);
  const bySize = [1, 2, 3].map((size) => {
    const all = outside.flatMap(({candidates, row}) =>
      candidates.filter((c) => c.size === size).map((c) => ({p: c.p, y: c.y, clean: row.spans.length === 0})),
    );
    const wrong = all
      .filter((c) => c.y === 0 && c.clean)
      .map((c) => c.p)
      .sort((a, b) => b - a);
    const right = all.filter((c) => c.y === 1).map((c) => c.p);
    return Array.from({length: allowed + 1}, (_, n) => {
      const threshold = Math.max(0.5, (wrong[n] ?? 0) + 0.0005);
      return {threshold, found: right.filter((p) => p >= threshold).length};
    });
  });
  let best = {found: -1};
  for (let a = 0; a <= allowed; a++) {
    for (let b = 0; a + b <= allowed; b++) {
      const picked = [bySize[0][a], bySize[1][b], bySize[2][allowed - a - b]];
      const found = picked.reduce((n, {found}) => n + found, 0);
      if (found > best.found)
        best = {found, thresholds: picked.map(({threshold}) => Number(threshold.toFixed(4)))};
    }
  }
  return best.thresholds;
}

function report(mode, outside, thresholds) {
  let gold = 0,
    found = 0,
    said = 0,
    right = 0,
    words = 0,
    noise = 0,
    articleWords = 0,
    articleNoise = 0;
  const byLength = {},
    byLanguage = {},
    byKind = {},
    wrong = [],
    missed = [];
  for (const {row, candidates} of outside) {
    const spoken = candidates.filter((c) => c.p >= thresholds[c.size - 1]);
    const show = (c) =>
      `${row.id ?? 'article'} ${row.kind} ${c.language} ${c.p.toFixed(2)} «${row.text.prose.slice(c.start, c.end)}» ${row.text.prose.slice(Math.max(0, c.start - 40), c.end + 40).replaceAll('\n', ' ')}`;
    if (row.isArticle) {
      articleWords += row.words;
      articleNoise += spoken.length;
      for (const c of spoken) wrong.push(show(c));
      continue;
    }
    said += spoken.length;
    right += spoken.filter((c) => c.y === 1).length;
    if (row.spans.length === 0) {
      words += row.words;
      noise += spoken.length;
      if (spoken.length) byKind[row.kind] = (byKind[row.kind] ?? 0) + spoken.length;
      for (const c of candidates.filter((c) => c.p >= 0.5)) wrong.push(show(c));
    }
    if (otherScript.has(row.lang)) continue;
    for (const span of row.spans) {
      const covered = spoken.reduce(
        (n, c) => n + Math.max(0, Math.min(c.end, span.end) - Math.max(c.start, span.start)),
        0,
      );
      const hit = covered * 2 >= span.end - span.start;
      gold++;
      if (hit) found++;
      else
        missed.push(
          `${row.id} ${row.lang} ${row.kind} «${row.text.prose.slice(span.start, span.end)}» ${candidates.map((c) => `${c.language}:${c.p.toFixed(2)}:${row.text.prose.slice(c.start, c.end)}`).join(' | ')}`,
        );
      const length = row.text.prose.slice(span.start, span.end).split(/\s+/).length;
      byLength[length] ??= [0, 0];
      byLanguage[row.lang] ??= [0, 0];
      for (const b of [byLength[length], byLanguage[row.lang]]) {
        b[0]++;
        if (hit) b[1]++;
      }
    }
  }
  const percent = (table) =>
    Object.entries(table)
      .map(([k, [n, hit]]) => `${k} ${(hit / n).toFixed(3)}`)
      .join('  ');
  console.log(`\n== ${mode}, Latin script, cross-validated; thresholds ${thresholds.join(' ')}`);
  console.log(
    `precision ${(right / said).toFixed(4)}  recall ${(found / gold).toFixed(4)}  false alarms per 1000 clean words ${((1000 * noise) / words).toFixed(3)} (${noise}); in articles ${((1000 * articleNoise) / articleWords).toFixed(3)} (${articleNoise})`,
  );
  console.log(percent(byLength), '\n', percent(byLanguage), '\n', JSON.stringify(byKind));
  const n = Number(option('--show', 0));
  if (n) console.log(`WRONG\n${wrong.slice(0, n).join('\n')}\nMISSED\n${missed.slice(0, n).join('\n')}`);
}

function dot(weights, x) {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * x[i];
  return sum;
}

function logistic(z) {
  return 1 / (1 + Math.exp(-z));
}

/** Logistic regression with an L2 penalty (none on the constant), by Newton's method. */
function newton(examples, size, penalty) {
  let w = new Float64Array(size);
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({length: size}, () => new Float64Array(size));
    for (const {x, y} of examples) {
      const p = logistic(dot(w, x));
      const v = Math.max(p * (1 - p), 1e-6);
      const used = [];
      for (let i = 0; i < size; i++) if (x[i] !== 0) used.push(i);
      for (const i of used) {
        gradient[i] += (y - p) * x[i];
        for (const j of used) hessian[i][j] += v * x[i] * x[j];
      }
    }
    for (let i = 0; i < size; i++) {
      if (i > 0) gradient[i] -= penalty * w[i];
      hessian[i][i] += i > 0 ? penalty : 1e-6;
    }
    const step = solve(hessian, gradient);
    let largest = 0;
    const next = w.map((value, i) => {
      const change = Math.max(-3, Math.min(3, step[i]));
      largest = Math.max(largest, Math.abs(change));
      return value + change;
    });
    w = next;
    if (largest < 1e-6) break;
  }
  return [...w].map((value) => Number(value.toFixed(4)));
}

/** Gaussian elimination with pivoting. */
function solve(matrix, right) {
  const n = right.length;
  const a = matrix.map((row, i) => [...row, right[i]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[pivot][c])) pivot = r;
    [a[c], a[pivot]] = [a[pivot], a[c]];
    for (let r = c + 1; r < n; r++) {
      const factor = a[r][c] / a[c][c];
      if (factor === 0) continue;
      for (let k = c; k <= n; k++) a[r][k] -= factor * a[c][k];
    }
  }
  const x = new Float64Array(n);
  for (let r = n - 1; r >= 0; r--) {
    let sum = a[r][n];
    for (let k = r + 1; k < n; k++) sum -= a[r][k] * x[k];
    x[r] = sum / a[r][r];
  }
  return x;
}
