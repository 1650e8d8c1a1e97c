import fc from 'fast-check';
import {checkSync} from 'recheck';
import {describe, expect, it} from 'vitest';
import {compileIgnored, findIgnored, PatternError} from '../../src/config/ignore-text.js';

const texts = (entries: string[], prose: string): string[] =>
  (findIgnored(entries)?.(prose) ?? []).map(({start, end}) => prose.slice(start, end));

describe('text to leave out', () => {
  it('is taken as it stands, or as a regular expression between slashes', () => {
    expect(texts(['[ad_1]', 'a/b'], 'x [ad_1] a/b ad_1')).toEqual(['[ad_1]', 'a/b']);
    expect(texts(['/\\[ad_\\d+\\]/i'], 'x [AD_12] [ad_x]')).toEqual(['[AD_12]']);
    expect(texts(['/a{2}(?:b|c)?/'], 'aab aaa')).toEqual(['aab', 'aa']);
    expect(texts(['/x*/'], 'aab')).toEqual([]);
    expect(findIgnored([])).toBeUndefined();
  });

  it.each([
    ['/(a+)+/', 'take too long'],
    ['/(a|a)*/', 'take too long'],
    ['/a*a*/', 'take too long'],
    ['/a{1,100}b{1,100}/', 'take too long'],
    ['/(a{0,9}){9}/', 'take too long'],
    ['/(a)\\1/', 'refer back'],
    ['/(?=a)b/', 'look ahead'],
    ['/(?<!a)b/', 'look ahead'],
    ['/a(b/', 'not closed'],
    ['/a)b/', 'closes'],
    ['/[a/', 'not closed'],
    ['/a/y', 'flags'],
    ['/a{2}{3}/', 'epeat'],
  ])('refuses %s', (entry, reason) => {
    expect(() => compileIgnored(entry)).toThrow(PatternError);
    expect(() => compileIgnored(entry)).toThrow(reason);
  });

  it('property: what is accepted is proved to take no exponential time', () => {
    const atom = fc.constantFrom('a', 'b', '\\d', '.', '[ab]', '(?:a|b)', '(?:ab)', '(a?b)');
    const quantifier = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '+?');
    const pattern = fc
      .array(fc.tuple(atom, quantifier), {minLength: 1, maxLength: 4})
      .map((parts) => parts.flat().join(''));
    let accepted = 0;
    fc.assert(
      fc.property(pattern, (source) => {
        let compiled: string | RegExp;
        try {
          compiled = compileIgnored(`/${source}/`);
        } catch {
          return;
        }
        accepted++;
        const checked = checkSync(source, '');
        if (checked.status === 'vulnerable') expect(checked.complexity.type).toBe('polynomial');
        // With its bounds it is one pass with a constant factor.
        const {source: bounded} = compiled as RegExp;
        expect(bounded).not.toMatch(/[*+](?![\]])|,\}/);
      }),
      {numRuns: 60},
    );
    expect(accepted).toBeGreaterThan(10);
  });
});
