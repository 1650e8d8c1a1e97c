import {defineRule} from '../../src/engine/rule.js';
import {CharClass, classOf} from '../../src/text/characters.js';
import {Feature, notProse} from '../../src/text/tokens.js';
import {isClitic} from './_shared/clitics.js';
import {isHalfLetter} from './_shared/mojibake.js';
import {findQuotations, type Misplaced} from './_shared/quotations.js';
import {Quote} from './_shared/quote-marks.js';

const isSpace = (code: number): boolean => (classOf(code) & 7) === CharClass.Space;
const isDigit = (code: number): boolean => (classOf(code) & 7) === CharClass.Digit;
const isLetter = (code: number): boolean => {
  const kind = classOf(code) & 7;
  return kind >= CharClass.Lower && kind <= CharClass.Caseless;
};

/** Short forms whose first letters an apostrophe stands for. */
const elisions = /^(?:em|til|tis|twas|cause|bout|n|round|cos|cuz|neath|tude|nother|nuff)$/i;

export default defineRule({
  meta: {
    id: 'punctuation/quote-direction',
    description: 'Finds quotation marks that stand the wrong way round or have their space on the wrong side',
    mqm: 'unpaired-marks',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    languages: ['en'],
    needs: Feature.CurlyQuote | Feature.StraightQuote | Feature.CurlyApostrophe,
    messages: {
      'turned-close': 'This opening mark ends a quotation: it should be ”',
      'turned-open': 'This closing mark begins a quotation: it should be “',
      'space-close': 'This mark ends a quotation, so the space belongs behind it, not before it',
      'space-open': 'This mark begins a quotation, so the space belongs before it, not behind it',
      double: 'This double mark stands for an apostrophe',
      apostrophe: 'This opening single mark stands for an apostrophe: it should be ’',
    },
  },
  create(context) {
    const {text, article} = context;
    const {prose} = text;

    /** The mark with the space that has to move, and what stands there when it has. */
    const repair = ({mark, should, turned, space}: Misplaced): {start: number; end: number; text: string} => {
      const {start: from, end: to} = article.blocks[mark.block] as {start: number; end: number};
      let start = mark.start;
      let {end} = mark;
      if (space === 'drop-before' || space === 'before-to-after') {
        while (start > from && isSpace(prose.charCodeAt(start - 1))) start--;
      } else if (space === 'drop-after' || space === 'after-to-before') {
        while (end < to && isSpace(prose.charCodeAt(end))) end++;
      }
      const sign = turned ? (should === 'close' ? '”' : '“') : prose.slice(mark.start, mark.end);
      const before = space === 'after-to-before' ? ' ' : '';
      const after = space === 'before-to-after' && end < to && !isSpace(prose.charCodeAt(end)) ? ' ' : '';
      return {start, end, text: before + sign + after};
    };

    return {
      mark: {
        chars: '‘',
        on(token) {
          if ((text.tokens.zones[token] as number) & notProse) return;
          const start = text.tokens.starts[token] as number;
          if (isHalfLetter(prose, start)) return;
          const left = start > 0 ? prose.charCodeAt(start - 1) : 0x20;
          const right = prose.charCodeAt(start + 1);
          const report = (): void =>
            context.report({
              messageId: 'apostrophe',
              start,
              end: start + 1,
              fix: [{start, end: start + 1, text: '’'}],
            });
          if (isLetter(left) && isLetter(right)) {
            // Elsewhere inside a word it is a letter: Hawai‘i, Ka‘ba, O‘zbekiston.
            const stem = text.token(token - 1);
            if (isClitic(stem, text.token(token + 1)) || isElided(stem, prose.slice(start + 1, start + 3)))
              report();
          } else if (isDigit(right) && isDigit(prose.charCodeAt(start + 2))) {
            // ‘90s, the class of ‘04: two digits and nothing more that a quotation could hold.
            const tail = prose.slice(start + 3, start + 6);
            if (/^(?:s(?![\p{L}’])|(?![\d\p{L}’.,:%-]))/u.test(tail) && !closesSoon(prose, start)) report();
          } else if (isLetter(right) && !isLetter(left)) {
            const next = token + 1;
            if (elisions.test(text.token(next)) && !closesSoon(prose, start)) report();
          }
        },
      },
      article() {
        if (!(text.features & (Feature.CurlyQuote | Feature.StraightQuote))) return;
        for (const {start, end} of findQuotations(context).apostrophes) {
          context.report({messageId: 'double', start, end, fix: [{start, end, text: '’'}]});
        }
        for (const misplaced of findQuotations(context).misplaced) {
          const {mark, should, turned} = misplaced;
          const edit = repair(misplaced);
          // A turned mark glued to words on both sides lacks a space, and which one is not known.
          const glued = turned && misplaced.space === 'keep' && !mark.leftFree && !mark.rightFree;
          context.report({
            messageId: turned ? `turned-${should}` : `space-${should}`,
            start: mark.start,
            end: mark.end,
            ...(glued ? {} : {fix: [edit]}),
          });
        }
      },
    };
  },
});

/** `O‘Brien`, `D‘Artagnan`: a particle, and a name that begins with a capital. */
function isElided(stem: string, next: string): boolean {
  return /^[ODL]$/.test(stem) && /^\p{Lu}\p{Ll}/u.test(next);
}

/** Whether a ’ that can end a quotation follows on the same line, within what a short quotation may hold. */
function closesSoon(prose: string, start: number): boolean {
  const stop = Math.min(prose.length, start + 300);
  for (let i = start + 2; i < stop; i++) {
    const code = prose.charCodeAt(i);
    if (code === 0x0a || code === Quote.LeftSingle) return false;
    if (code === Quote.RightSingle && !isLetter(prose.charCodeAt(i + 1))) return true;
  }
  return false;
}
