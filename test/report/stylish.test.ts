import {describe, expect, it} from 'vitest';
import {stylish} from '../../src/report/stylish.js';
import {fileOf, runOf, sampleRun} from './sample-run.js';

const options = {color: false, width: 80, quiet: false};

describe('stylish', () => {
  it('shows findings with their line, the place marked, and what can be done', () => {
    expect(stylish.report(sampleRun(), options)).toMatchInlineSnapshot(`
      "news/harbour.md  234.62 penalty per 1000 words
         3:7  warning  “Zaparov” is also spelt “Zhaparov” here (line 4): one person, two spellings  names/inconsistent
              │ Mayor Zaparov opened the new harbour on Monday. [ad_1]
              │       ^~~~~~~
              → Write “Zhaparov”
              → Write “Zaparov” everywhere
        3:49  error    “[ad_1]” is wrong  residue/shortcode
              │ Mayor Zaparov opened the new harbour on Monday. [ad_1]
              │                                                 ^~~~~~
              fix: Monday. [ad_1] → Monday.
        4:16  info     “3,5” is wrong  locale/decimal-comma
              │ The works cost 3,5 million euros, Zhaparov said ,and took two years.
              │                ^~~
        4:48  warning  “ ,” is wrong  punctuation/spacing
              │ The works cost 3,5 million euros, Zhaparov said ,and took two years.
              │                                                ^~
              fix: said␣,and → said,␣and

      news/gone.txt
        error  The file cannot be read: no such file

      news/second.txt  200 penalty per 1000 words
        1:15  warning  “cold legs” is wrong  calques/idiom
              │ The mayor got cold legs.
              │               ^~~~~~~~~

      5 findings: 1 error, 3 warnings, 1 note in 3 files
      MQM penalty 202.86 per 1000 words (7.1 in 35 words)
      the text is too short for its score to say much
      1 file could not be linted
      2 findings fixable with --fix
      2 findings hidden by the baseline
      "
    `);
  });

  it('hides all but errors with quiet, and counts only those', () => {
    const out = stylish.report(sampleRun(), {...options, quiet: true});
    expect(out).toContain('residue/shortcode');
    expect(out).not.toContain('names/inconsistent');
    expect(out).toContain('1 finding: 1 error in 3 files');
  });

  it('colours only when asked', () => {
    expect(stylish.report(sampleRun(), options)).not.toContain('\u001b');
    expect(stylish.report(sampleRun(), {...options, color: true})).toContain('\u001b[31m');
  });

  it('says so when nothing was found', () => {
    expect(stylish.report(runOf(fileOf('a.txt', 'Fine.\n', [])), options)).toBe(
      'No findings in 1 file\nMQM penalty 0 per 1000 words (0 in 1 word)\n',
    );
  });

  it('says what a fix of white space leads to, and not that it deletes', () => {
    const source = 'He came , we saw.\n\n\n\nEnd of it [ad_1]\n';
    const gone = (at: string | readonly [number, number], text: string) => {
      const start = typeof at === 'string' ? source.indexOf(at) : at[0];
      const end = typeof at === 'string' ? start + at.length : at[1];
      return {at, fix: {edits: [{start, end, text}]}};
    };
    const out = stylish.report(
      runOf(fileOf('a.txt', source, [gone([7, 8], ''), gone('\n\n\n\n', '\n\n'), gone('[ad_1]', '')])),
      options,
    );
    expect(out.match(/fix: .*/g)).toEqual([
      'fix: came␣, → came,',
      'fix: saw.⏎⏎⏎⏎End → saw.⏎⏎End',
      'fix: delete “[ad_1]”',
    ]);
  });
});
