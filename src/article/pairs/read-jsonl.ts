import type {Fault, ReadArticle} from '../article.js';
import {jsonStrings} from '../json-strings.js';
import {linesOf} from '../lines.js';
import type {ProseBuilder} from '../prose-builder.js';
import {writeEscapedText} from './escaped-text.js';
import {PairBuilder} from './pair-builder.js';

const targetKeys = ['text', 'target', 'translation'];
const parts = /\\u[\da-fA-F]{4}(?:\\u[\da-fA-F]{4})?|\\.|[^\\]+/g;

/**
 * Reads pairs as JSON, a record a line: `source`, and the translation as `text`, `target` or `translation`. Other keys are
 * left alone, but for `language` and `source_language`. Each line is a paragraph.
 */
export const readJsonl: ReadArticle = (text) => {
  const pairs = new PairBuilder(text);
  const markup: string[] = [];
  let fault: Fault | undefined;
  let language: string | undefined;
  let sourceLanguage: string | undefined;
  for (const {start, end} of linesOf(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    const line = text.slice(start, end);
    if (line.trim() === '') continue;
    let record: Record<string, unknown>;
    try {
      record = JSON.parse(line) as Record<string, unknown>;
    } catch (error) {
      fault = {message: `This line is not JSON: ${(error as Error).message}`, start, end};
      break;
    }
    const key = targetKeys.find((name) => typeof record?.[name] === 'string');
    if (
      typeof record !== 'object' ||
      record === null ||
      typeof record.source !== 'string' ||
      key === undefined
    ) {
      fault = {
        message: 'A record must have the strings “source” and “text” (or “target”, “translation”)',
        start,
        end,
      };
      break;
    }
    if (typeof record.language === 'string') language ??= record.language;
    if (typeof record.source_language === 'string') sourceLanguage ??= record.source_language;
    const places = stringsOf(line);
    const s = places.get('source');
    const t = places.get(key);
    if (!s || !t) continue;
    markup.push(line.slice(0, t[0]), line.slice(t[1]));
    if (record.source.trim() === '' || (record[key] as string).trim() === '') continue;
    pairs.openUnit();
    writeString(pairs.source, text, start + s[0], start + s[1]);
    writeString(pairs.target, text, start + t[0], start + t[1]);
    pairs.closeUnit();
    pairs.link([start + s[0], start + s[1]], [start + t[0], start + t[1]]);
  }
  return pairs.finish('jsonl', escapeJson, () => markup, {
    ...(language ? {language} : {}),
    ...(sourceLanguage ? {sourceLanguage} : {}),
    ...(fault ? {fault} : {}),
  });
};

/** Where the strings of the outermost object stand in a line of JSON, by their keys; the last of a key counts, as in JSON. */
function stringsOf(line: string): ReadonlyMap<string, readonly [number, number]> {
  const {strings} = jsonStrings(line, (path) => path.length === 1);
  return new Map(strings.map(({name, start, end}) => [name, [start, end]]));
}

function writeString(builder: ProseBuilder, text: string, start: number, end: number): void {
  writeEscapedText(builder, text, start, end, parts, (piece) => JSON.parse(`"${piece}"`) as string);
}

const escapeJson = (prose: string): string => JSON.stringify(prose).slice(1, -1);
