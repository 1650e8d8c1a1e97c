import {describe, expect, it} from 'vitest';
import {lint} from '../support/lint.js';

const told = async (text: string, language = 'en') =>
  (await lint(text, {language})).map(({rule, messageId, text: at}) => `${rule}/${messageId} ${at}`);

describe('a sentence in another language', () => {
  it('is one finding, and its numbers and marks are its own', async () => {
    expect(
      await told(
        'The mayor spoke on Monday. Der Preis stieg um 3,5 % auf 1.250,50 Euro, sagte der Minister. Then he left.',
      ),
    ).toEqual(['foreign/fragment/words Der Preis stieg um 3,5 % auf 1.250,50 Euro, sagte der Minister']);
  });

  it.each([
    'He praised the vyriausybės sprendimas, which costs 3,5 percent of the budget, and the seimo nariai.',
    'The vyriausybės sprendimas was read and the seimo nariai left at 1.250,50 euros.',
  ])('is none where words of the article join it: %s', async (text) => {
    const findings = await told(text);
    expect(findings.filter((f) => f.startsWith('foreign/fragment')).length).toBe(2);
    expect(findings.some((f) => f.startsWith('locale/number-separators'))).toBe(true);
  });

  it('keeps its marks in another script', async () => {
    const findings = await told('He quoted the paper: 市長は"橋は五月に開く"と述べた。 Then he left.');
    expect(findings.filter((f) => !f.startsWith('foreign/script'))).toEqual([]);
    expect(await told('The note said: 网站的网址是example.com。')).not.toContainEqual(
      expect.stringContaining('full-width'),
    );
  });
});

describe('a whole text in another language', () => {
  it.each([
    [
      'German',
      'Der Preis für Strom stieg im Januar um 3,5 % auf 1.250,50 Euro, teilte der Minister am Montag mit. "Wir müssen jetzt handeln ", sagte er.\n\nDie Opposition kritisierte den Plan scharf und forderte eine neue Abstimmung im Parlament. Das Gesetz soll am 5. Mai in Kraft treten.',
    ],
    [
      'Lithuanian',
      'Vyriausybė pirmadienį pritarė naujam planui. Premjeras sakė, kad kaina kils 3,5 % iki 1 250,50 euro.\n\n„Turime veikti dabar “,– sakė jis .\n\nOpozicija planą griežtai sukritikavo ir pareikalavo naujo balsavimo Seime.',
    ],
    [
      'Czech',
      'Město má 1.250.000 obyvatel a cena vzrostla o 3,5 %. „Musíme jednat“, řekl starosta v pondělí.\n\nOpozice s návrhem nesouhlasí , a chce se obrátit na soud.',
    ],
  ])('is told once: %s', async (name, text) => {
    const findings = await lint(text, {language: 'en'});
    expect(findings.map(({messageId}) => messageId)).toEqual(['article']);
    expect(findings[0]?.message).toContain(`in ${name}, but is checked as English`);
  });
});
