import type {Edit} from '../../../src/engine/finding.js';
import {findLines, positionAt} from '../../../src/engine/lines.js';
import type {RuleContext} from '../../../src/engine/rule.js';
import type {Mention, NameCluster, NameForm} from '../../../src/names/name-table.js';
import {primaryLanguage} from '../../../src/text/language-tag.js';

/** 1-based line of the file in which a prose range begins. */
export function lineOf(context: RuleContext, {start, end}: {start: number; end: number}): number {
  const lines = context.shared('line-starts', () => findLines(context.article.source));
  return positionAt(lines, context.article.map.toSource(start, end).start).line;
}

/** Writes `spelling` at a mention; where the mention is in capitals it stays so. The possessive stands behind it. */
export function respell(context: RuleContext, mention: Mention, spelling: string): Edit {
  const now = context.text.prose.slice(mention.start, mention.end);
  const shouts = now.length > 1 && now === now.toUpperCase() && now !== now.toLowerCase();
  return {start: mention.start, end: mention.end, text: shouts ? spelling.toUpperCase() : spelling};
}

/**
 * How another form of the name would stand at a mention: with the ending that the mention has. `undefined` where the
 * mention is not of the form's stem, as in `Павла` of `Павел`.
 */
export function inflect(written: string, form: NameForm, other: NameForm): string | undefined {
  if (form.stem === undefined || other.stem === undefined) return other.text;
  const stem = form.text.slice(0, form.stem);
  return written.startsWith(stem) ? other.text.slice(0, other.stem) + written.slice(form.stem) : undefined;
}

/**
 * Most mentions that a suggestion writes anew at once, and most spellings that are suggested. No article has more,
 * and as each finding carries the whole list, a text made of one name would grow into the square of its length.
 */
export const mostMentions = 100;
export const mostSpellings = 8;
/** Most edits in the suggestions of an article: a list of a thousand names that are alike by chance would have millions. */
export const mostEdits = 20_000;

/** Writes one spelling at every mention that has another. */
export function respellAll(context: RuleContext, cluster: NameCluster, spelling: string): Edit[] {
  return cluster.forms
    .filter((form) => form.text !== spelling)
    .flatMap((form) => form.mentions.map((mention) => respell(context, mention, spelling)))
    .sort((a, b) => a.start - b.start);
}

/** At most `most` places of other forms, nearest the beginning first. */
export function otherPlaces(
  cluster: NameCluster,
  form: NameForm,
  most = 10,
): {message: string; start: number; end: number}[] {
  return cluster.forms
    .filter((other) => other !== form)
    .flatMap((other) => other.mentions.map(({start, end}) => ({message: `“${other.text}” here`, start, end})))
    .sort((a, b) => a.start - b.start)
    .slice(0, most);
}

export const nouns = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  event: 'event',
  work: 'name',
  demonym: 'name',
  unknown: 'name',
} as const;

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const numberWord = (n: number): string => numbers[n] ?? String(n);

/** Facts for tools: what the benchmark and other programs read. */
export function factsOf(cluster: NameCluster): Record<string, unknown> {
  return {
    forms: cluster.forms.map((form) => form.text),
    counts: cluster.forms.map((form) => form.count),
    evidence: cluster.evidence,
    confidence: cluster.confidence,
    kind: cluster.kind,
  };
}

/**
 * Whether a form is another one with a case ending of the source language. With the source language unknown, any
 * language's ending counts.
 */
export function isInflected(form: NameForm, sourceLanguage: string | undefined): boolean {
  if (form.derivation?.kind !== 'case') return false;
  const source = primaryLanguage(sourceLanguage);
  return source === '' || form.derivation.languages.includes(source);
}
