import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';

const plural = wordSet('all both many several some these those most few');
const possessive = wordSet('his her its');
const own = hashOf('own');
/** Begin a clause of its own, with a subject of its own. */
const clause = wordSet(
  'that which who whom whose because if when while where as than and or but he she it i we you after before until',
);
const longest = 18;

export default defineRule({
  meta: {
    id: 'fluency/number-disagreement',
    description: '“all parties … his own”: a plural subject with a singular possessive',
    mqm: 'agreement',
    severity: 'warning',
    scope: 'block',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      own: '“{{text}}” goes back to “{{subject}}”, which is plural: “their own”',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    const {first, last} = text.sentences;
    return {
      sentence(s) {
        const begin = first[s] as number;
        const stop = last[s] as number;
        for (let i = begin; i < stop; i++) {
          if (hashes[i + 1] !== own || !possessive.has(hashes[i] as number)) continue;
          const subject = subjectBefore(begin, i);
          if (subject < 0 || (zones[i] as number) & notProse) continue;
          const range = {start: starts[i] as number, end: ends[i] as number};
          const end = nounAfter(subject, i);
          context.report({
            messageId: 'own',
            start: range.start,
            end: ends[i + 1] as number,
            data: {
              text: text.prose.slice(range.start, ends[i + 1]),
              subject: text.prose.slice(starts[subject], ends[end]),
            },
            related: [
              {message: 'the plural is here', start: starts[subject] as number, end: ends[end] as number},
            ],
            suggestions: [{message: 'Write “their own”', edits: [{...range, text: 'their'}]}],
          });
        }
      },
    };

    /** The quantifier of a plural subject in the same clause, with no singular that the possessive could go back to. */
    function subjectBefore(begin: number, at: number): number {
      for (let i = at - 1; i >= Math.max(begin, at - longest); i--) {
        const f = flags[i] as number;
        const hash = hashes[i] as number;
        if (f & TokenFlag.Mark) return -1;
        if (plural.has(hash)) return isPluralNoun(i) && startsClause(begin, i) ? i : -1;
        if (clause.has(hash)) return -1;
        // A name or a possessive may be what “his” goes back to.
        if (f & TokenFlag.InitialCap && !(f & TokenFlag.SentenceStart)) return -1;
      }
      return -1;
    }

    function isPluralNoun(quantifier: number): boolean {
      return nounAfter(quantifier, quantifier + 5) > quantifier;
    }

    /** The last of up to four words after the quantifier that ends in s; the quantifier itself when none does. */
    function nounAfter(quantifier: number, at: number): number {
      for (let i = quantifier + 1; i <= Math.min(at - 1, quantifier + 4); i++) {
        if (!((flags[i] as number) & TokenFlag.Word)) break;
        const end = ends[i] as number;
        const plain = text.prose.charCodeAt(end - 1) === 0x73 && text.prose.charCodeAt(end - 2) !== 0x73;
        if (plain && end - (starts[i] as number) > 3 && !((flags[i] as number) & TokenFlag.Apostrophe))
          return i;
      }
      return quantifier;
    }

    /** The quantifier opens the sentence or the clause after “that”: it is the subject and not an object. */
    function startsClause(begin: number, at: number): boolean {
      let i = at - 1;
      while (i >= begin && (flags[i] as number) & TokenFlag.Mark && hashes[i] !== 0x2c) i--;
      return i < begin || hashes[i] === hashOf('that') || hashes[i] === 0x2c;
    }
  },
});
