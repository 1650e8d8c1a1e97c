import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock} from '../../src/text/blocks.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {findTurns} from './_shared/dialogue.js';
import {beginsSpeechTag} from './_shared/speech.js';

const code = (char: string): number => char.charCodeAt(0);
const hyphen = code('-');
const enDash = code('–');
const emDash = code('—');
const closers = new Set([...'”"»’\''].map(code));
const points = new Set([...',.!?…'].map(code));
/** Behind a hanging hyphen: two- and three-year terms, pre- to post-war. */
const hanging = new Set(
  [
    'and',
    'or',
    'to',
    'but',
    'nor',
    'than',
    'versus',
    'vs',
    'through',
    'as',
    'und',
    'et',
    'y',
    'than',
    'into',
    'rather',
    'not',
  ].map(hashOf),
);
/** Endings that are named by themselves: the -ing form. */
const {Word, Number: Digits, Mark, SpaceBefore, InitialCap} = TokenFlag;

export default defineRule({
  meta: {
    id: 'punctuation/dashes',
    description:
      'Finds dashes set before a speech tag, hyphens with a space on one side, and hyphens used as dashes',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    hasSuggestions: true,
    languages: ['en'],
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        hyphens: {
          enum: ['never', 'mixed', 'always'],
          description:
            'Report hyphens that stand for a dash: where the text has more dashes than these, or always.',
        },
      },
    },
    defaultOptions: {hyphens: 'never' as 'never' | 'mixed' | 'always'},
    strictOptions: {hyphens: 'mixed'},
    messages: {
      tag: 'English sets no dash between speech and “{{tag}}”',
      'one-sided': 'A hyphen joins two words, but a space stands on one side of it',
      hyphen: 'A hyphen between spaces stands for a dash',
      'double-hyphen': 'Two hyphens stand for a dash',
      'double-dash': 'The dash stands twice',
      many: '{{times}} hyphens stand for dashes in this text',
    },
  },
  create(context) {
    const {text, options} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends, zones, blocks, count} = text.tokens;
    const stands: {token: number; last: number}[] = [];
    let dashes = 0;

    const inBlock = (i: number, j: number): boolean => j >= 0 && j < count && blocks[i] === blocks[j];
    const hasSpace = (i: number): boolean => ((flags[i] as number) & SpaceBefore) !== 0;

    /** `”, — he said`, `we go, - he said`. True when it was one. */
    const speechTag = (i: number, last: number): boolean => {
      const before = i - 1;
      const next = last + 1;
      if (!inBlock(i, before) || !inBlock(i, next)) return false;
      if (!((flags[before] as number) & Mark)) return false;
      const h = hashes[before] as number;
      const quoted =
        closers.has(h) ||
        (points.has(h) && inBlock(i, before - 1) && closers.has(hashes[before - 1] as number));
      if (!quoted && h !== code(',')) return false;
      const stop = endOfBlock(text, blocks[i] as number);
      const first = flags[next] as number;
      if (!(first & Word) || !beginsSpeechTag(text, next, stop)) return false;
      // A line that a dash begins is told as a whole, by another rule.
      if (findTurns(context).has(blocks[i] as number)) return false;
      // A capital behind may begin a sentence of its own, unless a comma led to it.
      if (first & InitialCap && !quoted && h !== code(',')) return false;
      const start = ends[before] as number;
      const end = starts[next] as number;
      const stopped =
        points.has(h) ||
        (closers.has(h) && inBlock(i, before - 1) && points.has(hashes[before - 1] as number));
      const edits = stopped
        ? [{start, end, text: ' '}]
        : [{start: starts[before] as number, end, text: `,${prose.slice(starts[before], start)} `}];
      context.report({
        messageId: 'tag',
        start: starts[i] as number,
        end: ends[last] as number,
        data: {tag: tagFrom(next)},
        ...(quoted && stopped && h !== code('.')
          ? {fix: edits}
          : {suggestions: [{message: 'Take the dash out', edits}]}),
      });
      return true;
    };
    const tagFrom = (i: number): string => prose.slice(starts[i], ends[Math.min(i + 1, count - 1)]);

    /** `well- known`, `well -known`. */
    const oneSided = (i: number): void => {
      const before = i - 1;
      const next = i + 1;
      if (!inBlock(i, before) || !inBlock(i, next)) return;
      const left = hasSpace(i);
      const right = hasSpace(next);
      if (left === right) return;
      const f = flags[before] as number;
      const g = flags[next] as number;
      if (((zones[before] as number) | (zones[next] as number)) & notProse) return;
      if (!(f & Word) || !(g & Word) || hanging.has(hashes[next] as number)) return;
      // `-ing`, `-able`: an ending named by itself; `-rf`: an option; quoted speech broken off.
      if (left && (ends[next] as number) - (starts[next] as number) < 4) return;
      if (left && inBlock(i, next + 1) && !hasSpace(next + 1) && hashes[next + 1] === hyphen) return;
      if (
        right &&
        inBlock(i, before - 1) &&
        hashes[before - 1] === hyphen &&
        !hasSpace(before) &&
        hasSpace(before - 1)
      )
        return;
      const start = ends[before] as number;
      const end = starts[next] as number;
      context.report({
        messageId: 'one-sided',
        start,
        end,
        suggestions: [
          {message: 'Join the words', edits: [{start, end, text: '-'}]},
          {
            message: 'Make it a dash',
            edits: [{start, end, text: dashes > 0 && prose.includes('—') ? '—' : ' – '}],
          },
        ],
      });
    };

    const standsForDash = (i: number, last: number): boolean => {
      const before = i - 1;
      const next = last + 1;
      if (!inBlock(i, before) || !inBlock(i, next)) return false;
      if (last === i && !(hasSpace(i) && hasSpace(next))) return false;
      // Sums, scores and ranges: 3 - 1.
      return !((flags[before] as number) & Digits && (flags[next] as number) & Digits);
    };

    /** Between two words of more than a letter, or spaces on both sides. */
    const partsWords = (i: number, last: number): boolean => {
      const next = last + 1;
      if (!inBlock(i, i - 1) || !inBlock(i, next) || hasSpace(i) !== hasSpace(next)) return false;
      return [i - 1, next].every(
        (k) => (flags[k] as number) & Word && (ends[k] as number) - (starts[k] as number) > 2,
      );
    };

    let done = -1;
    return {
      mark: {
        chars: '-–—',
        on(i, sign) {
          if (i <= done || (zones[i] as number) & notProse) return;
          let last = i;
          while (
            last + 1 < count &&
            hashes[last + 1] === sign &&
            ends[last] === starts[last + 1] &&
            inBlock(i, last + 1)
          )
            last++;
          done = last;
          if (last - i > 1) return;
          if (sign !== hyphen) dashes++;
          if (hasSpace(i) || last > i || sign !== hyphen) {
            if (speechTag(i, last)) return;
          }
          if (sign === enDash || sign === emDash) {
            if (last > i) {
              const start = starts[i] as number;
              const end = ends[last] as number;
              const edits = [{start, end, text: prose[start] as string}];
              context.report({
                messageId: 'double-dash',
                start,
                end,
                // `Mr. ——`, `d——d`: the sign for what is left out.
                ...(sign === enDash || partsWords(i, last)
                  ? {fix: edits}
                  : {suggestions: [{message: 'Take one out', edits}]}),
              });
            }
            return;
          }
          if (last === i) oneSided(i);
          if (options.hyphens !== 'never' && standsForDash(i, last)) stands.push({token: i, last});
        },
      },
      article() {
        if (stands.length === 0 || (options.hyphens === 'mixed' && dashes <= stands.length)) return;
        const few = stands.length <= 5;
        for (const {token, last} of few ? stands : stands.slice(0, 1)) {
          const start = starts[token] as number;
          const end = ends[last] as number;
          context.report({
            messageId: few ? (last > token ? 'double-hyphen' : 'hyphen') : 'many',
            start,
            end,
            severity: 'info',
            data: {times: stands.length},
            suggestions: [{message: 'Make it a dash', edits: [{start, end, text: '–'}]}],
          });
        }
      },
    };
  },
});
