import {describe, expect, test} from 'vitest';
import {bundledPhrases} from '../../src/config/bundled-phrases.js';
import {allRules} from '../../src/generated/rules.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {expandPhrase} from '../../src/lexicon/phrases/syntax.js';
import {lint} from '../support/lint.js';

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

  test.each(entries.map((e) => [e.phrase.slice(0, 60), e] as const))('%s', async (_, entry) => {
    const missed: string[] = [];
    for (const words of wording(entry)) {
      const block = entry.position === 'whole-block' ? words : `${words} Weber, we, you, Facebook`;
      const source = `The dam holds in the night\n\nThe water has stopped rising.\n\n${block}\n\nIt falls.\n`;
      const findings = await lint(source, {
        rules: [rule!],
        ...(entry.source?.[0] ? {sourceLanguage: entry.source[0]} : {}),
      });
      const at = source.indexOf(block);
      if (!findings.some((f) => f.start < at + block.length && f.end > at)) missed.push(words);
    }
    expect(missed).toEqual([]);
  });
});
