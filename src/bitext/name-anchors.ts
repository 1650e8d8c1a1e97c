import type {Range} from '../article/source-map.js';
import {romanize} from '../romanize/romanize.js';
import {skeleton} from '../romanize/skeleton.js';
import {hashOf} from '../text/hash.js';

const words = /[\p{L}\p{M}]+/gu;
const shortest = 3;
const mostInUnit = 60;
/** What Hebrew and Arabic write before a word. */
const prefixes = /^(?:وال|بال|كال|فال|لل|ال|[ובלכמשה]|[وبلفك])/;
const bicameral = /\p{Lu}|\p{Ll}/u;

/** Skeletons of the names that a stretch of Latin text may hold: its words with a capital. */
export function nameSkeletons(text: string, {start, end}: Range): string[] {
  const out: string[] = [];
  const piece = text.slice(start, end);
  words.lastIndex = 0;
  for (let match = words.exec(piece); match && out.length < mostInUnit; match = words.exec(piece)) {
    const [word] = match;
    const first = word[0] as string;
    if (word.length < 4 || first === first.toLowerCase() || first > '\u024f') continue;
    const bones = skeleton(word.toLowerCase());
    if (bones.length >= shortest) out.push(bones);
  }
  return out;
}

/**
 * Which of these skeletons the words of another script have, romanized: with a capital where the script has capitals,
 * without what is written before or behind a word.
 */
export function matchingSkeletons(
  text: string,
  {start, end}: Range,
  language: string,
  wanted: ReadonlySet<string>,
): string[] {
  const out: string[] = [];
  if (wanted.size === 0) return out;
  const piece = text.slice(start, end);
  words.lastIndex = 0;
  for (let match = words.exec(piece); match; match = words.exec(piece)) {
    const [word] = match;
    const first = word[0] as string;
    if (first < '\u0370' || word.length < 2) continue;
    if (bicameral.test(first) && first === first.toLowerCase()) continue;
    const found =
      skeletonOf(word, language, wanted) ??
      (prefixes.test(word) ? skeletonOf(word.replace(prefixes, ''), language, wanted) : undefined);
    if (found !== undefined) out.push(found);
  }
  return out;
}

function skeletonOf(word: string, language: string, wanted: ReadonlySet<string>): string | undefined {
  const latin = romanize(word, language);
  if (latin === undefined) return undefined;
  const bones = skeleton(latin);
  for (let cut = 0; cut <= 2 && bones.length - cut >= shortest; cut++) {
    const found = bones.slice(0, bones.length - cut);
    if (wanted.has(found)) return found;
  }
  return undefined;
}

export const anchorOfName = (bones: string): number => hashOf(`~${bones}`);
