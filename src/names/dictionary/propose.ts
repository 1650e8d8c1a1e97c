import {Document} from 'yaml';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import type {ListedName, ListedVariant} from '../listing.js';

/** The names of one text. */
export interface NamesOfText {
  /** Told in comments beside lines. */
  readonly path?: string;
  /** As a linter's `names` gives them. */
  readonly names: readonly ListedName[];
}

interface FormInTexts {
  readonly places: string[];
  /** In how many texts it was the likeliest to keep. */
  first: number;
}

/** Spellings of one name, gathered over all texts. */
interface Group {
  kind: ListedName['kind'];
  readonly forms: Map<string, FormInTexts>;
  readonly evidence: Set<string>;
}

const mostPlaces = 8;
const mostEvidence = 3;

/**
 * What texts show of their names, as a dictionary to be confirmed: each name in several spellings becomes an entry that
 * keeps the likeliest one, with places and reasons as comments. Names of several texts that share a spelling are one
 * entry. Nothing in it is applied unseen.
 *
 * @param dictionary entries that exist already: their spellings are not proposed again
 * @returns YAML
 */
export function proposeDictionary(
  texts: Iterable<NamesOfText>,
  dictionary: Iterable<DictionaryEntry> = [],
): string {
  const groups = new Map<string, Group>();
  for (const {path, names} of texts) {
    // Several names of one text may share the word that varies.
    const seen = new Set<string>();
    for (const {kind, variants} of names) {
      for (const variant of variants) {
        const key = JSON.stringify(variant.forms);
        if (!seen.has(key)) gather(variant, kind, path, groups);
        seen.add(key);
      }
    }
  }
  const known = spellingsIn(dictionary);
  const document = new Document({kind: 'name', case: 'exact', entries: [] as unknown[]});
  document.commentBefore =
    ' Proposed by calque: confirm or correct each entry. `phrase` is the spelling to keep; the first is only the likeliest.';
  const list = document.get('entries') as {add(value: unknown): void};
  for (const {forms, kind, evidence} of new Set(groups.values())) {
    const ranked = [...forms].sort(([, a], [, b]) => b.first - a.first || b.places.length - a.places.length);
    const [keep, ...others] = ranked.map(([text]) => text);
    const variants = keep !== undefined && known.has(keep) ? others.filter((o) => !known.has(o)) : others;
    if (variants.length === 0) continue;
    const item = document.createNode({
      phrase: keep,
      variants,
      ...(kind === 'unknown' ? {} : {type: kind}),
    });
    const shown = ranked.map(([text, {places}]) => `${text} ×${places.length} (${listed(places)})`);
    const reasons = [...evidence].slice(0, mostEvidence).join('; ');
    item.commentBefore = [shown.join(', '), reasons]
      .filter((line) => line !== '')
      .map((line) => ` ${line.replace(/\s+/g, ' ')}`)
      .join('\n');
    list.add(item);
  }
  return document.toString({lineWidth: 0});
}

/** Puts a variant to the group that has one of its spellings; joins groups that it connects. */
function gather(
  {forms, evidence}: ListedVariant,
  kind: ListedName['kind'],
  path: string | undefined,
  groups: Map<string, Group>,
): void {
  const group: Group = {kind, forms: new Map(), evidence: new Set()};
  for (const other of new Set(forms.flatMap(({text}) => groups.get(text) ?? []))) {
    if (other.kind !== 'unknown') group.kind = other.kind;
    for (const [text, form] of other.forms) group.forms.set(text, form);
    for (const reason of other.evidence) group.evidence.add(reason);
  }
  for (const [i, {text, lines}] of forms.entries()) {
    const form = group.forms.get(text) ?? {places: [], first: 0};
    for (const line of lines) form.places.push(path === undefined ? String(line) : `${path}:${line}`);
    if (i === 0) form.first++;
    group.forms.set(text, form);
  }
  for (const reason of evidence) group.evidence.add(reason);
  for (const text of group.forms.keys()) groups.set(text, group);
}

/** All spellings of a dictionary, and the words that they are made of. */
function spellingsIn(dictionary: Iterable<DictionaryEntry>): ReadonlySet<string> {
  const spellings = new Set<string>();
  for (const {kind, phrase, variants = []} of dictionary) {
    if (kind !== 'name') continue;
    for (const text of [phrase, ...variants])
      for (const part of [text, ...text.split(/[\s-]+/)]) spellings.add(part);
  }
  return spellings;
}

function listed(places: readonly string[]): string {
  const shown = [...new Set(places)];
  return `${shown.slice(0, mostPlaces).join(', ')}${shown.length > mostPlaces ? ', …' : ''}`;
}
