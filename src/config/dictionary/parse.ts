import {isMap, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {checkSchema, misfitInWords} from '../check-schema.js';
import {dictionarySchema} from './schema.js';

/** A mistake in a dictionary file. Line and column are 1-based. */
export interface DictionaryProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const inherited = [
  'kind',
  'language',
  'source',
  'risk',
  'case',
  'apply',
  'position',
  'severity',
  'mqm',
  'type',
  'see',
] as const;

type Raw = Record<string, unknown>;

/** Entries that a file may have: the parser of YAML takes seconds and a gigabyte for more. */
const mostEntries = 100_000;

/** How many entries a text seems to have, without parsing it. */
function entriesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('phrase'); at >= 0; at = text.indexOf('phrase', at + 6)) {
    const isKey = at === 0 || ' \n\r\t{,"\''.includes(text[at - 1] as string);
    if (isKey && /^["']?[ \t]*:/.test(text.slice(at + 6, at + 12))) count++;
  }
  return count;
}

/**
 * Reads a dictionary file. What the file sets at its top holds for each entry that does not set it itself. Broken
 * entries are left out and told; nothing is thrown.
 */
export function parseDictionary(
  text: string,
  origin: string,
): {entries: DictionaryEntry[]; problems: DictionaryProblem[]} {
  const count = entriesIn(text);
  if (count > mostEntries) {
    const message = `the dictionary has ${count} entries, more than the ${mostEntries} that are read`;
    return {entries: [], problems: [{message, line: 1, column: 1}]};
  }
  const counter = new LineCounter();
  const document = parseDocument(text, {lineCounter: counter, prettyErrors: false});
  const problems: DictionaryProblem[] = [];
  const tell = (message: string, offset: number): void => {
    const {line, col} = counter.linePos(offset);
    problems.push({message, line, column: col});
  };
  for (const error of document.errors) tell(error.message, error.pos[0]);
  if (problems.length > 0) return {entries: [], problems};
  const value: unknown = document.toJS();
  const bad = new Set<string>();
  // What is no dictionary is not quoted: any file may have been named by mistake.
  if (!isMap(document.contents) || !document.contents.has('entries')) {
    tell('this is no dictionary: it has no list “entries”', 0);
    return {entries: [], problems};
  }
  for (const misfit of checkSchema(dictionarySchema, value)) {
    const {path} = misfit;
    if (path[0] === 'entries' && path[1] !== undefined) bad.add(path[1]);
    tell(misfitInWords(misfit), offsetOf(document.contents, path));
  }
  const top = value as Raw;
  const list = document.contents.get('entries', true);
  if (!isSeq(list) || !Array.isArray(top.entries)) return {entries: [], problems};
  const entries: DictionaryEntry[] = [];
  for (const [i, raw] of (top.entries as Raw[]).entries()) {
    if (bad.has(String(i))) continue;
    const offset = (list.items[i] as Node).range?.[0] ?? 0;
    const own: Raw = {};
    for (const key of inherited) if (top[key] !== undefined) own[key] = top[key];
    Object.assign(own, raw);
    if (own.kind === undefined) {
      tell('the entry has no kind, and the file sets none', offset);
      continue;
    }
    for (const key of ['source', 'replace'] as const) if (typeof own[key] === 'string') own[key] = [own[key]];
    entries.push({...own, origin: `${origin}:${counter.linePos(offset).line}`} as unknown as DictionaryEntry);
  }
  return {entries, problems};
}

function offsetOf(node: unknown, path: readonly string[]): number {
  let at = node as Node | null;
  for (const part of path) {
    let next: unknown;
    if (isMap(at))
      next =
        at.get(part, true) ?? at.items.find((p) => String((p.key as {value?: unknown}).value) === part)?.key;
    else if (isSeq(at)) next = at.items[Number(part)];
    if (!next) break;
    at = next as Node;
  }
  return at?.range?.[0] ?? 0;
}
