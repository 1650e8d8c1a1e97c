import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {jsonText} from '../../src/report/json-text.js';

describe('JSON for strict readers', () => {
  test.each([
    ['a high surrogate', 'a\ud800b', 'a\ufffdb'],
    ['a low one', '\udfff', '\ufffd'],
    ['two the wrong way round', '\udc00\ud800', '\ufffd\ufffd'],
    ['an emoji', '😀', '😀'],
    ['what only looks like one', '\\ud800', '\\ud800'],
    ['behind a backslash', '\\\ud800', '\\\ufffd'],
    ['two backslashes', '\\\\ud800', '\\\\ud800'],
  ])('%s', (_, text, read) => {
    const json = jsonText({[text]: [text]}, 2);
    expect(json).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f]/i);
    expect(JSON.parse(json)).toEqual({[read]: [read]});
  });

  test('says what it was given, as long as that was, and nothing that a terminal or a log obeys', () => {
    const part = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '\\',
        '"',
        '\u009b31m',
        '\u202e',
        '\u200b',
        '\u{e0041}',
        '##[',
        '##vso[',
      ),
    );
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(undefined, 2), (parts, indent) => {
        const text = parts.join('');
        const json = jsonText([text], indent);
        expect(JSON.parse(json)).toEqual([text.replace(/\p{Cs}/gu, '\ufffd')]);
        expect(json).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|##[a-z]*\[/iu);
      }),
      {numRuns: 1000},
    );
  });
});
