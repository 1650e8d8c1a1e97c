import {Document} from 'yaml';
import {literalPhrase} from '../lexicon/phrases/syntax.js';
import type {NameRecord} from './records.js';

/** Spellings that one entry tells with their articles. */
const mostShown = 4;

/**
 * The names of an archive as a dictionary to be confirmed: the likeliest spelling of each as its phrase, the others as
 * variants, with counts, evidence and articles as comments. A spelling of two names is proposed for none of them.
 *
 * @param written spellings that dictionaries have already: they are not proposed again
 * @returns YAML
 */
export function proposeFromArchive(names: readonly NameRecord[], written: ReadonlySet<string>): string {
  const owners = new Map<string, number>();
  for (const {forms} of names) for (const {form} of forms) owners.set(form, (owners.get(form) ?? 0) + 1);
  const document = new Document({kind: 'name', case: 'exact', entries: [] as unknown[]});
  document.commentBefore =
    ' Proposed by calque from an archive: confirm or correct each entry. `phrase` is the spelling to keep; the first is\n only the likeliest, however often it stands.';
  const list = document.get('entries') as {add(value: unknown): void};
  for (const {forms, keep, kind, evidence, sure} of names) {
    const [first, ...others] = keep.map(({form}) => form);
    if (first === undefined || owners.get(first) !== 1) continue;
    const variants = others.filter((form) => owners.get(form) === 1 && !written.has(form));
    if (variants.length === 0) continue;
    const item = document.createNode({
      phrase: literalPhrase(first),
      variants: variants.map(literalPhrase),
      ...(kind === 'unknown' ? {} : {type: kind}),
    });
    const counts = forms.map(({form, articles}) => `${form} in ${articles}`).join(', ');
    const places = forms
      .slice(0, mostShown)
      .map(({form, sample}) => `${form}: ${sample.slice(0, 3).join(', ')}`)
      .join('; ');
    const reasons = keep[0]?.reasons ?? [];
    item.commentBefore = [
      `${counts} articles; certainty ${sure}`,
      evidence.slice(0, 3).join('; '),
      reasons.length > 0 ? `${first}: ${reasons.join(', ')}` : '',
      places,
    ]
      .filter((line) => line !== '')
      .map((line) => ` ${line.replace(/\s+/g, ' ')}`)
      .join('\n');
    list.add(item);
  }
  return document.toString({lineWidth: 0});
}
