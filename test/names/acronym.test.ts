import {describe, expect, test} from 'vitest';
import acronym from '../../rules/names/acronym.js';
import {lint} from '../support/lint.js';

const said = async (text: string) =>
  (await lint(text, {rules: [acronym]})).map((finding) => `${finding.start} ${finding.text}`);

describe('names/acronym', () => {
  test('the acronym that does not fit is the odd one, wherever it stands, and is told once', async () => {
    const text =
      'The Port Safety Board (HSA) met. The Port Safety Board (PSB) met. The Port Safety Board (PSB) met.';
    expect(await said(text)).toEqual([`${text.indexOf('HSA')} HSA`]);
  });

  test('each place of the odd acronym is told', async () => {
    const text =
      'The Port Safety Board (PSB) met. The Port Safety Board (HSA) met. The Port Safety Board (HSA) met.';
    expect((await said(text)).length).toBe(2);
  });

  test('an acronym with a small letter inside', async () => {
    const text = 'The Port Safety Board (PSB) met. Members of the Port Safety Board (TsPB) met.';
    expect(await said(text)).toEqual([`${text.indexOf('TsPB')} TsPB`]);
  });

  test('a further name word makes another organisation', async () => {
    expect(await said('The Port Safety Board (PSB) met. The Danish Port Safety Board (HSA) met.')).toEqual(
      [],
    );
  });

  test('letters in another order are left to the rule on them', async () => {
    expect(await said('The Port Safety Board (PSB) met. The Port Safety Board (BPS) met.')).toEqual([]);
  });

  test('agencies, countries and parties in brackets are no acronyms', async () => {
    expect(
      await said(
        'The White House (AP). The White House (AFP). Jane Hill Roe (USA) ran. Jane Hill Roe (UK) too.',
      ),
    ).toEqual([]);
  });

  test('a hyphen, an article or a shorter form makes no other name', async () => {
    expect(
      await said(
        'High-Speed Rail Link (HSRL), the High Speed Rail Link (HSRL), Speed Rail Link (HSRL), HSRL (the High Speed Rail Link).',
      ),
    ).toEqual([]);
  });

  test('both shapes of definition are compared', async () => {
    const text = 'WGF (World Grain Fund) lent a million. Yesterday the World Corn Fund (WGF) lent two.';
    expect(await said(text)).toEqual([`${text.indexOf('World Corn')} World Corn Fund`]);
  });
});
