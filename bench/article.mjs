// Articles for timing, made from a seed: sentences of ordinary news English with names, numbers, quotations.
const subjects = [
  'The ministry',
  'A spokesman for the port',
  'Residents of the valley',
  'The committee',
  'Two engineers',
  'The mayor',
  'Farmers in the north',
  'A court in the capital',
  'The company',
  'Doctors at the hospital',
];
const verbs = [
  'announced',
  'rejected',
  'welcomed',
  'postponed',
  'described',
  'questioned',
  'approved',
  'expected',
  'published',
  'explained',
];
const objects = [
  'the results of the inquiry',
  'a plan to rebuild the bridge',
  'new rules for fishing boats',
  'the budget for next year',
  'an agreement with the union',
  'the sale of the old station',
  'a report on water quality',
  'the closure of three schools',
  'a loan of 40 million euros',
  'the return of the ferry',
];
const places = [
  'in the capital',
  'on Tuesday',
  'after a long debate',
  'in a letter to parliament',
  'at a press conference',
  'on 14 May',
  'despite protests',
  'for the first time since 2009',
  'before the summer recess',
  'in front of 300 people',
];
const given = ['Marta', 'Jonas', 'Olena', 'Peter', 'Aigul', 'Henrik', 'Sofia', 'Darius', 'Leyla', 'Tomas'];
const family = [
  'Kovalenko',
  'Petrauskas',
  'Lindqvist',
  'Abdrakhmanov',
  'Novak',
  'Ferreira',
  'Yildiz',
  'Hakonarson',
  'Marchetti',
  'Okafor',
];
const quotes = [
  'We have waited long enough',
  'Nobody asked the people who live here',
  'This is a good day for the region',
  'The figures speak for themselves',
  'We shall see what the winter brings',
];

/** A small linear congruential generator (Numerical Recipes), so that every run sees the same text. */
function generator(seed) {
  let state = (seed * 2654435761 + 1) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % n;
  };
}

/** About `words` words of plain text in paragraphs, the same for the same seed. */
export function article(seed, words) {
  const next = generator(seed);
  const pick = (list) => list[next(list.length)];
  const blocks = [`${pick(subjects)} ${pick(verbs)} ${pick(objects)}`];
  let count = 8;
  while (count < words) {
    const sentences = [];
    for (let i = 0; i < 3; i++) {
      if (next(3) === 0)
        sentences.push(
          `“${pick(quotes)},” said ${pick(given)} ${pick(family)}, ${next(40) + 25}, who came ${pick(places)}.`,
        );
      else sentences.push(`${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(places)}.`);
    }
    const block = sentences.join(' ');
    count += block.split(' ').length;
    blocks.push(block);
  }
  return `${blocks.join('\n\n')}\n`;
}
