import type {ReadArticle} from '../article.js';
import {escapeMarkup} from '../escape-markup.js';
import {PairBuilder} from './pair-builder.js';
import {readXml} from './xml-events.js';
import {writeXmlText} from './xml-text.js';

/** Elements whose text is code; `ph` and `ut` stand for something that is seen. */
const codes: Readonly<Record<string, 'object' | 'pair'>> = {
  ph: 'object',
  ut: 'object',
  bpt: 'pair',
  ept: 'pair',
  it: 'pair',
};

type Piece = {readonly kind: 'text' | 'object' | 'pair'; readonly start: number; readonly end: number};

/** One language of a translation unit. */
interface Variant {
  readonly language: string;
  readonly pieces: Piece[];
  start: number;
  end: number;
}

const isSame = (a: string, b: string): boolean => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

/**
 * Reads TMX 1.4: each translation unit is a paragraph. The source is the variant in the source language of the unit or the
 * header, the translation the English one, else the first other one.
 */
export const readTmx: ReadArticle = (text) => {
  const pairs = new PairBuilder(text);
  const markup: string[] = [];
  let isTmx = false;
  let header = '';
  let unitSource = '';
  let variants: Variant[] = [];
  let language: string | undefined;
  let variant: Variant | undefined;
  let tagLanguage = '';
  let codeDepth = 0;
  let codeStart = 0;
  const fault = readXml(text, {
    open({name, attributes}, start, end) {
      markup.push(text.slice(start, end));
      if (name === 'tmx') isTmx = true;
      else if (name === 'header') header = (attributes.srclang ?? '').toLowerCase();
      else if (name === 'tu') {
        unitSource = (attributes.srclang ?? header).toLowerCase();
        variants = [];
      } else if (name === 'tuv') tagLanguage = (attributes.lang ?? '').toLowerCase();
      else if (name === 'seg') variant = {language: tagLanguage, pieces: [], start: end, end};
      else if (variant && codeDepth > 0) codeDepth++;
      else if (variant && codes[name] !== undefined) {
        codeDepth = 1;
        codeStart = start;
      }
    },
    close(name, start, end) {
      markup.push(text.slice(start, end));
      if (variant && codeDepth > 0) {
        codeDepth--;
        if (codeDepth === 0) variant.pieces.push({kind: codes[name] ?? 'pair', start: codeStart, end});
      } else if (name === 'seg' && variant) {
        variant.end = start;
        variants.push(variant);
        variant = undefined;
      } else if (name === 'tu') close();
    },
    text(start, end) {
      if (!variant) markup.push(text.slice(start, end));
      else if (codeDepth === 0) variant.pieces.push({kind: 'text', start, end});
    },
    cdata(start, end) {
      if (variant && codeDepth === 0) variant.pieces.push({kind: 'pair', start, end});
    },
  });

  function close(): void {
    const [source] = [
      ...variants.filter(
        (v) => unitSource !== '' && unitSource !== '*all*' && isSame(v.language, unitSource),
      ),
      ...(unitSource === '*all*' ? variants : []),
    ];
    const others = variants.filter((v) => v !== source);
    const target = others.find((v) => isSame(v.language, language ?? 'en')) ?? others[0];
    if (!source || !target || target.end <= target.start) return;
    language ??= target.language;
    header ||= source.language;
    pairs.openUnit();
    for (const [side, {pieces}] of [
      ['source', source],
      ['target', target],
    ] as const)
      for (const {kind, start, end} of pieces) {
        if (kind === 'text') writeXmlText(pairs[side], text, start, end);
        else if (kind === 'object') pairs[side].object('template', start, end);
        else pairs[side].opaque('template', start, end);
      }
    pairs.closeUnit();
    pairs.link([source.start, source.end], [target.start, target.end]);
  }

  const wrong = fault ?? (isTmx ? undefined : {message: 'it is XML, but no TMX', start: 0, end: 0});
  return pairs.finish('tmx', escapeMarkup, () => markup, {
    ...(language ? {language} : {}),
    ...(header && header !== '*all*' ? {sourceLanguage: header} : {}),
    ...(wrong ? {fault: {...wrong, message: `This is no TMX that can be read: ${wrong.message}`}} : {}),
  });
};
