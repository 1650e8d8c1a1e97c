// Makes bench/quality/articles.jsonl from the articles: {id, origin, genre, text, clean, labels: [{start, end, kind, clean}]} a
// line, offsets in UTF-16 units into `text`.
//
//   node bench/quality/records.mjs [--check]     with --check, says whether the file is fresh, and writes nothing
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {readArticles} from './marks.mjs';

const folder = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(folder, 'articles.jsonl');

/** Every article of the benchmark, by file. */
export function allArticles() {
  const articles = path.join(folder, 'articles');
  return fs
    .readdirSync(articles)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readArticles(fs.readFileSync(path.join(articles, name), 'utf8'), name));
}

export const linesOf = (articles) => articles.map((article) => `${JSON.stringify(article)}\n`).join('');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fresh = linesOf(allArticles());
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(target, fresh);
  } else if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== fresh) {
    console.error(
      'bench/quality/articles.jsonl is not what the articles say; run node bench/quality/records.mjs',
    );
    process.exitCode = 1;
  }
}
