import {defineRule} from '../../src/engine/rule.js';
import {firstOfBlock} from '../../src/text/blocks.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {bareDays} from './_shared/bare-days.js';
import {monthNames, weekdayOf} from './_shared/calendar.js';
import {type DateMention, findDates} from './_shared/dates.js';
import {numericDates} from './_shared/numeric-dates.js';
import {ordinalEnding, writtenDate} from './_shared/written-date.js';
import {yearWords} from './_shared/year-words.js';

/** Words that begin a sentence of their own behind a date that a comma should part from it. */
const beginners = wordSet(
  'during in on at by for from with after before while when as since until the a an he she they it we there this that these under over between following according',
);
const eastAsian = new Set(['zh', 'ja', 'ko']);
const on = hashOf('on');
const year = hashOf('year');

export default defineRule({
  meta: {
    id: 'locale/date-frame',
    description:
      'Finds dates that keep the frame of the source language, as in “September 28 During a meeting”',
    mqm: 'date-format',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        numeric: {
          type: 'boolean',
          description: 'Report dates in figures with the year first, as 2023-02-11.',
        },
        dayEndings: {type: 'boolean', description: 'Report “February 11th”, whatever the source language.'},
        bareDay: {
          type: 'boolean',
          description: 'Report “on the 9th” without a month, whatever the source language.',
        },
      },
    },
    defaultOptions: {numeric: false, dayEndings: false, bareDay: false},
    strictOptions: {numeric: true, dayEndings: true, bareDay: true},
    messages: {
      frame: 'The date runs into the sentence: English says “On {{date}}, {{next}} …”',
      'year-mark': '“{{mark}}” behind the year is left from the source language',
      'year-of': 'English says “{{right}}”',
      'year-word': 'English says “{{before}} {{year}}”, without “{{word}}”',
      article: 'English says “on the {{day}}”, or names the month',
      of: 'English says “{{right}}” or “the {{day}} of {{month}}”',
      comma: 'No comma stands between month and day',
      'of-year': 'English says “{{date}} this year”, without “of”',
      dotted: 'A date in figures with full stops is not English: “{{right}}”',
      iso: 'A date in figures with the year first is for machines: “{{right}}”',
      'day-ending': 'News writes “{{right}}”, without the ending',
      'bare-day':
        'English names the month or the weekday: “on the {{day}}” alone is the source language’s way',
    },
  },
  create(context) {
    const {text, options, settings, article} = context;
    const {prose} = text;
    const {starts, ends, flags, hashes, zones, blocks} = text.tokens;
    const source = primaryLanguage(settings.sourceLanguage);
    const bareDay = options.bareDay || eastAsian.has(source);
    const numeric = options.numeric || eastAsian.has(source);
    const dayEndings = options.dayEndings || eastAsian.has(source);

    const {same} = tokenTests(text, context.shared);
    let votes: number | undefined;
    /** How most dates of the article are written; counted once. */
    const majority = (): DateMention['style'] | undefined => {
      votes ??= findDates(context).reduce((sum, {style}) => sum + (style === 'month-day' ? 1 : -1), 0);
      return votes > 0 ? 'month-day' : undefined;
    };

    const inFigures = numericDates(context, {iso: numeric, style: majority});
    const afterYear = yearWords(context);
    const {withoutArticle, isAlone} = bareDays(context);
    const alone: number[] = [];

    /** `September 28 During a meeting`. */
    const frame = (date: DateMention): void => {
      if (!isSentenceStart(date.first)) return;
      const next = date.last + 1;
      const f = flags[next] as number;
      if (!same(date.first, next) || !(f & TokenFlag.InitialCap) || !beginners.has(hashes[next] as number))
        return;
      const {kind} = article.blocks[blocks[next] as number] as {kind: string};
      if (kind === 'title' || kind === 'heading') return;
      const start = starts[date.first] as number;
      const end = ends[next] as number;
      const dateText = prose.slice(start, ends[date.last]);
      const word = text.token(next).toLowerCase();
      context.report({
        messageId: 'frame',
        start,
        end,
        data: {date: dateText, next: word},
        suggestions: [
          {
            message: `Write “On ${dateText}, ${word}”`,
            edits: [{start, end, text: `On ${dateText}, ${word}`}],
          },
        ],
      });
    };
    const isSentenceStart = (i: number): boolean =>
      firstOfBlock(text, blocks[i] as number) === i || ((flags[i] as number) & TokenFlag.SentenceStart) !== 0;

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        inFigures(i);
        afterYear(i);
        if (bareDay && isAlone(i)) alone.push(i);
        withoutArticle(i);
      },
      article() {
        const [first, ...others] = alone;
        if (first !== undefined) {
          context.report({
            messageId: 'bare-day',
            start: starts[first] as number,
            end: ends[first] as number,
            severity: 'info',
            data: {day: text.token(first)},
            related: others.map((i) => ({
              message: 'and here',
              start: starts[i] as number,
              end: ends[i] as number,
            })),
          });
        }
        for (const date of findDates(context)) {
          frame(date);
          const start = starts[date.first] as number;
          const end = ends[date.last] as number;
          if (date.of && !date.ordinal) {
            const right = writtenDate({...date, style: majority() ?? 'day-month'});
            context.report({
              messageId: 'of',
              start,
              end,
              data: {
                right,
                day: `${date.day}${ordinalEnding(date.day)}`,
                month: monthNames[date.month - 1] as string,
              },
              suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
            });
          } else if (date.comma && isPlainComma(date)) {
            const at = starts[date.first + 1] as number;
            context.report({
              messageId: 'comma',
              start: at,
              end: at + 1,
              fix: [{start: at, end: at + 1, text: ''}],
            });
          } else {
            ofYear(date);
            if (dayEndings && date.ordinal && date.style === 'month-day') ordinalDay(date);
          }
        }
      },
    };

    /** `February 11th`. */
    function ordinalDay({day, month, first, last}: DateMention): void {
      let i = first;
      while (i < last && !((flags[i] as number) & TokenFlag.Number)) i++;
      const end = ends[i] as number;
      context.report({
        messageId: 'day-ending',
        start: starts[first] as number,
        end,
        severity: 'info',
        data: {right: `${monthNames[month - 1]} ${day}`},
        suggestions: [
          {
            message: 'Leave the ending out',
            edits: [{start: (starts[i] as number) + String(day).length, end, text: ''}],
          },
        ],
      });
    }

    /** `On October, 5` and `on Monday, October, 5`, but not `Starting in June, 11 pupils`. */
    function isPlainComma({first, last}: DateMention): boolean {
      const next = last + 1;
      if (same(first, next) && (flags[next] as number) & TokenFlag.Word) return false;
      const before = hashes[first - 1] as number;
      return (
        same(first, first - 1) &&
        (before === on ||
          weekdayOf.has(before) ||
          (before === 0x2c && weekdayOf.has(hashes[first - 2] as number)))
      );
    }

    /** `February 24 of this year`. */
    function ofYear({first, last}: DateMention): void {
      const i = last + 1;
      if (!same(first, i + 2) || hashes[i] !== hashOf('of') || hashes[i + 2] !== year) return;
      const which = hashes[i + 1];
      if (which !== hashOf('this') && which !== hashOf('last') && which !== hashOf('next')) return;
      const start = starts[i] as number;
      context.report({
        messageId: 'of-year',
        start,
        end: ends[i + 2] as number,
        severity: 'info',
        data: {date: prose.slice(starts[first], ends[last])},
        fix: [{start, end: starts[i + 1] as number, text: ''}],
      });
    }
  },
});
