import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Format, ReadArticle} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import type {Finding} from '../../src/engine/finding.js';
import {type Fixing, fixToConvergence, type Linted} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';
import {readExamples} from '../support/page.js';
import {
  bareMarkup,
  isTypography,
  isWithin,
  liveSigns,
  proseLetters,
  writesNothing,
  writtenAs,
} from '../support/proof.js';
import {root} from '../support/resources.js';

/** Texts at hand that lie beside the project; of those, as many as a test may take. */
const shared = path.join(root, '../shared/bench');
const mostShared = 120;

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const read = (file: string): string => fs.readFileSync(file, 'utf8');

function textsOf(file: string): string[] {
  if (/\.(?:txt|md|html)$/.test(file)) return [read(file)];
  if (!file.endsWith('.jsonl')) return [];
  return read(file)
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const record: unknown = JSON.parse(line);
      const text =
        (record as {text?: unknown; target?: unknown}).text ?? (record as {target?: unknown}).target;
      return typeof text === 'string' ? [text] : [];
    });
}

const ours = [
  ...filesBelow(path.join(root, 'samples')).flatMap(textsOf),
  ...filesBelow(path.join(root, 'rules'))
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => readExamples(read(file)).map(({text}) => text)),
];
const theirs = ['corpus', 'docs', 'mqm', 'foreign', 'bilingual', 'reports'].flatMap((set) =>
  filesBelow(path.join(shared, set)).flatMap(textsOf),
);
const stride = Math.max(1, Math.floor(theirs.length / mostShared));
const texts = [...ours, ...theirs.filter((_, i) => i % stride === 0)];

describe.each<Format>(['text', 'markdown', 'html'])('fixes of all texts at hand, in %s', (format) => {
  const linter = linterFor({preset: 'strict'});
  let reader: ReadArticle;
  const fixing = (wants: (finding: Finding) => boolean): Fixing<Linted> => ({
    read: reader,
    lint: (article) => linter.lint(article),
    wants,
  });
  const each = (check: (source: string) => void): void => {
    for (const text of texts) check(writtenAs(format, text));
  };

  beforeAll(async () => {
    reader = await loadReader(format);
  });

  test('leave the tree of markup, and a second run changes nothing', {timeout: 600_000}, () => {
    let fixed = 0;
    each((source) => {
      const once = fixToConvergence(
        source,
        fixing(() => true),
      );
      fixed += once.fixed;
      if (once.text === source) return;
      expect(once.converged, source).toBe(true);
      expect(bareMarkup(reader(once.text)), source).toBe(bareMarkup(reader(source)));
      if (format === 'text') expect(liveSigns(once.text), source).toBeLessThanOrEqual(liveSigns(source));
      expect(
        fixToConvergence(
          once.text,
          fixing(() => true),
        ).text,
        source,
      ).toBe(once.text);
    });
    expect(fixed).toBeGreaterThan(100);
  });

  test('of class typography change no letter', {timeout: 600_000}, () => {
    each((source) => {
      const {text} = fixToConvergence(
        source,
        fixing(({rule}) => isTypography(rule)),
      );
      expect(proseLetters(reader(text)), source).toBe(proseLetters(reader(source)));
    });
  });

  test('of rules that only delete write none', {timeout: 600_000}, () => {
    each((source) => {
      const {text} = fixToConvergence(
        source,
        fixing(({rule}) => writesNothing(rule)),
      );
      expect(isWithin(proseLetters(reader(text)), proseLetters(reader(source))), source).toBe(true);
    });
  });
});
