import type {ReadArticle} from '../article.js';
import {escapeMarkup} from '../escape-markup.js';
import {PairBuilder, type Side} from './pair-builder.js';
import {readXml, type Tag} from './xml-events.js';
import {writeXmlText} from './xml-text.js';

/** Elements whose text is code of the program that the text came from; one that stands for itself is seen as one character. */
const codes: Readonly<Record<string, 'object' | 'pair'>> = {
  x: 'object',
  ph: 'object',
  cp: 'object',
  bx: 'pair',
  ex: 'pair',
  bpt: 'pair',
  ept: 'pair',
  it: 'pair',
  sc: 'pair',
  ec: 'pair',
};

/** What holds text that is no part of the translation: proposals, notes, the segments of the source again. */
const aside = new Set([
  'alt-trans',
  'note',
  'notes',
  'originalData',
  'matches',
  'glossary',
  'metadata',
  'validation',
  'history',
  'skl',
  'skeleton',
  'seg-source',
  'bin-unit',
]);

/** States of a target that nobody has translated yet. */
const untranslated = new Set(['new', 'needs-translation', 'initial']);

/** What is open of a segment. */
interface OpenSegment {
  source?: [number, number];
  target?: [number, number];
  isPending: boolean;
  /** How many writes there were before it. */
  readonly from: number;
}

/**
 * Reads XLIFF 1.2 and 2.x: each unit is a paragraph, each segment a link. Inline codes are placeholders; units with
 * `translate="no"`, targets that are new or initial, notes and proposals are left out.
 */
export const readXliff: ReadArticle = (text) => {
  const pairs = new PairBuilder(text);
  const markup: string[] = [];
  let language: string | undefined;
  let sourceLanguage: string | undefined;
  let isXliff = false;
  /** Whether each open element may be translated, outermost first. */
  const translates: boolean[] = [true];
  let asideDepth = 0;
  let codeDepth = 0;
  let codeStart = 0;
  let segment: OpenSegment | undefined;
  let side: Side | undefined;
  let sideStart = 0;
  /** Text of the sides of the open unit, written when the unit is known to be translated. */
  let writes: {side: Side; write: () => void}[] = [];
  let links: [readonly [number, number], readonly [number, number]][] = [];
  const isActive = (): boolean => asideDepth === 0 && translates[translates.length - 1] === true;
  const put = (write: () => void): void => {
    if (side) writes.push({side, write});
  };
  const builder = (of: Side) => pairs[of];
  const fault = readXml(text, {
    open(tag, start, end) {
      const {name, attributes} = tag;
      markup.push(text.slice(start, end));
      if (name === 'xliff') {
        isXliff = true;
        sourceLanguage ??= attributes.srcLang;
        language ??= attributes.trgLang;
      } else if (name === 'file') {
        sourceLanguage ??= attributes['source-language'];
        language ??= attributes['target-language'];
      }
      translates.push(translates[translates.length - 1] === true && attributes.translate !== 'no');
      if (aside.has(name) || asideDepth > 0) {
        asideDepth++;
        return;
      }
      if (side) {
        openInline(tag, start);
        return;
      }
      if (name === 'trans-unit' || name === 'segment') segment = newSegment(tag);
      if ((name === 'source' || name === 'target') && segment) {
        side = name;
        sideStart = end;
        // Between two segments of a unit there is a space, wherever the file keeps it.
        if (links.length > 0) put(() => pairs[name].fixed(() => pairs[name].decoded(' ', end, end)));
        if (name === 'target' && untranslated.has(attributes.state ?? '')) segment.isPending = true;
      }
    },
    close(name, start, end) {
      markup.push(text.slice(start, end));
      const translated = isActive();
      translates.pop();
      if (asideDepth > 0) {
        asideDepth--;
        return;
      }
      if (side && name === side && codeDepth === 0) {
        if (segment) segment[side] = [sideStart, start];
        side = undefined;
        return;
      }
      if (side) {
        closeInline(name, start, end);
        return;
      }
      if ((name === 'trans-unit' || name === 'segment') && segment) {
        const {source, target, isPending} = segment;
        if (source && target && target[1] > target[0] && !isPending && translated)
          links.push([source, target]);
        else writes.length = segment.from;
        segment = undefined;
      }
      if (name === 'trans-unit' || name === 'unit') closeUnit();
    },
    text(start, end) {
      if (!side) {
        markup.push(text.slice(start, end));
        return;
      }
      if (side === 'source') markup.push(text.slice(start, end));
      if (codeDepth > 0 || asideDepth > 0) return;
      const of = side;
      put(() => writeXmlText(builder(of), text, start, end));
    },
    cdata(start, end, from, to) {
      if (!side || codeDepth > 0 || asideDepth > 0) return;
      const of = side;
      // Fixes would have to be written otherwise there.
      put(() => builder(of).fixed(() => builder(of).decoded(text.slice(start, end), from, to)));
    },
  });

  function newSegment({attributes}: Tag): OpenSegment {
    return {isPending: untranslated.has(attributes.state ?? ''), from: writes.length};
  }

  function openInline({name, attributes}: Tag, start: number): void {
    if (codeDepth > 0) {
      codeDepth++;
      return;
    }
    if (codes[name] !== undefined) {
      codeDepth = 1;
      codeStart = start;
      return;
    }
    if (name === 'mrk' && (attributes.mtype === 'protected' || attributes.translate === 'no')) {
      codeDepth = 1;
      codeStart = start;
    }
  }

  function closeInline(name: string, _start: number, end: number): void {
    if (codeDepth === 0) return;
    codeDepth--;
    if (codeDepth > 0) return;
    const of = side as Side;
    const from = codeStart;
    if (codes[name] === 'pair') put(() => builder(of).opaque('template', from, end));
    else put(() => builder(of).object('template', from, end));
  }

  function closeUnit(): void {
    if (links.length > 0) {
      pairs.openUnit();
      for (const {write} of writes) write();
      pairs.closeUnit();
      for (const [source, target] of links) pairs.link(source, target);
    }
    writes = [];
    links = [];
  }

  const wrong = fault ?? (isXliff ? undefined : {message: 'it is XML, but no XLIFF', start: 0, end: 0});
  return pairs.finish('xliff', escapeMarkup, () => markup, {
    ...(language ? {language} : {}),
    ...(sourceLanguage ? {sourceLanguage} : {}),
    ...(wrong ? {fault: {...wrong, message: `This is no XLIFF that can be read: ${wrong.message}`}} : {}),
  });
};
