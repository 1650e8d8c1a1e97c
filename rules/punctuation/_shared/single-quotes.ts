import type {RuleContext} from '../../../src/engine/rule.js';
import {type Lexicon, parseLexicon} from '../../../src/lexicon/lexicon.js';
import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {CharClass, classOf} from '../../../src/text/characters.js';
import {wordSet} from '../../../src/text/hash.js';
import {notProse, type TextIndex, TokenFlag} from '../../../src/text/tokens.js';

const left = 0x2018;
const right = 0x2019;
/** Short forms that begin with an apostrophe, for which ‘ is typed. */
const elided = wordSet('em til tis twas cause bout n round cos cuz neath tude nother nuff');

/**
 * Opening single marks (‘) that no ’ closes, in their block or, opened again, in the next. Since ’ is an apostrophe
 * too, closing ones without a partner are not looked for.
 */
export function findLoneSingles({
  text,
  article,
  resource,
}: Pick<RuleContext, 'text' | 'article' | 'resource'>): number[] {
  const english = resource('lexicon-en.bin', parseLexicon);
  const {hashes, flags, zones, starts} = text.tokens;
  const out: number[] = [];
  for (let b = 0; b < article.blocks.length; b++) {
    const from = firstOfBlock(text, b);
    const to = endOfBlock(text, b);
    let open = -1;
    for (let i = from; i < to; i++) {
      if (!((flags[i] as number) & TokenFlag.Mark)) continue;
      const code = hashes[i] as number;
      if (code === left && opens(text, i, to) && !((zones[i] as number) & notProse)) {
        // Opened again inside: the next paragraph of a joined text, or a quotation in a quotation.
        open = i;
      } else if (code === right && open >= 0 && !isLetter(text.prose.charCodeAt((starts[i] as number) + 1)))
        open = -1;
    }
    if (open >= 0 && !isAyn(text, open, english) && !continues(text, article, b)) out.push(open);
  }
  return out;
}

/** `‘Abd`, `‘Okina`: a letter of its own before a vowel, in a word that English does not have. */
function isAyn({tokens, prose}: TextIndex, i: number, english: Lexicon | undefined): boolean {
  const vowel = /^[AEIOUĀĒĪŌŪaeiouāēīōū]\p{Ll}/u.test(
    prose.slice((tokens.starts[i] as number) + 1, (tokens.starts[i] as number) + 3),
  );
  return vowel && english !== undefined && !english.isOrdinaryWord(tokens.hashes[i + 1] as number);
}

function opens({tokens, prose}: TextIndex, i: number, to: number): boolean {
  const {flags, hashes, starts} = tokens;
  const next = i + 1;
  if (
    next >= to ||
    !((flags[i] as number) & TokenFlag.SpaceBefore) ||
    (flags[next] as number) & TokenFlag.SpaceBefore
  )
    return false;
  // ‘90s and ‘em stand for an apostrophe, which is another rule's business.
  if (!((flags[next] as number) & TokenFlag.Word) || elided.has(hashes[next] as number)) return false;
  return isLetter(prose.charCodeAt((starts[i] as number) + 1));
}

/** The next paragraph opens again, or closes what this one opened. */
function continues(text: TextIndex, article: RuleContext['article'], block: number): boolean {
  for (let b = block + 1; b < Math.min(article.blocks.length, block + 4); b++) {
    const first = firstOfBlock(text, b);
    if (text.tokens.hashes[first] === left) return true;
    for (let i = first; i < endOfBlock(text, b); i++) {
      if (text.tokens.hashes[i] === left) return false;
      if (
        text.tokens.hashes[i] === right &&
        !isLetter(text.prose.charCodeAt((text.tokens.starts[i] as number) + 1))
      )
        return true;
    }
  }
  return false;
}

function isLetter(code: number): boolean {
  const kind = classOf(code) & 7;
  return kind >= CharClass.Lower && kind <= CharClass.Caseless;
}
