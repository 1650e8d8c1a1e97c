import {defineRule} from '../../src/engine/rule.js';
import {wordSet} from '../../src/text/hash.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/**
 * Acronyms of international bodies and units that English took over in the order of another language, mostly French, or
 * that follow no language’s order. Spanish and Portuguese ones stand for the bodies that news names by them.
 */
const fixed = wordSet(
  `iso utc itu bipm tai si iec msf mdm icrc cicr cern fifa fiba fivb fia fim fis fei fig fil fih fina fie fide fita
  fiap fipresci fci fai fise uci uefa uit uic upu uia uiaa uip uitp uipm cio cmas cipm ccitt ccir
  aiba oci ocde otan onu oua cedeao cemac uemoa conmebol concacaf caf oea farc`,
);
const small = wordSet('of the and for in on at to a an de la le du des van von der und et y e');
const longest = 6;
/** How many words before the bracket may belong to the name. */
const window = 9;
const code0 = 0x41;

export default defineRule({
  meta: {
    id: 'terms/acronym-mismatch',
    description: 'An acronym in brackets whose letters stand in another order than the words before it',
    mqm: 'no-translate',
    severity: 'warning',
    basis: 'article',
    scope: 'block',
    recommended: true,
    languages: ['en'],
    needs: Feature.Parenthesis,
    messages: {
      order:
        '“{{acronym}}” has the letters of “{{name}}” in another order: is it the acronym of another language, or the name turned round?',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    const letter = (i: number): number => text.prose.charCodeAt(starts[i] as number) & ~0x20;
    /** The letters stand in order among the first letters of a longer run of words: `Junior Chamber of Japan (JC)`. */
    const fitsWithMore = (open: number, start: number, length: number): boolean => {
      let left = length;
      for (let i = open - 1; i >= Math.max(0, open - window) && left > 0; i--) {
        if (blocks[i] !== blocks[open]) break;
        if ((flags[i] as number) & TokenFlag.Word && letter(i) === text.prose.charCodeAt(start + left - 1))
          left--;
      }
      return left === 0;
    };
    return {
      mark: {
        chars: '(',
        on(open) {
          const at = open + 1;
          if (
            hashes[at + 1] !== 0x29 ||
            !((flags[at] as number) & TokenFlag.AllCaps) ||
            (flags[at] as number) & TokenFlag.NonAscii
          )
            return;
          const start = starts[at] as number;
          const length = (ends[at] as number) - start;
          if (
            length < 2 ||
            length > longest ||
            (zones[at] as number) & notProse ||
            fixed.has(hashes[at] as number)
          )
            return;
          if ((flags[at] as number) & (TokenFlag.Apostrophe | TokenFlag.Alphanumeric)) return;
          // The capital words before the bracket, as many as the acronym has letters.
          let words = 0;
          let first = open;
          let inOrder = true;
          const counts = new Uint8Array(26);
          for (let i = open - 1; i >= 0 && words < length; i--) {
            const f = flags[i] as number;
            if (blocks[i] !== blocks[open]) return;
            if (hashes[i] === 0x2d) continue;
            // “Sony’s PlayStation”: no name ends, and no word with a capital inside begins, where the letters could tell.
            if (!(f & TokenFlag.Word) || f & (TokenFlag.Possessive | TokenFlag.InnerCap)) return;
            if (small.has(hashes[i] as number) && !(f & TokenFlag.InitialCap)) continue;
            const code = letter(i);
            if (!(f & TokenFlag.InitialCap) || f & TokenFlag.AllCaps || code < code0 || code >= code0 + 26)
              return;
            words++;
            first = i;
            if (code !== text.prose.charCodeAt(start + length - words)) inOrder = false;
            counts[code - code0] = (counts[code - code0] as number) + 1;
          }
          if (words < length || inOrder || fitsWithMore(open, start, length)) return;
          for (let k = 0; k < length; k++) {
            const slot = text.prose.charCodeAt(start + k) - code0;
            if (slot < 0 || slot > 25 || counts[slot] === 0) return;
            counts[slot] = (counts[slot] as number) - 1;
          }
          context.report({
            messageId: 'order',
            start,
            end: ends[at] as number,
            data: {acronym: text.token(at), name: text.prose.slice(starts[first], ends[open - 1])},
            related: [{message: 'the name', start: starts[first] as number, end: ends[open - 1] as number}],
          });
        },
      },
    };
  },
});
