import {locales} from '../generated/locales.js';
import {primaryLanguage} from '../text/language-tag.js';

/** How a language writes quotations, numbers and dates. */
export interface Locale {
  /** ISO 639-1. */
  readonly code: string;
  /** The marks of a quotation, and of one within it: opening and closing, one UTF-16 unit each. */
  readonly outer: string;
  readonly inner: string;
  /** All pairs that its press writes, these two among them. */
  readonly pairs: ReadonlySet<string>;
  /** Its printed and edited texts have straight double marks, too. */
  readonly writesStraight: boolean;
  /** What stands inside a pair of « »: a no-break space in French, else nothing. */
  readonly inside: string;
  readonly decimal: string;
  readonly group: string;
  /** The long date as CLDR writes it: `d. MMMM y`. */
  readonly longDate: string;
  /** Names of months in small letters, as dates and as headings have them. */
  readonly months: ReadonlySet<string>;
  /** Those that dates have. */
  readonly dateMonths: ReadonlySet<string>;
  /** Words run on without spaces, and marks have the width of a letter. */
  readonly isDense: boolean;
}

/**
 * Pairs beside those of CLDR that a language’s newspapers write: the second usual pair, the one of another country with
 * that language (Swiss «…»), and those that its keyboards give („…” for „…“ in Estonian, Croatian and Serbian).
 */
const press: Readonly<Record<string, string>> = {
  ar: '«» “” ”“',
  be: '“”',
  bg: '«» “”',
  cs: '»«',
  da: '»« „“ ”” «» “”',
  de: '»« «»',
  el: '“”',
  es: '«»',
  et: '«» „”',
  fa: '“”',
  fi: '»» »«',
  fr: '“”',
  he: '“” „“ „” ״״',
  hi: '“”',
  hr: '„” »« «»',
  hu: '«»',
  hy: '“” ““ „“',
  it: '“”',
  ja: '“” 《》 〈〉 【】 〝〟',
  ka: '“” „”',
  ko: '「」 『』 《》 〈〉 【】',
  lt: '«»',
  lv: '„“ «» „”',
  nb: '“”',
  nl: '“” „” „“',
  pl: '»«',
  pt: '«»',
  ro: '«»',
  ru: '“”',
  sk: '»«',
  sl: '»«',
  sr: '„“ »« «»',
  sv: '»» »«',
  tr: '«»',
  uk: '“” „”',
  zh: '「」 『』 《》 〈〉 【】',
};

/**
 * Languages in which the professional translations of the NTREX-128 corpus have articles with straight marks alone; in
 * the others they have none. Hebrew, whose newspapers print them, is added.
 */
const straight = new Set('ar da el es he hi it ka ko nl pt sv tr uk'.split(' '));
const dense = new Set(['zh', 'ja']);
const alike: Readonly<Record<string, string>> = {no: 'nb', nn: 'nb', sh: 'hr', bs: 'hr', mo: 'ro', iw: 'he'};
/** Regions whose Spanish writes numbers as English does (CLDR es_419 and its children). */
const pointRegions = /^es-(?:419|MX|US|GT|HN|NI|PA|PR|SV|DO|PE)\b/i;

const made = new Map<string, Locale | undefined>();

/** The languages that have one: all that calque knows as the language of an article, but English. */
export const localeCodes: readonly string[] = [...Object.keys(locales), ...Object.keys(alike)];

/** By BCP 47 tag; `undefined` for English and for languages without a table. Made on the first question. */
export function localeOf(tag: string): Locale | undefined {
  if (!made.has(tag)) made.set(tag, make(tag));
  return made.get(tag);
}

function make(tag: string): Locale | undefined {
  const primary = primaryLanguage(tag);
  const code = alike[primary] ?? primary;
  const data = locales[code];
  if (!data) return undefined;
  const [outer, inner, decimal, group, longDate, months] = data;
  const isPoint = pointRegions.test(tag) || /^(?:de|fr|it)-(?:CH|LI)\b/i.test(tag);
  return {
    code,
    outer,
    inner,
    pairs: new Set([outer, inner, ...(press[code] ?? '').split(' ')].filter((pair) => pair !== '')),
    writesStraight: straight.has(code),
    inside: code === 'fr' && !/^fr-CH\b/i.test(tag) ? '\u00a0' : '',
    decimal: isPoint ? '.' : decimal,
    group: isPoint ? ',' : group,
    longDate,
    months: new Set(months.split(' ')),
    dateMonths: new Set(months.split(' ').slice(0, 12)),
    isDense: dense.has(code),
  };
}
