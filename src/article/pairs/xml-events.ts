import type {Fault} from '../article.js';
import {XmlError} from '../xml/scan-xml.js';
import {localName, tellPlaces} from '../xml/xml-places.js';

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

/**
 * Reads XML and tells of its parts with their places; nothing is loaded and no entity but the five of XML is expanded.
 *
 * @returns what is wrong with the file, at the first place where it is
 */
export function readXml(source: string, handler: XmlHandler): Fault | undefined {
  try {
    tellPlaces(source, false, {
      open({name, attributes}, start, end) {
        handler.open(
          {name: localName(name), attributes: plain(attributes as Record<string, string>)},
          start,
          end,
        );
      },
      close({name, isSelfClosing}, start, end) {
        handler.close(localName(name), isSelfClosing ? end : start, end);
      },
      text: (start, end) => handler.text(start, end),
      cdata: (start, end, from, to) => handler.cdata(start, end, from, to),
      doctype(text, _, end) {
        if (/<!ENTITY/i.test(text))
          throw new XmlError(
            'it declares entities in its DOCTYPE, which calque does not expand: take them out',
            end,
          );
      },
      fault(message, at) {
        throw new XmlError(message.replace(/\.$/, ''), at);
      },
    });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const at = Math.max(0, Math.min(source.length, error.at) - 1);
    return {message: error.message, start: at, end: Math.min(source.length, at + 1)};
  }
  return undefined;
}

/** Attributes by their names without prefixes; `xml:lang` is `lang`. */
function plain(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) out[localName(name)] = String(value);
  return out;
}
