// The quality benchmark: how much of what was planted in articles written for it calque tells, and how much it says of
// their clean twins. Needs a build.
//
//   npm run bench:quality [-- --write | --check | --missed KIND | --noise]
//
//   --write        put the table into docs/quality.md
//   --check        say whether the table of docs/quality.md is that of this build
//   --missed KIND  list the planted defects of a kind or family that are not told
//   --noise        list what is said of the clean twins
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {judge, tableOf} from './judge.mjs';
import {allArticles} from './records.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cli = path.join(root, 'dist/cli.js');
const page = path.join(root, 'docs/quality.md');
const argv = process.argv.slice(2);
const presets = ['recommended', 'strict'];

if (!fs.existsSync(cli)) {
  console.error('dist/cli.js is missing; run npm run build first');
  process.exit(2);
}
const articles = allArticles();
const results = new Map(presets.map((preset) => [preset, lint(preset)]));
const tables = presets
  .map((preset) => `Preset \`${preset}\`:\n\n${tableOf(judge(results.get(preset)))}`)
  .join('\n\n');

if (argv.includes('--noise')) listNoise();
else if (argv.includes('--missed')) listMissed(argv[argv.indexOf('--missed') + 1] ?? '');
else if (argv.includes('--write') || argv.includes('--check')) renewPage();
else console.log(tables);

/** Both twins of every article through one stream. */
function lint(preset) {
  const records = articles.flatMap(({id, origin, text, clean}) => [
    {id: `${id} damaged`, text, language: 'en', source_language: origin},
    {id: `${id} clean`, text: clean, language: 'en', source_language: origin},
  ]);
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    [cli, 'stream', '--no-config', '--preset', preset],
    {
      cwd: os.tmpdir(),
      input: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status === 2 || stdout === '') {
    console.error(stderr);
    process.exit(2);
  }
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return articles.map((article, i) => ({
    ...article,
    damaged: lines[2 * i].findings,
    cleanText: article.clean,
    clean: lines[2 * i + 1].findings,
    words: lines[2 * i + 1].score.words,
  }));
}

/** The part of the page between its two comments is the table. */
function renewPage() {
  const text = fs.readFileSync(page, 'utf8');
  const part = /(<!-- figures -->\n)[\s\S]*?(\n<!-- end of figures -->)/;
  if (!part.test(text)) {
    console.error('docs/quality.md has no <!-- figures --> and <!-- end of figures -->; put them back');
    process.exit(2);
  }
  const fresh = text.replace(part, (_, before, after) => `${before}\n${tables}\n${after}`);
  if (argv.includes('--write')) fs.writeFileSync(page, fresh);
  else if (fresh !== text) {
    console.error(
      'The table of docs/quality.md is not that of this build; run npm run bench:quality -- --write',
    );
    process.exitCode = 1;
  }
}

function listMissed(kind) {
  for (const {id, text, labels, damaged} of results.get('recommended')) {
    for (const label of labels) {
      if (!label.kind.startsWith(kind)) continue;
      if (judge([{labels: [label], damaged, clean: [], words: 0}]).rows.get('all').told > 0) continue;
      const {start, end} = label;
      console.log(`${id} ${label.kind}: ${shown(text, start, end)}`);
    }
  }
}

function listNoise() {
  for (const {id, cleanText, clean} of results.get('recommended'))
    for (const {rule, start, end, message} of clean)
      console.log(`${id} ${rule}: ${shown(cleanText, start, end)} ${message}`);
}

function shown(text, start, end) {
  const around = `${text.slice(Math.max(0, start - 40), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 40)}`;
  return around.replaceAll('\n', '⏎');
}
