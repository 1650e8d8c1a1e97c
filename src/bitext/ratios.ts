/**
 * How many letters of English one letter of a language makes in news. Measured on public translations; the article's own
 * ratio refines it. Scripts with a sign a syllable or word make the difference; all others are near 1.
 */
const perLetter: Readonly<Record<string, number>> = {
  zh: 3.6,
  ja: 2.5,
  ko: 1.9,
  he: 1.45,
  ar: 1.2,
  fa: 1.15,
  th: 1.1,
  fi: 0.95,
  de: 0.92,
  fr: 0.92,
  es: 0.94,
  it: 0.94,
  pt: 0.97,
  el: 0.92,
  hu: 0.97,
};

const primary = (tag: string): string => (tag.split(/[-_]/, 1)[0] as string).toLowerCase();

/** How many letters of the target language one letter of the source language makes. */
export function lengthRatio(source: string | undefined, target: string): number {
  return (perLetter[primary(source ?? '')] ?? 1) / (perLetter[primary(target)] ?? 1);
}
