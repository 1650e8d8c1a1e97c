import {describe, expect, it} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {englishTarget} from '../../src/lexicon/fragments/target.js';
import {inferSourceLanguage} from '../../src/lexicon/infer-source-language.js';
import {parseLanguages} from '../../src/lexicon/languages.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {indexText} from '../../src/text/index-text.js';
import {lint} from '../support/lint.js';
import {resources} from '../support/resources.js';

async function foreign(text: string, language = 'en', sourceLanguage?: string) {
  const findings = await lint(text, {language, ...(sourceLanguage ? {sourceLanguage} : {})});
  return findings.filter(({rule}) => rule.startsWith('foreign/'));
}

describe('one place', () => {
  it('is reported by one rule', async () => {
    const text = [
      'Vyriausybė pritarė naujam biudžeto projektui',
      'The cabinet said the tax [mokesčių lengvata] would stay, while області and vyriausybės sprendimas remained.',
      'The Mоscow office was closed.',
    ].join('\n\n');
    const findings = await foreign(text, 'en', 'lt');
    expect(findings.map(({rule, text: at}) => `${rule} ${at}`)).toEqual([
      'foreign/untranslated-block Vyriausybė pritarė naujam biudžeto projektui',
      'foreign/bracketed-insert [mokesčių lengvata]',
      'foreign/script області',
      'foreign/fragment vyriausybės sprendimas',
      'foreign/mixed-script Mоscow',
    ]);
    const ends = findings.map(({end}) => end);
    expect(findings.every(({start}, i) => i === 0 || start >= ends[i - 1]!)).toBe(true);
  });

  it('tells its language and how sure it is', async () => {
    const [finding] = await foreign('He said that vyriausybės sprendimas would be announced.', 'en', 'lt');
    expect(finding?.data).toMatchObject({language: 'lt', words: 2});
    expect(finding?.data.certainty).toBeGreaterThan(0.9);
    expect(finding?.message).toContain('Lithuanian');
  });

  it('is reported softly in a quotation of its own', async () => {
    const [finding] = await foreign('She shouted “niekada nepasiduosime” and left the hall.', 'en', 'lt');
    expect(finding?.severity).toBe('info');
  });
});

describe('nothing is said of', () => {
  it.each([
    'The chairman of the company Lietuvos geležinkeliai, Egidijus Lazauskas, met Ursula von der Leyen in Vilnius.',
    'Critics called the schadenfreude of the nouveau riche a faux pas, if not a casus belli.',
    'The band played “Für immer und ewig” (Forever and Ever) and left.',
    'See www.lietuvosrytas.lt/naujienos/sporto or write to info@naujienos.lt today.',
    'They teh newspaper reprted that the goverment had recieved the documnets.',
    'The trains to Ústí nad Labem and Lysá nad Labem were late.',
    'He is a member of the party “Tvarka ir teisingumas” in the town.',
  ])('%s', async (text) => expect(await foreign(text, 'en', 'lt')).toEqual([]));
});

describe('other target languages', () => {
  it.each([
    [
      'de',
      'Der Minister sagte, dass vyriausybės sprendimas am Montag verkündet werde.',
      'lt',
      'vyriausybės sprendimas',
    ],
    ['fr', 'Le ministre a annoncé que nicht beschlossen serait publié lundi.', 'de', 'nicht beschlossen'],
    [
      'es',
      'El ministro dijo que hükümet yetkilileri publicarán la decisión el lunes.',
      'tr',
      'hükümet yetkilileri',
    ],
    [
      'pl',
      'Minister powiedział, że valdības lēmums zostanie ogłoszony w poniedziałek.',
      'lv',
      'valdības lēmums',
    ],
    [
      'ru',
      'Министр сказал, что vyriausybės sprendimas объявят в понедельник.',
      'lt',
      'vyriausybės sprendimas',
    ],
    ['lt', 'Ministras pasakė, kad bardzo ważne bus paskelbta pirmadienį.', 'pl', 'bardzo ważne'],
  ])('%s', async (language, text, source, at) => {
    expect((await foreign(text, language, source)).map((finding) => finding.text)).toEqual([at]);
  });

  it.each([
    ['de', 'Die Bundesregierung hat am Mittwoch den Entwurf für den Haushalt beschlossen.'],
    ['ru', 'Компания Google будет продавать программу в Польше и Литве, сообщил её директор.'],
    ['lt', 'Policijos duomenimis, per avariją greitkelyje nukentėjo du žmonės.'],
  ])('%s is left alone', async (language, text) => expect(await foreign(text, language)).toEqual([]));
});

describe('the source language of an article', () => {
  const target = englishTarget(parseLexicon(resources('lexicon-en.bin')!));
  const languages = parseLanguages(resources('languages.bin')!);
  const infer = (text: string) => inferSourceLanguage(indexText(readText(text)), target, languages);

  it.each([
    [
      'lt',
      'The council heard that vyriausybės sprendimas and naujas įstatymas were ready, ir mokesčiai too.',
    ],
    ['uk', 'The residents said вони не чекали, and the mayor said їхній будинок was lost.'],
    [
      'ja',
      'Today Nishikawa, Kurokawa, Takemoto, Hirabayashi and the two Shimozawa brothers met Fukuhara there.',
    ],
    [
      'ka',
      'Today Lomtatidze, Gvaramadze, Kvirikashvili and the two Zurabishvili brothers met Tabidze there.',
    ],
  ])('%s', (code, text) => expect(infer(text)?.language).toBe(code));

  it('is left open where nothing tells it', () => {
    expect(infer('The council met on Monday and heard the report of the treasurer.')).toBeUndefined();
  });
});
