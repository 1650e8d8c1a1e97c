import {decodeXml, scanXml, type XmlElement, type XmlHandler} from '../xml/scan-xml.js';
import {DocumentBuilder, type DocumentText, type ParagraphKind} from './document-text.js';
import {type Archive, DocumentRefused, refusing} from './open-archive.js';

/**
 * Reads an OpenDocument text (ISO/IEC 26300) as it is with its tracked changes. Left out: headers, footers, comments,
 * what was deleted, pictures.
 *
 * @throws DocumentRefused
 */
export function readOdt(archive: Archive): DocumentText {
  const xml = archive.textOf('content.xml');
  if (xml === undefined) throw new DocumentRefused('is damaged: content.xml is missing');
  const builder = new DocumentBuilder();
  refusing('content.xml', () => scanXml(xml, new OdtReader(xml, builder)));
  return builder.finish('OpenDocument text');
}

const skipped: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'bibliography-mark',
  'ruby-text',
  'desc',
  'table-of-content',
  'forms',
  'sequence-decls',
  'master-styles',
]);

const kinds: Readonly<Record<string, ParagraphKind>> = {
  title: 'title',
  subtitle: 'heading',
  quotations: 'quote',
  caption: 'caption',
  illustration: 'caption',
  figure: 'caption',
  table: 'caption',
  drawing: 'caption',
};

class OdtReader implements XmlHandler {
  private depth = 0;
  private skip = 0;
  private isBody = false;
  private readonly paragraphs: {kind: ParagraphKind}[] = [];
  private readonly parents = new Map<string, string>();
  private lists = 0;
  private cells = 0;
  private readonly links: number[] = [];

  constructor(
    private readonly xml: string,
    private readonly builder: DocumentBuilder,
  ) {}

  open(element: XmlElement): void {
    this.depth++;
    if (this.skip > 0) return;
    const {name} = element;
    if (skipped.has(name)) this.skip = this.depth;
    else if (name === 'style') {
      const parent = element.attribute('parent-style-name');
      const own = element.attribute('name');
      if (parent !== undefined && own !== undefined) this.parents.set(own, parent);
    } else if (name === 'text' && element.uri.includes('office')) this.isBody = true;
    else if (!this.isBody) return;
    else if (name === 'p' || name === 'h') {
      if (this.paragraphs.length > 0 && this.builder.last !== undefined) this.builder.end('guess');
      this.paragraphs.push({kind: this.kindOf(element)});
    } else if (name === 'list-item') this.lists++;
    else if (name === 'table-cell') this.cells++;
    else if (this.paragraphs.length === 0) return;
    else if (name === 's') {
      const count = Number(element.attribute('c') ?? 1);
      this.builder.write(' '.repeat(Math.min(Math.max(Number.isInteger(count) ? count : 1, 0), 1000)));
    } else if (name === 'tab') this.builder.write('\t');
    else if (name === 'line-break') this.builder.write('\n');
    else if (name === 'object') this.builder.object('math');
    else if (name === 'a') this.links.push(this.builder.position);
  }

  close(name: string): void {
    const {depth} = this;
    this.depth--;
    if (this.skip > 0) {
      if (this.skip === depth) this.skip = 0;
      return;
    }
    if (!this.isBody) return;
    if (name === 'p' || name === 'h') {
      const paragraph = this.paragraphs.pop();
      if (paragraph) this.builder.end(paragraph.kind);
    } else if (name === 'list-item') this.lists--;
    else if (name === 'table-cell') this.cells--;
    else if (name === 'a') {
      const start = this.links.pop();
      if (start !== undefined) this.builder.span('link', start);
    }
  }

  text(start: number, end: number): void {
    if (this.skip > 0 || this.paragraphs.length === 0) return;
    decodeXml(this.xml, start, end, (text) => {
      // White space of the XML is one space, and none at the beginning of a paragraph.
      const one = text.replace(/[ \t\r\n]+/g, ' ');
      const {last} = this.builder;
      this.builder.write(one.startsWith(' ') && (last === undefined || last === ' ') ? one.slice(1) : one);
    });
  }

  private kindOf(element: XmlElement): ParagraphKind {
    const seen = new Set<string>();
    let style = element.attribute('style-name') ?? '';
    while (this.parents.has(style) && !seen.has(style)) {
      seen.add(style);
      style = this.parents.get(style) as string;
    }
    const plain = style.toLowerCase();
    const kind = Object.hasOwn(kinds, plain) ? kinds[plain] : undefined;
    if (kind) return kind;
    if (element.name === 'h') return 'heading';
    return this.cells > 0 ? 'cell' : this.lists > 0 ? 'list-item' : 'guess';
  }
}
