import {defineRule} from '../../src/engine/rule.js';
import {vote} from '../../src/engine/vote.js';
import {Feature} from '../../src/text/tokens.js';
import {type DateMention, findDates} from './_shared/dates.js';
import {writtenDate} from './_shared/written-date.js';

export default defineRule({
  meta: {
    id: 'locale/mixed-date-style',
    description:
      'Finds the few dates that put day and month the other way round than the rest, and the few 28th among 28',
    mqm: 'date-format',
    severity: 'info',
    basis: 'article',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
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
      },
    },
    defaultOptions: {share: 0.34},
    messages: {
      order: 'The other dates here are written like “{{example}}”',
      ordinal: 'The other dates here are written {{how}}, as “{{example}}”',
    },
  },
  create(context) {
    const {text, options} = context;
    const {starts, ends} = text.tokens;
    const written = ({first, last}: DateMention): string => text.prose.slice(starts[first], ends[last]);

    const tellFew = (
      dates: readonly DateMention[],
      is: (date: DateMention) => boolean,
      report: (date: DateMention, example: string) => void,
    ): void => {
      const voted = vote(
        dates.filter(is),
        dates.filter((date) => !is(date)),
        {share: options.share},
      );
      if (voted === undefined) return;
      const example = written(voted.many[0] as DateMention);
      for (const date of voted.few) report(date, example);
    };

    return {
      article() {
        const dates = findDates(context);
        if (dates.length < 3) return;
        tellFew(
          dates,
          (date) => date.style === 'day-month',
          (date, example) => {
            const start = starts[date.first] as number;
            const end = ends[date.last] as number;
            context.report({
              messageId: 'order',
              start,
              end,
              data: {example},
              suggestions: [{message: 'Write it like the others', edits: [{start, end, text: turned(date)}]}],
            });
          },
        );
        tellFew(
          dates,
          (date) => date.ordinal,
          (date, example) => {
            context.report({
              messageId: 'ordinal',
              start: starts[date.first] as number,
              end: ends[date.last] as number,
              data: {how: date.ordinal ? 'without an ending' : 'with an ending', example},
            });
          },
        );
      },
    };
  },
});

/** The date as the other style writes it. */
const turned = ({day, month, year, style}: DateMention): string =>
  writtenDate({
    day,
    month,
    ...(year === undefined ? {} : {year}),
    ...(style === 'day-month' ? {style: 'month-day'} : {}),
  });
