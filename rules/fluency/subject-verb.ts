import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {TokenFlag, Zone} from '../../src/text/tokens.js';
import {isPlainWord, rolesOf} from './_shared/plain-verb.js';
import {verbTables} from './_shared/verbs.js';

const singular = wordSet('he she it');
const plural = wordSet('we they');
/** Begin a clause with a subject of its own that no “that” of demands leads in: `that he resign` is right. */
const clause = wordSet('when because while where although though');
/** Before a pronoun that is no subject, or one of several. */
const notSubject = wordSet('of what all everything than like and or nor who whom');
const nobody = wordSet('nobody everybody somebody everyone someone everything nothing');
const oneOf = [hashOf('one'), hashOf('of'), hashOf('them')] as const;
const conditional = wordSet('if though as wish unless suppose');
const were = hashOf('were');
const there = hashOf('there');
const one = hashOf('1');
const several = wordSet('two three four five six seven eight nine ten eleven twelve many several');
/** `There was two hours left`: an amount is one thing. */
const amounts = wordSet(
  'a hundred thousand million billion percent per minutes hours days weeks months years seconds miles metres meters kilometres kilometers km kg feet dollars euros pounds points degrees thirds quarters fifths inches',
);
const irregularPlurals = wordSet('people men women children');
const quantifiers = wordSet('these those both several many few');
/** A plural of people that a sentence may begin with; none of them is a surname or a club. */
const people = wordSet(
  `authorities analysts citizens deputies demonstrators doctors economists employees experts farmers firefighters
  fishermen inhabitants investigators journalists lawmakers lawyers ministers motorists negotiators observers officials
  passengers pensioners politicians prosecutors protesters psychologists refugees rescuers researchers residents
  scientists shopkeepers soldiers spectators students teachers tourists traders villagers visitors volunteers voters
  witnesses workers`,
);
const singularAux = new Map<number, string>([
  [hashOf('is'), 'are'],
  [hashOf('was'), 'were'],
  [hashOf('has'), 'have'],
  [hashOf('does'), 'do'],
]);
const pluralAux = new Map<number, string>([
  [hashOf('are'), 'is'],
  [hashOf('were'), 'was'],
  [hashOf('have'), 'has'],
  [hashOf('do'), 'does'],
]);
/** `These kind of things`, `Those days`, `These series`: plurals that take a singular, or singulars in -s. */
const notPlural = wordSet(
  'kinds days series species news means times years months weeks hours minutes politics thus',
);

const Role = {Plural: 0, There: 1, One: 2, Clause: 3} as const;
/** One look for each word of a text. */
const roles = rolesOf<number>(
  [Role.Plural, plural],
  [Role.There, new Set([there])],
  [Role.One, new Set([oneOf[0]])],
  [Role.Clause, clause],
);

export default defineRule({
  meta: {
    id: 'fluency/subject-verb',
    description: '“He say”, “they was”, “Residents complains”: a subject and the verb beside it do not agree',
    mqm: 'agreement',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      singular: '“{{subject}}” takes “{{right}}”',
      plural: '“{{subject}}” is plural: “{{right}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    const {first, last} = text.sentences;
    const verbs = verbTables();
    const isWord = (i: number): boolean => ((flags[i] as number) & TokenFlag.Word) !== 0;

    return {
      sentence(s) {
        const stop = last[s] as number;
        let begin = first[s] as number;
        while (begin < stop && !isWord(begin)) begin++;
        if (begin >= stop) return;
        const opener = hashes[begin] as number;
        if (singular.has(opener) || nobody.has(opener)) single(begin, begin + 1);
        else if (quantifiers.has(opener)) many(begin, stop);
        else if (people.has(opener)) severalPeople(begin, begin + 1);
        for (let i = begin; i < stop; i++) {
          switch (roles.get(hashes[i] as number)) {
            case Role.Plural:
              they(i, begin);
              break;
            case Role.There:
              thereIs(i, stop);
              break;
            case Role.One:
              oneOfThem(i, begin, stop);
              break;
            case Role.Clause:
              // Not `as though it were`.
              if (i + 2 <= stop && singular.has(hashes[i + 1] as number) && hashes[i + 2] !== were)
                single(i + 1, i + 2);
          }
        }
      },
    };

    /** `He say`, `It have`. */
    function single(subject: number, at: number): void {
      // IT is no pronoun.
      if ((flags[subject] as number) & TokenFlag.AllCaps || !isPlainWord(text, at)) return;
      const aux = pluralAux.get(hashes[at] as number);
      if (aux !== undefined) {
        if (!isQuoted(at)) tell('singular', subject, subject, at, [aux]);
        return;
      }
      const verb = verbs.base.get(hashes[at] as number);
      if (verb) tell('singular', subject, subject, at, [verb.s, verb.past]);
    }

    /** `one of them have`. */
    function oneOfThem(i: number, begin: number, stop: number): void {
      const at = i + 3;
      if (at > stop || hashes[i + 1] !== oneOf[1] || hashes[i + 2] !== oneOf[2] || !isPlainWord(text, at))
        return;
      const aux = pluralAux.get(hashes[at] as number);
      if (aux === undefined || isQuoted(at)) return;
      for (let k = begin; k < i; k++) if (conditional.has(hashes[k] as number)) return;
      tell('singular', i, i + 2, at, [aux]);
    }

    /** `there was two ways`. */
    function thereIs(i: number, stop: number): void {
      const verb = i + 1;
      const count = i + 2;
      if (count >= stop || !isPlainWord(text, verb) || isQuoted(verb)) return;
      const aux = singularAux.get(hashes[verb] as number);
      if (aux !== 'are' && aux !== 'were') return;
      const isFigure =
        ((flags[count] as number) & (TokenFlag.Number | TokenFlag.Alphanumeric)) === TokenFlag.Number;
      if (!several.has(hashes[count] as number) && !(isFigure && isWhole(count))) return;
      const next = count + 1;
      if (
        !isWord(next) ||
        amounts.has(hashes[next] as number) ||
        (flags[next] as number) & TokenFlag.InitialCap
      )
        return;
      const end = ends[next] as number;
      // `there was two-way traffic`, `there is many a man`: only a plural next to its number is one for sure.
      if (text.prose.charCodeAt(end - 1) !== 0x73 && !irregularPlurals.has(hashes[next] as number)) return;
      tell('plural', count, next, verb, [aux]);
    }

    function isWhole(i: number): boolean {
      return hashes[i] !== one && !text.token(i).includes('.');
    }

    /** `they was`, `We wants`, but not `what they are is clear`. */
    function they(i: number, begin: number): void {
      if ((flags[i] as number) & TokenFlag.AllCaps || !isPlainWord(text, i + 1)) return;
      if (i > begin && notSubject.has(hashes[i - 1] as number)) return;
      const at = i + 1;
      const aux = singularAux.get(hashes[at] as number);
      // As people say it.
      if (aux !== undefined) {
        if (!isQuoted(at)) tell('plural', i, i, at, [aux]);
        return;
      }
      const verb = verbs.s.get(hashes[at] as number);
      if (verb) tell('plural', i, i, at, [verb.base]);
    }

    /** `Many houses was`. */
    function many(begin: number, stop: number): void {
      for (let at = begin + 1; at <= Math.min(stop, begin + 3); at++) {
        if (!isPlainWord(text, at)) return;
        const aux = singularAux.get(hashes[at] as number);
        if (aux !== undefined) {
          if (at > begin + 1 && isPluralNoun(at - 1) && !isQuoted(at))
            tell('plural', begin, at - 1, at, [aux]);
          return;
        }
      }
    }

    function isPluralNoun(i: number): boolean {
      const end = ends[i] as number;
      return (
        end - (starts[i] as number) > 3 &&
        text.prose.charCodeAt(end - 1) === 0x73 &&
        !'sui'.includes(text.prose[end - 2] as string) &&
        !notPlural.has(hashes[i] as number)
      );
    }

    /** `Residents complains`. */
    function severalPeople(subject: number, at: number): void {
      if (!isPlainWord(text, at)) return;
      const aux = singularAux.get(hashes[at] as number);
      const verb = verbs.pureS.get(hashes[at] as number);
      const right = aux ?? verb?.base;
      if (right !== undefined) tell('plural', subject, subject, at, [right]);
    }

    function isQuoted(at: number): boolean {
      return ((zones[at] as number) & Zone.Quotation) !== 0;
    }

    function tell(
      messageId: 'singular' | 'plural',
      from: number,
      to: number,
      at: number,
      better: readonly string[],
    ): void {
      const start = starts[at] as number;
      const end = ends[at] as number;
      context.report({
        messageId,
        start,
        end,
        data: {subject: text.prose.slice(starts[from], ends[to]), right: better[0] as string},
        suggestions: better.map((form) => ({message: `Write “${form}”`, edits: [{start, end, text: form}]})),
      });
    }
  },
});
