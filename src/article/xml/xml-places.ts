import {SaxesParser, type SaxesTag} from 'saxes';

/** What hears XML as it stands. All places are UTF-16 offsets into the text. */
export interface XmlListener {
  /** A tag begins an element. */
  open(tag: SaxesTag, start: number, end: number): void;
  /** An element ends with this tag, which may be the one that began it. */
  close(tag: SaxesTag, start: number, end: number): void;
  /** Character data as it stands, with its references. */
  text(start: number, end: number): void;
  /** What stands inside `<![CDATA[` and `]]>`, and the bounds of the whole. */
  cdata(start: number, end: number, from: number, to: number): void;
  comment?(text: string, start: number, end: number): void;
  /** Throws where a document type is refused. `end` is where it ends. */
  doctype(text: string, start: number, end: number): void;
  /** The text is not well-formed; `at` is where that shows. Throws. */
  fault(message: string, at: number): never;
}

/**
 * Tells of the parts of an XML text with their places. Nothing is loaded, and no entity but the five of XML is expanded.
 *
 * @param hasNamespaces whether prefixes must be declared, and tags know their namespace
 */
export function tellPlaces(source: string, hasNamespaces: boolean, listener: XmlListener): void {
  const parser = new SaxesParser({xmlns: hasNamespaces, position: true});
  /** Where the markup read last ends; between two pieces of it stands text alone, which has no `<`. */
  let last = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const before = (): number => {
    const next = source.indexOf('<', last);
    const start = next < 0 ? last : next;
    if (start > last) listener.text(last, start);
    return start;
  };
  const skip = (): void => {
    before();
    last = parser.position;
  };
  parser.on('opentag', (tag) => {
    const start = before();
    const end = parser.position;
    // Of a tag that closes itself, the end is told at its place.
    last = tag.isSelfClosing ? start : end;
    listener.open(tag, start, end);
  });
  parser.on('closetag', (tag) => {
    const start = before();
    last = parser.position;
    listener.close(tag, start, last);
  });
  parser.on('cdata', () => {
    const from = before();
    last = parser.position;
    listener.cdata(from + '<![CDATA['.length, last - ']]>'.length, from, last);
  });
  parser.on('comment', (text) => {
    const start = before();
    last = parser.position;
    listener.comment?.(text, start, last);
  });
  parser.on('processinginstruction', skip);
  parser.on('xmldecl', skip);
  parser.on('doctype', (text) => {
    const start = before();
    last = parser.position;
    listener.doctype(text, start, last);
  });
  parser.on('error', (error) =>
    listener.fault(error.message.replace(/^(?:\S+:)?\d+:\d+: /, ''), parser.position),
  );
  parser.write(source).close();
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
