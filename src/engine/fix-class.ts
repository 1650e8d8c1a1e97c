import type {Edit} from './finding.js';

/**
 * What the fixes of a rule may change.
 *
 * - `typography`: marks and spaces alone. The letters, digits and their marks stay the same, in the same order (NFC).
 * - `letters`: also the words within the finding that it mends, and no others.
 */
export type FixClass = 'typography' | 'letters';

/**
 * What a fix of class `letters` may do to the words of its finding: take some of them out, or write other ones.
 */
export type LettersFix = 'delete' | 'replace';

/** What {@link broken} needs to know of a rule: its `meta.fixable` and `meta.letters`. */
export interface FixDeclaration {
  readonly fixable?: FixClass | boolean;
  readonly letters?: LettersFix;
}

/** The class that a declaration stands for; undefined when there are no fixes. `true` stands for `letters`. */
export function fixClassOf({fixable}: FixDeclaration): FixClass | undefined {
  if (fixable === undefined || fixable === false) return undefined;
  return fixable === true ? 'letters' : fixable;
}

/** What a fix of the rule does, as the end of a sentence; undefined when there are no fixes. */
export function describeFix(declaration: FixDeclaration): string | undefined {
  const fixClass = fixClassOf(declaration);
  if (fixClass === undefined) return undefined;
  if (fixClass === 'typography') return 'changes marks and spaces alone';
  return declaration.letters === 'delete'
    ? 'may delete words of the finding'
    : 'may replace words of the finding';
}

/** A declaration as reports tell it. */
export function fixFacts(declaration: FixDeclaration): {
  fixable: boolean;
  fixClass?: FixClass;
  letters?: LettersFix;
} {
  const fixClass = fixClassOf(declaration);
  if (fixClass === undefined) return {fixable: false};
  if (fixClass === 'typography') return {fixable: true, fixClass};
  return {fixable: true, fixClass, letters: declaration.letters ?? 'replace'};
}

/**
 * In what an edit breaks the declaration of its rule, or undefined when it keeps to it. All offsets are UTF-16 offsets
 * into `text`; `start` and `end` are those of the finding.
 */
export function broken(
  declaration: FixDeclaration,
  text: string,
  {start, end}: {readonly start: number; readonly end: number},
  edit: Edit,
): string | undefined {
  const before = lettersOf(text.slice(edit.start, edit.end));
  const after = lettersOf(edit.text);
  if (before === after) return undefined;
  if (fixClassOf(declaration) === 'typography') return 'it changes letters, but its class is typography';
  const left = lettersOf(text.slice(edit.start, Math.min(edit.end, Math.max(edit.start, start))));
  const right = lettersOf(text.slice(Math.max(edit.start, Math.min(edit.end, end)), edit.end));
  if (
    before.length < left.length + right.length ||
    after.length < left.length + right.length ||
    !after.startsWith(left) ||
    !after.endsWith(right) ||
    // An edit wholly beside the finding has no words of it that it could change.
    edit.end < start ||
    edit.start > end
  )
    return 'it changes letters outside its finding';
  if (declaration.letters === 'delete' && !isWithin(after, before))
    return 'it writes letters, but its rule only deletes';
  return undefined;
}

/** Selectors of glyphs count as marks, but write nothing of their own. */
const notLetters = /(?:[^\p{L}\p{M}\p{N}]|[\u034f\u180b-\u180d\u180f\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])+/gu;

/** The letters, digits and their marks, in order, composed (NFC); all else is left out. */
export function lettersOf(text: string): string {
  return text.replace(notLetters, '').normalize('NFC');
}

/** Whether `part` is `whole` with some letters left out. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length && at < part.length; i++)
    if (whole.charCodeAt(i) === part.charCodeAt(at)) at++;
  return at === part.length;
}
