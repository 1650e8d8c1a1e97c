import {defineRule} from '../../src/engine/rule.js';
import {vote} from '../../src/engine/vote.js';
import type {PhraseMatch} from '../../src/lexicon/phrases/entry.js';
import {notProse} from '../../src/text/tokens.js';

export default defineRule({
  meta: {
    id: 'locale/style-pairs',
    description:
      'Finds one word in two styles, as US and U.S., adviser and advisor, and British and American spelling mixed',
    mqm: 'inconsistent-style',
    severity: 'info',
    basis: 'article',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    dictionaries: ['locale'],
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        share: {
          type: 'number',
          minimum: 0,
          maximum: 0.5,
          description: 'Most that the minority may be of all.',
        },
        least: {type: 'integer', minimum: 1, description: 'How often the majority must stand.'},
      },
    },
    defaultOptions: {share: 0.34, least: 2},
    messages: {
      pair: '“{{few}}” here, “{{many}}” {{times}} times in this text',
      spelling: '{{few}} spelling, where {{times}} words have {{many}} spelling (“{{example}}”)',
    },
  },
  create(context) {
    const {text, options} = context;
    const byEntry = new Map<string, PhraseMatch[]>();
    const written = ({start, end}: PhraseMatch): string => text.prose.slice(start, end);
    /** British forms are the phrases of such entries, American ones their variants. */
    const isSpelling = ({entry}: PhraseMatch): boolean => entry.mqm === 'spelling';

    const report = (
      match: PhraseMatch,
      messageId: 'pair' | 'spelling',
      data: Record<string, string | number>,
    ): void => {
      const {entry, form, start, end} = match;
      const other = form === 'phrase' ? entry.variants : [entry.phrase];
      const single =
        other?.length === 1 && !/[~(<|\\]/.test(other[0] as string) ? (other[0] as string) : undefined;
      context.report({
        messageId,
        start,
        end,
        data,
        suggestions:
          single === undefined ? [] : [{message: `Write “${single}”`, edits: [{start, end, text: single}]}],
      });
    };
    return {
      phrase(match) {
        if ((text.tokens.zones[match.first] as number) & notProse) return;
        const {origin} = match.entry;
        // Spellings vote together with all others of their file, a pair of words alone.
        const key = isSpelling(match) ? `spelling ${origin.slice(0, origin.lastIndexOf(':'))}` : origin;
        const list = byEntry.get(key);
        if (list) list.push(match);
        else byEntry.set(key, [match]);
      },
      article() {
        for (const [key, matches] of byEntry) {
          const voted = vote(
            matches.filter((m) => m.form === 'phrase'),
            matches.filter((m) => m.form === 'variant'),
            options,
          );
          if (voted === undefined) continue;
          const {few, many} = voted;
          const example = written(many[0] as PhraseMatch);
          for (const match of few) {
            if (!key.startsWith('spelling ')) {
              report(match, 'pair', {few: written(match), many: example, times: many.length});
            } else {
              const british = match.form === 'phrase';
              report(match, 'spelling', {
                few: british ? 'British' : 'American',
                many: british ? 'American' : 'British',
                times: many.length,
                example,
              });
            }
          }
        }
      },
    };
  },
});
