import {notProse, type TextIndex, TokenFlag, Zone} from '../../../src/text/tokens.js';

const hyphen = 0x2d;

/** Whether a token may be a verb of the running text: a word in small letters that no name, title or compound holds. */
export function isPlainWord({tokens: {flags, hashes, zones}}: TextIndex, at: number): boolean {
  const f = flags[at] as number;
  return (
    (f & TokenFlag.Word) !== 0 &&
    (f & (TokenFlag.InitialCap | TokenFlag.Apostrophe)) === 0 &&
    !((zones[at] as number) & (notProse | Zone.Title)) &&
    // `have agree-ment`, `was go-between`.
    !(hashes[at + 1] === hyphen && !((flags[at + 1] as number) & TokenFlag.SpaceBefore))
  );
}

/** What each word of several lists is, by its hash; of a word in two lists, what the first says. */
export function rolesOf<R>(
  ...lists: readonly (readonly [role: R, words: ReadonlySet<number>])[]
): Map<number, R> {
  const roles = new Map<number, R>();
  for (const [role, words] of lists) for (const word of words) if (!roles.has(word)) roles.set(word, role);
  return roles;
}
