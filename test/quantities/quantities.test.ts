import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readFigure} from '../../src/quantities/figures.js';
import {readHan} from '../../src/quantities/han.js';
import {quantitiesOf} from '../../src/quantities/scan.js';
import {parseQuantityTable, type QuantityTable} from '../../src/quantities/table.js';
import {root} from '../support/resources.js';

const tables = new Map<string, QuantityTable>();
function table(language: string): QuantityTable {
  const found =
    tables.get(language) ??
    parseQuantityTable(fs.readFileSync(path.join(root, `dist/resources/quantities-${language}.json`)));
  tables.set(language, found);
  return found;
}

/** `value kind unit currency`, of all that claims something. */
function read(language: string, text: string): string[] {
  return quantitiesOf(text, 0, text.length, table(language))
    .items.filter(({soft}) => !soft)
    .map(({values, kind, unit, currencies}) =>
      [values.join('/'), kind, unit, currencies?.[0]].filter(Boolean).join(' '),
    );
}

describe('figures', () => {
  test.each([
    ['1,234,567', '.', [1234567]],
    ['12,34,567', '.', [1234567]],
    ['1.234,5', ',', [1234.5]],
    ['1 234 567', ',', [1234567]],
    ['1.234', ',', [1234, 1.234]],
    ['20,4', ',', [20.4]],
    ["1'000", '.', [1000]],
    ['٢٠٢١', '.', [2021]],
    ['１２', '.', [12]],
    ['٣٫٥', '.', [3.5]],
  ])('%s', (text, decimal, values) => {
    const figure = readFigure(text, 0, text.length, decimal);
    expect(figure.values).toEqual(values);
    expect(figure.end).toBe(text.length);
  });

  test('a time and a date', () => {
    expect(readFigure('16:40', 0, 5, '.').time).toEqual({hour: 16, minute: 40});
    expect(readFigure('12.03.2021', 0, 10, ',').parts).toEqual([12, 3, 2021]);
    expect(readFigure('10-20', 0, 5, '.').end).toBe(2);
  });
});

test.each([
  ['一万六七千', [16000, 17000]],
  ['三百万', [3000000]],
  ['3亿5千万', [350000000]],
  ['二〇二一', [2021]],
  ['1万2345', [12345]],
  ['１２．５万', [125000]],
])('%s', (text, values) => {
  expect(readHan(text, 0, text.length)?.values).toEqual(values);
});

test.each([
  ['en', 'Twenty-one men paid two hundred and five thousand dollars', ['21 number', '205000 number dollar']],
  ['en', '$3.2bn by 5 per cent', ['3200000000 number dollar', '5 number percent']],
  ['en', 'In May they may march', ['5 month']],
  [
    'ru',
    'двадцать одна тысяча гривен в среду 3 июня',
    ['21000 number hryvnia', '3 weekday', '3 number', '6 month'],
  ],
  ['de', 'einundzwanzig Kilometer, 5 Mrd. Euro', ['21 number km', '5000000000 number euro']],
  ['ar', 'خمس سنوات و20 مليون دولار', ['5 number year', '20000000 number dollar']],
  ['hi', '5 लाख रुपये', ['500000 number rupee']],
  ['ko', '3억 5천만 달러', ['350000000 number dollar']],
  ['ja', '１０月２４日（土）', ['10 month', '24 number', '6 weekday']],
  ['pt', 'na terça-feira', ['2 weekday']],
  ['ha', 'biliyan 4', ['4000000000 number']],
  ['tr', '5 milyon dolarlık proje çarşambaya', ['5000000 number dollar', '3 weekday']],
])('%s: %s', (language, text, expected) => {
  expect(read(language, text)).toEqual(expected);
});

test('places lie in the text and in order, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('en', 'ru', 'ja', 'ko', 'ar', 'th'),
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '12',
            '3,5',
            ' ',
            'two',
            'million',
            '万',
            '三',
            '年',
            '월',
            '%',
            '$',
            '/',
            '-',
            '.',
            'пять',
            'الف',
            '½',
          ),
          fc.string({unit: 'grapheme', maxLength: 4}),
        ),
        {maxLength: 30},
      ),
      (language, parts) => {
        const text = parts.join('');
        for (const {start, end} of quantitiesOf(text, 0, text.length, table(language)).items) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});
