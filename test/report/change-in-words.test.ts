import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Edit} from '../../src/engine/finding.js';
import {changeInWords} from '../../src/report/change-in-words.js';

/** Edits that turn each `[old|new]` of a text into its second half, and the text with the first halves. */
function marked(text: string): {source: string; edits: Edit[]} {
  const edits: Edit[] = [];
  let source = '';
  let at = 0;
  for (const {0: whole, 1: old = '', 2: made = '', index} of text.matchAll(/\[([^|[\]]*)\|([^|[\]]*)\]/g)) {
    source += text.slice(at, index);
    edits.push({start: source.length, end: source.length + old.length, text: made});
    source += old;
    at = index + whole.length;
  }
  return {source: source + text.slice(at), edits};
}

describe('a change is told as it reads before and after', () => {
  test.each([
    ['a mark that moves', 'gave the order[, “|,” ]the men went', 'order, “the → order,” the'],
    ['a word twice', 'He told the[ the|] press', 'the the → the'],
    ['a space before a mark', 'He came[ |], we saw', 'came␣, → came,'],
    ['two spaces', 'He[  | ]came', 'He␣␣came → He␣came'],
    ['a no-break space', 'It took 10[ |\u00a0]km of road', '10␣km → 10<U+00A0>km'],
    ['blank lines', 'saw.[\n\n\n\n|\n\n]End', 'saw.⏎⏎⏎⏎End → saw.⏎⏎End'],
    ['a missing space', 'came,[| ]saw', 'came,saw → came,␣saw'],
    ['a slot of the page', 'Text\n\n[{ad 1}\n\n|]Text', 'delete “{ad 1}”'],
    ['a zero-width space', 'the to[\u200b|]wn', 'to<U+200B>wn → town'],
    ['a soft hyphen', 'a com[\u00ad|]mit[\u00ad|]tee', 'com<U+00AD>mit<U+00AD>tee → committee'],
    ['a mark of direction', 'cost [\u202e|]forty', '<U+202E>forty → forty'],
    ['a letter of another script', 'the p[\u0430|a]per', 'p\u0430per → paper (U+0430 → U+0061)'],
    ['a letter composed', 'a caf[e\u0301|é] here', 'cafe\u0301 → café (U+0065 U+0301 → U+00E9)'],
    ['marks round a quotation', 'He said [„|“]all of this is true[“|”] and', '„all → “all; true“ → true”'],
    ['many equal places', '[Zapa|Zhapa] and [Zapa|Zhapa] and so on [Zapa|Zhapa]', 'Zapa → Zhapa (3 places)'],
    ['many places', 'a [1|2] b [3|4] c [5|6] d [7|8]', '1 → 2; 3 → 4; 2 more places'],
    ['a text that was empty', '[|New]', 'insert “New”'],
    ['nothing', 'a [b|b] c', 'no change'],
  ])('%s', (_, text, told) => {
    const {source, edits} = marked(text);
    expect(changeInWords(source, edits)).toBe(told);
  });

  test('a long one is cut where both sides are alike, and shows what differs', () => {
    const words = 'many words that stay as they are ';
    const {source, edits} = marked(
      `[${words.repeat(6)}old ${words.repeat(6)}|${words.repeat(6)}new ${words.repeat(6)}]`,
    );
    const told = changeInWords(source, edits);
    expect(told).toMatch(/\bold\b.* → .*\bnew\b/);
    expect(told.length).toBeLessThan(150);
    const gone = marked(`Before. [${words.repeat(9)}|]After.`);
    expect(changeInWords(gone.source, gone.edits)).toMatch(/^delete “many words .{1,60} they are”$/);
  });

  test('is one line of what shows, and short, whatever the text', () => {
    const text = fc.string({unit: 'binary', maxLength: 400});
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (source, inserted, a, b) => {
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y);
        const told = changeInWords(source, [{start: start as number, end: end as number, text: inserted}]);
        expect(told).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\p{Cs}]/u);
        expect(told).not.toBe('');
      }),
      {numRuns: 1000},
    );
  });
});
