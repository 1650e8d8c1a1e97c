export type Json = {readonly [key: string]: unknown};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Classes of P31 (instance of) that say what is named. Source: Wikidata. */
export const kindOfClass: Readonly<Record<string, 'person' | 'place' | 'organisation'>> = {
  Q5: 'person',
  Q515: 'place',
  Q6256: 'place',
  Q486972: 'place',
  Q532: 'place',
  Q3957: 'place',
  Q43229: 'organisation',
  Q7278: 'organisation',
  Q4830453: 'organisation',
};
