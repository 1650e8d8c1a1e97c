import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {type Languages, parseLanguages, Rank} from '../../src/lexicon/languages.js';
import {hashOf} from '../../src/text/hash.js';

const out = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-languages-'));
let languages: Languages;

beforeAll(async () => {
  // @ts-expect-error a build script without types
  const {buildLexicons} = await import('../../scripts/lexicon/build.mjs');
  await buildLexicons(out);
  languages = parseLanguages(fs.readFileSync(path.join(out, 'languages.bin')));
}, 120_000);
afterAll(() => fs.rmSync(out, {recursive: true}));

const rank = (code: string, word: string) => languages.get(code)!.rank(hashOf(word));
const letters = (code: string, word: string) => languages.get(code)!.letterScore(word, 0, word.length);

describe('languages', () => {
  it('are more than forty', () => expect(languages.codes.length).toBeGreaterThan(40));

  it.each([
    ['lt', 'ir'],
    ['de', 'und'],
    ['pl', 'się'],
    ['tr', 'bir'],
    ['ro', 'și'],
    ['fi', 'että'],
  ])('%s holds its sentences together with %s', (code, word) => expect(rank(code, word)).toBe(Rank.Function));

  it.each([
    ['lt', 'vyriausybė'],
    ['cs', 'vláda'],
    ['hu', 'kormány'],
    ['de', 'Regierung'],
    ['sv', 'regeringen'],
  ])('%s knows the noun %s', (code, word) => expect(rank(code, word)).toBeGreaterThanOrEqual(Rank.Common));

  it('know few words of others', () => {
    const strange = ['vyriausybė', 'kormány', 'regeringen', 'wurden', 'gobierno', 'mahkeme', 'hallitus'];
    const wrong = strange.filter((word) => rank('sq', word) > 0);
    expect(wrong).toEqual([]);
  });

  it('judge unseen words by their letters', () => {
    expect(letters('lt', 'persikraustinėjimas')).toBeGreaterThan(1);
    expect(letters('fi', 'kuntavaaliehdokkaiden')).toBeGreaterThan(1);
    expect(letters('lt', 'lengthwise')).toBeLessThan(0);
    expect(letters('de', 'thoughtfully')).toBeLessThan(0);
  });

  it('answer to BCP 47 tags and other codes of the same language', () => {
    expect(languages.get('pt-BR')?.code).toBe('pt');
    expect(languages.get('no')?.code).toBe('nb');
    expect(languages.get('xx')).toBeUndefined();
  });

  it('know the letters that a language writes with', () => {
    expect(languages.get('lt')!.writes('ė'.charCodeAt(0))).toBe(true);
    expect(languages.get('lt')!.writes('ß'.charCodeAt(0))).toBe(false);
  });

  it('refuse other files', () => {
    expect(() => parseLanguages(new Uint8Array(64))).toThrow('not a calque language file');
  });
});
