import {irregularNouns, irregularVerbs} from './irregular.js';

/** The forms of an English word, read as a verb and as a noun. */
export interface Forms {
  readonly base: string;
  /** Third person singular, or plural. */
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** Verbs whose forms follow no pattern; `more` are forms that {@link Forms} has no place for. */
const special: Readonly<Record<string, Forms & {more?: readonly string[]}>> = {
  be: {base: 'be', s: 'is', past: 'was', participle: 'been', ing: 'being', more: ['am', 'are', 'were']},
  have: {base: 'have', s: 'has', past: 'had', participle: 'had', ing: 'having'},
  do: {base: 'do', s: 'does', past: 'did', participle: 'done', ing: 'doing'},
  go: {base: 'go', s: 'goes', past: 'went', participle: 'gone', ing: 'going'},
  lie: {base: 'lie', s: 'lies', past: 'lay', participle: 'lain', ing: 'lying', more: ['lied']},
  get: {base: 'get', s: 'gets', past: 'got', participle: 'got', ing: 'getting', more: ['gotten']},
};

/** Verbs of more than one syllable that double their last letter: stressed at the end, or British in `-l`. */
const doubling = new Set(
  `admit begin cancel commit compel confer control deter embed equip expel forbid forget infer label occur omit permit
  prefer refer regret shred signal strip submit transfer transmit travel`.split(/\s+/),
);

/** All forms of a word, as a verb and as a noun; nothing says whether the word is used as either. */
export function formsOf(word: string): Forms {
  const own = special[word];
  if (own) return own;
  const consonantY = /[^aeiou]y$/.test(word);
  const stem = consonantY ? word.slice(0, -1) : word;
  const sibilant = /(?:s|x|z|ch|sh)$/.test(word) || /[^aeiou]o$/.test(word);
  const irregular = irregularVerbs.get(word);
  const doubled =
    /^[^aeiou]*[aeiou][bdgklmnprtv]$/.test(word) || doubling.has(word) ? word + word.at(-1) : word;
  const regularPast = word.endsWith('e') ? `${word}d` : consonantY ? `${stem}ied` : `${doubled}ed`;
  const silentE = /[^aeo]e$/.test(word);
  return {
    base: word,
    s: irregularNouns.get(word) ?? (consonantY ? `${stem}ies` : sibilant ? `${word}es` : `${word}s`),
    past: irregular?.[0] ?? regularPast,
    participle: irregular?.[1] ?? regularPast,
    ing: word.endsWith('ie')
      ? `${word.slice(0, -2)}ying`
      : silentE
        ? `${word.slice(0, -1)}ing`
        : `${doubled}ing`,
  };
}

/** The word itself and its English forms as a verb and as a noun, in small letters unless the word has capitals. */
export function inflections(word: string): string[] {
  const {base, s, past, participle, ing} = formsOf(word);
  return [...new Set([base, s, past, participle, ing, ...(special[word]?.more ?? [])])];
}
