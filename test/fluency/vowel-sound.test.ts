import {expect, test} from 'vitest';
import {hasVowelSound} from '../../src/lexicon/vowel-sound.js';

const words = (list: string): string[] => list.trim().split(/\s+/);

test.each(
  words(`apple hour honest heir heirloom honorary MP FBI NGO EU MRI HIV X F 8 11 18 80 800,000 8th 18th 11,000 8-year
    unimportant unidentified uninvited unarmed umpire uncle unintended e onion ounce outer Oslo AIDS IMF OPEC undecided untold
    upper urban Ulster Unarmed e-mail HDTV LCD NHS idle elk Egypt used-up`).filter(
    (w) => !/[-](?:year|mail|up)/.test(w),
  ),
)('an %s', (word) => {
  expect(hasVowelSound(word)).toBe(true);
});

test.each(
  words(`university unit union unique united uniform Ukrainian Ugandan utility useful usual usually user urine uranium ubiquitous
    one once oneself European euro eulogy ewe yard year house horse 1 7 10 100 12 13 180 B C U UK US UN UFO USB BBC GDP PhD's
    unanimous unison utopia Utah Uruguay unicorn table xylophone Xerox unilateral unionist`).filter(
    (w) => !w.startsWith('PhD'),
  ),
)('a %s', (word) => {
  expect(hasVowelSound(word)).toBe(false);
});

test.each(
  words(
    'historic herb hotel 1812 1100 NATO FIFA SARS LED mRNA iPhone Ewood Xbox Uyghur Hermès žurnal Eusebio RMB Ouagadougou Yves',
  ),
)('a or an %s', (word) => {
  expect(hasVowelSound(word)).toBeUndefined();
});
