/** Kinds of characters that nobody sees. */
export type InvisibleKind = 'zeroWidth' | 'softHyphen' | 'direction' | 'control' | 'hidden';

/** The kind of a UTF-16 code unit that shows nothing, or undefined. Spaces of all widths are no residue. */
export function invisibleKind(code: number): InvisibleKind | undefined {
  if (code < 0x20)
    return code === 9 || code === 10 || code === 11 || code === 12 || code === 13 ? undefined : 'control';
  if (code < 0xad) return code >= 0x7f && code <= 0x9f && code !== 0x85 ? 'control' : undefined;
  if (code === 0xad) return 'softHyphen';
  if (code < 0x200b) return undefined;
  if (code <= 0x200d || code === 0x2060 || code === 0xfeff) return 'zeroWidth';
  if (code <= 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x206f))
    return 'direction';
  return code >= 0x2061 && code <= 0x2064 ? 'zeroWidth' : undefined;
}
