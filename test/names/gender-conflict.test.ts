import {describe, expect, test} from 'vitest';
import {genderOfSurname} from '../../rules/names/_shared/gendered-words.js';
import genderConflict from '../../rules/names/gender-conflict.js';
import {lint} from '../support/lint.js';

const findings = (text: string) => lint(text, {rules: [genderConflict]});
const said = async (text: string) => (await findings(text)).map(({text}) => text);

describe('names/gender-conflict', () => {
  test('the noun is told, with the pronoun beside it and both ways to mend it', async () => {
    const text =
      'Six parties agreed on Friday, said Sinem Aydoganli, a spokesman for the Harbour Party, founded by Ilhan Demirkol.\n\n' +
      '“The agreement holds.” Aydoganli told reporters.\n\nAccording to her, talks go on.';
    const [finding, ...more] = await findings(text);
    expect(more).toEqual([]);
    expect(finding?.text).toBe('spokesman');
    expect(finding?.related.map(({start, end}) => text.slice(start, end))).toEqual(['her']);
    expect(finding?.suggestions.map(({edits}) => edits[0]?.text)).toEqual(['spokeswoman', 'spokesperson']);
  });

  test('a quotation whose mark is missing hides no speaker', async () => {
    expect(
      await said(
        'So said Sinem Aydoganli, a spokesman for the port.\n\n“The agreement holds., Aydoganli told reporters.\n\nAccording to her, talks go on.',
      ),
    ).toEqual(['spokesman']);
  });

  test('two spellings of one person are one person', async () => {
    expect(
      await said(
        'So said Kunduz Zhangaldieva, a spokeswoman for the port. “We wait,” Jangaldiyeva told reporters. According to him, talks go on.',
      ),
    ).toEqual(['him']);
  });

  test.each([
    ['another speaker between', 'Mr Belkin spoke. Vera Tolmach disagreed. She said it was wrong.'],
    ['the speaker of a reported clause', 'Vera Tolmach, a teacher, said Mr Belkin had left. She was sad.'],
    ['someone else in the sentence', 'Mr Belkin told the witness to go. She said no.'],
    [
      'a possessive',
      'Mr Belkin’s lawyer was late. She said the train had stopped. Mr Belkin’s smile faded. She laughed.',
    ],
    ['a name in a quotation', 'A nurse wept. “Mr Belkin is a hero.” She said so twice.'],
    [
      'a couple',
      'Mr Belkin and Mrs Belkin spoke. Mrs Belkin said yes. She smiled. Mr Belkin agreed. He smiled.',
    ],
    ['an object', 'Reporters waited for Mr Belkin. She said he was late.'],
    ['a chairman who is a woman', 'Vera Tolmach, the chairman of the board, resigned. She was tired.'],
    ['the lawyer of a man', 'Mr Belkin said nothing. According to her lawyer, Vera Tolmach was free.'],
    [
      'a spokesman of someone',
      'Vera Tolmach met Mr Belkin. After a letter to Vera Tolmach, a spokesman said no. She left.',
    ],
  ])('silent: %s', async (_, text) => {
    expect(await said(text)).toEqual([]);
  });
});

describe('the gender that a surname shows', () => {
  test.each([
    'Sadyrbekova',
    'Andreyeva',
    'Dvořáková',
    'Petraitienė',
    'Kazlauskaitė',
    'Jónsdóttir',
    'Polyanskaya',
  ])('%s is a woman’s', (name) => expect(genderOfSurname(name)).toBe('female'));
  test.each([
    'Casanova',
    'Braithwaite',
    'Ivanov',
    'Geneva',
    'Córdova',
    'Liska',
    'Kurosawa',
    'Ova',
    'Villanueva',
  ])('%s is anyone’s', (name) => expect(genderOfSurname(name)).toBeUndefined());
});
