import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

const clockWords = wordSet("o'clock hours hrs");
const oclock = hashOf("o'clock");
/** Lead to an hour of the day, and to no length of time: `at 14h30`, but `took 14h30`. */
const beforeHour = wordSet('at until till since from');
const beforeTime = wordSet('at until till from by since after before around about between to and');
const leadsToTime = wordSet('at until till by around about');
const afterTime = wordSet(
  'on in am pm a p yesterday today tomorrow sharp local moscow kyiv gmt utc this that the',
);
const hourAfter = wordSet('at until till');
/** Before the hour of a day, and before a length of time (`after 13h of work`), if no day follows. */
const aboutHour = wordSet('around about by before after');
const dayBehind = wordSet('on yesterday today tomorrow local');
const openRange = wordSet('from');
const inRange = wordSet('to until till');
const colon = 0x3a;

export default defineRule({
  meta: {
    id: 'locale/time-format',
    description: 'Finds times as 14h30, 18.00 o’clock and 22:30 pm, and times that no clock shows',
    mqm: 'time-format',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {dots: {type: 'boolean', description: 'Report 18.30 after “at”, “from” or “until”.'}},
    },
    defaultOptions: {dots: false},
    strictOptions: {dots: true},
    messages: {
      h: 'English writes the time as “{{right}}”',
      dot: 'A 24-hour time has a colon: “{{right}}”',
      oclock: '“o’clock” follows a full hour in words or figures: “{{right}}”',
      hours: '“hours” does not follow a time with a colon: “{{right}}”',
      half: '{{time}} is past noon already; “{{half}}” is not needed',
      parted: 'A space parts the time: “{{right}}”',
      impossible: 'No clock shows {{time}}',
    },
  },
  create(context) {
    const {text, options} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends, zones} = text.tokens;
    const {same, spaced} = tokenTests(text, context.shared);
    const after = (i: number): number => (same(i, i + 1) ? (hashes[i + 1] as number) : 0);

    const change = (
      messageId: 'h' | 'dot' | 'oclock' | 'hours' | 'parted',
      start: number,
      end: number,
      right: string,
      safe: boolean,
    ): void => {
      const edits = [{start, end, text: right}];
      context.report({
        messageId,
        start,
        end,
        data: {right},
        ...(safe ? {fix: edits} : {suggestions: [{message: `Write “${right}”`, edits}]}),
      });
    };

    /** `12:30`: two numbers and a colon, with nothing more glued to them. */
    const withColon = (i: number): void => {
      const last = i + 2;
      if (same(i, last) && spaced(last)) {
        parted(i, last);
        return;
      }
      if (!same(i, last) || spaced(i + 1) || !((flags[last] as number) & TokenFlag.Number)) return;
      const hour = text.token(i);
      const minute = text.token(last);
      if (!/^\d{1,2}$/.test(hour) || !/^\d{2}$/.test(minute)) return;
      if (same(i, i - 1) && !spaced(i) && /[:.\d/-]/.test(prose[(starts[i] as number) - 1] as string)) return;
      if (same(i, last + 1) && !spaced(last + 1) && hashes[last + 1] === colon) return;
      const start = starts[i] as number;
      const end = ends[last] as number;
      const time = prose.slice(start, end);
      const next = last + 1;
      const half = halfOf(next);
      const [h, m] = [Number(hour), Number(minute)];
      if (half) {
        if (h > 12 && h < 24 && m < 60) {
          context.report({
            messageId: 'half',
            start,
            end: half,
            data: {time, half: prose.slice(starts[next], half)},
            suggestions: [
              {message: `Write “${time}”`, edits: [{start: end, end: half, text: ''}]},
              {message: `Write “${h - 12}:${minute}”`, edits: [{start, end, text: `${h - 12}:${minute}`}]},
            ],
          });
        } else if (h > 23 || m > 59) context.report({messageId: 'impossible', start, end, data: {time}});
        return;
      }
      const word = after(last);
      if (word === oclock || (word === hashOf('hours') && m === 0)) {
        if (word === oclock && m !== 0) change('oclock', start, ends[next] as number, time, false);
        else if (word === hashOf('hours')) change('hours', start, ends[next] as number, time, false);
        else change('oclock', start, ends[next] as number, time, false);
        return;
      }
      // Scores and ratios have a colon too: only a word that leads to a time, and an hour, make it one.
      if (
        same(i, i - 1) &&
        hashes[i - 1] === hashOf('at') &&
        ((h > 24 && h < 60 && m < 60) || (h < 25 && m > 59))
      ) {
        context.report({messageId: 'impossible', start, end, data: {time}});
      }
    };

    /** `at 10: 30`: only a word that leads to a time before it tells it from a list or a verse. */
    const parted = (i: number, last: number): void => {
      if (spaced(i + 1) || !((flags[last] as number) & TokenFlag.Number)) return;
      const right = `${text.token(i)}:${text.token(last)}`;
      if (!/^(?:[01]?\d|2[0-4]):[0-5]\d$/.test(right)) return;
      if (!same(i, i - 1) || !leadsToTime.has(hashes[i - 1] as number)) return;
      // `from 10: 30 people came` would need a sentence behind.
      const next = last + 1;
      const f = same(i, next) ? (flags[next] as number) : TokenFlag.Mark;
      if (
        !(f & TokenFlag.Mark) &&
        !beforeTime.has(hashes[next] as number) &&
        !afterTime.has(hashes[next] as number)
      )
        return;
      change('parted', starts[i] as number, ends[last] as number, right, false);
    };

    /** End of `am`, `p.m.` and the like behind a time; 0 when there is none. */
    const halfOf = (i: number): number => {
      if (!same(i - 1, i)) return 0;
      const token = text.token(i).toLowerCase();
      if (token === 'pm' || token === 'am') return token === 'pm' ? (ends[i] as number) : 0;
      if (
        token !== 'p' ||
        !same(i, i + 2) ||
        hashes[i + 1] !== 0x2e ||
        text.token(i + 2).toLowerCase() !== 'm'
      )
        return 0;
      return same(i, i + 3) && hashes[i + 3] === 0x2e && !spaced(i + 3)
        ? (ends[i + 3] as number)
        : (ends[i + 2] as number);
    };

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const start = starts[i] as number;
        const end = ends[i] as number;
        const length = end - start;
        const f = flags[i] as number;
        if (f & TokenFlag.Alphanumeric) {
          if (length < 2 || length > 5) return;
          const match = /^(\d{1,2})h(\d{2})$/.exec(text.token(i));
          if (match && Number(match[1]) < 25 && Number(match[2]) < 60)
            change('h', start, end, `${match[1]}:${match[2]}`, isHour(i));
          else if (/^\d{1,2}h$/i.test(text.token(i)) && !spacedHours(i, start, isHour(i))) fullHour(i);
          return;
        }
        if (length > 5) return;
        if (after(i) === colon && length <= 2) {
          withColon(i);
          return;
        }
        if (length <= 2) {
          if (after(i) === hashOf('h')) spacedHours(i + 1, start, isHour(i));
          return;
        }
        const match = /^([01]?\d|2[0-4])\.([0-5]\d)$/.exec(text.token(i));
        if (!match) return;
        const right = `${match[1]}:${match[2]}`;
        const word = after(i);
        if (word === oclock) change('oclock', start, ends[i + 1] as number, right, false);
        else if (options.dots && isTimeByContext(i, Number(match[1]), word))
          change('dot', start, end, right, false);
      },
    };

    /** A length of time is written like an hour of the day; only the word before says which it is. */
    function isHour(i: number): boolean {
      return same(i, i - 1) && beforeHour.has(hashes[i - 1] as number);
    }

    /** `14 h 30`, `14h 30`: the token of the h, and where the time begins. */
    function spacedHours(i: number, start: number, safe: boolean): boolean {
      const next = i + 1;
      if (!same(i, next) || !/^[0-5]\d$/.test(text.token(next))) return false;
      if (
        same(i, next + 1) &&
        !spaced(next + 1) &&
        /[.,:\d%]/.test(prose[ends[next] as number] as string) &&
        /\d/.test(prose[(ends[next] as number) + 1] ?? '')
      )
        return false;
      const hour = Number(/^\d+/.exec(prose.slice(start, ends[i]))?.[0]);
      if (hour > 24) return false;
      const right = `${hour}:${text.token(next)}`;
      change('h', start, ends[next] as number, right, safe);
      return true;
    }

    /** `at 13h`, `from 9h to 18h`: a full hour of the day; `for 13h` is a length of time. */
    function fullHour(i: number): void {
      const hour = Number.parseInt(text.token(i), 10);
      if (hour > 24 || !same(i, i - 1)) return;
      const before = hashes[i - 1] as number;
      const isRange =
        (openRange.has(before) &&
          same(i, i + 2) &&
          inRange.has(hashes[i + 1] as number) &&
          isFullHour(i + 2)) ||
        (inRange.has(before) &&
          same(i, i - 3) &&
          isFullHour(i - 2) &&
          openRange.has(hashes[i - 3] as number));
      const isOfDay = aboutHour.has(before) && dayBehind.has(after(i));
      // `a curfew from 21H`, but `from 3h of lessons`: an hour that no length of time would be.
      const isLate = openRange.has(before) && hour > 12 && after(i) !== hashOf('of');
      if (isRange || isOfDay || isLate || hourAfter.has(before))
        change('h', starts[i] as number, ends[i] as number, `${hour}:00`, false);
    }

    function isFullHour(i: number): boolean {
      return ((flags[i] as number) & TokenFlag.Alphanumeric) !== 0 && /^\d{1,2}h$/i.test(text.token(i));
    }

    function isTimeByContext(i: number, hour: number, next: number): boolean {
      if (hour < 13 || !same(i, i - 1)) return false;
      if (
        hashes[i - 1] !== hashOf('at') &&
        hashes[i - 1] !== hashOf('until') &&
        hashes[i - 1] !== hashOf('from')
      )
        return false;
      // A share price or a length is followed by what it measures.
      const f = same(i, i + 1) ? (flags[i + 1] as number) : 0;
      return (
        !same(i, i + 1) ||
        (f & TokenFlag.Mark && next !== 0x25 && prose[ends[i] as number] !== '-') ||
        beforeTime.has(next) ||
        clockWords.has(next) ||
        (f & TokenFlag.InitialCap) !== 0 ||
        next === hashOf('on')
      );
    }
  },
});
