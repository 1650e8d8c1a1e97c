import type {Format} from './article.js';

const byExtension: Readonly<Record<string, Format>> = {
  '': 'text',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

/** The extensions, without their dot, of the files that calque reads. */
export const articleExtensions: readonly string[] = Object.keys(byExtension).filter((ext) => ext !== '');

/**
 * The format that a file name promises, or `undefined` for an extension that is none of an article.
 * A name without an extension is plain text. Only the last part of a path counts, with `/` or `\` between the parts.
 */
export function formatOf(fileName: string): Format | undefined {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  // A leading dot hides a file; it begins no extension.
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}
