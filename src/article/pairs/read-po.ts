import type {Fault, ReadArticle} from '../article.js';
import {linesOf} from '../lines.js';
import type {ProseBuilder} from '../prose-builder.js';
import {writeEscapedText} from './escaped-text.js';
import {PairBuilder, type Side} from './pair-builder.js';

/** A string of the file: the insides of its quotation marks, line by line. */
type Quoted = [start: number, end: number][];

interface Message {
  source: Quoted;
  target: Quoted;
  isFuzzy: boolean;
}

const keyword = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*(?=")/;
const escaped: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\t': '\t',
  '\\r': '',
  '\\"': '"',
  '\\\\': '\\',
};
const parts = /\\.|[^\\]+|\\/g;

/**
 * Reads PO of GNU gettext: each message is a paragraph; of one with plurals, the singular. Messages without a translation,
 * fuzzy and obsolete ones and comments are left out.
 */
export const readPo: ReadArticle = (text) => {
  const pairs = new PairBuilder(text);
  const kept: string[] = [];
  let fault: Fault | undefined;
  let language: string | undefined;
  let message = empty();
  let open: Quoted | undefined;
  let isFuzzy = false;
  for (const line of linesOf(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    const raw = text.slice(line.start, line.end);
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#')) {
      kept.push(raw);
      if (message.target.length > 0) flush();
      if (/^#,.*\bfuzzy\b/.test(trimmed)) isFuzzy = true;
      continue;
    }
    const lead = raw.length - raw.trimStart().length;
    const head = keyword.exec(raw.slice(lead));
    if (head) {
      const [whole, name = '', number] = head;
      if (name === 'msgctxt' || (name === 'msgid' && message.source.length > 0)) flush();
      if (name === 'msgid') {
        open = message.source;
        message.isFuzzy = isFuzzy;
        isFuzzy = false;
      } else if (name.startsWith('msgstr') && (number === undefined || number === '0')) open = message.target;
      else open = [];
      if (open !== message.target) kept.push(raw);
      if (!take(open, line.start + lead + whole.length, line.end)) break;
    } else if (trimmed.startsWith('"') && open) {
      if (open !== message.target) kept.push(raw);
      if (!take(open, line.start + lead, line.end)) break;
    } else {
      fault = {
        message: `This is no PO that can be read: a line must begin with msgid, msgstr, a quotation mark or #`,
        start: line.start,
        end: line.end,
      };
      break;
    }
  }
  flush();

  function take(into: Quoted, start: number, end: number): boolean {
    const match = /^"((?:[^"\\]|\\.)*)"[ \t]*$/.exec(text.slice(start, end));
    if (match) {
      into.push([start + 1, start + 1 + (match[1] as string).length]);
      return true;
    }
    fault = {message: 'This is no PO that can be read: a string has no closing quotation mark', start, end};
    return false;
  }

  function flush(): void {
    const {source, target, isFuzzy: fuzzy} = message;
    message = empty();
    open = undefined;
    const said = (quoted: Quoted): string => quoted.map(([a, b]) => text.slice(a, b)).join('');
    if (target.length === 0 || said(target) === '') return;
    if (said(source) === '') {
      language ??= /(?:^|\\n)Language: *([A-Za-z]{2,3}(?:[_-]\w+)*)/
        .exec(said(target))?.[1]
        ?.replaceAll('_', '-');
      for (const [a, b] of target) kept.push(text.slice(a, b));
      return;
    }
    if (fuzzy) {
      for (const [a, b] of target) kept.push(text.slice(a, b));
      return;
    }
    pairs.openUnit();
    const ranges = (['source', 'target'] as const).map((side: Side): [number, number] => {
      const quoted = side === 'source' ? source : target;
      for (const [a, b] of quoted) writeString(pairs[side], text, a, b);
      return [quoted[0]?.[0] ?? 0, quoted[quoted.length - 1]?.[1] ?? 0];
    });
    pairs.closeUnit();
    pairs.link(ranges[0] as [number, number], ranges[1] as [number, number]);
  }

  return pairs.finish('po', escapePo, () => kept, {
    ...(language ? {language} : {}),
    ...(fault ? {fault} : {}),
  });
};

const empty = (): Message => ({source: [], target: [], isFuzzy: false});

function writeString(builder: ProseBuilder, text: string, start: number, end: number): void {
  writeEscapedText(builder, text, start, end, parts, (piece) => escaped[piece] ?? piece);
}

const escapePo = (prose: string): string =>
  prose.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
