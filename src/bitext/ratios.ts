/**
 * How many letters of English one letter of a language makes in news. Measured on public translations; the article's own
 * ratio refines it. Scripts with a sign a syllable or word make the difference; all others are near 1.
 */
const perLetter: Readonly<Record<string, number>> = {
  zh: 3.4,
  ja: 2.45,
  ko: 1.95,
  he: 1.5,
  ar: 1.1,
  fa: 1.07,
  th: 1.1,
  fi: 0.95,
  de: 0.93,
  fr: 0.88,
  es: 0.89,
  it: 0.92,
  pt: 0.94,
  el: 0.86,
  hu: 0.95,
  bg: 0.93,
  pl: 0.91,
  lt: 0.96,
  ka: 0.92,
  kk: 0.9,
  hy: 0.93,
  tr: 0.95,
  cs: 1.04,
  uk: 1.04,
};

const primary = (tag: string): string => (tag.split(/[-_]/, 1)[0] as string).toLowerCase();

/** How many letters of the target language one letter of the source language makes. */
export function lengthRatio(source: string | undefined, target: string): number {
  return (perLetter[primary(source ?? '')] ?? 1) / (perLetter[primary(target)] ?? 1);
}
