import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {allRules} from '../../src/generated/rules.js';
import {linterFor} from '../support/lint.js';
import {furtherPageLines, ordinaryLines, pageLines} from './page-lines.js';

const linter = linterFor({rules: allRules.filter((rule) => rule.meta.id.startsWith('residue/'))});

const headline = 'New bridge opens in Aluste after four years';
const paragraphs = [
  'The council of Aluste opened the new bridge over the river on Friday, after four years of work.',
  'The mayor, Rasa Weber, thanked the engineers and said the road to the port would be shorter now.',
  'About two thousand people came to the quay in the evening, and the music went on until midnight.',
  'The bridge cost 14 million euros, and the old one will be taken down next spring, the council said.',
];
const places = ['head', 'middle', 'end'] as const;

function around(place: (typeof places)[number], lines: readonly string[]): string {
  const at = {head: 0, middle: 2, end: 4}[place];
  return [headline, ...paragraphs.slice(0, at), ...lines, ...paragraphs.slice(at)].join('\n\n');
}

/** The rules that say something of each line. */
function told(place: (typeof places)[number], lines: readonly string[]): string[][] {
  const source = around(place, lines);
  const {findings} = linter.lint(readText(source));
  let from = 0;
  return lines.map((line) => {
    const start = source.indexOf(`\n${line}`, from) + 1;
    from = start + line.length;
    return findings.filter((f) => f.start < from && f.end > start).map((f) => f.rule.slice(8));
  });
}

/** Some kinds meet: a share row may invite to a channel, a wall of payment to a newsletter. */
const alike: Readonly<Record<string, readonly string[]>> = {
  newsletter: ['newsletter', 'follow-share'],
  'follow-share': ['follow-share', 'newsletter'],
  'cookie-notice': ['cookie-notice', 'newsletter', 'read-more'],
  caption: ['caption-marker', 'photo-credit'],
  'page-furniture': ['page-furniture', 'read-more', 'site-name'],
};

describe.each([
  ['lines of pages', pageLines, 0.98],
  ['further lines', furtherPageLines, 0.93],
] as const)('%s', (_, table, least) => {
  test.each(places)('alone at the %s', (place) => {
    const missed: string[] = [];
    let count = 0;
    for (const [rule, lines] of Object.entries(table))
      for (const line of lines) {
        count++;
        const [rules = []] = told(place, [line]);
        if (!rules.some((r) => (alike[rule] ?? [rule]).includes(r))) missed.push(`${line} (${rules})`);
      }
    expect(missed.length / count, missed.join('\n')).toBeLessThanOrEqual(1 - least + 1e-9);
  });

  test.each(places)('five in a row at the %s', (place) => {
    const missed: string[] = [];
    const all = Object.values(table).flat();
    for (let i = 0; i < all.length; i += 5) {
      const five = all.slice(i, i + 5);
      for (const [k, rules] of told(place, five).entries()) if (rules.length === 0) missed.push(five[k]!);
    }
    expect(missed.length / all.length, missed.join('\n')).toBeLessThanOrEqual(1 - least + 1e-9);
  });
});

describe('ordinary short paragraphs are left alone', () => {
  test.each(places)('alone at the %s', (place) => {
    expect(ordinaryLines.filter((line) => told(place, [line])[0]!.length > 0)).toEqual([]);
  });

  test.each(places)('five in a row at the %s', (place) => {
    const wrong: string[] = [];
    for (let i = 0; i < ordinaryLines.length; i += 5) {
      const five = ordinaryLines.slice(i, i + 5);
      for (const [k, rules] of told(place, five).entries()) if (rules.length > 0) wrong.push(five[k]!);
    }
    expect(wrong).toEqual([]);
  });
});
