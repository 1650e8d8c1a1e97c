import {defineRule} from '../../src/engine/rule.js';
import {languageName} from '../../src/lexicon/language-name.js';
import {type Locale, localeCodes, localeOf} from '../../src/locale/locale.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** Languages whose press counts hours to twenty-four alone, by the short time of CLDR. */
const fullDay = new Set(
  'de fr it nl sv da nb fi et lv lt pl cs sk sl hr sr ro hu tr bg ru uk be ka hy he fa'.split(' '),
);
const pointTimes = new Set(['da', 'fi']);
/** Behind an hour, with or without minutes. `am` alone is a word of German and Romanian. */
const half = /^(:\d{2})?[ \u00a0]?(p\.[ \u00a0]?m\.?|a\.[ \u00a0]?m\.?|PM|AM|pm)(?![\p{L}\p{N}])/u;
const comma = 0x2c;

export default defineRule({
  meta: {
    id: 'locale/english-dates',
    description:
      'Finds dates with the month first and hours with a.m. or p.m. in languages that write them otherwise',
    mqm: 'date-format',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: localeCodes.filter((code) => !['zh', 'ja', 'ko', 'hi'].includes(code)),
    needs: Feature.Digit,
    messages: {
      date: '“{{text}}” is a date in the order of English: {{language}} writes “{{right}}”',
      hour: '“{{text}}” is an hour as English counts it: {{language}} writes “{{right}}”',
    },
  },
  create(context) {
    const {text, settings} = context;
    const locale = localeOf(settings.language);
    if (!locale) return {};
    const {prose, tokens} = text;
    const {starts, ends, flags, blocks, hashes} = tokens;
    const same = (i: number, k: number): boolean => k >= 0 && k < tokens.count && blocks[i] === blocks[k];

    const report = (
      messageId: 'date' | 'hour',
      start: number,
      end: number,
      right: string,
      isSure: boolean,
    ): void => {
      context.report({
        messageId,
        start,
        end,
        data: {text: prose.slice(start, end), language: languageName(locale.code), right},
        ...(isSure ? {suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}]} : {}),
      });
    };

    /** `Oktober 5, 2023` with the day at token `i`. */
    const date = (i: number, day: number): boolean => {
      const month = i - 1;
      if (!same(i, month) || ((flags[month] as number) & TokenFlag.Word) === 0) return false;
      const name = text.token(month).toLowerCase();
      if (!locale.months.has(name)) return false;
      const year = same(i, i + 1) && hashes[i + 1] === comma ? i + 2 : i + 1;
      if (!same(i, year) || !/^(?:1[5-9]|20)\d\d$/.test(text.token(year))) return false;
      // `5 October 7 2023`: the number before the month is its day.
      if (same(i, month - 1) && /^\d{1,2}\.?$/.test(text.token(month - 1))) return false;
      if (same(i, month - 2) && /^\d{1,2}$/.test(text.token(month - 2)) && hashes[month - 1] === 0x2e)
        return false;
      // English sets a comma; without one, the language may have an order of its own.
      if (year === i + 1) return false;
      const isDateForm = locale.dateMonths.has(name);
      const right = longDate(locale, day, isDateForm ? text.token(month) : name, text.token(year));
      report('date', starts[month] as number, ends[year] as number, right, isDateForm);
      return true;
    };

    const hour = (i: number, hours: number): void => {
      if (!fullDay.has(locale.code) || hours < 1 || hours > 12) return;
      const end = ends[i] as number;
      const match = half.exec(prose.slice(end, end + 12));
      if (!match || prose.charAt((starts[i] as number) - 1) === ':') return;
      const [whole, minutes = ':00', which = ''] = match;
      const isLate = /^p/i.test(which);
      const full = (hours % 12) + (isLate ? 12 : 0);
      const right = `${full}${pointTimes.has(locale.code) ? minutes.replace(':', '.') : minutes}`;
      report('hour', starts[i] as number, end + whole.length, right, true);
    };

    return {
      number(i) {
        if ((tokens.zones[i] as number) & notProse) return;
        const token = text.token(i);
        if (/^\d{1,2}$/.test(token)) {
          const value = Number(token);
          if (value >= 1 && value <= 31 && date(i, value)) return;
          hour(i, value);
        }
      },
    };
  },
});

/** A date by the pattern of CLDR: `d. MMMM y`. */
function longDate({longDate: pattern}: Locale, day: number, month: string, year: string): string {
  // The Russian and the Ukrainian pattern end in the word for year, which the text may have itself.
  return pattern
    .replace(/\u202f'[гр]'\.$/, '')
    .replace(/'([^']*)'|d+|M+|y+/g, (part, literal: string | undefined) => {
      if (literal !== undefined) return literal;
      return part[0] === 'd' ? String(day) : part[0] === 'M' ? month : year;
    });
}
