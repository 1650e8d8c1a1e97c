import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {daysIn, monthNames, weekdayOf} from './_shared/calendar.js';
import {type DateMention, findDates} from './_shared/dates.js';

/** Words that begin a sentence of their own behind a date that a comma should part from it. */
const beginners = wordSet(
  'during in on at by for from with after before while when as since until the a an he she they it we there this that these under over between following according',
);
/** What source languages leave behind a year: “m.”, “г.”, “gada”, “yil”. */
const yearMarks = wordSet('m г гг р рр r g год года году роке року рок yil gada gadā metų metais év');
/** Short marks that are a unit too, or may be anything: metres, grams. */
const shortMarks = new Map(
  Object.entries({m: 'lt', r: 'pl cs sk', g: 'lv bs hr sr', г: 'ru bg', гг: 'ru bg', р: 'uk', рр: 'uk'}).map(
    ([mark, languages]) => [hashOf(mark), new Set(languages.split(' '))],
  ),
);
/** Before a year, and hardly ever before a length: `of 2000 m`, `from 1985 m to 2100 m`. */
const onlyBeforeYear = wordSet('in since during');
/** Behind “year of”: what happened in it. */
const events: Readonly<Record<string, string>> = {
  birth: 'born',
  issue: 'issued',
  manufacture: 'made',
  production: 'made',
  construction: 'built',
  publication: 'published',
  release: 'released',
  foundation: 'founded',
};
/** Go on with the word “year”: year to date, year by year, year and a half, year on year. */
const afterYearPhrase = wordSet('year date half end');
/** Words that may follow “in 2020 year” where the phrase ends. */
const afterYearWord = wordSet(
  'the a an in of and or but to at by for from with as that which when where who was were is are has had will it he she they we his her its their this these there no not under',
);
const beforeYear = wordSet('in of since until till by from during');
/** Ordinals that count something else than days: “on the 9th hole”. */
const counted = wordSet(
  'of hole tee green floor minute lap day anniversary century street avenue birthday round edition place attempt page ballot fairway inning down play try stage amendment congress regiment district month week year night morning afternoon evening and or to',
);
/** Behind a day of the month: no noun that the ordinal could count. */
const afterDay = wordSet(
  'to in at for that the with from by a an its his her their when while but he she it they',
);
const afterDayMarks = new Set([...'.,;)'].map((c) => c.charCodeAt(0)));
const eastAsian = new Set(['zh', 'ja', 'ko']);
const the = hashOf('the');
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

    const {same, spaced} = tokenTests(text, context.shared);
    const written = ({
      style,
      day,
      month,
      year: y,
    }: {
      style?: string;
      day: number;
      month: number;
      year?: number;
    }): string => {
      const name = monthNames[month - 1] as string;
      if (style === 'month-day') return `${name} ${day}${y === undefined ? '' : `, ${y}`}`;
      return `${day} ${name}${y === undefined ? '' : ` ${y}`}`;
    };

    const inFigures = (i: number): void => {
      const length = (ends[i] as number) - (starts[i] as number);
      if (length >= 8 && length <= 10) {
        const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(text.token(i));
        if (dotted) figures('dotted', i, i, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]));
        return;
      }
      if (!numeric || length !== 4 || !same(i, i + 4) || spaced(i + 1) || spaced(i + 2)) return;
      const sign = hashes[i + 1];
      if ((sign !== 0x2d && sign !== 0x2f) || hashes[i + 3] !== sign || spaced(i + 3) || spaced(i + 4))
        return;
      if (!/^(?:19|20)\d\d$/.test(text.token(i))) return;
      if (same(i, i - 1) && !spaced(i) && hashes[i - 1] !== 0x28) return;
      const [month, day] = [text.token(i + 2), text.token(i + 4)];
      if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return;
      figures('iso', i, i + 4, Number(day), Number(month), Number(text.token(i)));
    };
    const figures = (
      messageId: 'dotted' | 'iso',
      first: number,
      last: number,
      day: number,
      month: number,
      y: number,
    ): void => {
      if (month < 1 || month > 12 || day < 1 || day > daysIn(month, y)) return;
      const start = starts[first] as number;
      const end = ends[last] as number;
      const style = majority();
      const right = written({day, month, year: y, ...(style ? {style} : {})});
      context.report({
        messageId,
        start,
        end,
        data: {right},
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
    };
    let votes: number | undefined;
    /** How most dates of the article are written; counted once. */
    const majority = (): DateMention['style'] | undefined => {
      votes ??= findDates(context).reduce((sum, {style}) => sum + (style === 'month-day' ? 1 : -1), 0);
      return votes > 0 ? 'month-day' : undefined;
    };

    /** A year and what stands behind it. */
    const afterYear = (i: number): void => {
      const length = (ends[i] as number) - (starts[i] as number);
      if (length !== 4 || !same(i, i + 1) || !((flags[i + 1] as number) & TokenFlag.Word)) return;
      const next = i + 1;
      const hash = hashes[next] as number;
      const isMark = yearMarks.has(hash);
      if (!isMark && hash !== year) return;
      if (!/^(?:1[5-9]|20)\d\d$/.test(text.token(i))) return;
      if (isMark) yearMark(i, next, hash);
      else yearWord(i, next);
    };

    /** `2020 m.`, `2020 года`. */
    const yearMark = (i: number, next: number, hash: number): void => {
      const start = starts[next] as number;
      const stopped = same(i, next + 1) && hashes[next + 1] === 0x2e && !spaced(next + 1);
      const led = same(i, i - 1) && onlyBeforeYear.has(hashes[i - 1] as number);
      const languages = shortMarks.get(hash);
      const round = text.token(i).endsWith('00');
      if (languages) {
        // `2020 m.` needs its stop: `2020 m` is metres.
        if (hash === hashOf('m') || hash === hashOf('r') || hash === hashOf('g')) {
          if (!stopped || !spaced(next)) return;
        }
        const ofSource = languages.has(source);
        const begins = ((flags[i] as number) & TokenFlag.SentenceStart) !== 0;
        const leads =
          same(i, i - 1) &&
          (beforeYear.has(hashes[i - 1] as number) ||
            hashes[i - 1] === 0x28 ||
            (monthNames as readonly string[]).includes(text.token(i - 1)));
        // `took 1500 m.`, `at a depth of 2000 m.`: a length.
        if (ofSource ? !leads && !begins : !led || round) return;
      }
      const sentenceEnd =
        stopped && (!same(i, next + 2) || ((flags[next + 2] as number) & TokenFlag.InitialCap) !== 0);
      const end = stopped && !sentenceEnd ? (ends[next + 1] as number) : (ends[next] as number);
      const edits = [{start: ends[i] as number, end, text: ''}];
      // Only m and г are units too.
      const isUnit = hash === hashOf('m') || hash === hashOf('г');
      const safe = !languages || (led && !round) || (languages.has(source) && !isUnit);
      const mark = prose.slice(start, stopped ? ends[next + 1] : end);
      context.report({
        messageId: 'year-mark',
        start,
        end: stopped ? (ends[next + 1] as number) : end,
        data: {mark},
        ...(safe ? {fix: edits} : {suggestions: [{message: `Leave out “${mark}”`, edits}]}),
      });
    };

    /** `in 2020 year`, `of 2006 year of birth`. */
    const yearWord = (i: number, next: number): void => {
      if (!same(i, i - 1) || !beforeYear.has(hashes[i - 1] as number)) return;
      const place = {
        start: starts[next] as number,
        end: ends[next] as number,
        data: {before: text.token(i - 1), year: text.token(i), word: text.token(next)},
      };
      const behind = next + 1;
      if (same(i, behind)) {
        const f = flags[behind] as number;
        // `in 2020 year-end results`, `in 2020 year 7 pupils`, `from 2020 year groups`: only a function word or a mark
        // shows that the phrase ends with the year.
        if (f & TokenFlag.Mark ? hashes[behind] === 0x2d : !afterYearWord.has(hashes[behind] as number))
          return;
        if (hashes[behind] === hashOf('of')) {
          const event = same(i, behind + 1) ? events[text.token(behind + 1).toLowerCase()] : undefined;
          if (event === undefined) return;
          const right = `${event} in ${text.token(i)}`;
          const edits = [{start: starts[i - 1] as number, end: ends[behind + 1] as number, text: right}];
          context.report({
            messageId: 'year-of',
            ...place,
            end: ends[behind + 1] as number,
            data: {right},
            suggestions: [{message: `Write “${right}”`, edits}],
          });
          return;
        }
        if (same(i, behind + 1) && afterYearPhrase.has(hashes[behind + 1] as number)) return;
        if (
          hashes[behind] === hashOf('and') &&
          same(i, behind + 2) &&
          afterYearPhrase.has(hashes[behind + 2] as number)
        )
          return;
      }
      context.report({
        messageId: 'year-word',
        ...place,
        fix: [{start: ends[i] as number, end: ends[next] as number, text: ''}],
      });
    };

    /** `on 9th to ask for help`; up to the 4th, it may be a base or a down. */
    const withoutArticle = (i: number): void => {
      if (!same(i, i - 1) || hashes[i - 1] !== on) return;
      const match = /^([5-9]|[12]\d|3[01])(?:st|nd|rd|th)$/.exec(text.token(i));
      const next = i + 1;
      if (!match || !same(i, next)) return;
      const hash = hashes[next] as number;
      const mark = ((flags[next] as number) & TokenFlag.Mark) !== 0;
      if (mark ? !afterDayMarks.has(hash) : !afterDay.has(hash)) return;
      const start = starts[i] as number;
      context.report({
        messageId: 'article',
        start,
        end: ends[i] as number,
        data: {day: text.token(i)},
        suggestions: [{message: 'Add “the”', edits: [{start, end: start, text: 'the '}]}],
      });
    };

    const bareDays: number[] = [];
    const ordinalAlone = (i: number): void => {
      if (!bareDay || !same(i, i - 2) || hashes[i - 1] !== the || hashes[i - 2] !== on) return;
      const match = /^([12]?\d|3[01])(?:st|nd|rd|th)$/.exec(text.token(i));
      if (!match) return;
      const next = i + 1;
      if (same(i, next) && (flags[next] as number) & (TokenFlag.Word | TokenFlag.Number)) {
        if ((flags[next] as number) & TokenFlag.InitialCap || counted.has(hashes[next] as number)) return;
      } else if (same(i, next) && hashes[next] === 0x2d) return;
      bareDays.push(i);
    };

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
    const isSentenceStart = (i: number): boolean => {
      if (text.blockFirst[blocks[i] as number] === i || (flags[i] as number) & TokenFlag.SentenceStart)
        return true;
      return false;
    };

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        inFigures(i);
        afterYear(i);
        ordinalAlone(i);
        withoutArticle(i);
      },
      article() {
        const [first, ...others] = bareDays;
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
            const right = written({...date, style: majority() ?? 'day-month'});
            context.report({
              messageId: 'of',
              start,
              end,
              data: {
                right,
                day: `${date.day}${suffix(date.day)}`,
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

function suffix(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
