import {defineRule} from '../../src/engine/rule.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {lineOf} from './_shared/clusters.js';

interface Definition {
  readonly acronym: string;
  /** Words of the full name that begin with a capital, small letters. */
  readonly words: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly acronymStart: number;
  readonly acronymEnd: number;
}

export default defineRule({
  meta: {
    id: 'names/acronym',
    description: 'One organisation with two acronyms, or one acronym that is written out in two ways',
    mqm: 'term-inconsistency',
    severity: 'warning',
    recommended: true,
    languages: ['en'],
    needs: Feature.Parenthesis,
    messages: {
      expansions: '“{{text}}” is “{{name}}” here, but “{{other}}” on line {{line}}: one acronym, two names',
      acronyms: '“{{name}}” is shortened to “{{text}}” here, but to “{{other}}” on line {{line}}',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, zones, starts, ends, count} = text.tokens;
    return {
      article() {
        const found: Definition[] = [];
        for (let i = 1; i + 2 < count; i++) {
          // Name (ACRONYM)
          if (hashes[i] !== 0x28 || hashes[i + 2] !== 0x29 || !(flags[i + 1]! & TokenFlag.AllCaps)) continue;
          if (zones[i]! & notProse) continue;
          const definition = before(i);
          if (definition) found.push(definition);
        }
        for (let k = 1; k < found.length; k++) compare(found[k]!, found.slice(0, k));
      },
    };

    /** The run of capitalised words (and `of`, `the`, `for`, `and` between them) before a bracket. */
    function before(open: number): Definition | undefined {
      const words: string[] = [];
      let first = -1;
      for (let i = open - 1; i >= 0 && open - i < 12; i--) {
        const word = text.token(i);
        if (!(flags[i]! & TokenFlag.Word)) break;
        if (flags[i]! & TokenFlag.InitialCap) {
          words.unshift(word.toLowerCase());
          first = i;
        } else if (!/^(?:of|the|for|and|on|in|to)$/.test(word)) break;
      }
      if (words[0] === 'the') words.shift();
      if (words.length < 2) return undefined;
      const acronym = text.token(open + 1);
      // The letters must be those of the words, or the bracket holds something else.
      const initials = words.map((word) => word.charAt(0).toUpperCase());
      const shared = [...acronym].filter((letter) => initials.includes(letter)).length;
      if (shared * 3 < acronym.length * 2 || acronym.length < 2) return undefined;
      return {
        acronym,
        words: words.slice(-Math.max(acronym.length + 1, 2)),
        text: text.prose.slice(starts[first]!, ends[open - 1]!),
        start: starts[first]!,
        end: ends[open - 1]!,
        acronymStart: starts[open + 1]!,
        acronymEnd: ends[open + 1]!,
      };
    }

    function compare(here: Definition, earlier: readonly Definition[]): void {
      for (const there of earlier) {
        const same = here.words.filter((word) =>
          there.words.some((other) => stem(other) === stem(word)),
        ).length;
        const most = Math.max(here.words.length, there.words.length);
        if (here.acronym === there.acronym && same < most && same > 0) {
          tell('expansions', here, there, there.text);
          return;
        }
        // The letters of one in another order, or one letter more or less, for a name of the same words.
        if (here.acronym !== there.acronym && same === most && here.words.length === there.words.length) {
          tell('acronyms', here, there, there.acronym);
          return;
        }
      }
    }

    function tell(
      messageId: 'expansions' | 'acronyms',
      here: Definition,
      there: Definition,
      other: string,
    ): void {
      context.report({
        messageId,
        start: here.acronymStart,
        end: here.acronymEnd,
        data: {
          text: here.acronym,
          name: here.text,
          other,
          line: lineOf(context, {start: there.acronymStart, end: there.acronymEnd}),
        },
        facts: {names: [there.text, here.text], acronyms: [there.acronym, here.acronym]},
        related: [
          {message: `“${there.text} (${there.acronym})” here`, start: there.start, end: there.acronymEnd},
        ],
      });
    }
  },
});

/** Endings off: `Socialist`, `Socialists`, `Social` have one stem. */
const stem = (word: string): string => word.replace(/(?:[’']s|s|es|ist|ists|ic|al|an|ian)$/, '');
