import {hashOf, wordSet} from '../../../src/text/hash.js';
import {notProse, type TextIndex, TokenFlag, Zone} from '../../../src/text/tokens.js';
import {comma} from './gender-signs.js';
import {type Gender, saying} from './gendered-words.js';

/** `According to her,` or `She said` at the beginning of a sentence. */
export interface Reference {
  readonly sentence: number;
  readonly token: number;
  readonly gender: Gender;
  readonly other: string;
}

export const pronouns: ReadonlyMap<number, Gender> = new Map([
  [hashOf('he'), 'male'],
  [hashOf('him'), 'male'],
  [hashOf('his'), 'male'],
  [hashOf('himself'), 'male'],
  [hashOf('she'), 'female'],
  [hashOf('her'), 'female'],
  [hashOf('hers'), 'female'],
  [hashOf('herself'), 'female'],
]);
const according = hashOf('according');
const to = hashOf('to');
const inWord = hashOf('in');
const subjects: ReadonlySet<number> = wordSet('he she');
const owners: ReadonlySet<number> = wordSet('his her');
const opinions = wordSet('words opinion view');

/** The pronouns that begin a sentence, or stand behind the quotation that begins it, and whose sentence is about them. */
export function findReferences(text: TextIndex): Reference[] {
  const {first, last} = text.sentences;
  const {hashes, flags, zones} = text.tokens;
  const references: Reference[] = [];
  for (let s = 0; s < text.sentences.count; s++) {
    const found = referenceOf(s);
    if (found !== undefined) references.push(found);
  }
  return references;

  function referenceOf(s: number): Reference | undefined {
    const begin = first[s] as number;
    const zone = zones[begin] as number;
    if (zone & notProse) return undefined;
    if (zone & Zone.Quotation) return afterQuotation(s);
    const opening = hashes[begin] as number;
    if (opening === according && hashes[begin + 1] === to && hashes[begin + 3] === comma) {
      return reference(s, begin + 2, 'him');
    }
    if (opening === inWord && opinions.has(hashes[begin + 2] as number) && hashes[begin + 3] === comma) {
      return reference(s, begin + 1, 'his');
    }
    if (owners.has(opening)) return reference(s, begin, 'his');
    return subjects.has(opening) ? reference(s, begin) : undefined;
  }

  /** `“…,” she said.` */
  function afterQuotation(s: number): Reference | undefined {
    for (let i = (first[s] as number) + 1; i < (last[s] as number); i++) {
      if ((zones[i] as number) & Zone.Quotation || !((flags[i] as number) & TokenFlag.Word)) continue;
      return subjects.has(hashes[i] as number) && saying.has(hashes[i + 1] as number)
        ? reference(s, i)
        : undefined;
    }
    return undefined;
  }

  /** `male` is what stands for `her` in that place. */
  function reference(sentence: number, token: number, male = 'he'): Reference | undefined {
    const gender = pronouns.get(hashes[token] as number);
    if (gender === undefined) return undefined;
    const other = gender === 'female' ? male : male === 'he' ? 'she' : 'her';
    return {sentence, token, gender, other};
  }
}
