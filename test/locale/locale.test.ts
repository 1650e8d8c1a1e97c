import {expect, test} from 'vitest';
import {allRules} from '../../src/generated/rules.js';
import {localeCodes, localeOf} from '../../src/locale/locale.js';
import {linterFor, readAs} from '../support/lint.js';

const marks = allRules.filter(
  ({meta}) =>
    meta.id.startsWith('punctuation/') || meta.id.startsWith('locale/') || meta.id.startsWith('foreign/'),
);
const lint = async (language: string, text: string) =>
  linterFor({rules: marks, language})
    .lint(await readAs('text', text))
    .findings.map(({rule, text: place}) => `${rule} ${place}`);

test('every language writes its own first pair', () => {
  for (const code of localeCodes) {
    const locale = localeOf(code);
    expect(locale?.pairs.has(locale.outer), code).toBe(true);
    expect(locale?.dateMonths.size, code).toBeGreaterThan(/^(?:zh|ja|ko)/.test(code) ? 0 : 10);
  }
});

test('English, and what has no table, have none', () => {
  expect(localeOf('en')).toBeUndefined();
  expect(localeOf('en-GB')).toBeUndefined();
  expect(localeOf('xx')).toBeUndefined();
});

test('regions write numbers in their own way', () => {
  expect(localeOf('es')?.decimal).toBe(',');
  expect(localeOf('es-MX')?.decimal).toBe('.');
  expect(localeOf('de-AT')?.decimal).toBe(',');
  expect(localeOf('de-CH')?.decimal).toBe('.');
  expect(localeOf('fr-CH')?.inside).toBe('');
});

test.each([
  ['de', 'Der Rat beschloss am 5. Mai 2021: „Die Brücke bleibt.“ Sie kostet 1.250.000 Euro, 3,5 % mehr.'],
  ['de', 'Er sagte: „Sie rief ‚Halt‘ und lief.“ »So war es«, schrieb der „Bote“.'],
  ['fr', 'Le maire a dit : « Le pont coûte 1 250 000 euros, soit 3,5 % de plus. »'],
  ['es', 'El alcalde dijo: “El puente costó 1.250.000 euros”. «Es seguro», escribió.'],
  ['it', 'Il sindaco ha detto: «Il ponte costa 1.250.000 euro». L’ingegnere: “È sicuro”.'],
  ['sv', '”Bron kostar 1 250 000 kronor”, sade hon den 5 maj 2021. »Den håller», skrev tidningen.'],
  ['fi', '”Silta maksaa 1 250 000 euroa”, hän sanoi 5. toukokuuta 2021 kello 15.30.'],
  ['pl', 'Burmistrz powiedział: „Most «Rzeczny» kosztuje 1 250 000 złotych”.'],
  ['lt', 'Meras sakė: „Tiltas kainuos 1 250 000 eurų.“ Jį atidarys 2021 m. gegužės 5 d.'],
  ['hu', '„A híd 1 250 000 forintba kerül” – mondta 2021. május 5-én.'],
  ['ru', '«Мост „Речной“ стоит 1 250 000 рублей», — сказал мэр 5 мая 2021 года.'],
  ['uk', '«Міст коштує 1 250 000 гривень», — сказав мер 5 травня 2021 року.'],
  ['el', '«Η γέφυρα κοστίζει 1.250.000 ευρώ», είπε ο δήμαρχος στις 5 Μαΐου 2021.'],
  ['ka', '„ხიდი 1 250 000 ლარი ღირს“, — თქვა მერმა.'],
  ['hy', '«Կամուրջը բաց է»,- ասաց քաղաքապետը։'],
  ['ar', 'قال رئيس البلدية: «الجسر يكلف 1,250,000 دينار»، وأضاف: «إنه آمن».'],
  ['fa', 'شهردار گفت: «پل باز است»، و افزود که هزینه بیشتر شده است؟'],
  ['he', 'ראש העיר אמר: "הגשר עולה 1,250,000 שקל". צה"ל סייע.'],
  ['hi', 'महापौर ने कहा, “पुल मई में खुलेगा।” इसकी लागत 12,50,000 रुपये है।'],
  ['zh', '市长说：“大桥耗资1,250,000元。”他说《河报》报道属实。'],
  ['ja', '市長は「橋は『大橋』と呼ばれる」と述べた。費用は1,250,000円。'],
  ['ko', '시장은 “다리는 5월에 열린다”고 말했다. 비용은 1,250,000원이다.'],
])('%s: nothing is wrong with %s', async (language, text) => {
  expect(await lint(language, text)).toEqual([]);
});

test.each([
  [
    'no',
    'Ordføreren sa: “Broen koster 1,250,000 kroner.',
    ['punctuation/unpaired “', 'locale/english-numbers 1,250,000'],
  ],
  ['da', 'Borgmesteren sagde: „Broen er sikker.”', ['punctuation/foreign-quotes „']],
  ['ro', 'Primarul a spus: “Podul este sigur”.', ['punctuation/foreign-quotes “']],
  ['be', 'Мэр сказаў: "Мост бяспечны".', ['punctuation/straight-quotes "']],
  ['et', 'Linnapea ütles: «Sild on kindel» ja “Tore”.', ['punctuation/foreign-quotes “']],
])('%s: %s', async (language, text, expected) => {
  expect((await lint(language, text)).sort()).toEqual([...expected].sort());
});
