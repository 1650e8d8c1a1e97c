import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ConfigError} from '../../src/config/config-error.js';
import {withoutComments} from '../../src/config/json-comments.js';
import {parseData} from '../../src/config/source-file.js';
import {calque, folder} from '../support/cli.js';

describe('JSON with comments', () => {
  test.each([
    ['after a value', '{"a": 1 // one\n}'],
    ['before everything', '/* what this is\n   in two lines */\n{"a": 1}'],
    ['with a comma left over', '{\n\t// tabs\n\t"a": 1,\n}'],
    ['in a list', '{"a": /* one */ 1}'],
  ])('%s', (_, text) => {
    expect(parseData(text, 'x.json').value).toEqual({a: 1});
  });

  test.each(['{"a": "http://example.org/*not*/"}', '{"a": "say \\"// no\\""}', '{"a\\\\": "//"}'])(
    'what stands in a text is none: %s',
    (text) => expect(parseData(text, 'x.json').value).toEqual(JSON.parse(text)),
  );

  test('leaves every JSON as it is, and every place where it was', () => {
    fc.assert(fc.property(fc.json(), (json) => withoutComments(json) === json));
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        const out = withoutComments(text);
        expect(out.length).toBe(text.length);
        expect(out.replace(/[^\n\r]/g, '')).toBe(text.replace(/[^\n\r]/g, ''));
      }),
    );
  });

  test('a mistake behind a comment is told with its place', () => {
    expect(() => parseData('// first\n{"a": 1 "b": 2}', 'x.json')).toThrow(ConfigError);
    expect(() => parseData('// first\n{"a": 1 "b": 2}', 'x.json')).toThrow(/^x\.json:2:/);
  });

  test('YAML keeps its addresses', () => {
    expect(parseData('a: http://example.org', 'x.yaml').value).toEqual({a: 'http://example.org'});
  });

  test.each(['calque.config.json', '.calquerc.json'])('%s may have them', async (name) => {
    const config = '{\n  // the house\n  "rules": {"residue/ad-marker": "off",}, /* all */\n}\n';
    const cwd = folder({[name]: config, 'a.txt': '[ad_1]\n\nThe port opened.\n'});
    const {stdout, stderr, code} = await calque(['a.txt', '-f', 'compact'], {cwd});
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toContain('No findings in 1 file');
  });
});
