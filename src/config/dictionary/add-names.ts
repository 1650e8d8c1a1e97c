import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq} from 'yaml';
import type {NewName} from './new-name.js';

const head = '# Names of this project: how each is written, and the spellings that stand for it.\n';

/**
 * Adds names to a dictionary, making the file where there is none. A name that is there gets the spellings it lacks; what
 * was the unwanted spelling of another name, and is now right as it is written, is taken away from there.
 *
 * @throws Error when the file is broken
 */
export async function addToDictionary(file: string, names: readonly NewName[]): Promise<void> {
  const exists = fs.existsSync(file);
  const document: Document = parseDocument(
    exists ? await fs.promises.readFile(file, 'utf8') : `${head}kind: name\nentries: []\n`,
  );
  const contents: unknown = document.contents;
  if (document.errors.length > 0 || !isMap(contents))
    throw new Error(`${path.basename(file)} is broken: mend it first`);
  let entries = contents.get('entries');
  if (!isSeq(entries)) {
    contents.set('entries', document.createNode([]));
    entries = contents.get('entries');
  }
  if (!isSeq(entries)) throw new Error(`${path.basename(file)} has no list of entries`);
  entries.flow = false;
  const kindOfFile = contents.get('kind');
  const isName = (item: unknown): item is YAMLMap =>
    isMap(item) && (item.get('kind') ?? kindOfFile) === 'name';
  for (const {phrase, variants, type} of names) {
    for (const item of entries.items) if (isName(item)) dropVariant(item, phrase);
    const known = entries.items.find((item) => isName(item) && item.get('phrase') === phrase);
    if (!isMap(known)) {
      entries.add(
        document.createNode({
          ...(kindOfFile === 'name' ? {} : {kind: 'name'}),
          phrase,
          ...(type === undefined ? {} : {type}),
          ...(variants.length > 0 ? {variants} : {}),
        }),
      );
      continue;
    }
    const list = known.get('variants');
    const have = new Set(isSeq(list) ? (list.toJSON() as string[]) : []);
    const fresh = variants.filter((variant) => !have.has(variant));
    if (isSeq(list)) for (const variant of fresh) list.add(document.createNode(variant));
    else if (fresh.length > 0) known.set('variants', document.createNode(fresh));
  }
  await fs.promises.mkdir(path.dirname(file), {recursive: true});
  await writeFileAtomic(file, document.toString({lineWidth: 0}));
}

function dropVariant(entry: YAMLMap, spelling: string): void {
  const list = entry.get('variants') as YAMLSeq | undefined;
  if (!isSeq(list)) return;
  const at = (list.toJSON() as unknown[]).indexOf(spelling);
  if (at >= 0) list.delete(at);
  if (list.items.length === 0) entry.delete('variants');
}
