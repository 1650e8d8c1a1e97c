import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Format} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import {Articles} from '../../src/editor/articles.js';
import type {EditorHost} from '../../src/editor/host.js';
import {OpenText} from '../../src/editor/open-text.js';
import {editsBetween} from '../../src/engine/edits-between.js';
import {applyEdits} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';
import {root} from '../support/resources.js';
import {positionAt} from './client.js';

const linter = linterFor({preset: 'strict'});

function hostOf(format: Format): EditorHost {
  return {
    version: '',
    rules: new Map(),
    configure: () => {},
    reload: () => {},
    concerns: () => false,
    lintingOf: async () => ({linter, format, maxLength: 1e9}),
    pageOf: () => undefined,
  };
}

const samples = path.join(root, 'samples');
const textOf = (name: string): string => fs.readFileSync(path.join(samples, name), 'utf8');
const articles: [Format, string][] = [
  ['text', textOf('bridge-inquiry.lt.txt')],
  ['text', textOf('rail-line.uk.txt').replaceAll('\n', '\r\n')],
  ['markdown', textOf('harbour.tr.md')],
  ['html', textOf('lava.is.html')],
];

/** What people type, paste and delete, and what breaks readers: marks, tags, line ends, halves of surrogate pairs. */
const typed = fc.oneof(
  fc.constantFrom(
    ' ',
    '.',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '“',
    '”',
    '"',
    '(',
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '&amp',
    ';',
    '`',
    '```\n',
    '# ',
    '- ',
    '> ',
    'the the',
    'an big',
    '\ud83d',
    '\ude00',
    '\u00a0',
    '---\n',
    '<!-- calque-disable fluency/a-an -->\n',
    '# calque-disable-next-line\n',
    'Zaparov',
    'Read more:',
    '',
  ),
  fc.string({maxLength: 6, unit: 'binary'}),
  fc.constantFrom(...articles.map(([, text]) => text.slice(100, 400))),
);
const edit = fc.record({
  from: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: typed,
});

describe('an article that is edited', () => {
  test.each(articles)('property: in %s, is found in what a fresh run finds', async (format, start) => {
    const read = await loadReader(format);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, {minLength: 1, maxLength: 3}), {maxLength: 8}),
        async (batches) => {
          const store = new Articles(hostOf(format));
          const uri = 'file:///a';
          store.open(new OpenText(uri, '', 1, start));
          let text = start;
          let version = 1;
          for (const batch of [[], ...batches]) {
            const changes = batch.map(({from, length, text: insert}) => {
              // Between the two characters of a line end there is no position.
              const a = offsetInLine(text, from % (text.length + 1));
              const b = offsetInLine(text, Math.min(a + length, text.length));
              const change = {range: {start: positionAt(text, a), end: positionAt(text, b)}, text: insert};
              text = text.slice(0, a) + insert + text.slice(b);
              return change;
            });
            store.replace((store.textOf(uri) as OpenText).with(changes, ++version));
            const checked = await store.check(uri);
            expect(checked?.text.text).toBe(text);
            if (checked?.kind !== 'linted') throw new Error(checked?.kind);
            const fresh = linter.lint(read(text));
            expect(checked.findings).toEqual(fresh.findings);
            expect(checked.score).toEqual(fresh.score);
          }
        },
      ),
      {numRuns: 25},
    );
  });

  test('property: the edits between two texts make one the other', () => {
    const line = fc.constantFrom('a b c', 'a x c', '', 'one', 'öne 😀', 'öne 😁');
    const page = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '')), {maxLength: 8})
      .map((lines) => lines.map(([text, end]) => text + end).join(''));
    fc.assert(
      fc.property(page, page, (before, after) => {
        const edits = editsBetween(before, after);
        expect(applyEdits(before, [edits]).text).toBe(after);
        for (const {start, end, text} of edits) {
          expect(before.slice(start, end)).not.toBe(text);
          for (const at of [start, end])
            expect(before.slice(at - 1, at + 1)).not.toMatch(/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/);
        }
      }),
    );
  });

  test('an edit while the linter is being made is not lost', async () => {
    let give = (): void => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    const host = hostOf('text');
    const store = new Articles({
      ...host,
      lintingOf: async (uri, languageId) => {
        await given;
        return host.lintingOf(uri, languageId);
      },
    });
    store.open(new OpenText('file:///a', '', 1, 'It was an big day.'));
    const checking = store.check('file:///a');
    store.replace(new OpenText('file:///a', '', 2, 'It was a big day.'));
    give();
    const checked = await checking;
    expect(checked).toMatchObject({kind: 'linted', findings: [], text: {version: 2}});
    store.close('file:///a');
    expect(await store.check('file:///a')).toBeUndefined();
  });
});

function offsetInLine(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}

test('a text that takes too long is told, and checked again when half of it is gone', async () => {
  let time = 0;
  const articles = new Articles(hostOf('text'), () => {
    time += 3000;
    return time;
  });
  const slow = new Articles(hostOf('text'), () => {
    time += 9000;
    return time;
  });
  const text = 'He flew to Kiev. '.repeat(20);
  for (const each of [articles, slow]) {
    each.open(new OpenText('a:1', 'plaintext', 1, text));
    expect((await each.check('a:1'))?.kind).toBe('linted');
    each.replace(new OpenText('a:1', 'plaintext', 2, `${text}More.`));
  }
  expect((await articles.check('a:1'))?.kind).toBe('linted');
  expect(await slow.check('a:1')).toMatchObject({
    kind: 'silent',
    reason: expect.stringContaining('9 seconds'),
  });
  slow.replace(new OpenText('a:1', 'plaintext', 3, text.slice(0, 100)));
  expect((await slow.check('a:1'))?.kind).toBe('linted');
});
