import {describe, expect, it} from 'vitest';
import {lint} from '../support/lint.js';

async function foreign(text: string, sourceLanguage?: string) {
  const findings = await lint(text, {language: 'en', ...(sourceLanguage ? {sourceLanguage} : {})});
  return findings.filter(({rule}) => rule.startsWith('foreign/'));
}

const around = (words: string): string =>
  `The man in the office said ${words} and left the house before noon.`;

describe('the language of a fragment', () => {
  it.each([
    ['lt', 'kad vyriausybė atsistatydins'],
    ['pl', 'że rząd podał się do dymisji'],
    ['fi', 'että hallitus eroaa pian'],
    ['hu', 'hogy a kormány lemondott'],
    ['tr', 'hükümetin istifa ettiğini'],
    ['ru', 'правительство приняло решение'],
    ['uk', 'уряд ухвалив рішення'],
    ['bg', 'правителството взе решение'],
    ['be', 'урад прыняў рашэнне'],
    ['sr', 'влада је усвојила одлуку'],
    ['mk', 'владата ја донесе одлуката'],
    ['kk', 'үкімет қаулы қабылдады'],
    ['ky', 'өкмөт токтом кабыл алды'],
  ])('is named where it is sure: %s, %s', async (language, words) => {
    expect((await foreign(around(words))).map(({data}) => data.language)).toEqual([language]);
  });

  it.each([
    [['hr', 'bs', 'sr'], 'da je vlada podnijela ostavku'],
    [['id', 'ms'], 'akan datang besok pagi'],
  ])('is one of several that are written alike: %s, %s', async (languages, words) => {
    const [finding] = await foreign(around(words));
    expect(finding?.data.languages).toEqual(languages);
    expect(finding?.data).not.toHaveProperty('language');
    expect(finding?.message).toMatch(/ or /);
  });

  it('is the one that was told, of several that are written alike', async () => {
    expect((await foreign(around('da je vlada podnijela ostavku'), 'hr'))[0]?.data.language).toBe('hr');
  });

  it.each([
    ['lt', '[Kirgizijos ir Rusijos]'],
    ['lt', '[Prancūzijoje ir Vokietijoje]'],
    ['lv', '[Vācijas un Francijas]'],
    ['pl', '[Niemiec oraz Francji]'],
    ['et', '[Saksamaal ja Prantsusmaal]'],
  ])('is known by the names of countries: %s, %s', async (language, words) => {
    expect((await foreign(around(words))).map(({data}) => data.language)).toEqual([language]);
  });

  it.each([
    'sadzimy dalej',
    'vyriausybės sprendimas',
    'nechtěli hlasovat',
    'odottaa niiden',
    'zostanie otwarty',
  ])('is not less sure for being told: %s', async (words) => {
    const [untold] = await foreign(around(words));
    const language = untold?.data.language as string;
    const [told] = await foreign(around(words), language);
    expect(told?.data.language).toBe(language);
    expect(told?.data.certainty).toBeGreaterThanOrEqual(untold?.data.certainty as number);
  });
});

describe('a paragraph', () => {
  it('that begins in English is not foreign as a whole', async () => {
    const findings = await foreign(
      'He said “Слава Україні” and “Мы уже приехали домой вечером”, then “Ми всі залишимося тут до ранку”.',
    );
    expect(findings.every(({rule}) => rule === 'foreign/script')).toBe(true);
    expect(findings.map(({data}) => data.language)).toEqual(['uk', 'ru', 'uk']);
  });
});

describe('foreign names are left alone, and noted in strict alone', () => {
  it.each([
    'The hall belongs to Steinhóll ehf. and its owners from the north.',
    'The contract was won by Nova gradnja d.o.o. in May this year.',
    'The market was sold to UAB Miesto statyba for two million euros.',
    'The paper Kauno diena wrote about it on Monday morning.',
    'Police were called to Staroměstské náměstí in the centre of the town.',
    'A fire broke out in viale Regina Margherita at noon on Friday.',
    'He plays for Crvena zvezda and used to play for another club in 2010.',
    'The opposition party “Lietuvos laisvė” won four seats in the council.',
    'Members of the Fédération des sociétés savantes met in the town hall.',
  ])('%s', async (text) => {
    expect(await foreign(text)).toEqual([]);
    const strict = await lint(text, {preset: 'strict'});
    expect(strict.filter(({rule, severity}) => rule === 'foreign/fragment' && severity !== 'info')).toEqual(
      [],
    );
  });
});

describe('a fragment is told from its first word to its last', () => {
  it.each([
    [
      'pl',
      'The boy had nie widział Adama w domu od tygodnia in the end.',
      'nie widział Adama w domu od tygodnia',
    ],
    [
      'de',
      'The firm said wurden gestern Unterlagen und Rechner in einer Halle gefunden on Monday.',
      'wurden gestern Unterlagen und Rechner in einer Halle gefunden',
    ],
    ['nb', 'She came [første gang i 100 år] to the house.', '[første gang i 100 år]'],
    ['fi', 'The mayor told them hän näyttää väsyneeltä and went home.', 'hän näyttää väsyneeltä'],
    ['it', 'The guard held his combattimento con la spada and left the hall.', 'combattimento con la spada'],
  ])('%s: %s', async (language, text, fragment) => {
    const findings = await foreign(text, language);
    expect(findings.map(({text: found}) => found)).toEqual([fragment]);
  });

  it('and not over an English word between two lone ones', async () => {
    const findings = await foreign('They walked from the pola to the lasy in the morning.', 'pl');
    expect(findings.every(({text}) => text !== 'pola to the lasy')).toBe(true);
  });
});

describe('words at home in English newspapers are no leftovers', () => {
  it.each([
    'The padi fields behind the barangay hall were flooded, and the pohutukawa fell.',
    'Pandals were put up for the puja, and dhols were played near the gurdwara.',
    'The mos maiorum of the old republic was taught with the cursus honorum.',
    'The fine was 300 zł, and the ticket cost 25 kč more than before.',
    'They prayed taraweeh in the tenth night of zulhijja, near the baladiya.',
    'Fishermen of Moulins-sur-Mer and of Villeneuve-lès-Pins came home late.',
    'The choir sang Bach’s “Wie schön leuchtet der Stern” in the old church.',
    'Shares of Severní banka rose. Severní banka said it would pay more.',
    'He lives in calle de la Rosa 12, near rue du Moulin 4, with his son.',
    'The leader J?rg Hasler spoke to his party on Friday night.',
  ])('%s', async (text) => {
    expect(await foreign(text)).toEqual([]);
  });
});
