import {decodeXml, scanXml, type XmlElement, type XmlHandler} from '../xml/scan-xml.js';
import {DocumentBuilder, type DocumentText, type ParagraphKind} from './document-text.js';
import {paragraphStyles} from './docx-styles.js';
import {type Archive, DocumentRefused, refusing, resolveMember} from './open-archive.js';

/** A child of a run: its place in the XML of its part, and the text that it is. Offsets are UTF-16 offsets. */
export interface RunChild {
  readonly start: number;
  readonly end: number;
  /** Of the document's text; equal for what is no text. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Whether it is a `w:t`, which can be cut. */
  readonly isText: boolean;
}

/** A run of text with one look, `w:r`. */
export interface Run {
  /** Of the element, in the XML of its part. */
  readonly start: number;
  readonly end: number;
  /** Of its start tag. */
  readonly tagEnd: number;
  /** Its properties as they stand, `<w:rPr>…</w:rPr>`, or nothing. */
  readonly properties: {readonly start: number; readonly end: number};
  readonly children: readonly RunChild[];
  readonly textStart: number;
  readonly textEnd: number;
  /** Number of its paragraph. */
  readonly paragraph: number;
  /** It was inserted while changes were tracked. */
  readonly isInserted: boolean;
  /** It is what a field shows, which Word writes anew. */
  readonly isField: boolean;
}

/** A Word document as text, with the way back to its runs. */
export interface Docx extends DocumentText {
  /** The member that holds the text. */
  readonly part: string;
  readonly xml: string;
  /** Runs of the main text, in its order; those of notes have none. */
  readonly runs: readonly Run[];
  /** Where the main text ends in the document's text; notes follow. */
  readonly mainEnd: number;
}

/**
 * Reads a Word document (ECMA-376, WordprocessingML): the text of its body as it is when all tracked changes are accepted,
 * then of its footnotes and endnotes. Left out: headers, footers, comments, hidden text, fields' codes, pictures.
 *
 * @throws DocumentRefused
 */
export function readDocx(archive: Archive): Docx {
  const part = mainPart(archive);
  const xml = archive.textOf(part);
  if (xml === undefined) throw new DocumentRefused(`is damaged: ${part} is missing`);
  const member = (name: string) => archive.textOf(resolveMember(part, name));
  const styles = refusing('styles.xml', () => paragraphStyles(member('styles.xml')));
  const builder = new DocumentBuilder();
  const main = new DocxReader(xml, builder, styles);
  refusing(part, () => scanXml(xml, main));
  const mainEnd = builder.position;
  for (const name of ['footnotes.xml', 'endnotes.xml']) {
    const notes = member(name);
    if (notes !== undefined) refusing(name, () => scanXml(notes, new DocxReader(notes, builder, styles)));
  }
  return {...builder.finish('Word document'), part, xml, runs: main.runs, mainEnd};
}

function mainPart(archive: Archive): string {
  let part = 'word/document.xml';
  const relations = archive.textOf('_rels/.rels');
  if (relations !== undefined)
    refusing('_rels/.rels', () =>
      scanXml(relations, {
        open(element) {
          const target = element.attribute('Target');
          if (element.attribute('Type')?.endsWith('/officeDocument') && target)
            part = resolveMember('', target);
        },
      }),
    );
  return part;
}

/** Elements whose text is none of the document's, as it is now. */
const skipped: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'Fallback',
  'tblPr',
  'sectPr',
  'rubyPr',
  'rt',
]);

interface OpenParagraph {
  kind: ParagraphKind;
  readonly number: number;
  readonly inCell: boolean;
}

interface OpenRun {
  readonly start: number;
  readonly tagEnd: number;
  readonly textStart: number;
  properties: {start: number; end: number};
  propertiesDepth: number;
  readonly children: RunChild[];
  isHidden: boolean;
  /** A text box stands in it, whose paragraphs are no text of the run. */
  holdsBox: boolean;
  isEmphasis: boolean;
}

class DocxReader implements XmlHandler {
  readonly runs: Run[] = [];
  private depth = 0;
  /** Depth of the outermost element that is skipped; 0 for none. */
  private skip = 0;
  private readonly paragraphs: OpenParagraph[] = [];
  private paragraphCount = 0;
  private readonly cells: number[] = [];
  private run: OpenRun | undefined;
  /** Runs around a text box. */
  private readonly outerRuns: (OpenRun | undefined)[] = [];
  /** Amid the characters of a `w:t`. */
  private isInText = false;
  private child: {start: number; textStart: number} | undefined;
  private inParagraphProperties = 0;
  private link = -1;
  private inserted = 0;
  private fields = 0;

  constructor(
    private readonly xml: string,
    private readonly builder: DocumentBuilder,
    private readonly styleKind: (id: string) => ParagraphKind | undefined,
  ) {}

  open(element: XmlElement, start: number, end: number): void {
    this.depth++;
    if (this.skip > 0) return;
    const {name} = element;
    if (skipped.has(name)) {
      this.skip = this.depth;
      return;
    }
    switch (name) {
      case 'p':
        if (element.uri.includes('drawingml')) return;
        if (this.run) this.run.holdsBox = true;
        this.outerRuns.push(this.run);
        this.run = undefined;
        if (this.paragraphs.length > 0 && this.builder.last !== undefined) this.builder.end('guess');
        this.paragraphs.push({
          kind: this.cells.length > 0 ? 'cell' : 'guess',
          number: this.paragraphCount++,
          inCell: this.cells.length > 0,
        });
        return;
      case 'pPr':
        this.inParagraphProperties = this.depth;
        return;
      case 'tc':
        this.cells.push(this.depth);
        return;
      case 'footnote':
      case 'endnote':
        // The lines that part notes from the text are kept as notes with a type.
        if (element.attribute('type') !== undefined) this.skip = this.depth;
        return;
      case 'ins':
      case 'moveTo':
        if (!this.run) this.inserted++;
        return;
      case 'hyperlink':
        this.link = this.builder.position;
        return;
      case 'oMath':
        if (this.paragraphs.length > 0) this.builder.object('math');
        this.skip = this.depth;
        return;
      case 'r':
        if (this.paragraphs.length > 0 && this.inParagraphProperties === 0)
          this.run = {
            start,
            tagEnd: end,
            textStart: this.builder.position,
            properties: {start: end, end},
            propertiesDepth: 0,
            children: [],
            isHidden: false,
            holdsBox: false,
            isEmphasis: false,
          };
        return;
    }
    if (this.inParagraphProperties > 0) this.paragraphProperty(element);
    else if (this.run) this.inRun(this.run, element, start);
  }

  close(name: string, uri: string, _: number, end: number): void {
    const {depth} = this;
    this.depth--;
    if (this.skip > 0) {
      if (this.skip === depth) this.skip = 0;
      return;
    }
    switch (name) {
      case 'p':
        if (uri.includes('drawingml')) return;
        {
          const paragraph = this.paragraphs.pop();
          this.run = this.outerRuns.pop();
          if (paragraph) this.builder.end(paragraph.kind);
        }
        return;
      case 'pPr':
        this.inParagraphProperties = 0;
        return;
      case 'tc':
        this.cells.pop();
        return;
      case 'ins':
      case 'moveTo':
        if (!this.run && this.inserted > 0) this.inserted--;
        return;
      case 'hyperlink':
        if (this.link >= 0) this.builder.span('link', this.link);
        this.link = -1;
        return;
      case 'r':
        if (this.run) this.endRun(this.run, end);
        return;
    }
    const {run} = this;
    if (!run) return;
    if (name === 'rPr' && run.propertiesDepth === depth) {
      run.properties = {start: run.properties.start, end};
      run.propertiesDepth = 0;
    } else if (this.child && run.propertiesDepth === 0) {
      const {child} = this;
      this.child = undefined;
      run.children.push({
        start: child.start,
        end,
        textStart: child.textStart,
        textEnd: this.builder.position,
        isText: name === 't',
      });
    }
  }

  text(start: number, end: number): void {
    if (this.skip > 0 || !this.run || !this.child || this.run.isHidden || !this.isInText) return;
    decodeXml(this.xml, start, end, (text) => this.builder.write(text.replace(/[\r\n]+/g, ' ')));
  }

  private inRun(run: OpenRun, element: XmlElement, start: number): void {
    const {name} = element;
    if (name === 'rPr') {
      run.properties = {start, end: start};
      run.propertiesDepth = this.depth;
      return;
    }
    if (run.propertiesDepth > 0) {
      const isOn = !/^(?:0|false|off|none)$/.test(element.attribute('val') ?? '');
      if ((name === 'vanish' || name === 'webHidden') && isOn) run.isHidden = true;
      if ((name === 'i' || name === 'b') && isOn) run.isEmphasis = true;
      return;
    }
    // A child of the run; what is in it (a drawing) belongs to it.
    this.child ??= {start, textStart: this.builder.position};
    this.isInText = name === 't';
    if (run.isHidden) return;
    if (name === 'tab' || name === 'ptab') this.builder.write('\t');
    else if (name === 'br' || name === 'cr') {
      const type = element.attribute('type');
      if (type === undefined || type === 'textWrapping') this.builder.write('\n');
    } else if (name === 'noBreakHyphen') this.builder.write('\u2011');
    else if (name === 'softHyphen') this.builder.write('\u00ad');
    else if (name === 'sym') this.builder.object('emoji');
    else if (name === 'fldChar') {
      const type = element.attribute('fldCharType');
      if (type === 'begin') this.fields++;
      else if (type === 'end' && this.fields > 0) this.fields--;
    }
  }

  private endRun(run: OpenRun, end: number): void {
    const {builder} = this;
    const paragraph = this.paragraphs.at(-1);
    this.run = undefined;
    this.child = undefined;
    // Text boxes hold no comments, and what stands around one is not cut.
    if (run.holdsBox || this.paragraphs.length > 1) return;
    if (run.isEmphasis) builder.span('emphasis', run.textStart);
    this.runs.push({
      start: run.start,
      end,
      tagEnd: run.tagEnd,
      properties: run.properties,
      children: run.children,
      textStart: run.textStart,
      textEnd: builder.position,
      paragraph: paragraph?.number ?? -1,
      isInserted: this.inserted > 0,
      isField: this.fields > 0,
    });
  }

  private paragraphProperty(element: XmlElement): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    const value = element.attribute('val') ?? '';
    if (element.name === 'pStyle') {
      const kind = this.styleKind(value);
      if (kind && !(paragraph.inCell && kind === 'list-item')) paragraph.kind = kind;
    } else if (element.name === 'numPr' && paragraph.kind === 'guess') paragraph.kind = 'list-item';
    else if (element.name === 'outlineLvl' && value !== '9' && paragraph.kind === 'guess')
      paragraph.kind = 'heading';
  }
}
