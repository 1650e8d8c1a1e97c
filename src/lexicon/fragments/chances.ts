/** What can be said of the language of some words. */
export interface NamedLanguages {
  /** ISO 639-1, likeliest first; more than one where they cannot be told apart, none where too little is known. */
  readonly codes: readonly string[];
  /** Chance that it is one of them, 0 to 1. */
  readonly certainty: number;
}

/** From this chance on a language is named alone, or two or more that share it. */
const namedAlone = 0.85;
export const namedTogether = 0.9;
/** A language that was told is the right one unless the words speak against it. */
const namedAsTold = 0.5;

/** Chances that add up to 1, from log-odds; `counts` leaves some out. */
export function chancesOf(scores: readonly number[], counts?: readonly boolean[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < scores.length; l++) if (counts?.[l] ?? true) most = Math.max(most, scores[l]!);
  const chances = scores.map((score, l) => ((counts?.[l] ?? true) ? Math.exp(score - most) : 0));
  const sum = chances.reduce((a, b) => a + b, 0);
  return chances.map((chance) => chance / sum);
}

/** One language where it is ahead of all others, two where these are, else none. */
export function mostLikely(
  codes: readonly string[],
  chances: readonly number[],
  source: string | undefined,
): NamedLanguages {
  const [first, second] = codes.map((_, l) => l).sort((a, b) => chances[b]! - chances[a]!);
  if (first === undefined) return {codes: [], certainty: 0};
  const alone = chances[first]!;
  if (alone >= (codes[first] === source ? namedAsTold : namedAlone)) {
    return {codes: [codes[first]!], certainty: alone};
  }
  if (second === undefined || alone + chances[second]! < namedTogether) return {codes: [], certainty: 0};
  return {codes: [codes[first]!, codes[second]!], certainty: alone + chances[second]!};
}
