import {describe, expect, test} from 'vitest';
import term from '../../rules/terms/inconsistent-term.js';
import {lint} from '../support/lint.js';

const found = async (text: string): Promise<string[]> =>
  (await lint(text, {rules: [term]})).map((f) => text.slice(f.start, f.end));

describe('one term, two names', () => {
  test.each([
    ['the Ministry of Internal Affairs', 'the Ministry of the Interior'],
    ['the Union of Writers', 'the Writers’ Union'],
    ['the State Agency for Regional Development', 'the State Agency of Region Development'],
    ['the Law on Elections', 'the Law of Election'],
    ['the Commission for Human Rights', 'the Commission on Human Rights'],
    ['the Agricultural and Space Research Council', 'the Agriculture and Space Research Council'],
  ])('%s, %s', async (a, b) => {
    const text = `Then ${a} was named. Later ${a} was named again.\n\nAt last ${b} came.`;
    expect(await found(text)).toEqual([b.replace('the ', '')]);
  });
});

describe('two things', () => {
  test.each([
    ['the Council of Europe', 'the European Council'],
    ['the Ministry of Justice', 'the Justice Ministry'],
    ['the House Committee on Foreign Affairs', 'the Senate Committee on Foreign Affairs'],
    ['the Ministry of Finance of Latvia', 'the Ministry of Finances of Estonia'],
    ['the Party of Regions', 'the Party of Religion'],
    ['the Institute of Physics', 'the Institute of Physiology'],
    ['the Office of the President', 'the Office for Statistics'],
    ['the Council of Rectors', 'Ukraine’s Council'],
    ['the Institute of Sociology of Belarus', 'the Institute of Sociology'],
  ])('%s, %s', async (a, b) => {
    expect(await found(`Then ${a} was named. Later ${a} was named again.\n\nAt last ${b} came.`)).toEqual([]);
  });

  test('both in one sentence', async () => {
    expect(await found('The Law on Elections and the Law of Election are two.')).toEqual([]);
  });
});

test('a finding shows a few of the other places, however many there are', async () => {
  const text = 'The Union of Writers met. '.repeat(300) + 'The Writers’ Union did not. '.repeat(200);
  const findings = await lint(text, {rules: [term]});
  expect(findings).toHaveLength(200);
  for (const finding of findings) expect(finding.related.length).toBeLessThanOrEqual(5);
});
