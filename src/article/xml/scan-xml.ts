import type {SaxesAttributeNS, SaxesTag} from 'saxes';
import {localName, tellPlaces} from './xml-places.js';

/** What hears an XML text, with the places of all it hears as UTF-16 offsets into the text. */
export interface XmlHandler {
  /** An element begins; `name` is its local name, `uri` the namespace. `start`..`end` is its tag. */
  open?(element: XmlElement, start: number, end: number): void;
  /** An element ends; of an empty-element tag, at the place of that tag. */
  close?(name: string, uri: string, start: number, end: number): void;
  /** Character data as it stands, with its references. */
  text?(start: number, end: number): void;
  /** What stands inside `<![CDATA[` and `]]>`. */
  cdata?(start: number, end: number): void;
  comment?(text: string, start: number, end: number): void;
}

/** The start of an element. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly uri: string;
  readonly isEmpty: boolean;
  /** The value of an attribute by its local name, whatever its prefix. */
  attribute(name: string): string | undefined;
}

/** An XML text is refused: it is not well-formed, or built to be too much. */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  /** @param at UTF-16 offset of the place, where it is known */
  constructor(
    message: string,
    readonly at = 0,
  ) {
    super(message);
  }
}

/** Deeper than any document that people write; each level costs memory in all that reads it. */
const deepest = 512;

/**
 * Reads XML in one pass.
 *
 * A document type may name its kind, but declare nothing: entities are what bombs and thefts of files are made of, and no
 * format of articles needs them. Nothing outside the text is ever opened.
 *
 * @throws XmlError for what is not well-formed, for declarations, and for elements more than 512 deep
 */
export function scanXml(source: string, handler: XmlHandler): void {
  let depth = 0;
  tellPlaces(source, true, {
    open(tag, start, end) {
      if (++depth > deepest) throw new XmlError(`its elements are more than ${deepest} deep`, start);
      handler.open?.(new Element(tag), start, end);
    },
    close({name, uri = ''}, start, end) {
      depth--;
      handler.close?.(localName(name), uri, start, end);
    },
    text(start, end) {
      if (depth > 0) handler.text?.(start, end);
    },
    cdata(start, end) {
      handler.cdata?.(start, end);
    },
    comment(text, start, end) {
      handler.comment?.(text, start, end);
    },
    doctype(text, start) {
      if (text.includes('['))
        throw new XmlError('its document type declares entities, which are not read', start);
    },
    fault(message, at) {
      throw new XmlError(message, at);
    },
  });
}

class Element implements XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly isEmpty: boolean;
  readonly #attributes: SaxesTag['attributes'];

  constructor({name, uri = '', isSelfClosing, attributes}: SaxesTag) {
    this.name = localName(name);
    this.uri = uri;
    this.isEmpty = isSelfClosing;
    this.#attributes = attributes;
  }

  attribute(name: string): string | undefined {
    for (const key in this.#attributes) {
      if (localName(key) !== name) continue;
      const found = this.#attributes[key] as string | SaxesAttributeNS;
      return typeof found === 'string' ? found : found.value;
    }
    return undefined;
  }
}

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** The five entities of XML, and references to characters. */
const reference = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));/gi;

/** Calls `piece` for each stretch of character data: as it stands, or decoded from a reference or a CR LF. */
export function decodeXml(
  source: string,
  start: number,
  end: number,
  piece: (text: string, start: number, end: number, isExact: boolean) => void,
): void {
  const text = source.slice(start, end);
  if (!text.includes('&')) {
    if (text !== '') piece(text, start, end, true);
    return;
  }
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, name, decimal, hexadecimal] = match;
    if (match.index > from) piece(text.slice(from, match.index), start + from, start + match.index, true);
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
    const decoded = name
      ? named[name.toLowerCase()]
      : code <= 0x10ffff
        ? String.fromCodePoint(code)
        : '\ufffd';
    from = match.index + whole.length;
    piece(decoded ?? whole, start + match.index, start + from, false);
  }
  if (from < text.length) piece(text.slice(from), start + from, end, true);
}
