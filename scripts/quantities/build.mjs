// Builds the tables of numbers, dates, money and measures of each language from CLDR (npm cldr-rbnf, cldr-dates-full,
// cldr-numbers-full, cldr-units-full; licence Unicode-3.0) and the hand-made dictionaries/quantities/*.yml.
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse as parseYaml} from 'yaml';
import {makeSpeller, pluralForms} from './rbnf.mjs';

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Languages with a table. `cut` and `suffix`: how many letters an ending takes away from a form, and how long it may be. */
const languages = {
  en: [0, 0],
  de: [0, 1],
  nl: [0, 2],
  sv: [0, 3],
  da: [0, 3],
  no: [0, 3],
  is: [1, 4],
  fr: [0, 0],
  es: [0, 0],
  it: [0, 0],
  pt: [0, 0],
  ca: [0, 0],
  ro: [1, 4],
  ru: [2, 4],
  uk: [2, 4],
  be: [2, 4],
  bg: [1, 3],
  mk: [1, 3],
  sr: [2, 4],
  hr: [2, 4],
  bs: [2, 4],
  sl: [2, 4],
  cs: [2, 4],
  sk: [2, 4],
  pl: [2, 4],
  lt: [2, 4],
  lv: [2, 4],
  el: [2, 4],
  sq: [2, 4],
  fi: [1, 6],
  et: [1, 6],
  hu: [0, 6],
  tr: [0, 6],
  az: [0, 6],
  kk: [1, 7],
  ky: [1, 7],
  ka: [1, 6],
  hy: [0, 5],
  he: [0, 0],
  ar: [0, 2],
  fa: [0, 2],
  ur: [0, 2],
  hi: [0, 0],
  ne: [0, 4],
  bn: [0, 4],
  ta: [0, 6],
  si: [1, 5],
  zh: [0, 0],
  ja: [0, 0],
  ko: [0, 0],
  vi: [0, 0],
  th: [0, 0],
  id: [0, 3],
  ms: [0, 3],
  sw: [0, 0],
  ha: [0, 2],
};

const units = {
  'duration-century': 'century',
  'duration-decade': 'decade',
  'duration-year': 'year',
  'duration-month': 'month',
  'duration-week': 'week',
  'duration-day': 'day',
  'duration-hour': 'hour',
  'duration-minute': 'minute',
  'duration-second': 'second',
  'length-kilometer': 'km',
  'length-meter': 'm',
  'length-centimeter': 'cm',
  'length-millimeter': 'mm',
  'length-mile': 'mile',
  'length-yard': 'yard',
  'length-foot': 'foot',
  'length-inch': 'inch',
  'length-nautical-mile': 'nmi',
  'length-light-year': 'ly',
  'area-square-kilometer': 'km2',
  'area-square-meter': 'm2',
  'area-hectare': 'ha',
  'area-acre': 'acre',
  'area-square-mile': 'mile2',
  'area-square-foot': 'foot2',
  'mass-kilogram': 'kg',
  'mass-gram': 'g',
  'mass-milligram': 'mg',
  'mass-tonne': 'tonne',
  'mass-ton': 'tonne',
  'mass-pound': 'lb',
  'mass-ounce': 'oz',
  'volume-liter': 'l',
  'volume-milliliter': 'ml',
  'volume-gallon': 'gal',
  'volume-barrel': 'bbl',
  'volume-cubic-meter': 'm3',
  'temperature-celsius': 'degree',
  'temperature-fahrenheit': 'degree',
  'temperature-generic': 'degree',
  'angle-degree': 'degree',
  'speed-kilometer-per-hour': 'km/h',
  'speed-meter-per-second': 'm/s',
  'speed-mile-per-hour': 'mph',
  'speed-knot': 'knot',
  'concentr-percent': 'percent',
  'concentr-permille': 'permille',
  'power-gigawatt': 'GW',
  'power-megawatt': 'MW',
  'power-kilowatt': 'kW',
  'power-watt': 'W',
  'energy-kilowatt-hour': 'kWh',
  'power-horsepower': 'hp',
};

/** Single letters as units are read after figures alone; these are no news. */
const currencyHeads =
  /^(dollar|pound|euro|yen|yuan|ruble|rupee|franc|krona|krone|koruna|crown|zloty|lira|real|peso|won|shekel|hryvnia|dinar|riyal|dirham|rial|baht|forint|leu|lev|tenge|lari|dram|naira|rand|ringgit|rupiah|dong|shilling|toman)$/;
const currencyClass = {
  krona: 'crown',
  krone: 'crown',
  koruna: 'crown',
  króna: 'crown',
  ruble: 'ruble',
  riyal: 'rial',
  rial: 'rial',
  'new shekel': 'shekel',
  renminbi: 'yuan',
};
const currencyCodes =
  'USD CAD AUD HKD NZD SGD TWD EUR GBP EGP JPY CNY RUB BYN INR PKR CHF SEK NOK DKK ISK CZK PLN TRY BRL MXN ARS CLP KRW ILS UAH RSD IQD SAR QAR AED IRR THB HUF RON BGN KZT GEL AMD NGN ZAR MYR IDR VND KES'.split(
    ' ',
  );

/** Countries of time zones. CLDR names the city of Kyiv by its former spelling. */
const countryOfZone = new Map();
for (const code of Object.keys(
  require('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories,
)) {
  if (!/^[A-Z]{2}$/.test(code) || code === 'AQ') continue;
  const locale = new Intl.Locale(`und-${code}`);
  for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? []) countryOfZone.set(zone, code);
}

const read = (pkg, locale, file) => {
  try {
    return require(`${pkg}/main/${locale}/${file}.json`).main[locale];
  } catch {
    return undefined;
  }
};

const clean = (form) =>
  form
    .normalize('NFC')
    .replace(/[\u00ad\u200e\u200f\u061c]/g, '')
    .toLowerCase()
    .trim();

export function tableOf(language) {
  const [cut, suffix] = languages[language];
  const table = {language, cut, suffix, decimal: '.', words: {}};
  /** @param kind n(umber) o(rdinal) s(cale) m(onth) d(ay of the week) c(urrency) u(nit) */
  const add = (kind, value, form) => {
    const key = clean(form).replace(/\s+/g, ' ');
    if (key === '' || /\d/.test(key) || /[{}]/.test(key)) return;
    if (key.length === 1 && /\p{L}/u.test(key) && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(key)) return;
    table.words[key] ??= [];
    const list = table.words[key];
    if (!list.some(([k, v]) => k === kind && v === value)) list.push([kind, value]);
  };
  numbers(language, table, add);
  dates(language, add);
  moneys(language, add);
  measures(language, add);
  exceptions(language, table, add);
  table.regions = regionsOf(language);
  table.regionWords = regionWordsOf(language, table.regions);
  for (const key of Object.keys(table.words)) if (table.words[key].length === 0) delete table.words[key];
  return table;
}

function numbers(language, table, add) {
  const spoken = language === 'no' ? ['no', 'nb'] : [language];
  const rbnf = spoken.map((l) => readRbnf(l)).find(Boolean);
  const formats = read('cldr-numbers-full', language === 'zh' ? 'zh' : language, 'numbers')?.numbers;
  table.decimal = formats?.['symbols-numberSystem-latn']?.decimal ?? '.';
  for (const length of ['long', 'short']) {
    const patterns = formats?.['decimalFormats-numberSystem-latn']?.[length]?.decimalFormat ?? {};
    for (const [key, pattern] of Object.entries(patterns)) {
      const zeros = (key.match(/^10*/)?.[0].length ?? 1) - 1;
      const digits = (pattern.match(/0+/)?.[0].length ?? 1) - 1;
      const form = pattern.replace(/0+/, '').replace(/['.]/g, '').trim();
      if (length === 'short' && form.length < 2) continue;
      if (form && zeros >= 3) add('s', 10 ** (zeros - digits), form);
    }
  }
  if (!rbnf) return;
  const spell = makeSpeller(rbnf);
  const sets = Object.keys(rbnf).filter(
    (name) => /^%spellout-(cardinal|numbering|ordinal)/.test(name) && !/verbose|year/.test(name),
  );
  for (const set of sets) {
    const kind = set.includes('ordinal') ? 'o' : 'n';
    const most = kind === 'o' ? 31 : 99;
    for (let n = 1; n <= most; n++) {
      const said = spell(set, n);
      if (said === undefined) continue;
      const words = clean(said).split(/[\s-]+/);
      if (words.length === 1) add(kind, n, words[0]);
      else if (kind === 'n' && words.length === 2 && /^(ar|he|fa|hi|ur|ne|bn|si)$/.test(language))
        add(kind, n, words.join(' '));
    }
    if (kind === 'o') continue;
    const known = new Set(Object.keys(table.words));
    for (const n of [100, 200, 300, 400, 500, 600, 700, 800, 900]) {
      const said = spell(set, n);
      if (said === undefined) continue;
      const words = clean(said).split(/[\s-]+/);
      if (words.length === 1) add('n', n, words[0]);
      else {
        const last = words[words.length - 1];
        if (!known.has(last)) add('s', 100, last);
      }
    }
    for (const n of [1000, 1e6, 1e9, 1e12])
      for (const times of [1, 2, 3, 5, 11]) {
        const said = spell(set, n * times);
        if (said === undefined) continue;
        const words = clean(said).split(/[\s-]+/);
        const last = words[words.length - 1];
        const rest = words.slice(0, -1).join(' ');
        if (words.length === 1 && times > 1) add('n', n * times, last);
        else if (!known.has(last) && (words.length === 1 || known.has(words[0]) || rest)) add('s', n, last);
      }
  }
  for (const [base, form] of pluralForms(rbnf))
    if (base >= 100 && /^10*$|^20*$/.test(String(base))) add('s', 10 ** Math.floor(Math.log10(base)), form);
}

function readRbnf(language) {
  try {
    return require(`cldr-rbnf/rbnf/${language}.json`).rbnf.rbnf.SpelloutRules;
  } catch {
    return undefined;
  }
}

const dayIndex = {mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7};

function dates(language, add) {
  const calendar = read('cldr-dates-full', language, 'ca-gregorian')?.dates.calendars.gregorian;
  if (!calendar) return;
  const joined = ['zh', 'ja', 'ko'].includes(language);
  for (const use of ['format', 'stand-alone']) {
    if (!joined) {
      for (const [n, form] of Object.entries(calendar.months[use].wide))
        add('m', Number(n), form.replace(/^d[e’'] ?/, ''));
      // Abbreviations count beside a number alone.
      for (const [n, form] of Object.entries(calendar.months[use].abbreviated)) {
        const bare = form.replace(/\.$/, '');
        if (/^\p{L}{3,}$/u.test(bare)) add('a', Number(n), bare);
      }
    }
    for (const [day, form] of Object.entries(calendar.days[use].wide)) add('d', dayIndex[day], form);
    if (joined && language !== 'ko')
      for (const [day, form] of Object.entries(calendar.days[use].abbreviated))
        if (form.length > 1) add('d', dayIndex[day], form);
  }
}

function moneys(language, add) {
  const english = read('cldr-numbers-full', 'en', 'currencies').numbers.currencies;
  const own = read('cldr-numbers-full', language, 'currencies')?.numbers.currencies;
  if (!own) return;
  const classes = new Map();
  for (const code of Object.keys(own)) {
    const name = (english[code]?.['displayName-count-one'] ?? english[code]?.displayName ?? '')
      .replace(/\(.*\)/, '')
      .trim()
      .toLowerCase();
    const head = name.split(' ').pop();
    if (!currencyHeads.test(currencyClass[head] ?? head)) continue;
    const sort = currencyClass[head] ?? head;
    if (!classes.has(sort)) classes.set(sort, []);
    const forms = Object.entries(own[code])
      .filter(([key]) => key.startsWith('displayName'))
      .map(([, form]) => clean(form.replace(/\(.*?\)/g, '')));
    classes.get(sort).push({code, forms});
    if (currencyCodes.includes(code)) {
      const symbol = own[code]['symbol-alt-narrow'];
      if (symbol && /^(?:kč|zł|kr|лв|грн|дин|ден|lei|руб)\.?$/iu.test(symbol))
        add('c', sort, symbol.replace(/\.$/, ''));
    }
  }
  // The word that names of one class share is its head; where a class has few names, the word in the usual place.
  const joined = ['zh', 'ja', 'th', 'ko'].includes(language);
  let first = 0;
  let last = 0;
  const heads = new Map();
  for (const [sort, list] of classes) {
    const counts = new Map();
    for (const {forms} of list)
      for (const word of new Set(forms.flatMap((form) => (joined ? endings(form) : form.split(/[\s-]+/)))))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    const shared = [...counts]
      .filter(([word, n]) => list.length >= 4 && n >= 0.3 * list.length && word.length > 1)
      .map(([word]) => word);
    const words = joined ? shared.sort((a, b) => b.length - a.length).slice(0, 1) : shared;
    if (words.length > 0) heads.set(sort, words);
    for (const {forms} of list) {
      const parts = (forms[0] ?? '').split(' ');
      if (words.includes(parts[0])) first++;
      if (words.includes(parts[parts.length - 1])) last++;
    }
  }
  for (const [sort, words] of heads) for (const word of words) add('c', sort, word);
  for (const [sort, list] of classes) {
    if (heads.has(sort) || joined) continue;
    for (const {code, forms} of list) {
      if (!currencyCodes.includes(code)) continue;
      for (const form of forms) {
        const parts = form.split(' ');
        const head = first > last ? parts[0] : parts[parts.length - 1];
        if (head.length > 2) add('c', sort, head);
      }
    }
  }
}

const endings = (form) => [1, 2, 3, 4].filter((n) => n <= form.length).map((n) => form.slice(-n));

function measures(language, add) {
  const all = read('cldr-units-full', language, 'units')?.units;
  if (!all) return;
  for (const [key, unit] of Object.entries(units))
    for (const length of ['long', 'short', 'narrow']) {
      const forms = all[length]?.[key];
      if (!forms) continue;
      for (const [name, pattern] of Object.entries(forms)) {
        if (name === 'displayName' && length === 'long') add('u', unit, pattern);
        if (!/count-/.test(name) || !pattern.includes('{0}')) continue;
        const form = pattern.replace('{0}', '').trim();
        // Short signs of time (`t`, `p`, `d.`) are words of their own in some language.
        if (length !== 'long' && (key.startsWith('duration') || form.length < 2) && !/[%‰°]/.test(form))
          continue;
        if (length === 'narrow' && !/[%‰°]/.test(form)) continue;
        add('u', unit, form.replace(/\.$/, ''));
      }
    }
}

/** Countries and parts of the world by their names of one word; Korea is one, since most languages name it in two words. */
function regionsOf(language) {
  const names = read('cldr-localenames-full', language, 'territories')?.localeDisplayNames.territories ?? {};
  const out = {};
  for (const [code, name] of Object.entries(names)) {
    const [region] = code.split('-alt-');
    if (!/^[A-Z]{2}$|^(?:150|002|142|019)$/.test(region) || /^(?:ZZ|XA|XB|EZ|UN|QO|EU|CX)$/.test(region))
      continue;
    const key = clean(name);
    if (/^[\p{L}\p{M}]{2,}$/u.test(key) && (key.length > 2 || /\p{Script=Han}/u.test(key)))
      out[key] ??= region;
  }
  const korea = wordOfBoth(clean(names.KP ?? ''), clean(names.KR ?? ''));
  if (korea) out[korea] ??= 'XX';
  for (const [city, name] of citiesOf(language)) out[name] ??= city;
  return out;
}

/**
 * Words of names of two words that no other name has, as `salvador` and `zealand`: they show that a text may speak of a
 * country, not that it does.
 */
function regionWordsOf(language, regions) {
  const names = read('cldr-localenames-full', language, 'territories')?.localeDisplayNames.territories ?? {};
  const seen = new Map();
  for (const [code, name] of Object.entries(names)) {
    if (!/^[A-Z]{2}$/.test(code)) continue;
    const words = clean(name).split(/[\s-]+/);
    for (const word of words) seen.set(word, seen.has(word) || words.length !== 2 ? '' : code);
  }
  const out = {};
  for (const [word, code] of seen)
    if (code !== '' && /^[\p{L}\p{M}]{4,}$/u.test(word) && !regions[word])
      out[language === 'en' ? bare(word) : word] = code;
  for (const [word, code] of Object.entries(otherNations[language] ?? {})) out[word] = code;
  return out;
}

/** Nations that a language does not name after their country. */
const otherNations = {
  ru: {немец: 'DE', немцы: 'DE', голландский: 'NL'},
  uk: {німецький: 'DE', німець: 'DE', німці: 'DE', голландський: 'NL'},
  be: {нямецкі: 'DE', немец: 'DE'},
  it: {tedesco: 'DE', tedeschi: 'DE'},
  ka: {ფრანგული: 'FR', ფრანგი: 'FR', ბერძნული: 'GR', ბერძენი: 'GR', ქართული: 'GE', ქართველი: 'GE'},
};

const bare = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** `korea` of “North Korea” and “South Korea”. */
function wordOfBoth(north, south) {
  const others = south.split(/[\s-]+/);
  return (
    north.split(/[\s-]+/).find((word) => word.length > 3 && others.includes(word)) ??
    // `КНДР` and `Республика Корея`.
    (others.length > 1 ? others.find((word) => word.length > 3 && /^[kcкκ]/u.test(word)) : undefined)
  );
}

/** Given names and ordinary words of English beside. */
const notOnlyCities = new Set(
  'center chatham comoro easter johnston kirov louisville midway nelson nome phoenix regina samara santiago sofia troll wake'.split(
    ' ',
  ),
);

/** Cities that time zones are named after, as `RU/moscow`: the country and the English name; both of one word. */
function citiesOf(language) {
  const zones = read('cldr-dates-full', language, 'timeZoneNames')?.dates.timeZoneNames.zone ?? {};
  const out = [];
  for (const [zone, country] of countryOfZone) {
    const parts = zone.split('/');
    const english = parts[parts.length - 1].toLowerCase();
    if (parts.length !== 2 || !/^[a-z]{4,}$/.test(english) || notOnlyCities.has(english)) continue;
    const own = zones[parts[0]]?.[parts[1]]?.exemplarCity;
    const name = clean(own ?? (language === 'en' ? english : ''));
    const isLong = name.length > 3 || (name.length > 1 && /\p{Script=Han}/u.test(name));
    if (isLong && /^[\p{L}\p{M}]+$/u.test(name))
      out.push([`${country}/${english}`, language === 'en' ? bare(name) : name]);
  }
  return out;
}

/** `dictionaries/quantities/<language>.yml`: forms by kind and value, what is to go, and endings. */
function exceptions(language, table, add) {
  const file = path.join(root, 'dictionaries/quantities', `${language}.yml`);
  if (!fs.existsSync(file)) return;
  const given = parseYaml(fs.readFileSync(file, 'utf8')) ?? {};
  const kinds = {
    numbers: 'n',
    ordinals: 'o',
    scales: 's',
    months: 'm',
    weekdays: 'd',
    currencies: 'c',
    units: 'u',
    soft: 'f',
  };
  for (const form of given.without ?? []) delete table.words[clean(String(form))];
  for (const [kind, letter] of Object.entries(kinds))
    for (const [value, forms] of Object.entries(given[kind] ?? {}))
      for (const form of [forms].flat())
        add(letter, /^[\d.]+$/.test(value) ? Number(value) : value, String(form));
  if (given.prefixes) table.prefixes = given.prefixes;
}

/** Writes one file a language. */
export function buildQuantities(outDir) {
  fs.mkdirSync(outDir, {recursive: true});
  for (const language of Object.keys(languages)) {
    const text = JSON.stringify(tableOf(language));
    const file = path.join(outDir, `quantities-${language}.json`);
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
  }
}

export const quantityLanguages = Object.keys(languages);
if (process.argv[1] === fileURLToPath(import.meta.url))
  buildQuantities(process.argv[2] ?? path.join(root, 'dist/resources'));
