import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {hashOf, hashWord} from '../../src/text/hash.js';
import {indexText} from '../../src/text/index-text.js';
import {Feature, TokenFlag, Zone} from '../../src/text/tokens.js';

const index = (source: string) => indexText(readText(source));
const tokens = (source: string): string[] => {
  const text = index(source);
  return Array.from({length: text.tokens.count}, (_, i) => text.token(i));
};
const sentences = (source: string): string[] => {
  const {tokens: t, sentences: s, prose} = index(source);
  return Array.from({length: s.count}, (_, i) =>
    prose.slice(t.starts[s.first[i] as number], t.ends[s.last[i] as number]),
  );
};
const flagsOf = (word: string): string[] => {
  const f = index(word).tokens.flags[0] as number;
  return Object.entries(TokenFlag)
    .filter(([, bit]) => f & bit)
    .map(([name]) => name)
    .filter((n) => n !== 'SentenceStart' && n !== 'SpaceBefore');
};
const zoned = (source: string, zone: number): string => {
  const text = index(source);
  return Array.from({length: text.tokens.count}, (_, i) => i)
    .filter((i) => (text.tokens.zones[i] as number) & zone)
    .map((i) => text.token(i))
    .join(' ');
};

describe('tokens', () => {
  test.each([
    ["Zaparov’s men don't go.", ['Zaparov’s', 'men', "don't", 'go', '.']],
    ['Ata-Meken', ['Ata', '-', 'Meken']],
    ['3,000.50 men, 14th', ['3,000.50', 'men', ',', '14th']],
    ['G20 COVID-19', ['G20', 'COVID', '-', '19']],
    ['“[ad_1]”', ['“', '[', 'ad', '_', '1', ']', '”']],
    ['e\u0301te\u0301 fiancé', ['été', 'fiancé']],
    ['the 😀𝒳 sign', ['the', '😀', '𝒳', 'sign']],
    ['the workers’ pay', ['the', 'workers', '’', 'pay']],
    ['Киев және Қазақстан', ['Киев', 'және', 'Қазақстан']],
    ['soft\u00adhyphen', ['soft\u00adhyphen']],
  ])('%s', (source, expected) => {
    expect(tokens(source)).toEqual(expected);
  });

  test.each([
    ['Zhaparov', ['Word', 'InitialCap', 'Latin']],
    ['ZHAPAROV', ['Word', 'InitialCap', 'AllCaps', 'Latin']],
    ['NATO’s', ['Word', 'InitialCap', 'AllCaps', 'Latin', 'Possessive', 'Apostrophe']],
    ['McDonald', ['Word', 'InitialCap', 'InnerCap', 'Latin']],
    ['iPhone', ['Word', 'InnerCap', 'Latin']],
    ['Žižkov', ['Word', 'InitialCap', 'NonAscii', 'Latin']],
    ['Киев', ['Word', 'InitialCap', 'NonAscii', 'Cyrillic']],
    ['Kиev', ['Word', 'InitialCap', 'NonAscii', 'Latin', 'Cyrillic']],
    ['14th', ['Number', 'Alphanumeric']],
    ['東京', ['Word', 'NonAscii', 'OtherScript']],
  ])('flags of %s', (word, expected) => {
    expect(flagsOf(word).sort()).toEqual([...expected].sort());
  });

  test('a hash knows no capitals, apostrophes, composition or soft hyphens', () => {
    expect(hashOf('DON’T')).toBe(hashOf("don't"));
    expect(hashOf('E\u0301te\u0301')).toBe(hashOf('été'));
    expect(hashOf('co\u00adop')).toBe(hashOf('coop'));
    expect(hashOf('ŽIŽKOV')).toBe(hashOf('žižkov'));
    expect(hashOf('КИЕВ')).toBe(hashOf('киев'));
    expect(hashOf('kiev')).not.toBe(hashOf('kyiv'));
  });

  test('property: tokens lie in order, cover all but white space, and hash as hashWord says', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 60}), (source) => {
        const text = index(source);
        let at = 0;
        for (let i = 0; i < text.tokens.count; i++) {
          const start = text.tokens.starts[i] as number;
          const end = text.tokens.ends[i] as number;
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
          const flags = text.tokens.flags[i] as number;
          expect([TokenFlag.Word, TokenFlag.Number, TokenFlag.Mark].filter((k) => flags & k)).toHaveLength(1);
          if (flags & TokenFlag.Word) expect(text.tokens.hashes[i]).toBe(hashWord(text.prose, start, end));
        }
        expect(text.blockFirst.at(-1)).toBe(text.tokens.count);
        expect(text.blockFirstSentence.at(-1)).toBe(text.sentences.count);
      }),
    );
  });

  test('property: every token is in just one sentence', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z.!?“” \n]{0,80}$/), (source) => {
        const {tokens: t, sentences: s} = index(source);
        let next = 0;
        for (let i = 0; i < s.count; i++) {
          expect(s.first[i]).toBe(next);
          next = (s.last[i] as number) + 1;
        }
        expect(next).toBe(t.count);
      }),
    );
  });
});

describe('sentences', () => {
  test.each([
    ['A. Atambayev was arrested. He left.', 2],
    ['He came on Sept. 28 to the U.S. embassy. It rained.', 2],
    ['He lives in the U.S. The house is big.', 2],
    ['“Why?” he asked. “I do not know.” She left.', 3],
    ['“Who is it?” The man laughed.', 2],
    ['Mr. Smith met Dr. J. K. Brown at 5 p.m. on Monday.', 1],
    ['It cost 3.5 million. Visit example.com today! Now.', 3],
    ['Acme Inc. said so. The end.', 2],
    ['He said: “Go. Now.” Then he went.', 3],
    ['Wait… he said. Wait… The door opened.', 3],
    ['We lost (again). They won.', 2],
    ['He joined in 1999. 30 men came.', 2],
    ['Это первое. Это второе.', 2],
    ['これは一つ。これは二つ。', 2],
  ])('%s', (source, count) => {
    expect(sentences(source)).toHaveLength(count);
  });

  test('closing marks belong to the sentence that they close', () => {
    expect(sentences('He said: “Go.” She went.')).toEqual(['He said: “Go.”', 'She went.']);
  });
});

describe('zones', () => {
  test.each([
    [
      'See https://a.example/x?y=1, or www.b.org/z.',
      Zone.Url,
      'https : / / a . example / x ? y = 1 www . b . org / z',
    ],
    ['Read delfi.lt and nytimes.com/x today.', Zone.Url, 'delfi . lt nytimes . com / x'],
    ['Mail jo.doe@mail.example.com now.', Zone.Email, 'jo . doe @ mail . example . com'],
    ['Says @jo_doe about #Vilnius.', Zone.Handle, '@ jo _ doe # Vilnius'],
    ['He said “go now” to me.', Zone.Quotation, '“ go now ”'],
    ['He said "go now" to me.', Zone.Quotation, '" go now "'],
    [
      'They broke the order, “the statement said. He left.',
      Zone.Quotation,
      '“ the statement said . He left .',
    ],
    ['“They broke it, “the statement said.', Zone.Quotation, '“ They broke it , “'],
    ['It said „go now“ and «go on».', Zone.Quotation, '„ go now “ « go on »'],
    ['He read “War and Peace” twice.', Zone.Title, '“ War and Peace ”'],
    ['in [Kirgizijos ir Rusijos] alliance (so to say)', Zone.Bracket, '[ Kirgizijos ir Rusijos ]'],
    ['in [Kirgizijos ir Rusijos] alliance (so to say)', Zone.Parenthesis, '( so to say )'],
    ['the end.Then more', Zone.Url, ''],
  ])('%s', (source, zone, expected) => {
    expect(zoned(source, zone)).toBe(expected);
  });
});

describe('features', () => {
  test.each([
    ['plain words.', 0],
    ['a [b]', Feature.SquareBracket],
    ['“a” ‘b’', Feature.CurlyQuote | Feature.CurlyApostrophe],
    ["don't", Feature.StraightApostrophe],
    ['a  b', Feature.DoubleSpace],
    ['Жук žуk', Feature.Cyrillic | Feature.LatinDiacritic],
    ['a\u200bb', Feature.Invisible],
    ['a\u00adb', Feature.Invisible],
    ['\ud800', Feature.LoneSurrogate],
    ['5 €', Feature.Digit | Feature.Currency],
    ['Â£', Feature.LatinDiacritic | Feature.Replacement | Feature.Currency],
  ])('%s', (source, expected) => {
    expect(index(source).features).toBe(expected);
  });
});
