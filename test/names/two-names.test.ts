import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {makeLinter} from '../../src/config/make-linter.js';
import {presetRules} from '../../src/config/presets.js';
import {allRules} from '../../src/generated/rules.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {resources} from '../support/resources.js';

/** What rules of names say of a text, where a dictionary has these names. */
function said(text: string, phrases: readonly (string | Partial<DictionaryEntry>)[] = []): string[] {
  const entries = phrases.map((one): DictionaryEntry => {
    const entry = typeof one === 'string' ? {phrase: one} : one;
    return {kind: 'name', origin: 'house', phrase: '', ...entry};
  });
  const {linter} = makeLinter({rules: presetRules('strict', allRules), language: 'en', entries}, {resources});
  return linter
    .lint(readText(text))
    .findings.filter(({rule}) => rule.startsWith('names/'))
    .map(({rule, text: at}) => `${rule} ${at}`);
}

const spelling = (at: string): string => `names/inconsistent-spelling ${at}`;

describe('two people of like names', () => {
  const text =
    'The mayor, Zhumabekov, spoke for an hour. Zhumabekov left early. Later Zumabekov spoke, and Zhumabekov’s friends cheered.';

  test('are taken for one, unless the dictionary has both names', () => {
    expect(said(text)).toEqual([spelling('Zumabekov')]);
    expect(said(text, ['Zhumabekov', 'Zumabekov'])).toEqual([]);
    expect(said(text, ['Temir Zhumabekov', 'Bakyt Zumabekov'])).toEqual([]);
    expect(said(text, ['(Temir|T.) Zhumabekov', 'Zumabekov'])).toEqual([]);
  });

  test('are not declared by one name, another kind, or a spelling that is not wanted', () => {
    expect(said(text, ['Zhumabekov'])).toEqual([spelling('Zumabekov')]);
    expect(said(text, ['Zhumabekov', {kind: 'term', phrase: 'Zumabekov'}])).toEqual([spelling('Zumabekov')]);
    expect(said(text, [{phrase: 'Zhumabekov', variants: ['Zumabekov']}])).toEqual([
      'names/house-style Zumabekov',
    ]);
    expect(said(text, ['Zhumabekov-Zumabekov', 'Zhumabekov Zumabekov'])).toEqual([spelling('Zumabekov')]);
  });

  test('with full names: what is neither of them is still told', () => {
    const people = ['Temir Zhumabekov', 'Bakyt Zumabekov'];
    const both =
      'Temir Zhumabekov met Bakyt Zumabekov. Zhumabekov smiled, Zumabekov did not. Zhumabekov left.';
    expect(said(both, people)).toEqual([]);
    const slip =
      'Temir Zhumabekov won. Zhumabekov danced. We saw that Temir Zumabekov sang, and Zhumabekov left.';
    expect(said(slip, people)).toEqual([spelling('Zumabekov')]);
    // Who has one given name and two such surnames has said so of both.
    expect(said(slip, ['Temir Zhumabekov', 'Temir Zumabekov'])).toEqual([]);
    expect(said(slip, ['Zhumabekov', 'Zumabekov'])).toEqual([]);
  });

  test('are not joined by a third spelling that is like both', () => {
    const three =
      'The mayor, Zhumabekov, spoke for an hour. Zhumabekov left early. Later Zumabekov spoke, and Zumabekov sang. Zhumabekow’s friends cheered.';
    expect(said(three)).toEqual([spelling('Zumabekov'), spelling('Zumabekov'), spelling('Zhumabekow')]);
    expect(said(three, ['Zhumabekov', 'Zumabekov'])).toEqual([spelling('Zhumabekow')]);
  });
});

describe('what the dictionary writes', () => {
  test('is no foreign spelling', () => {
    const text = 'Petras Daukšys met Sharapov, Shevchuk and Kashin. Daukšys left.';
    const foreign = 'names/foreign-orthography Daukšys';
    expect(said(text)).toContain(foreign);
    expect(said(text, ['Daukšys'])).toEqual([]);
    expect(said(text, [{phrase: 'Daukshys', variants: ['Daukšys']}])).toContain('names/house-style Daukšys');
  });

  test('is no mixture of romanizations', () => {
    const text = 'The guests were Bolkonsky, Obolensky and Zubritskiy. Bolkonsky left.';
    expect(said(text)).toEqual(['names/mixed-romanization Zubritskiy']);
    expect(said(text, ['Zubritskiy'])).toEqual([]);
    expect(said(text, ['Bolkonsky', 'Obolensky'])).toEqual(['names/mixed-romanization Zubritskiy']);
  });

  test('are two organisations, though one acronym stands for both', () => {
    const text =
      'The Central Corn Fund (CCF) met. A day later the Central Corn Federation (CCF) was founded in Osh.';
    expect(said(text)).toEqual(['names/acronym Central Corn Federation']);
    expect(said(text, ['Central Corn Fund', 'Central Corn Federation'])).toEqual([]);
    expect(said(text, ['Central Corn Fund'])).toEqual(['names/acronym Central Corn Federation']);
  });
});
