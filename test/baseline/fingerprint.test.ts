import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fingerprintOf, fingerprintsOf} from '../../src/engine/fingerprint.js';
import {findingsIn} from './subject.js';

/** The published FNV-1a, with integers of any size. */
function fnv1a(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

const rule = 'test/words';

describe('fingerprintOf', () => {
  it('is FNV-1a of rule, text and two tokens on either side', () => {
    const source = 'One two three, bad four five six.\n';
    const start = source.indexOf('bad');
    const parts = ['test/words', 'bad', 'three', ',', '\u0001', 'four', 'five'].join('\u0000');
    expect(fingerprintOf(source, {rule, start, end: start + 3})).toBe(fnv1a(Buffer.from(parts, 'utf16le')));
  });

  it('takes the same two tokens wherever it looks for them first', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'word', ' ', '          ', ',', '👩', 'é', 'long'.repeat(12)),
      minLength: 1,
      maxLength: 30,
    });
    const tokens = (part: string): string[] => part.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
    fc.assert(
      fc.property(text, text, (before, after) => {
        const source = `${before.slice(-199)} bad ${after.slice(0, 198)}`;
        const start = source.indexOf(' bad ', before.slice(-199).length) + 1;
        const parts = [
          'test/words',
          'bad',
          ...tokens(source.slice(0, start)).slice(-2),
          '\u0001',
          ...tokens(source.slice(start + 3)).slice(0, 2),
        ];
        expect(fingerprintOf(source, {rule, start, end: start + 3})).toBe(
          fnv1a(Buffer.from(parts.join('\u0000'), 'utf16le')),
        );
      }),
    );
  });

  it('does not look past the line', () => {
    const print = (source: string): string => {
      const start = source.indexOf('bad');
      return fingerprintOf(source, {rule, start, end: start + 3});
    };
    expect(print('over\nthe bad one\nunder')).toBe(print('the bad one'));
    expect(print('over\r\nthe bad one\r\nunder')).toBe(print('the bad one'));
    expect(print('the bad one')).not.toBe(print('a bad one'));
    expect(print('the bad one')).not.toBe(print('the bad two'));
  });

  it('tells a token before from a token after', () => {
    const at = (source: string): string =>
      fingerprintOf(source, {rule, start: source.indexOf('bad'), end: source.indexOf('bad') + 3});
    expect(at('x bad')).not.toBe(at('bad x'));
  });

  it('is the same for all line ends inside the text', () => {
    expect(fingerprintOf('a\r\nb', {rule, start: 0, end: 4})).toBe(
      fingerprintOf('a\nb', {rule, start: 0, end: 3}),
    );
  });
});

describe('fingerprintsOf', () => {
  it('numbers findings that are alike in the order of the text, whatever the order of the list', () => {
    const source = 'a bad b\na bad b\na worse b\n';
    const findings = findingsIn(source);
    const prints = fingerprintsOf(source, findings);
    expect(prints.map((print) => print.split(':')[1])).toEqual(['1', '2', '1']);
    expect(fingerprintsOf(source, [...findings].reverse())).toEqual([...prints].reverse());
  });

  it('never gives two findings of a text the same fingerprint', () => {
    const text = fc
      .array(fc.constantFrom('bad', 'worse', ' ', 'a', '\n', '.'), {maxLength: 60})
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (source) => {
        const prints = fingerprintsOf(source, findingsIn(source));
        expect(new Set(prints).size).toBe(prints.length);
      }),
    );
  });
});
