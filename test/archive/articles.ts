/** Invented articles of one archive: a speaker, a town and a company that some of them spell in another way. */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly source_language: string;
}

/** A story each: two people that only its eight articles name. */
const others = [
  ['Dastan Kerimbaev', 'Aigul Sadykova'],
  ['Nurlan Omorov', 'Jyldyz Toktosheva'],
  ['Bekzat Alymkulov', 'Saltanat Ryskeldi'],
  ['Ilyas Mamytov', 'Gulnara Osmonova'],
  ['Kanat Isabekov', 'Meerim Duishenova'],
  ['Talant Bazarbaev', 'Elmira Chokoeva'],
  ['Marat Sultanov', 'Aizada Kubatova'],
  ['Ruslan Ergeshov', 'Cholpon Japarova'],
] as const;

type Sentence = (who: string, where: string, minister: string, governor: string) => string;

const sentences: readonly [Sentence, Sentence, Sentence] = [
  (who, where, minister, governor) =>
    `The speaker ${who} opened the new school in the city of ${where} on Tuesday. Minister ${minister} and ${governor} thanked the teachers. About 4,310 children will learn there.`,
  (who, where, minister, governor) =>
    `Deputies heard a report of ${who} on the budget. The governor of ${where}, ${governor}, asked ${minister} for 27.6 million more. The session went on until the evening.`,
  (who, where, minister, governor) =>
    `A train stopped near ${where} after heavy rain. The speaker ${who} went there with ${minister} and ${governor} of the rescue service. Nobody was hurt.`,
];

/** Articles, most of which write `Temir Zhakypov` and `Borvesk`; every eighth has another spelling of one of the two. */
export function archive(count: number): Article[] {
  return Array.from({length: count}, (_, i) => {
    const who = i % 8 === 3 ? 'Temir Zakypov' : 'Temir Zhakypov';
    const where = i % 8 === 5 ? 'Borwesk' : 'Borvesk';
    const text = (sentences[i % 3] as Sentence)(who, where, ...(others[(i >> 3) % 8] as (typeof others)[0]));
    return {
      id: `a${i}`,
      text,
      date: `2024-0${1 + (i % 9)}-1${i % 10}`,
      source_language: i % 2 === 0 ? 'ru' : 'ky',
    };
  });
}

export const lines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** The same lines in another order, drawn by a seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const out = [...list];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const k = state % (i + 1);
    const kept = out[i] as T;
    out[i] = out[k] as T;
    out[k] = kept;
  }
  return out;
}
