import {Document} from 'yaml';
import type {NameTable} from '../name-table.js';
import {rankForms} from '../ranking.js';

/**
 * What an article shows of its names, as a dictionary to be confirmed: each name in several spellings becomes an entry
 * that keeps the likeliest spelling, with the reasons as comments. Nothing in it is applied unseen.
 */
export function proposeDictionary(table: NameTable): string {
  const document = new Document({kind: 'name', case: 'exact', entries: [] as unknown[]});
  document.commentBefore =
    ' Proposed by calque: confirm or correct each entry. `phrase` is the spelling to keep.';
  const list = document.get('entries') as {add(value: unknown): void; items: {commentBefore?: string}[]};
  for (const cluster of table.clusters) {
    const [keep, ...others] = rankForms(cluster, table, []);
    if (!keep || others.length === 0) continue;
    const item = document.createNode({
      phrase: keep.form.text,
      variants: others.map(({form}) => form.text),
      ...(cluster.kind === 'unknown' ? {} : {type: cluster.kind}),
    });
    const counts = cluster.forms.map((form) => `${form.text} ×${form.count}`).join(', ');
    item.commentBefore = ` ${counts}\n ${cluster.evidence.slice(0, 3).join('; ')}`;
    list.add(item);
  }
  return document.toString({lineWidth: 0});
}
