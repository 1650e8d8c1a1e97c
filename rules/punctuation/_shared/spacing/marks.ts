export const code = (char: string): number => char.charCodeAt(0);
export const comma = code(',');
export const stop = code('.');
export const colon = code(':');
export const openRound = code('(');
export const closeRound = code(')');
export const openSquare = code('[');
export const closeSquare = code(']');

/** Marks behind which another mark may follow without a space and that may themselves end a phrase. */
export const closers = new Set([...'”’"\')]}%»°$€£…'].map(code));

const marksOfFaces = new Set([...')(-|/:;='].map(code));

/** A mark that makes a face with another: `:-(`, `;)`, `=|`. */
export function isFace(mark: number): boolean {
  return marksOfFaces.has(mark);
}
