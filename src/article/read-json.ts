import type {Article, ReadArticle} from './article.js';
import {DecodedText} from './decoded-text.js';
import {FieldNames, kindOfField, looksLikeHtml} from './field-names.js';
import {articleOfFields, type Field} from './fields.js';
import {type JsonString, jsonStrings} from './json-strings.js';
import {readHtml} from './read-html.js';
import {readText} from './read-text.js';

/** Reads the texts of JSON (RFC 8259) and JSON lines; which strings are texts, `names` say. */
export function jsonReader(names?: readonly string[]): ReadArticle {
  const fields = new FieldNames(names);
  return (source): Article => {
    const {strings: texts, trouble} = jsonStrings(source, (path) => fields.takes(path));
    const records: Field[][] = [];
    let record = -1;
    for (const text of texts) {
      if (text.record !== record) records.push([]);
      record = text.record;
      records.at(-1)?.push(fieldOf(source, text));
    }
    const article = articleOfFields(source, 'json', records, () => [around(source, texts)]);
    if (!trouble) return article;
    return {...article, opaque: [...article.opaque, {kind: 'unread', start: trouble.at, end: source.length}]};
  };
}

/** What stands around the texts. */
export function around(
  source: string,
  texts: readonly {readonly start: number; readonly end: number}[],
): string {
  let out = '';
  let at = 0;
  for (const {start, end} of texts) {
    out += `${source.slice(at, start)}\0`;
    at = end;
  }
  return out + source.slice(at);
}

const escapes = /\\(?:u([\da-fA-F]{4})|.)/g;
const short: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'};

function fieldOf(source: string, {start, end, name}: JsonString): Field {
  const decoded = new DecodedText();
  let at = start;
  for (const match of source.slice(start, end).matchAll(escapes)) {
    const from = start + match.index;
    if (from > at) decoded.exact(source.slice(at, from), at, from);
    at = from + match[0].length;
    const sign = match[0][1] as string;
    const text = match[1] ? String.fromCharCode(Number.parseInt(match[1], 16)) : (short[sign] ?? sign);
    decoded.decoded(text, from, at);
  }
  if (at < end) decoded.exact(source.slice(at, end), at, end);
  const {text, map} = decoded.finish((prose) => JSON.stringify(prose).slice(1, -1));
  const kind = kindOfField(name);
  return {text, map, read: looksLikeHtml(text) ? readHtml : readText, ...(kind ? {kind} : {})};
}
