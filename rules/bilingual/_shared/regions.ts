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
  const own = others[word];
  if (own !== undefined) return [own];
  if (word.length < shortestStem) return [];
  const out: string[] = [];
  for (const [name, code] of english.regions)
    if (name[0] === word[0] && word.startsWith(name.slice(0, Math.max(shortestStem, name.length - 3))))
      out.push(sameAs[code] ?? code);
  return out;
}

/** The country of which an English word is the name or the adjective, where it is surely one. */
export function regionNamed(word: string, english: QuantityTable): string | undefined {
  const own = english.regions.get(word) ?? others[word];
  if (own !== undefined) return own === 'XX' ? undefined : own;
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
    for (const [name, code] of table.regions) {
      if (name.length < 2) continue;
      for (let at = piece.indexOf(name); at >= 0; at = piece.indexOf(name, at + name.length))
        out.push({start: start + at, end: start + at + name.length, code: sameAs[code] ?? code});
    }
    return out;
  }
  const stems = stemsOf(table);
  for (const match of piece.matchAll(words)) {
    const [raw] = match;
    const word = raw.toLowerCase();
    if (word.length < shortestStem) continue;
    const hasCase = /\p{Ll}|\p{Lu}/u.test(raw[0] ?? '');
    const isName = raw[0] !== raw[0]?.toLowerCase() || !/\p{Ll}/u.test(raw[0] ?? '');
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

interface Stem {
  readonly name: string;
  readonly stem: string;
  readonly code: string;
}

const known = new WeakMap<QuantityTable, ReadonlyMap<string, readonly Stem[]>>();

/** Names without their endings, by their first letters. */
function stemsOf(table: QuantityTable): ReadonlyMap<string, readonly Stem[]> {
  let stems = known.get(table);
  if (stems) return stems;
  const made = new Map<string, Stem[]>();
  for (const [name, code] of table.regions) {
    if (name.length < shortestStem) continue;
    const stem = name.slice(0, Math.max(shortestStem, name.length - 1));
    const key = name.slice(0, shortestStem);
    const list = made.get(key);
    if (list) list.push({name, stem, code});
    else made.set(key, [{name, stem, code}]);
  }
  stems = made;
  known.set(table, stems);
  return stems;
}
