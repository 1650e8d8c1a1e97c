import {expect, test} from 'vitest';
import institution from '../../rules/terms/inconsistent-institution.js';
import {lint} from '../support/lint.js';

test('a finding shows a few of the other places, however many there are', async () => {
  const text =
    'The Central Electoral Commission met. '.repeat(300) +
    'The Central Election Commission did not. '.repeat(200);
  const findings = await lint(text, {rules: [institution]});
  expect(findings).toHaveLength(200);
  for (const finding of findings) expect(finding.related.length).toBeLessThanOrEqual(5);
});
