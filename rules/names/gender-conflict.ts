import {defineRule, type Report} from '../../src/engine/rule.js';
import type {NameEntry} from '../../src/names/name-table.js';
import {lineOf} from './_shared/clusters.js';
import {nounsOf, type PersonMention, type Sign, signAt, surnameOf, titleOf} from './_shared/gender-signs.js';
import {type Gender, genderedNouns, genderedTitles} from './_shared/gendered-words.js';
import {findReferences, pronouns} from './_shared/pronouns.js';
import {speakersIn} from './_shared/speakers.js';

const wordsOf = (wanted: Gender): readonly number[] =>
  [
    ...pronouns,
    ...[...genderedNouns, ...genderedTitles].map(([hash, {gender}]) => [hash, gender] as const),
  ].flatMap(([hash, gender]) => (gender === wanted ? [hash] : []));
const wordsOfMen = wordsOf('male');
const wordsOfWomen = wordsOf('female');
/** Ends of surnames that may be a woman’s, to leave at once where there is none. */
const mayHoldSurname =
  /(?:[oe]v[aá]|[sc]ká|skaya|ska[ij]a|cka[jy]a|kyzy|[gkq][ıi]z[ıi]|[tn]ė|d[óo]ttir)(?!\p{L})/u;
/** So many places that say the contrary are shown. */
const mostRelated = 10;
/** So many sentences back the person may be named that a pronoun means. */
const farthest = 3;

export default defineRule({
  meta: {
    id: 'names/gender-conflict',
    description: 'One person named as a man here and as a woman there',
    mqm: 'mistranslation',
    severity: 'warning',
    basis: 'article',
    mqmSeverity: 'major',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      noun: '“{{text}}”, but {{name}} is “{{other}}” in line {{line}}: one person, two genders',
      surname: '“{{text}}”, but the name “{{name}}” is a woman’s: one person, two genders',
    },
  },
  create(context) {
    const {text} = context;
    const {last} = text.sentences;
    // With one gender alone nothing can conflict.
    if (!wordsOfMen.some(text.mayHold)) return {};
    if (!wordsOfWomen.some(text.mayHold) && !mayHoldSurname.test(text.prose)) return {};
    return {article: judge};

    function judge(): void {
      const {speakerOf, ownPronoun, isEmpty, isAlone} = speakersIn(text);
      const places: PersonMention[] = [];
      for (const entry of context.names().entries) {
        if (entry.kind === 'place' || entry.kind === 'organisation') continue;
        for (const mention of entry.mentions) places.push({...mention, entry});
      }
      places.sort((a, b) => a.start - b.start);
      const signs = new Map<NameEntry, Sign[]>();
      const add = (entry: NameEntry, sign: Sign | undefined) => {
        if (sign === undefined) return;
        const list = signs.get(entry);
        if (list === undefined) signs.set(entry, [sign]);
        else list.push(sign);
      };
      for (const place of places) {
        add(place.entry, titleOf(text, place));
        for (const sign of nounsOf(text, place)) add(place.entry, sign);
      }
      const bySentence = new Map<number, PersonMention[]>();
      let at = 0;
      for (const place of places) {
        while ((last[at] as number) < place.firstToken) at++;
        const list = bySentence.get(at);
        if (list === undefined) bySentence.set(at, [place]);
        else list.push(place);
      }
      const placesIn = (s: number): readonly PersonMention[] => bySentence.get(s) ?? [];
      // Whom the sentence before speaks of, carried on from reference to reference.
      let carried: {sentence: number; entry: NameEntry; gender: Gender} | undefined;
      for (const {sentence, token, gender, other} of findReferences(text)) {
        let entry: NameEntry | undefined;
        for (let s = sentence - 1; s >= 0 && s >= sentence - farthest; s--) {
          entry = speakerOf(s, placesIn(s), gender);
          if (entry !== undefined || !isEmpty(s, placesIn(s))) break;
        }
        if (
          entry === undefined &&
          carried?.sentence === sentence - 1 &&
          isAlone(sentence - 1, placesIn(sentence - 1), carried.gender)
        )
          entry = carried.entry;
        if (entry === undefined) continue;
        carried = {sentence, entry, gender};
        add(entry, signAt(text, 'pronoun', gender, token, [other]));
      }
      for (const [s, inside] of bySentence) {
        const place = inside.length === 1 ? inside[0] : undefined;
        const token = place === undefined ? -1 : ownPronoun(s, place);
        if (place === undefined || token < 0) continue;
        const gender = pronouns.get(text.tokens.hashes[token] as number) as Gender;
        const word = text.token(token).toLowerCase();
        add(
          place.entry,
          signAt(text, 'pronoun', gender, token, [
            word.endsWith('self')
              ? gender === 'male'
                ? 'herself'
                : 'himself'
              : gender === 'male'
                ? 'her'
                : 'his',
          ]),
        );
      }
      for (const [entry, list] of signs) {
        const surname = surnameOf(entry);
        if (surname !== undefined) list.push(surname);
        decide(entry, list);
      }
    }

    function decide(entry: NameEntry, signs: readonly Sign[]): void {
      const male = signs.filter((sign) => sign.gender === 'male');
      const female = signs.filter((sign) => sign.gender === 'female');
      if (male.length === 0 || female.length === 0) return;
      // `Mr Smith` and `Mrs Smith` are two people.
      if (male.some(isTitle) && female.some(isTitle)) return;
      const odd = oddOnes(male, female);
      if (odd.length === 0) return;
      const rest = odd[0]?.gender === 'male' ? female : male;
      for (const sign of odd) tell(entry, sign, rest);
    }

    function tell(entry: NameEntry, odd: Sign, others: readonly Sign[]): void {
      const proof = others.find((sign) => sign.kind !== 'surname') ?? (others[0] as Sign);
      const {start, end} = odd;
      const capital = odd.text.charAt(0) !== odd.text.charAt(0).toLowerCase();
      const report: Report<'noun' | 'surname'> = {
        messageId: proof.kind === 'surname' ? 'surname' : 'noun',
        start,
        end,
        data: {
          text: odd.text,
          name: entry.text,
          other: proof.kind === 'pronoun' ? proof.text.toLowerCase() : proof.text,
          line: lineOf(context, proof),
        },
        related: others
          .slice(0, mostRelated)
          .map((sign) => ({message: `“${sign.text}” here`, start: sign.start, end: sign.end})),
        suggestions: odd.better.map((word) => {
          const better = capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
          return {message: `Write “${better}”`, edits: [{start, end, text: better}]};
        }),
      };
      context.report(report);
    }
  },
});

const isTitle = (sign: Sign) => sign.kind === 'title';

/** How much a sign weighs: a noun is what translation gets wrong most, then a pronoun. */
const weight = {surname: 8, title: 4, pronoun: 2, noun: 1} as const;

/** The signs of the gender that has less for it; of two that have as much, the later ones. */
function oddOnes(male: readonly Sign[], female: readonly Sign[]): readonly Sign[] {
  const best = (signs: readonly Sign[]) => Math.max(...signs.map((sign) => weight[sign.kind]));
  const [m, f] = [best(male), best(female)];
  if (m !== f) return m > f ? female : male;
  if (male.length !== female.length) return male.length > female.length ? female : male;
  return (male[0] as Sign).start < (female[0] as Sign).start ? female : male;
}
