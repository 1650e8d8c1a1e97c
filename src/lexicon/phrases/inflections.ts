/** Irregular English verbs that phrases use: base, past, participle (where it differs), in this order. */
const irregular: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    'be is are was were been being am', 'bear bore borne', 'beat beat beaten', 'become became', 'begin began begun', 'bind bound',
    'break broke broken', 'bring brought', 'build built', 'buy bought', 'cast cast', 'catch caught', 'choose chose chosen',
    'come came', 'cut cut', 'do did done does', 'draw drew drawn', 'drive drove driven', 'eat ate eaten', 'fall fell fallen',
    'feel felt', 'fight fought', 'find found', 'fly flew flown', 'forget forgot forgotten', 'get got gotten', 'give gave given',
    'go went gone goes', 'grow grew grown', 'have had has', 'hear heard', 'hide hid hidden', 'hit hit', 'hold held', 'keep kept',
    'know knew known', 'lay laid', 'lead led', 'leave left', 'lend lent', 'let let', 'lose lost', 'make made', 'mean meant',
    'meet met', 'oversleep overslept', 'overthrow overthrew overthrown', 'pay paid', 'put put', 'read read', 'ride rode ridden',
    'rise rose risen', 'run ran', 'say said', 'see saw seen', 'sell sold', 'send sent', 'set set', 'shed shed', 'shoot shot',
    'show showed shown', 'sit sat', 'speak spoke spoken', 'spend spent', 'spread spread', 'stand stood', 'steal stole stolen',
    'strike struck', 'swear swore sworn', 'take took taken', 'teach taught', 'tell told', 'think thought', 'throw threw thrown',
    'undergo underwent undergone', 'understand understood', 'wear wore worn', 'win won', 'withdraw withdrew withdrawn', 'write wrote written',
    'man men', 'woman women', 'child children', 'person people persons', 'body bodies',
  ].map((line) => {
    const [base, ...forms] = line.split(' ') as [string, ...string[]];
    return [base, forms];
  }),
);

const doubles = /^(?:[^aeiou]*[aeiou][bdgklmnprtv]|(?:admit|begin|commit|compel|confer|control|defer|emit|expel|infer|occur|omit|permit|prefer|refer|regret|submit|transfer|transmit|cancel|travel|label))$/;

/** The word itself and its English forms as a verb and as a noun, in small letters unless the word has capitals. */
export function inflections(word: string): string[] {
  const forms = new Set([word]);
  const own = irregular[word];
  for (const form of own ?? []) forms.add(form);
  const sibilant = /(?:s|x|z|ch|sh)$/.test(word);
  const consonantY = /[^aeiou]y$/.test(word);
  const stem = consonantY ? word.slice(0, -1) : word;
  if (word !== 'be') forms.add(consonantY ? `${stem}ies` : sibilant || /[^aeiou]o$/.test(word) ? `${word}es` : `${word}s`);
  const silent = /[^aeo]e$/.test(word) || /[^e]ue$/.test(word);
  const doubled = doubles.test(word) ? word + word.at(-1) : undefined;
  if (!own) forms.add(word.endsWith('e') ? `${word}d` : consonantY ? `${stem}ied` : `${doubled ?? word}ed`);
  if (word.endsWith('ie')) forms.add(`${word.slice(0, -2)}ying`);
  else forms.add(silent ? `${word.slice(0, -1)}ing` : `${doubled ?? word}ing`);
  return [...forms];
}
