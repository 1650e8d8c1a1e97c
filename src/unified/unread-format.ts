/** Formats of documents that are no text, by what their files begin with or hold. */
interface DocumentFormat {
  /** calque unpacks it. */
  readonly isRead?: boolean;
  /** As a person calls one such file. */
  readonly name: string;
  readonly extensions: readonly string[];
}

const word: DocumentFormat = {
  name: 'Word document',
  extensions: ['docx', 'docm', 'dotx'],
  isRead: true,
};
const oldWord: DocumentFormat = {name: 'Word document of before 2007', extensions: ['doc', 'dot']};
const openDocument: DocumentFormat = {name: 'OpenDocument text', extensions: ['odt', 'ott'], isRead: true};
const pages: DocumentFormat = {name: 'Pages document', extensions: ['pages']};
const epub: DocumentFormat = {name: 'EPUB book', extensions: ['epub'], isRead: true};
const pdf: DocumentFormat = {name: 'PDF file', extensions: ['pdf']};
const richText: DocumentFormat = {name: 'rich text file (RTF)', extensions: ['rtf']};
const formats = [word, oldWord, openDocument, pages, epub, pdf, richText];
const archive: DocumentFormat = {name: 'ZIP archive', extensions: ['zip']};
const oldOffice: DocumentFormat = {name: 'document of an old Microsoft Office', extensions: []};

/** Of `PK`, `%PDF`, `{\rtf`, and old Microsoft Office. */
const firstBytes: ReadonlySet<number> = new Set([0x50, 0x25, 0x7b, 0xd0]);

/** What kind of document a file name promises, where that is one that calque does not read. */
export function documentKind(file: string): string | undefined {
  const format = byName(file);
  return format?.isRead ? undefined : format?.name;
}

/** Whether bytes are a document that calque unpacks. */
export function isDocument(bytes: Uint8Array, file: string): boolean {
  return bytes[0] === 0x50 && byContent(bytes, file)?.isRead === true;
}

/**
 * Why bytes that are no text are not read, and what to do, where they are a document of a known format: documents of Word
 * and their like are archives, whose first entries tell what they are.
 */
export function whyUnread(bytes: Uint8Array, file: string): string | undefined {
  // Almost every file is a text, and costs no more than this.
  if (!firstBytes.has(bytes[0] as number)) return undefined;
  const format = byContent(bytes, file);
  if (!format || format.isRead) return undefined;
  const {name} = format;
  const article = /^[aeo]/i.test(name) ? 'an' : 'a';
  if (format === archive) return `is ${article} ${name}: unpack it, and lint the articles in it`;
  const extension = format.extensions[0];
  const program =
    format === pdf
      ? 'take the text out of it (pdftotext)'
      : `save it as a web page (.html) or plain text (.txt)${extension && format !== pages ? `, or convert it: pandoc FILE.${extension} -o FILE.md` : ''}`;
  return `is ${article} ${name}, which calque does not read yet: ${program}`;
}

function byName(file: string): DocumentFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return formats.find(({extensions}) => extension !== undefined && extensions.includes(extension));
}

function byContent(bytes: Uint8Array, file: string): DocumentFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 16)).toString(
    'latin1',
  );
  if (head.startsWith('%PDF-')) return pdf;
  if (/^\{\\rtf\d/.test(head)) return richText;
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return /\.do[ct]$/i.test(file) ? oldWord : oldOffice;
  if (!/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return undefined;
  // The archive's list of its files stands at its end.
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .subarray(-(1 << 16))
    .toString('latin1');
  const names = head + tail;
  if (names.includes('application/epub+zip')) return epub;
  if (names.includes('application/vnd.oasis.opendocument')) return openDocument;
  if (names.includes('word/')) return word;
  if (names.includes('Index/Document.iwa')) return pages;
  return byName(file) ?? archive;
}
