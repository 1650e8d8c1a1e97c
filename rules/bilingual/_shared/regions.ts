import type {Range} from '../../../src/article/source-map.js';
import type {QuantityTable} from '../../../src/quantities/table.js';

/** A country or part of the world that a text names. */
export interface Region extends Range {
  readonly code: string;
}

/** The United States are America to most languages. */
const sameAs: Readonly<Record<string, string>> = {US: '019'};

/** Nations and countries that English does not name after the country's name. */
const others: Readonly<Record<string, string>> = {
  french: 'FR',
  frenchman: 'FR',
  dutch: 'NL',
  holland: 'NL',
  greek: 'GR',
  greeks: 'GR',
  danish: 'DK',
  dane: 'DK',
  danes: 'DK',
  swiss: 'CH',
  spanish: 'ES',
  spaniard: 'ES',
  polish: 'PL',
  pole: 'PL',
  poles: 'PL',
  finn: 'FI',
  finnish: 'FI',
  norwegian: 'NO',
  turkish: 'TR',
  turkey: 'TR',
  turk: 'TR',
  turks: 'TR',
  irish: 'IE',
  welsh: 'GB',
  british: 'GB',
  britain: 'GB',
  briton: 'GB',
  britons: 'GB',
  english: 'GB',
  england: 'GB',
  uk: 'GB',
  scottish: 'GB',
  scotland: 'GB',
  american: '019',
  america: '019',
  americans: '019',
  us: '019',
  usa: '019',
  cypriot: 'CY',
  thai: 'TH',
  filipino: 'PH',
  philippine: 'PH',
  czech: 'CZ',
  korea: 'XX',
  korean: 'XX',
  koreans: 'XX',
  burma: 'MM',
  burmese: 'MM',
  emirati: 'AE',
  eu: '150',
  belarus: 'BY',
};
const shortestStem = 4;
const isJoined = (table: QuantityTable): boolean => table.joined;
const words = /[\p{L}\p{M}]+/gu;

/** Codes of the regions that an English word may be of: by the beginning of a name, so that it answers too much rather than too little. */
export function regionsOfWord(word: string, english: QuantityTable): readonly string[] {
  const own = others[word] ?? english.regionWords.get(word);
  if (own !== undefined) return [own];
  if (word.length < shortestStem) return [];
  const out: string[] = [];
  for (const {name, code} of stemsOf(english).get(word.slice(0, shortestStem)) ?? [])
    if (word.startsWith(name.slice(0, Math.max(shortestStem, name.length - 3))))
      out.push(sameAs[code] ?? code);
  return out;
}

/**
 * Whether one may be said for the other: the same, a city and its country (capitals stand for their countries), Korea and
 * either of the two.
 */
export function isSameRegion(a: string, b: string): boolean {
  const [one, other] = [countryOf(a), countryOf(b)];
  if (one !== other) return (one === 'XX' && isKorea(other)) || (other === 'XX' && isKorea(one));
  return a === b || !isCity(a) || !isCity(b);
}

/** Whether a region is a city. */
const isCity = (code: string): boolean => code.includes('/');
const isKorea = (code: string): boolean => code === 'KP' || code === 'KR';
function countryOf(code: string): string {
  const country = code.split('/', 1)[0] as string;
  return sameAs[country] ?? country;
}

/** The country of which an English word is the name or the adjective, where it is surely one. */
export function regionNamed(word: string, english: QuantityTable): string | undefined {
  const own = english.regions.get(word) ?? others[word] ?? english.regionWords.get(word);
  if (own !== undefined) return own;
  if (!/(?:an|ian|ese|ish|i)s?$/.test(word)) return undefined;
  const all = regionsOfWord(word, english);
  return all.length === 1 ? all[0] : undefined;
}

/** Regions that a stretch of the source names; `isFirm` leaves out what may be another word. */
export function regionsIn(
  text: string,
  {start, end}: Range,
  table: QuantityTable,
  isFirm: boolean,
): Region[] {
  const out: Region[] = [];
  const piece = text.slice(start, end);
  if (isJoined(table) || table.language === 'ko') {
    const names = joinedNames(table);
    for (let at = 0; at < piece.length; at++) {
      const found = names.get(piece.charCodeAt(at))?.find(({name}) => piece.startsWith(name, at));
      if (!found) continue;
      const {name, code} = found;
      out.push({start: start + at, end: start + at + name.length, code: sameAs[code] ?? code});
      at += name.length - 1;
    }
    return out;
  }
  const stems = stemsOf(table);
  for (const match of piece.matchAll(words)) {
    const [raw] = match;
    const word = raw.toLowerCase();
    if (word.length < shortestStem) continue;
    const hasCase = /\p{Ll}|\p{Lu}/u.test(raw[0] ?? '');
    // Georgian has small letters alone.
    const isName = raw[0] !== raw[0]?.toLowerCase() || !/(?=\p{Ll})[^\u10d0-\u10ff]/u.test(raw[0] ?? '');
    if (isFirm && !isName) continue;
    const found = stems.get(word.slice(0, shortestStem));
    if (!found) continue;
    for (const {name, stem, code} of found)
      if (
        isFirm
          ? name.length > shortestStem && hasCase
            ? word.startsWith(stem) && word.length - name.length <= 3
            : word === name
          : word.startsWith(stem.slice(0, Math.max(shortestStem, stem.length - 2)))
      )
        out.push({
          start: start + match.index,
          end: start + match.index + raw.length,
          code: sameAs[code] ?? code,
        });
  }
  return out;
}

/** Names that languages say otherwise than by the name of the country: they prove nothing. */
const ofManyNames = new Set(['GB', 'NL', 'MM']);

/** Whether the source's language has a name for a region, by which it would be found. */
export function canTell(code: string, table: QuantityTable): boolean {
  const codes = codesOf(table);
  const country = countryOf(code);
  if (country === 'XX') return codes.has('KP') || codes.has('KR');
  // Parts of the world are in the names of countries.
  return codes.has(code) && !ofManyNames.has(country) && !/^\d/.test(country);
}

const codesOf = perTable((table): ReadonlySet<string> => new Set(table.regions.values()));

/** The English name of a country or city. */
export const nameOfRegion = (code: string, english: QuantityTable): string | undefined =>
  namesByCode(english).get(code);

const namesByCode = perTable(
  (table): ReadonlyMap<string, string> => new Map([...table.regions].map(([name, region]) => [region, name])),
);

/** Whether any word of a stretch begins like what the source's language calls a region; wide. */
export function mayName(code: string, text: string, {start, end}: Range, table: QuantityTable): boolean {
  const heads = headsOf(table);
  const piece = text.slice(start, end).toLowerCase();
  if (isJoined(table)) return [...(heads.get(countryOf(code)) ?? [])].some((head) => piece.includes(head));
  const wanted = heads.get(countryOf(code));
  if (!wanted) return false;
  for (const [word] of piece.matchAll(words)) {
    for (let at = 0; at <= 2 && at + shortestHead <= word.length; at++)
      if (wanted.has(word.slice(at, at + shortestHead))) {
        // Articles and prepositions are written before a word in some scripts only.
        if (at === 0 || /\p{Lo}/u.test(word[0] as string)) return true;
      }
  }
  return false;
}

const shortestHead = 3;
const isHan = /^\p{Script=Han}/u;
const headsOf = perTable((table): ReadonlyMap<string, ReadonlySet<string>> => {
  const out = new Map<string, Set<string>>();
  for (const names of [table.regions, table.regionWords])
    for (const [name, code] of names) {
      const country = countryOf(code);
      const heads = out.get(country) ?? new Set();
      heads.add(isJoined(table) ? name : name.slice(0, shortestHead));
      // `中方`, `美军`: one character stands for a country.
      if (isJoined(table) && !isCity(code) && isHan.test(name)) heads.add(name.slice(0, 1));
      out.set(country, heads);
    }
  return out;
});

interface Stem {
  readonly name: string;
  readonly stem: string;
  readonly code: string;
}

/** Names of a language without spaces by their first character, the longest first. */
const joinedNames = perTable((table): ReadonlyMap<number, readonly Omit<Stem, 'stem'>[]> => {
  const out = new Map<number, Omit<Stem, 'stem'>[]>();
  for (const [name, code] of table.regions) {
    if (name.length < 2) continue;
    const list = out.get(name.charCodeAt(0));
    if (list) list.push({name, code});
    else out.set(name.charCodeAt(0), [{name, code}]);
  }
  for (const list of out.values()) list.sort((a, b) => b.name.length - a.name.length);
  return out;
});

/** Names without their endings, by their first letters. */
const stemsOf = perTable((table): ReadonlyMap<string, readonly Stem[]> => {
  const made = new Map<string, Stem[]>();
  for (const [name, code] of table.regions) {
    if (name.length < shortestStem) continue;
    const stem = name.slice(0, Math.max(shortestStem, name.length - 1));
    const key = name.slice(0, shortestStem);
    const list = made.get(key);
    if (list) list.push({name, stem, code});
    else made.set(key, [{name, stem, code}]);
  }
  return made;
});

/** What is made of a table of a language, once. */
function perTable<T>(make: (table: QuantityTable) => T): (table: QuantityTable) => T {
  const made = new WeakMap<QuantityTable, {readonly of: T}>();
  return (table) => {
    let one = made.get(table);
    if (one === undefined) {
      one = {of: make(table)};
      made.set(table, one);
    }
    return one.of;
  };
}
