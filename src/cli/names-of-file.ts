import type {Article} from '../article/article.js';
import {formatOf} from '../article/format.js';
import {loadReader, readArticle} from '../article/read.js';
import type {Project} from '../config/project.js';
import {findLines, lineAt} from '../engine/lines.js';
import type {Linter} from '../engine/linter.js';
import {readFile} from '../unified/read-file.js';

/** One spelling of a name in a file. */
export interface SpellingInFile {
  readonly text: string;
  /** Lines, 1-based, one a mention. */
  readonly lines: readonly number[];
}

/** A name of a file, with the ways it is written. */
export interface NameInFile {
  readonly name: string;
  readonly kind: string;
  readonly spellings: readonly SpellingInFile[];
  /** Words of the name that are spelt in several ways: the most frequent first. */
  readonly variants: readonly {
    readonly forms: readonly SpellingInFile[];
    readonly confidence: number;
    readonly evidence: readonly string[];
  }[];
}

/** The names of a file, or in one sentence why there are none. */
export async function namesOfFile(
  file: string,
  project: Project,
): Promise<readonly NameInFile[] | {readonly error: string}> {
  const read = await readNames(file, project);
  if ('error' in read) return read;
  const {article, linter} = read;
  const starts = findLines(article.source);
  const line = (place: {readonly start: number; readonly end: number}): number =>
    lineAt(starts, article.map.toSource(place.start, place.end).start);
  const {entries, clusters} = linter.names(article);
  const open = new Set(clusters);
  const names = entries.map((entry): NameInFile => {
    const bySpelling = new Map<string, number[]>();
    for (const mention of entry.mentions) {
      const lines = bySpelling.get(mention.text);
      if (lines) lines.push(line(mention));
      else bySpelling.set(mention.text, [line(mention)]);
    }
    const variants = clusters.filter((cluster) =>
      cluster.forms.some((form) =>
        form.mentions.some((m) => entry.mentions.some((e) => e.start <= m.start && m.end <= e.end)),
      ),
    );
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
  // What varies, but is part of no name that was found as such.
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

  function toVariant({forms, confidence, evidence}: (typeof clusters)[number]) {
    return {
      forms: forms.map(({text, mentions}) => ({text, lines: mentions.map(line)})),
      confidence,
      evidence,
    };
  }
}

/** A page that shows where in a file each spelling stands, or in one sentence why there is none. */
export async function namesPage(
  file: string,
  shown: string,
  project: Project,
): Promise<string | {readonly error: string}> {
  const read = await readNames(file, project);
  if ('error' in read) return read;
  const {renderNamesHtml} = await import('../report/names-html.js');
  return renderNamesHtml(shown, read.linter.names(read.article), read.article);
}

async function readNames(
  file: string,
  project: Project,
): Promise<{readonly article: Article; readonly linter: Linter} | {readonly error: string}> {
  const {linter, resolved, maxFileSize} = await project.settingsFor(file);
  const read = readFile(file, maxFileSize);
  if ('error' in read) return read;
  const format = resolved.format ?? formatOf(file) ?? 'text';
  await loadReader(format);
  return {article: readArticle(read.text, format), linter};
}
