import {defineRule} from '../../src/engine/rule.js';
import {vote} from '../../src/engine/vote.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';

const stop = 0x2e;

interface Place {
  readonly start: number;
  readonly end: number;
}

export default defineRule({
  meta: {
    id: 'punctuation/ellipsis',
    description: 'Finds ellipses with too many points, and … mixed with ... in one text',
    mqm: 'punctuation',
    severity: 'info',
    recommended: 'strict',
    fixable: 'typography',
    languages: ['en'],
    messages: {
      long: 'An ellipsis has three points',
      mixed: '“{{few}}” here, “{{many}}” {{times}} times elsewhere',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, starts, ends, zones, count, flags, blocks} = text.tokens;
    const signs: Place[] = [];
    const points: Place[] = [];
    let done = -1;
    return {
      mark: {
        chars: '.…',
        on(i, code) {
          if (i <= done || (zones[i] as number) & notProse) return;
          if (code === stop && !(i + 2 < count && hashes[i + 1] === stop && hashes[i + 2] === stop)) return;
          let last = i;
          while (last + 1 < count && hashes[last + 1] === code && ends[last] === starts[last + 1]) last++;
          const length = last - i + 1;
          done = last;
          if (code === stop && length < 3) return;
          const place = {start: starts[i] as number, end: ends[last] as number};
          // A long line of points is a rule, or a gap to fill in.
          const rule = length > 8 || place.start === context.article.blocks[blocks[i] as number]?.start;
          if (code === stop ? length > 4 && !rule : length > 1) {
            const next = last + 1;
            const glued =
              next < count && starts[next] === place.end && !((flags[next] as number) & TokenFlag.Mark);
            const sign = code === stop ? '...' : '…';
            context.report({messageId: 'long', ...place, fix: [{...place, text: glued ? `${sign} ` : sign}]});
          } else if (length <= 4) (code === stop ? points : signs).push(place);
        },
      },
      article() {
        const voted = vote(signs, points, {share: 0.25});
        if (voted === undefined) return;
        const {few, many, isFirst: fewSigns} = voted;
        for (const place of few) {
          const length = place.end - place.start;
          context.report({
            messageId: 'mixed',
            ...place,
            data: {few: fewSigns ? '…' : '...', many: fewSigns ? '...' : '…', times: many.length},
            fix: [{...place, text: fewSigns ? '...' : length > 3 ? '.…' : '…'}],
          });
        }
      },
    };
  },
});
