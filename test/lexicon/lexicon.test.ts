import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Entry, type Lexicon, lookUp, parseLexicon, stemEnd} from '../../src/lexicon/lexicon.js';
import {hashOf} from '../../src/text/hash.js';

const out = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-lexicon-'));
let english: Lexicon;
let bytes: Uint8Array;

beforeAll(async () => {
  // @ts-expect-error a build script without types
  const {buildLexicons} = await import('../../scripts/lexicon/build.mjs');
  await buildLexicons(out);
  bytes = fs.readFileSync(path.join(out, 'lexicon-en.bin'));
  english = parseLexicon(bytes);
});
afterAll(() => fs.rmSync(out, {recursive: true}));

const tier = (word: string) => english.get(hashOf(word)) & Entry.Tier;

describe('the English lexicon', () => {
  it.each(['the', 'went', 'colour', 'color', 'organised', 'organized', 'parliaments', 'don’t', "o'clock"])(
    'knows %s as a word of ordinary prose',
    (word) => expect(english.isOrdinaryWord(hashOf(word))).toBe(true),
  );

  it('tells everyday, ordinary and rare words apart', () => {
    expect(tier('house')).toBe(3);
    expect(tier('adjudication')).toBe(2);
    expect(tier('aegrotat')).toBe(1);
  });

  it.each(['Kirgizijos', 'wurden', 'naujienos', 'teh', 'qqq'])('does not know %s', (word) => {
    expect(english.has(hashOf(word))).toBe(false);
  });

  it('tells names from words', () => {
    expect(english.isKnownName(hashOf('Lithuania'))).toBe(true);
    expect(english.isOrdinaryWord(hashOf('Lithuania'))).toBe(false);
    expect(english.isKnownName(hashOf('Mark'))).toBe(true);
    expect(english.isOrdinaryWord(hashOf('mark'))).toBe(true);
    expect(english.isKnownName(hashOf('walked'))).toBe(false);
  });

  it('takes few unknown letters for a word', () => {
    let taken = 0;
    for (let i = 0; i < 20000; i++) if (english.has(hashOf(`qx${i.toString(36)}zv`))) taken++;
    expect(taken).toBeLessThan(20);
  });

  it('reads bytes at an odd offset', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(parseLexicon(shifted.subarray(1)).isOrdinaryWord(hashOf('house'))).toBe(true);
  });

  it('refuses other files', () => {
    expect(() => parseLexicon(new Uint8Array(64))).toThrow('not a calque lexicon');
  });
});

describe('possessives', () => {
  it.each([
    ['Putin’s', 5],
    ["workers'", 7],
    ['house', 5],
    ['’s', 2],
  ])('%s ends its stem at %i', (word, end) => expect(stemEnd(word, 0, word.length)).toBe(end));

  it('are looked up without their ending', () => {
    const word = 'parliament’s';
    expect(lookUp(english, word, 0, word.length, hashOf(word)) & Entry.Tier).toBe(3);
  });
});
