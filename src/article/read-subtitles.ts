import type {ReadArticle} from './article.js';
import {composing} from './composed.js';
import {linesOf} from './lines.js';
import {ProseBuilder} from './prose-builder.js';

/** `00:01:02,500 --> 00:01:04,000`, of SubRip with a comma and of WebVTT with a full stop, with or without hours. */
const timing = /^\s*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}/;
/** Tags of WebVTT and SubRip, and the positions of SubStation in braces. */
const tag = /<\/?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}/gi;
/** A line of another speaker. */
const turn = /^\s*(?:-\s|[-–—](?=\p{Lu})|>>+\s?|<v\b)/u;
const endsSentence = /[.!?…。！？]["'”’»)\]]*\s*$/u;

/**
 * Reads subtitles, SubRip (.srt) and WebVTT (.vtt). A sentence goes on from cue to cue, so cues are read as running text;
 * a paragraph ends with a cue that ends a sentence, and where another speaks.
 */
export const readSubtitles: ReadArticle = composing((source) => {
  const builder = new ProseBuilder(source);
  const markup: string[] = [];
  let isCue = false;
  let isNote = false;
  let cueEnds = false;
  let previousEnd = 0;
  /** The last line of a cue ended a sentence, in the middle of a cue or at its end. */
  let ended = true;
  let shape = '';
  for (const {start, end} of linesOf(source, source.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    const line = source.slice(start, end);
    if (line.trim() === '') {
      if (isCue) cueEnds = true;
      isCue = false;
      if (isNote) builder.opaque('attributes', previousEnd, start);
      isNote = false;
      previousEnd = end;
      continue;
    }
    if (timing.test(line)) {
      isCue = true;
      markup.push(shape, line);
      shape = '';
      continue;
    }
    if (!isCue) {
      isNote ||= /^(?:NOTE|STYLE|REGION)\b/.test(line);
      if (isNote && line.startsWith('NOTE')) builder.comment(line.slice(4), start, end);
      shape += `${line}\n`;
      continue;
    }
    shape += '\n';
    const isTurn = turn.test(line);
    if (isTurn || (cueEnds && ended) || !builder.isOpen) builder.open('paragraph');
    else if (cueEnds) builder.fixed(() => builder.decoded(' ', previousEnd, start));
    else builder.space(previousEnd, start);
    cueEnds = false;
    let at = start + (isTurn ? (/^\s*(?:[-–—]|>>+)?\s*/.exec(line)?.[0].length ?? 0) : 0);
    for (const match of line.matchAll(tag)) {
      const from = start + match.index;
      if (from > at) builder.exact(at, from);
      at = Math.max(at, from + match[0].length);
      builder.opaque('attributes', from, from + match[0].length);
      markup.push(match[0]);
    }
    if (at < end) builder.exact(at, end);
    ended = endsSentence.test(line.replace(tag, ''));
    previousEnd = end;
  }
  markup.push(shape);
  return builder.finish(
    'subtitles',
    (prose) => prose.replaceAll('-->', '→'),
    () => markup,
  );
});
