import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {loadReader} from '../../src/article/read.js';
import {applyEdits, fixToConvergence} from '../../src/engine/fixer.js';
import type {AnyRule} from '../../src/engine/rule.js';
import {allRules} from '../../src/generated/rules.js';
import {linterFor, readAs} from '../support/lint.js';
import {type Example, readExamples} from '../support/page.js';
import {root} from '../support/resources.js';

describe.each(allRules.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  const file = path.join(root, 'rules', `${id}.md`);
  const page = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const examples = readExamples(page);

  test('has a page with examples for and against', () => {
    expect(page, `rules/${id}.md`).toContain(`# ${id}\n`);
    expect(examples.filter((e) => !e.good).length, 'bad examples').toBeGreaterThanOrEqual(2);
    expect(examples.filter((e) => e.good).length, 'good examples').toBeGreaterThanOrEqual(2);
    if (rule.meta.fixable)
      expect(
        examples.some((e) => e.fixed !== undefined),
        'a fixed block',
      ).toBe(true);
    if (rule.meta.hasSuggestions)
      expect(
        examples.some((e) => e.suggested !== undefined),
        'a suggested block',
      ).toBe(true);
  });

  test('repeats no example', () => {
    const keys = examples.map((e) =>
      JSON.stringify([e.text, e.original, e.options, e.language, e.sourceLanguage, e.format]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(examples.map((e) => [`line ${e.line} (${e.good ? 'good' : 'bad'})`, e] as const))(
    '%s',
    async (_, example) => {
      await checkExample(rule, example);
    },
  );
});

async function checkExample(rule: AnyRule, example: Example): Promise<void> {
  const linter = linterFor({
    rules: [rule],
    ...(example.language ? {language: example.language} : {}),
    ...(example.sourceLanguage ? {sourceLanguage: example.sourceLanguage} : {}),
    ...(example.options ? {options: example.options} : {}),
  });
  const {original} = example;
  const read = async (source: string) => {
    const article = await readAs(example.format, source);
    return original === undefined
      ? article
      : {...article, original: {article: await readAs(example.format, original)}};
  };
  const {findings} = linter.lint(await read(example.text));
  const show = (r: {start: number; end: number}) =>
    `${r.start}-${r.end} “${example.text.slice(r.start, r.end)}”`;
  expect(
    findings.map((f) => f.message).filter((m) => m.includes('{{') || m.includes('failed on this text')),
  ).toEqual([]);
  expect([...new Set(findings.map(show))].sort()).toEqual([...new Set(example.marked.map(show))].sort());
  if (example.good) return;
  expect(example.marked.length, 'a bad example marks what is wrong').toBeGreaterThan(0);
  if (example.fixed !== undefined) {
    const result = fixToConvergence(example.text, {
      read: await loadReader(example.format),
      lint: (article) => linter.lint(article),
    });
    expect(result.converged).toBe(true);
    expect(result.text).toBe(example.fixed);
  }
  if (example.suggested !== undefined) {
    const groups = findings.flatMap((f) => (f.suggestions[0] ? [f.suggestions[0].edits] : []));
    expect(groups.length, 'suggestions').toBeGreaterThan(0);
    expect(applyEdits(example.text, groups).text).toBe(example.suggested);
  }
}
