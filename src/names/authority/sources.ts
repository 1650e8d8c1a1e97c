import {isObject, type Json, kindOfClass} from '../wikidata.js';
import type {AuthorityRecord} from './table.js';

/** Reads one line of a source: the names that it holds, none for a line that is passed over, or what is wrong with it. */
export type LineReader = (line: string) => readonly AuthorityRecord[] | {readonly problem: string};

export const sourceFormats = ['wikidata', 'jrc', 'opensanctions', 'jsonl', 'tsv'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const latin = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]+$/u;
const kinds = new Set(['person', 'place', 'organisation', 'work']);

/** All spellings of one thing as records: the canonical one first, each once, those of other scripts left out. */
function recordsOf(
  canonical: string,
  spellings: readonly string[],
  rest: Omit<AuthorityRecord, 'name' | 'canonical'>,
): AuthorityRecord[] {
  const names = [...new Set([canonical, ...spellings].map((name) => name.trim()))];
  return names
    .filter((name) => latin.test(name))
    .map((name) => ({name, canonical: canonical.trim(), ...rest}));
}

/** A table of names has room for more classes than a dictionary asks for. */
const classes: Readonly<Record<string, AuthorityRecord['kind']>> = {
  ...kindOfClass,
  Q1549591: 'place',
  Q891723: 'organisation',
  Q476028: 'organisation',
};

/**
 * A line of Wikidata's JSON dump (one entity a line, a comma at its end, brackets in the first and last line). Labels and
 * aliases in English, and labels of other languages in Latin letters.
 */
const wikidata: LineReader = (line) => {
  const text = line.trim().replace(/,$/, '');
  if (text === '' || text === '[' || text === ']') return [];
  const entity = parse(text);
  if (!isObject(entity)) return {problem: 'no JSON object'};
  if (typeof entity.id !== 'string' || !isObject(entity.labels)) return {problem: 'no entity of Wikidata'};
  const kind = kindOfEntity(entity);
  if (kind === '') return [];
  const labels = Object.entries(entity.labels).map(
    ([language, label]) => [language, valueOfLabel(label)] as const,
  );
  const canonical = (labels.find(([language]) => language === 'en') ??
    labels.find(([language]) => language === 'mul'))?.[1];
  if (canonical === undefined) return [];
  const aliases =
    isObject(entity.aliases) && Array.isArray(entity.aliases.en) ? entity.aliases.en.map(valueOfLabel) : [];
  const description = isObject(entity.descriptions) ? valueOfLabel(entity.descriptions.en) : undefined;
  return recordsOf(
    canonical,
    [...aliases, ...labels.map(([, label]) => label)].filter((name) => name !== undefined),
    {
      id: entity.id,
      kind,
      rank: isObject(entity.sitelinks) ? Object.keys(entity.sitelinks).length : 0,
      description: description ?? '',
    },
  );
};

const valueOfLabel = (label: unknown): string | undefined =>
  isObject(label) && typeof label.value === 'string' ? label.value : undefined;

function kindOfEntity(entity: Json): AuthorityRecord['kind'] {
  const statements = isObject(entity.claims) && Array.isArray(entity.claims.P31) ? entity.claims.P31 : [];
  for (const statement of statements) {
    const snak = isObject(statement) && isObject(statement.mainsnak) ? statement.mainsnak : undefined;
    const value = snak && isObject(snak.datavalue) ? snak.datavalue.value : undefined;
    const kind = isObject(value) && typeof value.id === 'string' ? classes[value.id] : undefined;
    if (kind !== undefined) return kind;
  }
  return '';
}

/** A line of JRC-Names: number, type, language, spelling with `+` for spaces. Each line is a spelling. */
const jrc = (): LineReader => {
  const types: Readonly<Record<string, AuthorityRecord['kind']>> = {
    P: 'person',
    O: 'organisation',
    T: 'work',
  };
  // The spellings of one number stand together, the first of them canonical.
  let number = '';
  let canonical = '';
  return (line) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [id, type, , spelling] = line.split('\t');
    if (id === undefined || !/^\d+$/.test(id) || !spelling)
      return {problem: 'not “number, type, language, spelling” parted by tabs'};
    const name = spelling.replaceAll('+', ' ').trim();
    if (!latin.test(name)) return [];
    if (id !== number) [number, canonical] = [id, name];
    return [{name, canonical, id: `jrc:${id}`, kind: types[type ?? ''] ?? '', rank: 0, description: ''}];
  };
};

const schemas: Readonly<Record<string, AuthorityRecord['kind']>> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  LegalEntity: 'organisation',
  PublicBody: 'organisation',
};

/** A line of OpenSanctions' `entities.ftm.json` (FollowTheMoney). */
const openSanctions: LineReader = (line) => {
  if (line.trim() === '') return [];
  const entity = parse(line);
  if (!isObject(entity) || typeof entity.id !== 'string' || typeof entity.schema !== 'string')
    return {problem: 'no entity of FollowTheMoney'};
  const kind = schemas[entity.schema];
  if (kind === undefined || typeof entity.caption !== 'string') return [];
  const properties = isObject(entity.properties) ? entity.properties : {};
  return recordsOf(
    entity.caption,
    [...texts(properties.name), ...texts(properties.alias), ...texts(properties.weakAlias)],
    {id: entity.id, kind, rank: 0, description: texts(properties.position)[0] ?? ''},
  );
};

/** One object a line: `{"name", "aliases"?, "kind"?, "id"?, "rank"?, "description"?}`. */
const jsonl: LineReader = (line) => {
  if (line.trim() === '') return [];
  const entry = parse(line);
  if (!isObject(entry) || typeof entry.name !== 'string' || entry.name.trim() === '')
    return {problem: 'no object with a “name”'};
  return recordsOf(entry.name, texts(entry.aliases), {
    id: typeof entry.id === 'string' ? entry.id : entry.name,
    kind: kindOf(entry.kind),
    rank: typeof entry.rank === 'number' && entry.rank > 0 ? Math.floor(entry.rank) : 0,
    description: typeof entry.description === 'string' ? entry.description : '',
  });
};

/** `name TAB kind TAB description TAB other spellings, parted by |`; all but the name may be left out. */
const tsv: LineReader = (line) => {
  if (line.trim() === '' || line.startsWith('#')) return [];
  const [name = '', kind = '', description = '', others = ''] = line.split('\t');
  if (name.trim() === '') return {problem: 'no name before the first tab'};
  if (kind !== '' && !kinds.has(kind)) return {problem: `“${kind}” is no kind: ${[...kinds].join(', ')}`};
  return recordsOf(name, others.split('|').filter(Boolean), {
    id: name.trim(),
    kind: kindOf(kind),
    rank: 0,
    description,
  });
};

const kindOf = (kind: unknown): AuthorityRecord['kind'] =>
  typeof kind === 'string' && kinds.has(kind) ? (kind as AuthorityRecord['kind']) : '';

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A reader of a source's lines; some keep what the line before said. */
export function readerOf(format: SourceFormat): LineReader {
  switch (format) {
    case 'wikidata':
      return wikidata;
    case 'jrc':
      return jrc();
    case 'opensanctions':
      return openSanctions;
    case 'jsonl':
      return jsonl;
    case 'tsv':
      return tsv;
  }
}

/** The format that a first line looks like. */
export function guessFormat(line: string): SourceFormat {
  const text = line.trim();
  if (text === '[' || /^\{"(?:type|pageid)":/.test(text) || /"labels":\{/.test(text)) return 'wikidata';
  if (/^\{.*"schema":/.test(text) && /"properties":/.test(text)) return 'opensanctions';
  if (text.startsWith('{')) return 'jsonl';
  return /^\d+\t[A-Za-z]\t[A-Za-z]+\t/.test(line) ? 'jrc' : 'tsv';
}
