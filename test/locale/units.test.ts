import {describe, expect, test} from 'vitest';
import {converted, difference, type Measure, measureAt} from '../../rules/locale/_shared/measures.js';
import {readText} from '../../src/article/read-text.js';
import {indexText} from '../../src/text/index-text.js';
import {TokenFlag} from '../../src/text/tokens.js';

function measures(source: string): Measure[] {
  const text = indexText(readText(source));
  const found: Measure[] = [];
  for (let i = 0; i < text.tokens.count; i++) {
    if (!((text.tokens.flags[i] as number) & TokenFlag.Number)) continue;
    const measure = measureAt(text, i);
    if (measure) found.push(measure);
  }
  return found;
}

describe('measures', () => {
  test.each([
    ['5 km', 'distance', 5],
    ['5km', 'distance', 5],
    ['1,250-mile', 'distance', 1250],
    ['80 km per hour', 'speed', 80],
    ['80 km/h', 'speed', 80],
    ['60 miles an hour', 'speed', 60],
    ['7.5 square kilometers', 'area', 7.5],
    ['300 sq. ft', 'area', 300],
    ['20 °C', 'temperature', 20],
    ['20°C', 'temperature', 20],
    ['68 degrees Fahrenheit', 'temperature', 68],
    ['weighs 12 pounds', 'mass', 12],
    ['3 million acres', 'area', undefined],
  ])('%s', (source, kind, value) => {
    expect(measures(source).map(({unit, value}) => [unit.kind, value])).toEqual([[kind, value]]);
  });

  test.each(['5 m', '12 pounds', '40 miles a gallon', '5 g per km', '8 Mile', '20 degrees'])(
    'none that is compared with another in %s',
    (source) => {
      expect(measures(source)).toEqual([]);
    },
  );

  test.each([
    ['26 miles, 1 km', '42'],
    ['26.2 miles, 1 km', '42.2'],
    ['1,000 feet, 1 meter', '300'],
    ['10,000 acres, 1 hectare', '4,000'],
    ['30 °C, 1 °F', '86'],
    ['it was -40 °F, 1 °C', '-40'],
  ])('%s', (source, value) => {
    const [from, to] = measures(source) as [Measure, Measure];
    expect(converted(from, to.unit)).toBe(value);
  });

  test('a conversion differs little, whichever way it is read', () => {
    for (const source of ['26 miles, 42 km', '42 km, 26 miles', '20 °C, 68 °F', '100 acres, 40 hectares']) {
      const [a, b] = measures(source) as [Measure, Measure];
      expect(difference(a, b)).toBeLessThan(0.05);
    }
    const [a, b] = measures('50 km, 50 miles') as [Measure, Measure];
    expect(difference(a, b)).toBeGreaterThan(0.3);
  });
});
