import type {DocumentText} from './document-text.js';
import {Archive, DocumentRefused} from './open-archive.js';
import {readDocx} from './read-docx.js';
import {readEpub} from './read-epub.js';
import {readOdt} from './read-odt.js';

export type {DocumentText} from './document-text.js';
export {DocumentRefused} from './open-archive.js';

/**
 * Reads a document that is a ZIP archive: of Word, of OpenDocument, or an EPUB book.
 *
 * @throws DocumentRefused with what is wrong, to be said of the file
 */
export function readDocument(bytes: Uint8Array): DocumentText {
  const archive = new Archive(bytes);
  const type = archive.textOf('mimetype')?.trim() ?? '';
  if (type === 'application/epub+zip') return readEpub(archive);
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return readOdt(archive);
  if (type.startsWith('application/vnd.oasis.opendocument'))
    throw new DocumentRefused('is an OpenDocument file, but no text');
  if (
    archive.bytesOf('META-INF/container.xml') !== undefined &&
    archive.bytesOf('word/document.xml') === undefined
  )
    return readEpub(archive);
  return readDocx(archive);
}
