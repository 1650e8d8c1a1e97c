import {SaxesParser} from 'saxes';
import type {Fault} from '../article.js';

/** A start tag of XML. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What happens in an XML file. Offsets are UTF-16 offsets into it. */
export interface XmlHandler {
  open(tag: Tag, start: number, end: number): void;
  /** `start` is that of its end tag; of a tag that closes itself, its end. */
  close(name: string, start: number, end: number): void;
  /** Characters as they stand in the file, references included. */
  text(start: number, end: number): void;
  /** The characters of a CDATA section, and the bounds of the whole. */
  cdata(start: number, end: number, from: number, to: number): void;
}

class Refused extends Error {}

/**
 * Reads XML and tells of its parts with their places; nothing is loaded and no entity but the five of XML is expanded.
 *
 * @returns what is wrong with the file, at the first place where it is
 */
export function readXml(source: string, handler: XmlHandler): Fault | undefined {
  const parser = new SaxesParser({position: true});
  /** Where the markup read last ends; between two tags stands text alone, which has no `<`. */
  let last = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const before = (): number => {
    const start = Math.max(last, source.indexOf('<', last));
    if (start > last) handler.text(last, start);
    return start;
  };
  const skip = (): void => {
    before();
    last = parser.position;
  };
  parser.on('opentag', ({name, attributes, isSelfClosing}) => {
    const start = before();
    last = parser.position;
    const tag = {name: local(name), attributes: plain(attributes as Record<string, string>)};
    handler.open(tag, start, last);
    if (isSelfClosing) handler.close(tag.name, last, last);
  });
  parser.on('closetag', ({name, isSelfClosing}) => {
    if (isSelfClosing) return;
    const start = before();
    last = parser.position;
    handler.close(local(name), start, last);
  });
  parser.on('cdata', () => {
    const from = before();
    last = parser.position;
    handler.cdata(from + 9, last - 3, from, last);
  });
  parser.on('comment', skip);
  parser.on('processinginstruction', skip);
  parser.on('xmldecl', skip);
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new Refused('it declares entities in its DOCTYPE, which calque does not expand: take them out');
    skip();
  });
  parser.on('error', (error) => {
    throw new Refused(error.message.replace(/^(?:\S+:)?\d+:\d+: /, '').replace(/\.$/, ''));
  });
  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const at = Math.max(0, Math.min(source.length, parser.position) - 1);
    return {message: error.message, start: at, end: Math.min(source.length, at + 1)};
  }
  return undefined;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attributes by their names without prefixes; `xml:lang` is `lang`. */
function plain(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) out[local(name)] = String(value);
  return out;
}
