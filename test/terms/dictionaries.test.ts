import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseDictionary} from '../../src/config/dictionary/parse.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {expandPhrase, Wild} from '../../src/lexicon/phrases/syntax.js';
import {findIn} from '../phrases/support.js';
import {root} from '../support/resources.js';

const files = ['calques', 'terms', 'fluency'].flatMap((folder) => {
  const dir = path.join(root, 'dictionaries', folder);
  return fs.readdirSync(dir).map((name) => `${folder}/${name}`);
});

/** A text in which the phrase stands as it is written: its first reading, wildcards filled in. */
function specimen(phrase: string, entry: DictionaryEntry): string {
  const reading = (expandPhrase(phrase)[0]?.text ?? '')
    .replace(/<number>/g, '7')
    .replace(/<name>/g, 'Kowalski')
    .replace(/<word>/g, 'some')
    .replace(/<0-\d+> ?/g, '')
    .replace(/\s+(?=[,.;:!?])/g, '');
  const company = (entry.near ?? []).slice(0, 1).map((word) => expandPhrase(word)[0]?.text ?? '');
  if (entry.position === 'whole-block') return reading;
  return `${reading} ${company.join(' ')}`.trim();
}

describe.each(files)('dictionaries/%s', (file) => {
  const {entries, problems} = parseDictionary(
    fs.readFileSync(path.join(root, 'dictionaries', file), 'utf8'),
    file,
  );

  test('has no mistake', () => {
    expect(problems).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });

  test.each(entries.map((e) => [e.phrase, e] as const))('%s', (_, entry) => {
    const ways = entry.kind === 'term' ? (entry.variants ?? []) : [entry.phrase, ...(entry.variants ?? [])];
    for (const way of ways) {
      const text = specimen(way, entry);
      expect(findIn(text, [entry]).matches.length, `finds itself in “${text}”`).toBeGreaterThan(0);
      // A wildcard in front would have every word of every text tried.
      for (const {elements} of [way, ...(entry.except ?? [])].flatMap(expandPhrase))
        expect(elements[0]).toBeLessThan(Wild.Number);
    }
    if (entry.kind === 'term') return;
    expect(entry.replace ?? entry.note, 'a replacement or a note').toBeDefined();
    for (const replacement of entry.replace ?? []) {
      expect(replacement, 'can be put into the text as it is').not.toMatch(/[()|…“”]/);
      const plain = replacement.replace(/~/g, '');
      if (!plain.includes('<'))
        expect(findIn(plain, [entry]).matches, 'a replacement is not itself wrong').toEqual([]);
    }
    if (entry.risk === 'context' && entry.kind === 'calque')
      expect(entry.source?.length ?? 0).toBeGreaterThan(0);
  });
});

test('no calque is written in two entries', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of files.filter((f) => f.startsWith('calques/'))) {
    for (const entry of parseDictionary(fs.readFileSync(path.join(root, 'dictionaries', file), 'utf8'), file)
      .entries) {
      const key = `${entry.phrase} ${entry.risk}`;
      if (seen.has(key)) twice.push(`${entry.origin} and ${seen.get(key)}: ${entry.phrase}`);
      seen.set(key, entry.origin);
    }
  }
  expect(twice).toEqual([]);
});
