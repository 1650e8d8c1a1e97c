import {describe, expect, test} from 'vitest';
import {broken, type FixDeclaration, fixClassOf, lettersOf} from '../../src/engine/fix-class.js';

const typography: FixDeclaration = {fixable: 'typography'};
const deleting: FixDeclaration = {fixable: 'letters', letters: 'delete'};
const replacing: FixDeclaration = {fixable: 'letters', letters: 'replace'};

/** Holds an edit of `text`, in which `[` and `]` stand round the finding and `{` and `}` round what is replaced. */
function held(declaration: FixDeclaration, marked: string, written: string): string | undefined {
  const place = (mark: string): number => {
    const others = '[]{}'.replace(mark, '');
    const at = marked.indexOf(mark);
    return [...marked.slice(0, at)].filter((c) => !others.includes(c)).join('').length;
  };
  return broken(
    declaration,
    marked.replace(/[[\]{}]/g, ''),
    {start: place('['), end: place(']')},
    {start: place('{'), end: place('}'), text: written},
  );
}

describe('typography', () => {
  test.each([
    ['marks', 'He said [{,,}]yes', ','],
    ['spaces', 'ten[{ }]% of it', ''],
    ['anywhere', '[a] word{ }, and', ''],
    ['letters that stay', '[{50 €}] more', '€50'],
    ['a selector that chooses no glyph', 'mayor[{\u{e0107}}] spoke', ''],
    ['a letter written in two ways', '[{cafe\u0301 }]bar', 'caf\u00e9 '],
  ])('lets %s change', (_, text, written) => {
    expect(held(typography, text, written)).toBeUndefined();
  });
  test.each([
    ['a letter less', 'the[{ the}] end', ''],
    ['another order', '[{ab}] c', 'ba'],
    ['another case', '[{The}] c', 'the'],
    ['a digit more', '[{1}] c', '10'],
    ['an accent less', '[{cafe\u0301}] c', 'cafe'],
  ])('refuses %s', (_, text, written) => {
    expect(held(typography, text, written)).toMatch('its class is typography');
  });
});

describe('letters', () => {
  test.each([
    ['within the finding', deleting, 'in 2020 [{year}] of it', ''],
    ['with the space before', deleting, 'in 2020{ [year}] of it', ''],
    ['and leaves some', deleting, '[{14h30}] of it', '14:30'],
    ['and writes others', replacing, '[{a}] hour', 'an'],
    ['with words beside that stay', replacing, 'go {to [a} hour]', 'to an'],
    ['beside it', replacing, 'on {}[9th]', 'the '],
  ] as const)('changes words %s', (_, declaration, text, written) => {
    expect(held(declaration, text, written)).toBeUndefined();
  });
  test.each([
    ['outside', deleting, 'in {2020 [year}] of it', ''],
    ['behind', deleting, 'in 2020 [{year] of} it', ''],
    ['far away', replacing, 'in 2020 [year] of {it}', 'us'],
  ] as const)('leaves words %s alone', (_, declaration, text, written) => {
    expect(held(declaration, text, written)).toMatch('outside its finding');
  });
  test('a rule that only deletes writes nothing', () => {
    expect(held(deleting, '[{a}] hour', 'an')).toMatch('only deletes');
    expect(held(deleting, '[{ab}] hour', 'ba')).toMatch('only deletes');
  });
  test('true stands for letters that may be replaced', () => {
    expect(fixClassOf({fixable: true})).toBe('letters');
    expect(held({fixable: true}, '[{a}] hour', 'an')).toBeUndefined();
    expect(held({fixable: true}, '[a] {hour}', 'day')).toMatch('outside its finding');
  });
});

test('letters are composed, and marks between them count for nothing', () => {
  expect(lettersOf('e\u200b\u0301 «Né» 1,5')).toBe('éNé15');
});
