import {eastAsianWidth} from 'get-east-asian-width';

/** One thing that takes its place in a line of a terminal as a whole: a letter with its marks, an emoji. */
export interface Cell {
  readonly text: string;
  /** Columns that it takes: 0, 1 or 2. */
  readonly width: number;
  /** UTF-16 offset into the text. */
  readonly start: number;
}

/** Latin, Greek and Cyrillic letters, Western punctuation, currency signs, arrows and boxes: one unit, one column each. */
const plain =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0587\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25fc]*$/;
/** Chinese characters, kana and Korean syllables: one unit each too, but some are wide. */
const eastAsian = /[\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]/g;
/** No column of its own: marks and the invisible characters that {@link visible} lets through. */
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]*$/u;
/**
 * Of several characters that are narrow each, what makes a wide picture of them: the selector of emoji (❤️, 1️⃣), a tone
 * of skin, two letters of a flag. (`\p{RGI_Emoji}` would say it too, but takes 30 ms to compile.)
 */
const emojiSequence = /\ufe0f|[\u{1f3fb}-\u{1f3ff}]|^[\u{1f1e6}-\u{1f1ff}]{2}$/u;

/** Whether every unit of a text is one column, so that there is nothing to lay out. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

let segmenter: Intl.Segmenter | undefined;

/** The cells of a text that holds no control characters, with the columns they take. */
export function* cellsOf(text: string): Generator<Cell> {
  if (plain.test(text)) {
    for (let i = 0; i < text.length; i++) yield {text: text[i] as string, width: 1, start: i};
    return;
  }
  if (plain.test(text.replace(eastAsian, ''))) {
    for (let i = 0; i < text.length; i++)
      yield {text: text[i] as string, width: eastAsianWidth(text.charCodeAt(i)), start: i};
    return;
  }
  segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
  for (const {segment, index} of segmenter.segment(text))
    yield {text: segment, width: widthOf(segment), start: index};
}

/** Columns of a text in a terminal: East Asian wide characters (UAX 11) and emoji take two, marks none. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const cell of cellsOf(text)) width += cell.width;
  return width;
}

function widthOf(grapheme: string): number {
  if (zeroWidth.test(grapheme)) return 0;
  if (grapheme.length > 1 && emojiSequence.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0) as number);
}
