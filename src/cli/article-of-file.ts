import type {Article} from '../article/article.js';
import {formatOf} from '../article/format.js';
import {loadReaderOf} from '../article/read.js';
import type {Project} from '../config/project.js';
import type {Linter} from '../engine/linter.js';
import {readFile} from '../unified/read-file.js';

/** A file whose names are asked for, or in one sentence why it cannot be read. */
export async function articleOfFile(
  file: string,
  project: Project,
): Promise<{readonly article: Article; readonly linter: Linter} | {readonly error: string}> {
  const {linter, resolved, maxFileSize} = await project.settingsFor(file);
  const read = await readFile(file, maxFileSize);
  if ('error' in read) return read;
  const format = resolved.format ?? formatOf(file) ?? 'text';
  const reader = read.document?.read ?? (await loadReaderOf(format, resolved.fields));
  return {article: reader(read.text), linter};
}
