import {describe, expect, test} from 'vitest';
import type {Format} from '../../src/article/article.js';
import {allRules} from '../../src/generated/rules.js';
import {linterFor, readAs} from '../support/lint.js';

const rules = allRules.filter(
  ({meta}) => /^(?:punctuation|locale)\//.test(meta.id) && meta.recommended === true,
);
const linter = linterFor({rules});
const findings = async (source: string, format: Format = 'text') =>
  linter
    .lint(await readAs(format, source))
    .findings.map((f) => `${f.rule} ${f.messageId} ${JSON.stringify(f.text)}`);

describe('punctuation and numbers that are right', () => {
  test.each([
    [
      'feet, inches, minutes',
      'The 6\'2" man jumped 5′ 10″ at 51° 30\' 26" N and saw a 12" disc, then a 7-inch one.',
    ],
    [
      'elisions',
      'Rock ’n’ roll of the ’90s, fish ’n’ chips, ’em, goin’ on, o’clock, ’twas, the class of ’04.',
    ],
    ['possessive plurals', 'The workers’ rights, the Joneses’ house, for goodness’ sake, and the bosses’.'],
    ['emoticons', 'We won :) and lost :-( and slept ;-) :D =) (really :)'],
    ['faces alone', ':) ;) :-)'],
    ['ASCII table', 'Name      Age    Town\nAnn       5      Rome\nBo        12     Oslo'],
    [
      'ASCII table of few columns',
      'Player   Goals\nOzols    12\nBerzins  9\n\nTown     Age   Club\nOgre  Kalns  34    Vilki\nRēzekne 3   Lāči',
    ],
    [
      'inches and seconds behind a space',
      'A mast of 15 " wood and 17 " steel stood at 27 5 \' 17 " N, 86 5 \' 31 " E, and ran 3 \' 20 ", he said.',
    ],
    ['a colon inside a name', 'The Tax:On company and Art:Lab sold it.'],
    ['a rule', '* * *\n\n-----\n\n.....\n\n— — —'],
    [
      'initials and abbreviations',
      'J. R. R. Tolkien, U.S.A., e.g., i.e., Ph.D., 5 p.m., No. 5, Inc., Ltd., St. Ives, Co.; etc.',
    ],
    [
      'nested quotations',
      '“He said, ‘I heard “no” from them,’ and left,” she said. ‘She said “yes”,’ he said.',
    ],
    ['a quotation at a colon', 'He asked: “Why?” She: “Because.” They… “Well,” they said. “And so …”'],
    ['speech over blocks', '“One.\n\n“Two.\n\n“Three,” he said.'],
    ['interrupted speech', '“We”—he coughed—“are late.” “But—” “No!” he said. “Never”, she said.'],
    ['square brackets', '“[We] were late [sic],” he said. “They [the players] won[.]”'],
    [
      'scores and ratios',
      'They won 3:2, 3-2, 6-4, 7-6 (7-5); odds of 5/1; 2:30:15; a 50:50 chance at 10:30.',
    ],
    ['money', 'It cost $5, US$5, £5m, €5.5 billion, ¥500, 5p, 50 cents, 5 euros, 100 yuan, a $5-a-day plan.'],
    [
      'numbers',
      '1,000, 12,345.67, 0.5, 1.25%, 10,000,000, 1.2.3, 192.168.0.1, 007, 2020, 1990s, 90s, 21st, 112th.',
    ],
    [
      'dates',
      '5 May 2020, May 5, 2020, Tuesday, May 5, 2020, 9/11, 2020-21, the 5th of May, May Day 2020, 1 January.',
    ],
    [
      'addresses',
      'See http://a.example/b?c=d,e;f.g or www.example.com, mail a.b@example.com, @ann, #tag, Node.js, README.md.',
    ],
    [
      'software',
      'Use C++, C#, .NET, F#, Node.js 20.19, v1.2.3-beta.1, a.b.C(), x = {a: 1}, foo(bar), 5 % 3 == 2.',
    ],
    ['spaced ellipsis', 'He waited . . . and waited ... and left … at last.'],
    ['headline', 'Mayor: “No new road”; town says ‘never’ – again'],
    [
      'hanging hyphens',
      'Two- and three-year-olds, pre- or post-war, mid- to late May, the -ing form, -5 degrees, a -2 score.',
    ],
    ['typist', 'One sentence.  Another one.  A third.  The end.'],
    [
      'bylines',
      'LONDON (Reuters) - The mayor said. NEW YORK (AP) — He left. By Ann Lee, 5 May 2020 10:30 GMT',
    ],
  ])('%s', async (_, source) => {
    expect(await findings(source)).toEqual([]);
  });

  test('in Markdown', async () => {
    const source =
      '# “Title”\n\nA *“quoted* word”, `a  "b` and [link](http://a.example "t").\n\n| a | b |\n|---|---|\n| 1 | "x" |\n\n- one\n- two (a)\n\n> “Quote.”\n\n```js\nf("a",b)\n```\n';
    expect(await findings(source, 'markdown')).toEqual([]);
  });

  test('in HTML', async () => {
    const source =
      '<h1>&ldquo;Title&rdquo;</h1><p>The <b>“mayor</b>’s man” said,&nbsp;“no”&mdash;and left&hellip;</p><p>He  paid\n  $5.</p><pre>a  b "c</pre>';
    expect(await findings(source, 'html')).toEqual([]);
  });
});
