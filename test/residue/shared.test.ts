import {describe, expect, test} from 'vitest';
import {decodeEntity} from '../../rules/residue/_shared/entities.js';
import {decodeMisread} from '../../rules/residue/_shared/mojibake.js';
import {findRepeatedBlocks} from '../../rules/residue/_shared/repeated-blocks.js';
import {shortcodeKind} from '../../rules/residue/_shared/shortcodes.js';
import {readText} from '../../src/article/read-text.js';
import {fixToConvergence} from '../../src/engine/fixer.js';
import {allRules} from '../../src/generated/rules.js';
import {indexText} from '../../src/text/index-text.js';
import {lint, linterFor} from '../support/lint.js';

const repeated = (source: string) => findRepeatedBlocks(indexText(readText(source)), () => false);

describe('repeated blocks', () => {
  const long =
    'The water in the river has stopped rising since the night, the ministry of the interior said on Monday.';

  test('equal but for marks and capitals', () => {
    expect(repeated('One “line” here.\n\nTwo.\n\nONE line: here')).toEqual([
      {first: 0, second: 2, likeness: 1},
    ]);
  });

  test('each copy is compared with the first', () => {
    expect(repeated('A b.\n\nA b.\n\nA b.').map((r) => [r.first, r.second])).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  test('nearly equal', () => {
    const [found] = repeated(`${long} ${long}\n\nTwo.\n\n${long} ${long.replace('Monday', 'Tuesday')}`);
    expect(found).toMatchObject({first: 0, second: 2});
    expect(found!.likeness).toBeGreaterThan(0.8);
    expect(found!.likeness).toBeLessThan(1);
  });

  test('half of it is not nearly equal', () => {
    expect(
      repeated(`${long}\n\n${long} It will fall by Friday, when the sun comes out and the snow has gone.`),
    ).toEqual([]);
  });
});

test.each([
  ['â€™', 's', 't', '’'],
  ['Ã©', 'f', ' ', 'é'],
  ['Å¾', 'd', 'e', 'ž'],
  ['Ä—', 'n', ' ', 'ė'],
  ['Ð¿Ñ€', ' ', ' ', 'пр'],
  ['É’', 'F', 'S', undefined],
  ['Ö”', 'M', ' ', undefined],
  ['é”…', 'f', ' ', undefined],
])('%s after “%s” and before “%s” was %s', (run, before, after, was) => {
  expect(decodeMisread(run, before, after)).toBe(was);
});

test.each([
  ['quot', true, '"'],
  ['nbsp', true, ' '],
  ['#8217', true, '’'],
  ['#x2019', true, '’'],
  ['#146', true, '’'],
  ['#xad', true, ''],
  ['#999999', true, '\u{f423f}'],
  ['#3', true, undefined],
  ['lt', false, undefined],
  ['quot', false, '"'],
  ['T', true, undefined],
  ['constructor', true, undefined],
])('entity %s (closed: %s) is %j', (name, closed, char) => {
  expect(decodeEntity(name, closed)).toBe(char);
});

test.each([
  ['ad_1', false, 'slot'],
  ['ad_12', false, 'slot'],
  ['rule_7_plain', false, 'slot'],
  ['gallery', false, undefined],
  ['gallery', true, 'media'],
  ['vc_row', false, 'shortcode'],
  ['tweet', false, undefined],
  ['tweet', true, 'shortcode'],
  ['mayor', true, undefined],
])('[%s] (marked: %s) is %s', (name, marked, kind) => {
  expect(shortcodeKind(name, marked)).toBe(kind);
});

const only = (id: string) => ({rules: allRules.filter((r) => r.meta.id === id)});

test('a template variable is a placeholder', async () => {
  const [finding] = await lint('By {{ author.name }}, on Monday.', only('residue/placeholder'));
  expect(finding?.text).toBe('{{ author.name }}');
});

test('the second of two nearly equal paragraphs is told, with the first as related', async () => {
  const source =
    'Head\n\nThe bridge over the river was opened on Sunday, after four years of work, by the mayor.\n\nShort.\n\n' +
    'The bridge over the river was opened on Sunday, after four years of work, by the mayors.\n';
  const [finding] = await lint(source, only('residue/duplicate-block'));
  expect(finding).toMatchObject({messageId: 'near', line: 7, related: [{line: 3}]});
});

test('all fixes of a re-posted page leave the article, and what a person has to decide', () => {
  const linter = linterFor();
  const page = [
    'The harbour of the old town opens again',
    '',
    '',
    '',
    '[ad_1]',
    '',
    'The quay was fin\u00adished on Friday.',
    '',
    'Rasa Weber',
    '',
    'Rasa Weber',
    '',
    'Werbung',
    'li>',
    'It is the longest of the coast.',
    '',
    'Share on Facebook, Telegram',
    '',
    '',
    '',
    '[ad_2]',
  ].join('\n');
  const result = fixToConvergence(page, {read: readText, lint: (article) => linter.lint(article)});
  expect(result.converged).toBe(true);
  expect(result.text).toBe(
    'The harbour of the old town opens again\n\nThe quay was finished on Friday.\n\nRasa Weber\n\nRasa Weber\n\nIt is the longest of the coast.\n',
  );
  expect(result.findings.filter((f) => f.fix)).toEqual([]);
});
