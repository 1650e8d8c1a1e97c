import fs from 'node:fs';
import path from 'node:path';
import type {Original, ReadArticle} from '../article/article.js';
import {formatOf} from '../article/format.js';
import {loadReaderOf} from '../article/read.js';
import type {FileSettings} from '../config/project.js';
import {isOneFile, sourceFileOf} from '../config/source-pattern.js';
import {readFile} from './read-file.js';

/**
 * The source text of an article, where the configuration or the command line says where it lies. A pattern may find no
 * file: the article is then linted by itself. A file that is named must be there.
 */
export async function originalOf(
  file: string,
  settings: FileSettings,
): Promise<Original | undefined | {readonly error: string}> {
  const {source, language} = settings.resolved;
  if (source === undefined) return undefined;
  const place = sourceFileOf(file, source, language);
  if (place === file) return undefined;
  if (!isOneFile(source.pattern) && !fs.existsSync(place)) return undefined;
  const read = await readFile(place, settings.maxFileSize);
  if ('error' in read) return {error: `the source text ${place} cannot be read: ${read.error}`};
  const reader =
    read.document?.read ?? (await loadReaderOf(formatOf(place) ?? 'text', settings.resolved.fields));
  const named = settings.resolved.sourceLanguage === undefined ? languageInName(place) : undefined;
  return {article: reader(read.text), file: place, ...(named ? {language: named} : {})};
}

/** `ru` of `news.ru.md`. */
function languageInName(file: string): string | undefined {
  const match = /[._-]([a-z]{2}(?:-[A-Z]{2})?)$/.exec(path.parse(file).name);
  return match?.[1];
}

/** The same reader, whose articles have a source side. */
export const withOriginal =
  (read: ReadArticle, original: Original): ReadArticle =>
  (text) => ({...read(text), original});
