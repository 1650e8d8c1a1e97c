import type {Article, ReadArticle} from './article.js';
import {DecodedText} from './decoded-text.js';
import {escapeMarkup} from './escape-markup.js';
import {looksLikeHtml} from './field-names.js';
import {articleOfFields, type Field} from './fields.js';
import {readHtml} from './read-html.js';
import {around} from './read-json.js';
import {readText} from './read-text.js';
import {decodeXml, scanXml, type XmlElement, XmlError, type XmlHandler} from './xml/scan-xml.js';

/** Elements of an item that people read, of RSS 2.0 with its modules and of Atom (RFC 4287). */
const texts: ReadonlySet<string> = new Set([
  'title',
  'description',
  'summary',
  'subtitle',
  'encoded',
  'content',
]);
/** These stand for the article where it is not there whole, so they are read by themselves where it is. */
const teasers: ReadonlySet<string> = new Set(['description', 'summary']);

interface Item {
  readonly fields: (Field & {readonly name: string})[];
}

interface OpenField {
  readonly name: string;
  readonly depth: number;
  readonly decoded: DecodedText;
  readonly isMarkup: boolean;
  start: number;
  hasCdata: boolean;
}

/** Reads the items of a feed, RSS or Atom, each as an article; their HTML is read as such. */
export const readFeed: ReadArticle = (source): Article => {
  const reader = new FeedReader(source);
  try {
    scanXml(source, reader);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const article = reader.article();
    return {
      ...article,
      opaque: [
        ...article.opaque,
        {kind: 'unread', start: Math.min(error.at, source.length), end: source.length},
      ],
    };
  }
  return reader.article();
};

class FeedReader implements XmlHandler {
  private readonly items: Item[] = [];
  private readonly places: {start: number; end: number}[] = [];
  private item: (Item & {readonly depth: number}) | undefined;
  private field: OpenField | undefined;
  private depth = 0;

  constructor(private readonly source: string) {}

  open(element: XmlElement, _: number, end: number): void {
    const {name, isEmpty} = element;
    this.depth++;
    if (!this.item) {
      if (name === 'item' || name === 'entry') this.item = {fields: [], depth: this.depth};
    } else if (!this.field && !isEmpty && this.depth === this.item.depth + 1 && texts.has(name)) {
      this.field = {
        name,
        depth: this.depth,
        decoded: new DecodedText(),
        isMarkup: element.attribute('type') === 'xhtml',
        start: end,
        hasCdata: false,
      };
    }
  }

  close(_name: string, _uri: string, start: number): void {
    if (this.field?.depth === this.depth) this.endField(this.field, start);
    if (this.item?.depth === this.depth) {
      this.items.push(this.item);
      this.item = undefined;
    }
    this.depth--;
  }

  text(start: number, end: number): void {
    const {field} = this;
    if (!field || field.isMarkup || field.depth !== this.depth) return;
    decodeXml(this.source, start, end, (text, from, to, isExact) =>
      isExact ? field.decoded.exact(text, from, to) : field.decoded.decoded(text, from, to),
    );
  }

  cdata(start: number, end: number): void {
    const {field} = this;
    if (!field || field.isMarkup) return;
    field.hasCdata = true;
    field.decoded.exact(this.source.slice(start, end), start, end);
  }

  article(): Article {
    const records: Field[][] = [];
    for (const {fields} of this.items) {
      const isWhole = fields.some(({name}) => !teasers.has(name) && name !== 'title' && name !== 'subtitle');
      records.push(fields.filter(({name}) => !isWhole || !teasers.has(name)));
      if (isWhole) for (const field of fields) if (teasers.has(field.name)) records.push([field]);
    }
    return articleOfFields(this.source, 'feed', records, () => [around(this.source, this.places)]);
  }

  private endField({name, decoded, isMarkup, start, hasCdata}: OpenField, end: number): void {
    this.field = undefined;
    this.places.push({start, end});
    if (isMarkup) decoded.exact(this.source.slice(start, end), start, end);
    const asItStands = isMarkup || hasCdata;
    const {text, map} = decoded.finish(
      asItStands ? (prose) => prose.replaceAll(']]>', ']]&gt;') : escapeMarkup,
    );
    if (text.trim() === '') return;
    const isHtml = isMarkup || looksLikeHtml(text) || (hasCdata && text.includes('&'));
    this.item?.fields.push({
      name,
      text,
      map,
      read: isHtml ? readHtml : readText,
      ...(name === 'title'
        ? {kind: 'title' as const}
        : name === 'subtitle'
          ? {kind: 'heading' as const}
          : {}),
    });
  }
}
