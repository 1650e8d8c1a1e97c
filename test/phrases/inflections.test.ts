import {expect, test} from 'vitest';
import {formsOf, inflections} from '../../src/lexicon/phrases/inflections.js';

test.each([
  ['walk', 'walk walks walked walking'],
  ['forge', 'forge forges forged forging'],
  ['carry', 'carry carries carried carrying'],
  ['play', 'play plays played playing'],
  ['stop', 'stop stops stopped stopping'],
  ['beat', 'beat beats beaten beating'],
  ['commit', 'commit commits committed committing'],
  ['visit', 'visit visits visited visiting'],
  ['push', 'push pushes pushed pushing'],
  ['undergo', 'undergo undergoes underwent undergone undergoing'],
  ['tie', 'tie ties tied tying'],
  ['agree', 'agree agrees agreed agreeing'],
  ['argue', 'argue argues argued arguing'],
  ['be', 'be is was been being am are were'],
  ['man', 'man men'],
  ['body', 'body bodies'],
  ['crisis', 'crisis crises'],
])('%s', (word, wanted) => {
  expect(inflections(word)).toEqual(expect.arrayContaining(wanted.split(' ')));
});

test('past and participle are told apart', () => {
  expect(formsOf('drive')).toEqual({
    base: 'drive',
    s: 'drives',
    past: 'drove',
    participle: 'driven',
    ing: 'driving',
  });
});
