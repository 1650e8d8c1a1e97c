// src/generated/locales.ts: how languages write quotations, numbers and dates, from Unicode CLDR (npm cldr-misc-full,
// cldr-numbers-full, cldr-dates-full, licence Unicode-3.0).
import fs from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/** The languages that articles are checked in, beside English. */
export const targets =
  'de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr ro hu tr el bg ru uk be ka hy he ar fa hi zh ja ko'.split(
    ' ',
  );

const read = (name, code, file) =>
  JSON.parse(fs.readFileSync(require.resolve(`cldr-${name}-full/main/${code}/${file}.json`), 'utf8')).main[
    code
  ];
const plain = (format) => (typeof format === 'string' ? format : format._value);

function localeOf(code) {
  const marks = read('misc', code, 'delimiters').delimiters;
  const {numbers} = read('numbers', code, 'numbers');
  const {decimal, group} = numbers['symbols-numberSystem-latn'];
  const {months, dateFormats} = read('dates', code, 'ca-gregorian').dates.calendars.gregorian;
  const named = (context) => Object.values(months[context].wide).map((name) => name.toLowerCase());
  return {
    quotes: [
      marks.quotationStart + marks.quotationEnd,
      marks.alternateQuotationStart + marks.alternateQuotationEnd,
    ],
    decimal,
    group,
    date: plain(dateFormats.long),
    // As dates have them first, all twelve; then those that stand alone otherwise.
    months: [...new Set([...named('format'), ...named('stand-alone')])].filter((name) =>
      /^[\p{L}\p{M}]+$/u.test(name),
    ),
  };
}

export function generate() {
  const lines = targets.map((code) => {
    const {quotes, decimal, group, date, months} = localeOf(code);
    return `  ${code}: ${JSON.stringify([...quotes, decimal, group, date, months.join(' ')])},`;
  });
  return {
    path: 'src/generated/locales.ts',
    text: `// Made by \`npm run generate\` from Unicode CLDR.
/** By language: marks of a quotation and of one within it, decimal sign, group sign, long date, names of months. */
export const locales: Readonly<Record<string, readonly [string, string, string, string, string, string]>> = {
${lines.join('\n')}
};
`,
  };
}
