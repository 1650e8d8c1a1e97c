import {readHtml} from '../read-html.js';
import {scanXml} from '../xml/scan-xml.js';
import {DocumentBuilder, type DocumentText} from './document-text.js';
import {type Archive, DocumentRefused, refusing, resolveMember} from './open-archive.js';

/**
 * Reads an EPUB book (EPUB 2 and 3): the pages of its spine, in their order, without its table of contents.
 *
 * @throws DocumentRefused
 */
export function readEpub(archive: Archive): DocumentText {
  if (
    archive.bytesOf('META-INF/encryption.xml') !== undefined &&
    archive.bytesOf('META-INF/rights.xml') !== undefined
  )
    throw new DocumentRefused('is an EPUB book whose text is encrypted (DRM), and is not read');
  const builder = new DocumentBuilder();
  const pages = pagesOf(archive);
  archive.prepare(pages);
  for (const page of pages) {
    const html = archive.textOf(page);
    if (html === undefined) throw new DocumentRefused(`is damaged: ${page} is missing`);
    const {prose, blocks, spans} = readHtml(html);
    let next = 0;
    for (const {kind, start, end} of blocks) {
      const shift = builder.position - start;
      builder.write(prose.slice(start, end).replaceAll('\n', ' '));
      for (; next < spans.length && (spans[next]?.start as number) < end; next++) {
        const span = spans[next] as (typeof spans)[number];
        if (span.start >= start && span.kind !== 'language' && span.kind !== 'debris')
          builder.spanAt(span.kind, span.start + shift, Math.min(span.end, end) + shift);
      }
      builder.end(kind);
    }
  }
  return builder.finish('EPUB book');
}

function pagesOf(archive: Archive): ReadonlySet<string> {
  const container = archive.textOf('META-INF/container.xml');
  if (container === undefined) throw new DocumentRefused('is damaged: META-INF/container.xml is missing');
  let file: string | undefined;
  refusing('META-INF/container.xml', () =>
    scanXml(container, {
      open(element) {
        if (element.name === 'rootfile') file ??= element.attribute('full-path');
      },
    }),
  );
  const book = file === undefined ? undefined : archive.textOf(file);
  if (file === undefined || book === undefined) throw new DocumentRefused('is damaged: it names no book');
  const members = new Map<string, string>();
  const pages = new Set<string>();
  const from = file;
  refusing(from, () =>
    scanXml(book, {
      open(element) {
        const href = element.attribute('href');
        if (element.name === 'item' && href !== undefined) {
          const isPage = /xhtml|html/.test(element.attribute('media-type') ?? '');
          const isContents = /\bnav\b/.test(element.attribute('properties') ?? '');
          if (isPage && !isContents)
            members.set(element.attribute('id') ?? '', resolveMember(from, decoded(href.replace(/#.*/, ''))));
        } else if (element.name === 'itemref') {
          const page = members.get(element.attribute('idref') ?? '');
          if (page !== undefined) pages.add(page);
        }
      },
    }),
  );
  return pages;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
