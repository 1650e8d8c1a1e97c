import type {Article} from '../article/article.js';
import {hexKeys} from '../names/between-articles.js';
import type {NameEntry, NameTable, WrittenMention} from '../names/name-table.js';
import type {MentionRecord, NumbersRecord} from './records.js';

/** What is told of an article beside its text. */
export interface ArticleFacts {
  readonly article: string;
  readonly date?: string;
  readonly source_language?: string;
}

/** What an original has in the place of a name; undefined where that cannot be told. */
export type SourceForm = (mention: WrittenMention) => string | undefined;

/** Numbers of an article that are kept. */
const mostNumbers = 48;
const number = /\d(?:[\d.,'’\u00a0\u202f]*\d)?/g;

/** The names of an article, a record each spelling, in the order of the text. */
export function* mentionsOf(
  {article: id, date, source_language}: ArticleFacts,
  article: Article,
  {entries, clusters}: NameTable,
  sourceForm: SourceForm = () => undefined,
): Generator<MentionRecord> {
  const clusterOf = new Map<string, number>();
  for (const [i, {forms}] of clusters.entries()) for (const {text} of forms) clusterOf.set(text, i);
  const isOne = (a: string, b: string): boolean => {
    if (a === b) return true;
    const cluster = clusterOf.get(a);
    return cluster !== undefined && cluster === clusterOf.get(b);
  };
  const written = new Set<string>();
  for (const entry of entries) {
    const byForm = new Map<string, WrittenMention[]>();
    for (const mention of entry.mentions) {
      const list = byForm.get(mention.text);
      if (list === undefined) byForm.set(mention.text, [mention]);
      else list.push(mention);
    }
    const words = entry.text.split(/\s+/);
    for (const [written_, mentions] of byForm) {
      const form = written_.replace(/\s+/g, ' ');
      const own = form.split(' ');
      // A given name alone, or an initial with a surname, is no spelling of its own.
      if (isPart(own, words, isOne) || written.has(form)) continue;
      written.add(form);
      const [first] = mentions;
      if (first === undefined) continue;
      const others = [...byForm.keys()]
        .map((other) => other.replace(/\s+/g, ' '))
        .filter((other) => other !== form && areVariants(own, other.split(' '), isOne))
        .sort();
      const place = article.map.toSource(first.start, first.end);
      const given = words.length > 1 ? words.slice(0, -1).join(' ') : undefined;
      const {title, cues} = cuesOf(entry);
      const source = sourceForm(first);
      yield {
        v: 1,
        article: id,
        ...(date === undefined ? {} : {date}),
        ...(source_language === undefined ? {} : {source_language}),
        count: mentions.length,
        place: [place.start, place.end],
        form,
        keys: hexKeys(form),
        ...(own.length < words.length ? {full: entry.text.replace(/\s+/g, ' ')} : {}),
        ...(given === undefined ? {} : {given}),
        ...(title === undefined ? {} : {title}),
        kind: entry.kind,
        ...(cues.length === 0 ? {} : {cues}),
        ...(others.length === 0 ? {} : {with: others}),
        ...(source === undefined ? {} : {source_form: source}),
      };
    }
  }
}

/** The numbers of an article; undefined where there are none. */
export function numbersOf(facts: ArticleFacts, prose: string): NumbersRecord | undefined {
  const numbers = new Set<string>();
  for (const [found] of prose.matchAll(number)) {
    const digits = found.replace(/\D+/g, '');
    if (digits.length > 1 && digits.length < 16) numbers.add(digits);
    if (numbers.size === mostNumbers) break;
  }
  return numbers.size === 0 ? undefined : {v: 1, ...facts, numbers: [...numbers]};
}

type IsOne = (a: string, b: string) => boolean;

function isPart(own: readonly string[], full: readonly string[], isOne: IsOne): boolean {
  if (own.length === full.length) return false;
  if (own.length > 1) return /^\p{Lu}\.?$/u.test(own[0] as string);
  return !isOne(own[0] as string, full.at(-1) as string);
}

const areVariants = (a: readonly string[], b: readonly string[], isOne: IsOne): boolean =>
  a.length === b.length && a.every((word, i) => isOne(word, b[i] as string));

function cuesOf({roles, gloss}: NameEntry): {title: string | undefined; cues: string[]} {
  const titles = [...new Set(roles.map((role) => role.toLowerCase()))].sort();
  return {
    title: titles[0],
    cues: [
      ...titles.slice(0, 4).map((title) => `title:${title}`),
      ...(gloss === undefined ? [] : [`gloss:${gloss.slice(0, 80)}`]),
    ],
  };
}
