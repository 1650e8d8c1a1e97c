import {wordSet} from '../../text/hash.js';
import type {TextIndex} from '../../text/tokens.js';
import type {NameWord} from '../mentions/name-words.js';
import type {PairFacts} from './pair-facts.js';

const kin = wordSet(
  'husband wife widow widower spouse spouses ex-wife ex-husband father mother parents son sons daughter daughters brother brothers sister sisters sibling siblings uncle aunt niece nephew family couple married divorced mr mrs ms',
);

/** A man’s surname in -ov, -ev, -in, -yn, -sky, whose genitive is spelt as his wife’s name or nearly so. */
const slavic = /(?:[oe]v|[oe]w|[iy]n|off|[scz]k(?:[iy]+|ij|yj)?)$/;
/** Languages in which a man’s name in a case is like a woman’s. */
const languages = /^(?:|ru|uk|be|bg|cs|sk|sl|hr|sr|mk|pl|lv|lt|kk|ky|uz|tg|az|ka|hy)$/;

/**
 * Whether a man’s and a woman’s form of a surname are one person’s, one of them left in a case: `Georgy Polin came.
 * According to Polina …`. News gives everybody a first name when it first speaks of them; so the form that never has one
 * is of the person whose other form has.
 */
export function isOnesOwnCase(
  a: NameWord,
  b: NameWord,
  facts: PairFacts,
  text: TextIndex,
  source: string,
): boolean {
  if (!languages.test(source) || facts.sameSentence || facts.isIntroduced(a) === facts.isIntroduced(b))
    return false;
  const him = /[aá]$/.test(a.folded) ? b : a;
  return slavic.test(him.folded) && !isKinNear(a, text) && !isKinNear(b, text);
}

/** Whether a word of kin stands in a sentence of one of the first mentions of a name. */
function isKinNear(word: NameWord, text: TextIndex): boolean {
  const {sentences, tokens} = text;
  return word.mentions.slice(0, 6).some(({sentence}) => {
    for (let i = sentences.first[sentence]!; i <= sentences.last[sentence]!; i++)
      if (kin.has(tokens.hashes[i]!)) return true;
    return false;
  });
}
