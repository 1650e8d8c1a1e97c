import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Format} from '../../src/article/article.js';
import {BlockCache} from '../../src/engine/block-cache.js';
import {allRules} from '../../src/generated/rules.js';
import {linterFor, readAs} from '../support/lint.js';
import {readExamples} from '../support/page.js';
import {root} from '../support/resources.js';

/** Blocks that rules have something to say about, from the pages of all rules. */
const blocks = allRules.flatMap((rule) => {
  const file = path.join(root, 'rules', `${rule.meta.id}.md`);
  return fs.existsSync(file)
    ? readExamples(fs.readFileSync(file, 'utf8'))
        .filter((e) => e.format === 'text')
        .map((e) => e.text)
    : [];
});
const linter = linterFor({rules: allRules});

describe('a cache of blocks', () => {
  test('rules of scope block listen to nothing beyond blocks', () => {
    for (const rule of allRules.filter((r) => r.meta.scope === 'block')) {
      const asked: string[] = [];
      const context = new Proxy(
        {},
        {
          get: (_, key) => {
            if (key === 'options') return rule.meta.defaultOptions ?? {};
            if (key === 'names') return () => void asked.push('names');
            return () => undefined;
          },
        },
      );
      let listeners = {};
      try {
        listeners = rule.create(context as never);
      } catch {
        // it reads the article at once, which the property below judges
      }
      expect(Object.keys(listeners), rule.meta.id).not.toContain('article');
      expect(Object.keys(listeners), rule.meta.id).not.toContain('name');
      expect(asked, rule.meta.id).toEqual([]);
    }
  });

  test.each(['text', 'markdown'] as Format[])(
    'property: after any edits, %s is linted as if for the first time',
    async (format) => {
      const step = fc.record({at: fc.nat(), text: fc.constantFrom(...blocks), drop: fc.nat(3)});
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...blocks), {minLength: 1, maxLength: 4}),
          fc.array(step, {maxLength: 4}),
          async (start, steps) => {
            const cache = new BlockCache();
            const page = [...start];
            for (const edit of [undefined, ...steps]) {
              if (edit) page.splice(edit.at % (page.length + 1), edit.drop, edit.text);
              const article = await readAs(format, page.join('\n\n'));
              expect(linter.lint(article, cache).findings).toEqual(linter.lint(article).findings);
            }
          },
        ),
        {numRuns: 60},
      );
    },
  );
});
