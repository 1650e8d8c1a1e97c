// Builds the tables of numbers, dates, money and measures of each language from CLDR (npm cldr-rbnf, cldr-dates-full,
// cldr-numbers-full, cldr-units-full; licence Unicode-3.0) and the hand-made dictionaries/quantities/*.yml.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse as parseYaml} from 'yaml';
import {clean} from './cldr.mjs';
import {dates} from './dates.mjs';
import {languages} from './languages.mjs';
import {measures} from './measures.mjs';
import {moneys} from './moneys.mjs';
import {numbers} from './numbers.mjs';
import {regionsOf, regionWordsOf} from './regions.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

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
