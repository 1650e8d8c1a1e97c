import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Excerpt, excerptOf} from '../../src/report/excerpt.js';
import {textWidth} from '../../src/report/text-width.js';
import {visible} from '../../src/report/visible.js';

/** The part of a line that an excerpt marks, found by columns. */
function marked(source: string, text: string, width = 80): string {
  const start = source.indexOf(text);
  const excerpt = excerptOf(source, start, start + text.length, width);
  let column = 0;
  let out = '';
  for (const {segment} of new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(excerpt.line)) {
    if (column >= excerpt.indent && column < excerpt.indent + excerpt.marked) out += segment;
    column += textWidth(segment);
  }
  return out;
}

const replaced = (excerpt: Excerpt): Excerpt => ({...excerpt, line: excerpt.line.replaceAll('अ', 'a')});

describe('excerptOf', () => {
  it('marks the place in its line', () => {
    expect(excerptOf('one\ntwo three\nfour', 8, 13, 80)).toEqual({line: 'two three', indent: 4, marked: 5});
  });

  it('aligns tabs, wide characters, marks and emoji', () => {
    expect(excerptOf('\ta\tZaparov', 3, 10, 80)).toEqual({line: '    a   Zaparov', indent: 8, marked: 7});
    expect(excerptOf('東京 Zaparov', 3, 10, 80)).toEqual({line: '東京 Zaparov', indent: 5, marked: 7});
    expect(excerptOf('cafe\u0301 Zaparov', 6, 13, 80).indent).toBe(5);
    expect(excerptOf('👩‍👩‍👧 Zaparov', 9, 16, 80).indent).toBe(3);
  });

  it('takes the short way for plain text only where it gives the same columns', () => {
    for (let code = 0x20; code < 0x2100; code++) {
      if (code >= 0x590 && code < 0x1e00) continue;
      const text = String.fromCharCode(code);
      // Beside a wide character the long way is taken.
      if (visible(text) === text) expect([code, textWidth(text)]).toEqual([code, textWidth(`東${text}`) - 2]);
    }
  });

  it('marks the whole of a letter when a finding is on one of its marks', () => {
    expect(excerptOf('cafe\u0301 x', 4, 5, 80)).toMatchObject({indent: 3, marked: 1});
  });

  it('cuts a long line round the place', () => {
    const source = `${'before '.repeat(40)}Zaparov${' after'.repeat(40)}`;
    const excerpt = excerptOf(source, source.indexOf('Zaparov'), source.indexOf('Zaparov') + 7, 60);
    expect(textWidth(excerpt.line)).toBeLessThanOrEqual(60);
    expect(excerpt.line).toMatch(/^….*Zaparov.*…$/);
    expect(marked(source, 'Zaparov', 60)).toBe('Zaparov');
  });

  it('stands at the end of a line for a place there, and marks only the first of several lines', () => {
    expect(excerptOf('one\ntwo', 3, 3, 80)).toEqual({line: 'one', indent: 3, marked: 0});
    expect(excerptOf('one two\nthree', 4, 10, 80)).toEqual({line: 'one two', indent: 4, marked: 3});
    expect(excerptOf('', 0, 0, 80)).toEqual({line: '', indent: 0, marked: 0});
  });

  it('shows what cannot be seen', () => {
    expect(excerptOf('a\u001b[31mb', 1, 2, 80)).toEqual({line: 'a␛[31mb', indent: 1, marked: 1});
    expect(excerptOf('a\u202eb', 1, 2, 80)).toEqual({line: 'a<U+202E>b', indent: 1, marked: 8});
  });

  it('never passes the width, leaves no control character, and marks inside the line, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        'b ',
        '\t',
        '東',
        'e\u0301',
        '👩‍👩‍👧',
        '\u001b',
        '\n',
        '\r\n',
        '\u202e',
        '\ud800',
        'ก็',
      ),
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.integer({min: 10, max: 60}), (source, a, b, width) => {
        const start = source.length === 0 ? 0 : a % (source.length + 1);
        const end = Math.min(source.length, start + (b % 50));
        const {line, indent, marked} = excerptOf(source, start, end, width);
        expect(visible(line)).toBe(line);
        expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(indent + marked).toBeLessThanOrEqual(textWidth(line));
      }),
    );
  });

  it('cuts a plain line as it cuts one that has to be laid out', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-c ]{0,200}$/),
        fc.nat(),
        fc.nat({max: 90}),
        fc.integer({min: 10, max: 60}),
        (line, a, b, width) => {
          const start = a % (line.length + 1);
          const end = Math.min(line.length, start + b);
          // A Devanagari letter takes one column, but is not among the plain ones.
          expect(excerptOf(line, start, end, width)).toEqual(
            replaced(excerptOf(line.replaceAll('a', 'अ'), start, end, width)),
          );
        },
      ),
    );
  });

  it('looks at no more of a huge line than it shows', () => {
    const source = 'x'.repeat(2_000_000);
    expect(excerptOf(source, 1_000_000, 1_000_005, 80)).toMatchObject({marked: 5});
  });
});
