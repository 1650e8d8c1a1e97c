import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock} from '../../src/text/blocks.js';
import {Feature, TokenFlag} from '../../src/text/tokens.js';
import {dashSigns, findTurns, type Turn} from './_shared/dialogue.js';

export default defineRule({
  meta: {
    id: 'punctuation/dialogue-dash',
    description: 'Finds speech that a dash begins, as in “— We will go, — said the minister”',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      speech: 'English sets speech in quotation marks, not behind a dash',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends} = text.tokens;
    const [left, right] =
      text.features & (Feature.CurlyQuote | Feature.CurlyApostrophe) ||
      !(text.features & (Feature.StraightQuote | Feature.StraightApostrophe))
        ? ['“', '”']
        : ['"', '"'];
    return {
      article() {
        for (const turn of findTurns(context).values()) tell(turn);
      },
    };

    function tell(turn: Turn): void {
      const dash = turn.dashes[0] as number;
      context.report({
        messageId: 'speech',
        start: starts[dash] as number,
        end: ends[dash] as number,
        related: turn.dashes
          .slice(1)
          .map((i) => ({message: 'and this dash', start: starts[i] as number, end: ends[i] as number})),
        suggestions: [{message: 'Set quotation marks', edits: quote(turn)}],
      });
    }

    function quote({speech, block}: Turn): Edit[] {
      const edits: Edit[] = [];
      const stop = endOfBlock(text, block);
      for (const {first, last} of speech) {
        // From the dash to the first word: only the mark stays, with the space before the dash.
        edits.push({start: starts[first - 1] as number, end: starts[first] as number, text: left as string});
        const next = last + 1;
        if (next >= stop) {
          const end = ends[last] as number;
          edits.push({start: end, end, text: right as string});
          continue;
        }
        // “…, says Ann”: a comma alone parts them.
        if (!dashSigns.has(hashes[next] as number)) {
          const end = ends[last] as number;
          edits.push({start: end, end, text: right as string});
          continue;
        }
        const stopped = ((flags[last] as number) & TokenFlag.Mark) !== 0;
        const end = ends[last] as number;
        const mark = stopped ? '' : ',';
        // A full stop before “he said” becomes a comma; the points of an ellipsis stay.
        const wrong = stopped && prose[end - 1] === '.' && prose[end - 2] !== '.';
        edits.push({
          start: wrong ? end - 1 : end,
          end: starts[next + 1] as number,
          text: `${wrong ? ',' : mark}${right} `,
        });
      }
      return edits;
    }
  },
});
