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
