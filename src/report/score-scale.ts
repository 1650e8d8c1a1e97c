/** Below so many words a score says little. */
export const leastWords = 100;

/** Steps of the scale, by penalty for each 1000 words. */
const steps: readonly {readonly most: number; readonly words: string}[] = [
  {most: 0, words: 'nothing was found that counts'},
  {most: 5, words: 'few defects: nine in ten articles that people wrote in English have as few or fewer'},
  {most: 15, words: 'more defects than all but a few articles that people wrote'},
  {most: 25, words: 'about as many defects as a machine translation that nobody has revised'},
  {
    most: Number.POSITIVE_INFINITY,
    words: 'more defects than three in four machine translations that nobody has revised',
  },
];

/**
 * What a score means, in words. The steps were measured on news of 100 words or more: articles that people wrote in
 * English (387; nine in ten at most 5, 19 in 20 at most 14) and unrevised machine translations from 23 languages (1355;
 * from the four that engines know least half above 6 and a quarter above 23).
 */
export function scoreInWords(penaltyPer1000Words: number, words: number): string {
  if (words < leastWords && penaltyPer1000Words > 0) return 'the text is too short for its score to say much';
  return (steps.find(({most}) => penaltyPer1000Words <= most) as {words: string}).words;
}
