import {describe, expect, test} from 'vitest';
import {suggestionsFor} from '../../src/lexicon/phrases/suggest.js';
import {entry, findIn} from './support.js';

/** The source with the first replacement of the first match applied. */
function replaced(source: string, phrase: string, replacement: string): string | undefined {
  const {text, matches} = findIn(source, [entry(phrase)]);
  const [match] = matches;
  if (!match) throw new Error(`“${phrase}” was not found`);
  const [suggestion] = suggestionsFor(text, match, [replacement]);
  if (!suggestion) return undefined;
  let out = source;
  for (const {start, end, text: t} of suggestion.edits.toReversed())
    out = out.slice(0, start) + t + out.slice(end);
  return out;
}

describe('a replacement', () => {
  test.each([
    ['They forge a wedge.', 'They drive a wedge.'],
    ['He forges a wedge.', 'He drives a wedge.'],
    ['He forged a wedge.', 'He drove a wedge.'],
    ['He had forged a wedge.', 'He had driven a wedge.'],
    ['A wedge? They have not yet forged a wedge.', 'A wedge? They have not yet driven a wedge.'],
    ['Forging a wedge is easy.', 'Driving a wedge is easy.'],
  ])('takes the form of the verb: %s', (source, wanted) => {
    expect(replaced(source, '~forge a wedge', '~drive a wedge')).toBe(wanted);
  });

  test('of one irregular verb by another', () => {
    expect(replaced('She took part.', '~take part', '~write')).toBe('She wrote.');
    expect(replaced('She has taken part.', '~take part', '~write')).toBe('She has written.');
  });

  test('of a plural noun', () => {
    expect(replaced('two employees of the police', '~employee of the police', 'police ~officer')).toBe(
      'two police officers',
    );
  });

  test('takes a stretch of words', () => {
    expect(replaced('The driver which was hurt left.', 'the driver which was', '<1-2> who <4>')).toBe(
      'The driver who was hurt left.',
    );
    expect(replaced('He took the heavy bags.', 'took the heavy bags', 'carried <2-9>')).toBeUndefined();
  });

  test('takes words of the match by their number, from the front and from the end', () => {
    expect(replaced('It informed BNS today.', 'informed (BNS|ELTA)', 'told <2>')).toBe('It told BNS today.');
    expect(replaced('head of the old city', 'head of the old city', 'mayor of <3->')).toBe(
      'mayor of the old city',
    );
    expect(replaced('told to ELTA', 'told to <name>', 'told <-1>')).toBe('told ELTA');
  });

  test('that asks for a word the match has not is left out', () => {
    expect(replaced('state coup', 'state coup', 'coup <7>')).toBeUndefined();
  });

  test('that changes nothing is left out', () => {
    expect(replaced('the city', '(the city|the town)', 'the city')).toBeUndefined();
  });

  test('keeps the capital of a sentence or a heading', () => {
    expect(replaced('Force structures came.', 'force structures', 'security forces')).toBe(
      'Security forces came.',
    );
    expect(replaced('Two MPs', 'two MPs', 'MPs')).toBe('MPs');
    expect(replaced('the new APP', 'APP', 'app')).toBe('the new app');
  });

  test('leaves a possessive ending where it is', () => {
    expect(replaced('the people’s deputy’s car', 'people’s deputy', 'MP')).toBe('the MP’s car');
  });

  test('turns a and an before it', () => {
    expect(replaced('He is a people’s deputy.', 'people’s deputy', 'MP')).toBe('He is an MP.');
    expect(replaced('An old regime fell.', 'old regime', 'regime')).toBe('A regime fell.');
    expect(replaced('A hotel, a new hotel.', 'new hotel', 'historic inn')).toBe('A hotel, a historic inn.');
  });
});
