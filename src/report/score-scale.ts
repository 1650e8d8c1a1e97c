import {type FrameKey, inEnglish, type Say} from './frame.js';

/** Below so many words a score says little. */
export const leastWords = 100;

/** Steps of the scale, by penalty for each 1000 words. */
const steps: readonly {readonly most: number; readonly words: FrameKey}[] = [
  {most: 0, words: 'scale0'},
  {most: 5, words: 'scale1'},
  {most: 15, words: 'scale2'},
  {most: 25, words: 'scale3'},
  {most: Number.POSITIVE_INFINITY, words: 'scale4'},
];

/**
 * What a score means, in words. The steps were measured on news of 100 words or more: articles that people wrote in
 * English (387; nine in ten at most 5, 19 in 20 at most 14) and unrevised machine translations from 23 languages (1355;
 * from the four that engines know least half above 6 and a quarter above 23).
 */
export function scoreInWords(penaltyPer1000Words: number, words: number, say: Say = inEnglish): string {
  if (words < leastWords && penaltyPer1000Words > 0) return say('tooShort');
  return say((steps.find(({most}) => penaltyPer1000Words <= most) as {words: FrameKey}).words);
}
