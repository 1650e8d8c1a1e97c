import {describe, expect, test} from 'vitest';
import {compilePhrases, nearWindow} from '../../src/lexicon/phrases/automaton.js';
import {entry, findIn, found} from './support.js';

describe('a phrase is found', () => {
  test('whatever its capitals, apostrophes and white space', () => {
    const entries = [entry("people's deputy")];
    expect(found('A People’s Deputy spoke.', entries)).toEqual(['People’s Deputy']);
    expect(found("A people's\t deputy spoke.", entries)).toEqual(["people's\t deputy"]);
  });

  test('in each of its forms', () => {
    expect(found('They forged a wedge, then beat a wedge.', [entry('(~forge|~beat) a wedge')])).toEqual([
      'forged a wedge',
      'beat a wedge',
    ]);
  });

  test('with a possessive ending, which is left out', () => {
    expect(found('the state coup’s leader', [entry('state coup')])).toEqual(['state coup']);
    expect(found('the coup’s leader', [entry('coup')])).toEqual(['coup']);
  });

  test('not across sentences or blocks', () => {
    expect(found('They used force. Structures fell.', [entry('force structures')])).toEqual([]);
    expect(found('They used force\n\nstructures fell.', [entry('force structures')])).toEqual([]);
  });

  test('not inside a longer word', () => {
    expect(found('enforce structures, force structuring', [entry('force structures')])).toEqual([]);
  });

  test('with marks in it', () => {
    expect(found('a pre-trial investigation', [entry('pre-trial investigation')])).toEqual([
      'pre-trial investigation',
    ]);
    expect(found('He said , so Scholz.', [entry(', so <name>')])).toEqual([', so Scholz']);
  });
});

describe('wildcards', () => {
  test('<number>, <name> and <word> stand for one token', () => {
    expect(found('under part 2', [entry('under part <number>')])).toEqual(['under part 2']);
    expect(found('under part two', [entry('under part <number>')])).toEqual([]);
    expect(found('informed Interfax, informed parents', [entry('informed <name>')])).toEqual([
      'informed Interfax',
    ]);
    expect(found('mayor of Osh was stormed', [entry('mayor of <word> was stormed')])).toHaveLength(1);
    expect(found('mayor of was stormed', [entry('mayor of <word> was stormed')])).toEqual([]);
  });

  test('a gap stands for none up to its number of tokens', () => {
    const entries = [entry('a <0-2> z')];
    expect(found('a z. a b z. a b c z. a b c d z.', entries)).toEqual(['a z', 'a b z', 'a b c z']);
  });

  test('gaps of two lengths after one beginning keep their own lengths', () => {
    const entries = [entry('a <0-1> y'), entry('a <0-3> z')];
    expect(found('a b c y', entries)).toEqual([]);
    expect(found('a b y, a b c d z', entries)).toEqual(['a b y', 'a b c d z']);
  });

  test('at the beginning of a phrase', () => {
    expect(found('on 5 years', [entry('<number> years')])).toEqual(['5 years']);
  });
});

describe('an entry may ask for', () => {
  test('exact capitals', () => {
    const entries = [entry('State Police', {case: 'exact'})];
    expect(found('State Police and state police', entries)).toEqual(['State Police']);
  });

  test('exact capitals round wildcards', () => {
    const entries = [entry('the Mayor of <name> <0-2> Council', {case: 'exact'})];
    expect(found('the Mayor of Osh City Council', entries)).toHaveLength(1);
    expect(found('the mayor of Osh City Council', entries)).toEqual([]);
    expect(found('the Mayor of Osh City council', entries)).toEqual([]);
  });

  test('a word near it, in any of its forms, in the same block', () => {
    const entries = [entry('special means', {near: ['~protester', 'riot']})];
    expect(found('Police used special means against protesters.', entries)).toEqual(['special means']);
    expect(found('Police used special means.\n\nThe protesters left.', entries)).toEqual([]);
    expect(found('Special means were used.', entries)).toEqual([]);
  });

  test('but not too far away', () => {
    const entries = [entry('special means', {near: ['riot']})];
    const filler = (n: number): string => 'word '.repeat(n);
    expect(found(`special means ${filler(nearWindow - 1)}riot`, entries)).toHaveLength(1);
    expect(found(`special means ${filler(nearWindow)}riot`, entries)).toEqual([]);
  });

  test('a place: sentence, block or the whole block', () => {
    const text = 'Recall the vote.\n\nWe recall. “Recall,” he said.\n\nRecall:';
    const at = (position: 'sentence-start' | 'block-start' | 'whole-block'): number[] =>
      findIn(text, [entry('recall', {position})]).matches.map((m) => m.start);
    expect(at('sentence-start')).toEqual([0, text.indexOf('Recall,'), text.indexOf('Recall:')]);
    expect(at('block-start')).toEqual([0, text.indexOf('Recall:')]);
    expect(at('whole-block')).toEqual([text.indexOf('Recall:')]);
  });
});

describe('exceptions and overlaps', () => {
  test('an exception covers the phrase only of its own entry', () => {
    const entries = [
      entry('special means', {except: ['by special means of proof']}),
      entry('means of proof'),
    ];
    expect(found('by special means of proof', entries)).toEqual(['means of proof']);
    expect(found('with special means of proof', entries)).toEqual(['special means', 'means of proof']);
  });

  test('an exception of the same span wins', () => {
    expect(found('the colony', [entry('(the|a) colony', {except: ['the colony']})])).toEqual([]);
  });

  test('the longest match of a kind hides those inside it', () => {
    const entries = [
      entry('criminal authority'),
      entry('a criminal authority figure'),
      entry('authority', {kind: 'term'}),
    ];
    expect(found('a criminal authority figure', entries)).toEqual([
      'a criminal authority figure',
      'authority',
    ]);
  });

  test('one that needs context hides none that is safe', () => {
    const entries = [
      entry('the force structures', {risk: 'context'}),
      entry('force structures', {risk: 'safe'}),
    ];
    expect(found('the force structures', entries)).toEqual(['the force structures', 'force structures']);
  });

  test('overlapping matches are both told', () => {
    expect(found('a b c', [entry('a b'), entry('b c')])).toEqual(['a b', 'b c']);
  });

  test('an entry that is not wanted is neither told nor hides another', () => {
    const entries = [entry('a b c', {source: ['lt']}), entry('b c')];
    expect(found('a b c', entries, (e) => e.source === undefined)).toEqual(['b c']);
  });
});

test('a match says whether the phrase or a variant stands there', () => {
  const {matches} = findIn('Kiev and Kyiv', [entry('Kyiv', {variants: ['Kiev']})]);
  expect(matches.map((m) => m.form)).toEqual(['variant', 'phrase']);
});

test('a broken phrase is told with its entry and spoils no other', () => {
  const entries = [entry('(a'), entry('b')];
  const {problems} = compilePhrases(entries);
  expect(problems).toEqual([
    {entry: entries[0], phrase: '(a', reason: expect.stringContaining('not closed')},
  ]);
});

test('phrases with one ending share it', () => {
  const size = (phrase: string): number => compilePhrases([entry(phrase)]).tables.nodes.length;
  expect(size('(a|b|c|d) x y z')).toBe(size('a x y z'));
});
