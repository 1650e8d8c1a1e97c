import {wordSet} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';

/** Verbs that name a speaker after or before direct speech, in the forms that news uses. */
const verbs = wordSet(
  'said says say told tells added adds announced announces stated states noted notes explained explains wrote writes asked asks replied replies answered answers declared declares claimed claims continued continues stressed stresses emphasized emphasised emphasizes emphasises recalled recalls reported reports commented comments concluded concludes admitted admits argued argues insisted insists tweeted posted warned warns confirmed confirms pointed points underlined underlines remarked observed believes believed promised assured complained joked shouted cried whispered quoted quotes clarified summed thinks thought according recounted shared suggested urged vowed exclaimed specified mentioned',
);
const pronouns = wordSet('he she it they i we who');
const longest = 7;

/**
 * Whether a speech tag (“he said”, “the statement said”, “said Ann Lee”, “Lee told reporters”) begins at a token.
 *
 * @param first - the token right behind the quotation
 * @param end - the first token that is not looked at
 */
export function beginsSpeechTag(text: TextIndex, first: number, end: number): boolean {
  const {flags, hashes} = text.tokens;
  let words = 0;
  let lowers = 0;
  const stop = Math.min(end, first + 3 * longest);
  for (let i = first; i < stop && words < longest; i++) {
    const f = flags[i] as number;
    if (f & TokenFlag.Mark) {
      // Hyphens and the stops of initials may stand in a name; anything else ends the tag.
      const code = hashes[i] as number;
      if (code === 0x2d || (code === 0x2e && i > first && isInitial(text, i - 1))) continue;
      return false;
    }
    const hash = hashes[i] as number;
    if (verbs.has(hash)) return true;
    if (words === 0 && pronouns.has(hash)) return i + 1 < end && verbs.has(hashes[i + 1] as number);
    if (!(f & (TokenFlag.InitialCap | TokenFlag.AllCaps)) && ++lowers > 4) return false;
    words++;
  }
  return false;
}

function isInitial(text: TextIndex, token: number): boolean {
  const {starts, ends, flags} = text.tokens;
  const length = (ends[token] as number) - (starts[token] as number);
  return length <= 2 && ((flags[token] as number) & TokenFlag.InitialCap) !== 0;
}
