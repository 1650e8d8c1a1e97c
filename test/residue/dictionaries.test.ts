import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {bundledPhrases} from '../../src/config/bundled-phrases.js';
import type {Linter} from '../../src/engine/linter.js';
import type {AnyRule} from '../../src/engine/rule.js';
import {allRules} from '../../src/generated/rules.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {expandPhrase} from '../../src/lexicon/phrases/syntax.js';
import {linterFor} from '../support/lint.js';

/** A text of the wording that an entry stands for, wildcards filled. */
function wording(entry: DictionaryEntry): string[] {
  const texts = expandPhrase(entry.phrase).map(({text}) => text);
  return texts.map((text) =>
    text
      .replaceAll('<number>', '7')
      .replaceAll('<name>', 'Weber')
      .replaceAll('<word>', 'weber')
      .replace(/\s*<0-\d+>/g, '')
      .trim(),
  );
}

/** What stands before labels and sentences that count in company alone. */
const companies: Readonly<Record<string, string>> = {
  'residue/page-label': 'Skip to content\n\n',
  talk: 'Here is the translated text:\n\n',
};

const linters = new Map<string, Linter>();

function linterOf(rule: AnyRule, sourceLanguage: string | undefined): Linter {
  const key = `${rule.meta.id} ${sourceLanguage}`;
  let linter = linters.get(key);
  if (!linter) {
    linter = linterFor({rules: [rule], ...(sourceLanguage ? {sourceLanguage} : {})});
    linters.set(key, linter);
  }
  return linter;
}

const kinds = new Map<string, DictionaryEntry[]>();
for (const entry of bundledPhrases().entries) {
  if (!/^(?:residue|structure)\/|^boilerplate$/.test(entry.kind)) continue;
  const list = kinds.get(entry.kind);
  if (list) list.push(entry);
  else kinds.set(entry.kind, [entry]);
}

test('there are dictionaries of residue', () => {
  expect(kinds.size).toBeGreaterThan(15);
});

describe.each([...kinds])('%s', (kind, entries) => {
  const rule = allRules.find((r) => r.meta.dictionaries?.includes(kind));

  test('is read by a rule', () => {
    expect(rule).toBeDefined();
  });

  test.each(entries.map((e) => [e.phrase.slice(0, 60), e] as const))('%s', (_, entry) => {
    const missed: string[] = [];
    for (const words of wording(entry)) {
      // Frames that people use too count where the sentence speaks of translating.
      const near = kind === 'residue/llm-trace' ? 'translate the sentence' : (entry.near?.[0] ?? 'you');
      const block = entry.position === 'whole-block' ? words : `${words} Weber, we, ${near}, Facebook`;
      const company =
        companies[kind === 'residue/llm-leak' && entry.severity === 'info' ? 'talk' : kind] ?? '';
      const source = `The dam holds in the night\n\nThe water has stopped rising.\n\n${company}${block}\n\nIt falls.\n`;
      const {findings} = linterOf(rule!, entry.source?.[0]).lint(readText(source));
      const at = source.lastIndexOf(block);
      if (!findings.some((f) => f.start < at + block.length && f.end > at)) missed.push(words);
    }
    expect(missed).toEqual([]);
  });
});
