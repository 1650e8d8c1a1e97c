import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {isObject, type Json, kindOfClass} from '../wikidata.js';
import {
  type ImportProblem,
  type ImportResult,
  type NameType,
  plainText,
  spellingsOf,
  toEntry,
} from './entries.js';

/**
 * Reads entities of Wikidata with their labels and aliases: what `wbgetentities` answers (`{entities: {Q1: …}}`), a
 * list of entities, or one entity. The label in the language is canonical; its aliases, and the labels of other
 * languages in Latin letters, are variants.
 */
export function importWikidata(text: string, origin: string, language = 'en'): ImportResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      entries: [],
      problems: [{message: error instanceof Error ? error.message : String(error), line: 0}],
    };
  }
  const entities = Array.isArray(value)
    ? value
    : isObject(value) && isObject(value.entities)
      ? Object.values(value.entities)
      : [value];
  const problems: ImportProblem[] = [];
  const entries: DictionaryEntry[] = [];
  for (const [i, entity] of entities.entries()) {
    const id = isObject(entity) && typeof entity.id === 'string' ? entity.id : String(i + 1);
    const labels = isObject(entity) && isObject(entity.labels) ? entity.labels : {};
    const canonical = labelText(labels[language]);
    if (canonical === undefined) {
      problems.push({message: `${id} has no label in “${language}”`, line: 0});
      continue;
    }
    const aliases = isObject(entity) && isObject(entity.aliases) ? entity.aliases : {};
    const own = Array.isArray(aliases[language]) ? (aliases[language] as unknown[]).map(labelText) : [];
    const others = Object.values(labels).map(labelText);
    const variants = [...own, ...others].filter(
      (v): v is string => v !== undefined && /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]+$/u.test(v),
    );
    const type = typeFrom(entity as Json);
    entries.push(
      toEntry(
        {
          canonical,
          variants,
          ...(type ? {type} : {}),
          ...(/^Q\d+$/.test(id) ? {note: `Wikidata ${id}`} : {}),
        },
        `${origin}#${id}`,
      ),
    );
  }
  return {entries, problems};
}

function labelText(label: unknown): string | undefined {
  if (typeof label === 'string') return label;
  return isObject(label) && typeof label.value === 'string' ? label.value : undefined;
}

function typeFrom(entity: Json): NameType | undefined {
  const statements =
    isObject(entity.claims) && Array.isArray(entity.claims.P31) ? (entity.claims.P31 as unknown[]) : [];
  for (const statement of statements) {
    const id = /"id":"(Q\d+)"/.exec(JSON.stringify(statement))?.[1];
    if (id && kindOfClass[id]) return kindOfClass[id];
  }
  return undefined;
}

export function exportWikidata(entries: readonly DictionaryEntry[]): string {
  const list = entries.map((entry) => {
    const {canonical, variants} = spellingsOf(entry);
    const type = entry.type && Object.keys(kindOfClass).find((id) => kindOfClass[id] === entry.type);
    const label = (phrase: string): object => ({language: 'en', value: plainText(phrase)});
    return {
      ...(/^Wikidata (Q\d+)$/.test(entry.note ?? '') ? {id: entry.note?.slice('Wikidata '.length)} : {}),
      labels: {en: label(canonical)},
      aliases: {en: variants.map(label)},
      ...(type ? {claims: {P31: [{mainsnak: {datavalue: {value: {id: type}}}}]}} : {}),
    };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}
