// Names of countries, from cldr-localenames-full, and of cities, from the time zones of cldr-dates-full.
import {clean, read, require} from './cldr.mjs';

/** Countries of time zones. CLDR names the city of Kyiv by its former spelling. */
const countryOfZone = new Map();
for (const code of Object.keys(
  require('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories,
)) {
  if (!/^[A-Z]{2}$/.test(code) || code === 'AQ') continue;
  const locale = new Intl.Locale(`und-${code}`);
  for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? []) countryOfZone.set(zone, code);
}

/** Countries and parts of the world by their names of one word; Korea is one, since most languages name it in two words. */
export function regionsOf(language) {
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
export function regionWordsOf(language, regions) {
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
