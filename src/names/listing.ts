import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {NameCluster, NameEntry, NameKind, NameTable} from './name-table.js';
import {rankForms} from './ranking.js';

/** One spelling of a name in a text. */
export interface ListedSpelling {
  /** As it stands. */
  readonly text: string;
  /** Lines of the file, 1-based, one a mention. */
  readonly lines: readonly number[];
}

/** A word of a name that is spelt in several ways. */
export interface ListedVariant {
  /** The likeliest to keep first; only a dictionary says which one is right. */
  readonly forms: readonly ListedSpelling[];
  /** 0..1: how sure it is that all forms are one name. */
  readonly confidence: number;
  /** What speaks for it, in plain English, strongest first. */
  readonly evidence: readonly string[];
}

/** A name of a text, with the ways it is written. */
export interface ListedName {
  /** The fullest way it is named, without titles. */
  readonly name: string;
  /** What it names, as far as can be told. */
  readonly kind: NameKind;
  /** The most frequent first. */
  readonly spellings: readonly ListedSpelling[];
  /** Its words that are spelt in several ways. */
  readonly variants: readonly ListedVariant[];
}

/**
 * The names of a text as data that can be written down: all of them, in the order of the text, then what varies but is
 * part of none.
 *
 * @param dictionary entries of the kind `name` in force
 * @param line the line of the file in which a range of the prose begins
 */
export function listNames(
  table: NameTable,
  dictionary: readonly DictionaryEntry[],
  line: (place: {readonly start: number; readonly end: number}) => number,
): ListedName[] {
  const {entries, clusters} = table;
  const toVariant = (cluster: NameCluster): ListedVariant => ({
    forms: rankForms(cluster, table, dictionary).map(({form}) => ({
      text: form.text,
      lines: form.mentions.map(line),
    })),
    confidence: cluster.confidence,
    evidence: cluster.evidence,
  });
  const open = new Set(clusters);
  const names = entries.map((entry): ListedName => {
    const bySpelling = new Map<string, number[]>();
    for (const mention of entry.mentions) {
      const lines = bySpelling.get(mention.text);
      if (lines) lines.push(line(mention));
      else bySpelling.set(mention.text, [line(mention)]);
    }
    const variants = clusters.filter((cluster) => variesIn(cluster, entry));
    for (const cluster of variants) open.delete(cluster);
    return {
      name: entry.text,
      kind: entry.kind,
      spellings: [...bySpelling]
        .map(([text, lines]) => ({text, lines}))
        .sort((a, b) => b.lines.length - a.lines.length),
      variants: variants.map(toVariant),
    };
  });
  for (const cluster of open) {
    const variant = toVariant(cluster);
    names.push({
      name: cluster.forms[0]?.text ?? '',
      kind: cluster.kind,
      spellings: variant.forms,
      variants: [variant],
    });
  }
  return names;
}

/** Whether a word that is spelt in several ways is part of a name. */
export function variesIn({forms}: NameCluster, {mentions}: NameEntry): boolean {
  return forms.some((form) =>
    form.mentions.some((m) => mentions.some((whole) => whole.start <= m.start && m.end <= whole.end)),
  );
}
