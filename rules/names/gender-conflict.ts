import {defineRule, type Report} from '../../src/engine/rule.js';
import {personRoles} from '../../src/names/mentions/kinds.js';
import type {Mention, NameEntry} from '../../src/names/name-table.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';
import {lineOf} from './_shared/clusters.js';
import {
  type Gender,
  genderedNouns,
  genderedTitles,
  genderOfSurname,
  otherGender,
  people,
  saying,
  spokenTo,
} from './_shared/gendered-words.js';

/** A place that says whether a person is a man or a woman. Offsets into the prose. */
interface Sign {
  readonly gender: Gender;
  readonly kind: 'title' | 'noun' | 'surname' | 'pronoun';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly better: readonly string[];
}

/** `According to her,` or `She said` at the beginning of a sentence. */
interface Reference {
  readonly sentence: number;
  readonly token: number;
  readonly gender: Gender;
  readonly other: string;
}

type Place = NameEntry['mentions'][number] & {readonly entry: NameEntry};

const [according, to, inWord, and, the, her] = ['according', 'to', 'in', 'and', 'the', 'her'].map(hashOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const pronouns: ReadonlyMap<number, Gender> = new Map([
  [hashOf('he'), 'male'],
  [hashOf('him'), 'male'],
  [hashOf('his'), 'male'],
  [hashOf('himself'), 'male'],
  [hashOf('she'), 'female'],
  [hashOf('her'), 'female'],
  [hashOf('hers'), 'female'],
  [hashOf('herself'), 'female'],
]);
const wordsOf = (wanted: Gender): readonly number[] =>
  [
    ...pronouns,
    ...[...genderedNouns, ...genderedTitles].map(([hash, {gender}]) => [hash, gender] as const),
  ].flatMap(([hash, gender]) => (gender === wanted ? [hash] : []));
const wordsOfMen = wordsOf('male');
const wordsOfWomen = wordsOf('female');
const subjects: ReadonlySet<number> = wordSet('he she');
const owners: ReadonlySet<number> = wordSet('his her');
const owned: ReadonlySet<number> = wordSet('his himself herself');
const adverbs = wordSet('also then later further however again has had');
const opinions = wordSet('words opinion view');
/** After these a name is not the one who speaks. */
const prepositions = wordSet(
  'of for to with from by in on at about against after before over under than like between and or but that when while as if because',
);
const relative = wordSet(
  'whose who which that where when said says told of for to by with in from and or as',
);
const whenSaid = wordSet(
  'yesterday today earlier later during monday tuesday wednesday thursday friday saturday sunday who',
);
/** Ends of surnames that may be a woman’s, to leave at once where there is none. */
const mayHoldSurname =
  /(?:[oe]v[aá]|[sc]ká|skaya|ska[ij]a|cka[jy]a|kyzy|[gkq][ıi]z[ıi]|[tn]ė|d[óo]ttir)(?!\p{L})/u;
const comma = 0x2c;
/** So many words between a name and what it is: `X, the party’s chief press spokesman`. */
const longestApposition = 6;
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
    const {first, last} = text.sentences;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    // With one gender alone nothing can conflict.
    if (!wordsOfMen.some(text.mayHold)) return {};
    if (!wordsOfWomen.some(text.mayHold) && !mayHoldSurname.test(text.prose)) return {};
    const references: Reference[] = [];
    return {
      article() {
        for (let s = 0; s < text.sentences.count; s++) {
          const reference = referenceOf(s);
          if (reference !== undefined) references.push(reference);
        }
        judge();
      },
    };

    function referenceOf(s: number): Reference | undefined {
      const begin = first[s] as number;
      const zone = zones[begin] as number;
      if (zone & notProse) return undefined;
      if (zone & Zone.Quotation) return afterQuotation(s);
      const opening = hashes[begin] as number;
      if (opening === according && hashes[begin + 1] === to && hashes[begin + 3] === comma) {
        return reference(s, begin + 2, 'him');
      }
      if (opening === inWord && opinions.has(hashes[begin + 2] as number) && hashes[begin + 3] === comma) {
        return reference(s, begin + 1, 'his');
      }
      if (owners.has(opening)) return reference(s, begin, 'his');
      return subjects.has(opening) ? reference(s, begin) : undefined;
    }

    /** `“…,” she said.` */
    function afterQuotation(s: number): Reference | undefined {
      for (let i = (first[s] as number) + 1; i < (last[s] as number); i++) {
        if ((zones[i] as number) & Zone.Quotation || !((flags[i] as number) & TokenFlag.Word)) continue;
        return subjects.has(hashes[i] as number) && saying.has(hashes[i + 1] as number)
          ? reference(s, i)
          : undefined;
      }
      return undefined;
    }

    /** `male` is what stands for `her` in that place. */
    function reference(sentence: number, token: number, male = 'he'): Reference | undefined {
      const gender = pronouns.get(hashes[token] as number);
      if (gender === undefined) return undefined;
      const other = gender === 'female' ? male : male === 'he' ? 'she' : 'her';
      return {sentence, token, gender, other};
    }

    function judge(): void {
      const places: Place[] = [];
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
        add(place.entry, titleOf(place));
        for (const sign of nounsOf(place)) add(place.entry, sign);
      }
      const bySentence = new Map<number, Place[]>();
      let at = 0;
      for (const place of places) {
        while ((last[at] as number) < place.firstToken) at++;
        const list = bySentence.get(at);
        if (list === undefined) bySentence.set(at, [place]);
        else list.push(place);
      }
      const placesIn = (s: number): readonly Place[] => bySentence.get(s) ?? [];
      // Whom the sentence before speaks of, carried on from reference to reference.
      let carried: {sentence: number; entry: NameEntry; gender: Gender} | undefined;
      for (const {sentence, token, gender, other} of references) {
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
        add(entry, sign('pronoun', gender, token, [other]));
      }
      for (const [s, inside] of bySentence) {
        const place = inside.length === 1 ? inside[0] : undefined;
        const token = place === undefined ? -1 : ownPronoun(s, place);
        if (place === undefined || token < 0) continue;
        const gender = pronouns.get(hashes[token] as number) as Gender;
        const word = text.token(token).toLowerCase();
        add(
          place.entry,
          sign('pronoun', gender, token, [
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

    function sign(kind: Sign['kind'], gender: Gender, token: number, better: readonly string[]): Sign {
      return {
        kind,
        gender,
        text: text.token(token),
        start: starts[token] as number,
        end: ends[token] as number,
        better,
      };
    }

    /** `Mr` right before the name; not `Mr and Mrs`. */
    function titleOf(place: Mention): Sign | undefined {
      let i = place.firstToken - 1;
      if (hashes[i] === 0x2e) i--;
      const title = i < 0 ? undefined : genderedTitles.get(hashes[i] as number);
      if (title === undefined || hashes[i - 1] === and || hashes[i + 1] === and) return undefined;
      if (!((flags[i] as number) & TokenFlag.InitialCap)) return undefined;
      return sign('title', title.gender, i, [title.other]);
    }

    function nounSign(token: number): Sign | undefined {
      const noun = genderedNouns.get(hashes[token] as number);
      if (noun === undefined) return undefined;
      return sign(
        'noun',
        noun.gender,
        token,
        noun.neutral === undefined ? [noun.other] : [noun.other, noun.neutral],
      );
    }

    /** `spokesman X` and `X, the party’s spokesman`. */
    function nounsOf(place: Mention): Sign[] {
      const found: Sign[] = [];
      const {firstToken, lastToken} = place;
      const before = firstToken > 0 ? nounSign(firstToken - 1) : undefined;
      if (before !== undefined) found.push(before);
      if (hashes[lastToken + 1] !== comma || (flags[lastToken] as number) & TokenFlag.Possessive)
        return found;
      if (firstToken > 0 && prepositions.has(hashes[firstToken - 1] as number)) return found;
      for (let i = lastToken + 2; i < lastToken + 2 + longestApposition; i++) {
        if (!((flags[i] as number) & TokenFlag.Word) || relative.has(hashes[i] as number)) break;
        const after = nounSign(i);
        if (after === undefined) continue;
        const next = i + 1;
        const named =
          (flags[next] as number) & TokenFlag.Word && (flags[next] as number) & TokenFlag.InitialCap;
        if (!named && !saying.has(hashes[next] as number) && blocks[i] === blocks[lastToken])
          found.push(after);
        break;
      }
      return found;
    }

    /** The surname, where all its forms in the text are a woman’s. */
    function surnameOf(entry: NameEntry): Sign | undefined {
      if (
        !entry.mentions.some((mention) => mention.lastToken > mention.firstToken) &&
        entry.roles.length === 0
      )
        return undefined;
      const surname = entry.text.split(/[\s-]+/).at(-1) ?? '';
      if (genderOfSurname(surname) === undefined) return undefined;
      const given = entry.text.split(/\s+/)[0];
      for (const mention of entry.mentions) {
        const word = mention.text.split(/[\s-]+/).at(-1) ?? '';
        if (genderOfSurname(word) === undefined && mention.text !== given) return undefined;
      }
      const {start, end} = entry.mentions[0] as Mention;
      return {kind: 'surname', gender: 'female', text: surname, start, end, better: []};
    }

    /**
     * Whom a sentence speaks of, so that a pronoun at the beginning of the next one means them: the last person named
     * outside quotations, where a verb of saying stands right beside the name, or the only one, where the sentence
     * begins with the name.
     */
    function speakerOf(s: number, named: readonly Place[], gender: Gender): NameEntry | undefined {
      const [begin, end] = [first[s] as number, last[s] as number];
      const inside = named.filter(
        ({firstToken, lastToken}) =>
          !((zones[firstToken] as number) & Zone.Quotation) || isUnclosed(lastToken, end),
      );
      const place = inside.at(-1);
      if (place === undefined || (flags[place.lastToken] as number) & TokenFlag.Possessive) return undefined;
      if (!speaks(place) && !(inside.length === 1 && begins(place, begin))) return undefined;
      return clear(s, place, gender) ? place.entry : undefined;
    }

    /** `his` or `herself` in a sentence that begins with a name and has no one else in it; -1 without. */
    function ownPronoun(s: number, place: Place): number {
      if ((zones[place.firstToken] as number) & Zone.Quotation || !begins(place, first[s] as number))
        return -1;
      let found = -1;
      for (let i = first[s] as number; i <= (last[s] as number); i++) {
        const hash = hashes[i] as number;
        if ((zones[i] as number) & Zone.Quotation) continue;
        if (people.has(hash) && !belongs(i, place)) return -1;
        const gender = pronouns.get(hash);
        if (gender === undefined) continue;
        if (i < place.firstToken || (found >= 0 && gender !== pronouns.get(hashes[found] as number)))
          return -1;
        // `her` is also the person who is spoken of: only before a word it is whose.
        const isOwn = owned.has(hash) || (hash === her && isNoun(i + 1));
        if (found < 0 && isOwn) found = i;
      }
      return found;
    }

    function isNoun(i: number): boolean {
      return ((flags[i] as number) & TokenFlag.Word) !== 0 && !prepositions.has(hashes[i] as number);
    }

    /** Whether no one at all is spoken of. */
    function isEmpty(s: number, inside: readonly Place[]): boolean {
      if (inside.length > 0) return false;
      for (let i = first[s] as number; i <= (last[s] as number); i++)
        if (people.has(hashes[i] as number) || pronouns.has(hashes[i] as number)) return false;
      return true;
    }

    /** Whether a paragraph ends without the mark that closes its quotation: none can say how far that goes. */
    function isUnclosed(from: number, end: number): boolean {
      if (blocks[end + 1] === blocks[end]) return false;
      for (let i = from + 1; i <= end; i++) if (isQuote(hashes[i] as number)) return false;
      return true;
    }

    /** Only titles and words of office stand before the name, or an adverbial and a comma, and a verb behind it. */
    function begins({firstToken, lastToken}: Mention, begin: number): boolean {
      for (let i = firstToken - 1; i >= begin && hashes[i] !== comma; i--) {
        const hash = hashes[i] as number;
        if (!personRoles.has(hash) && !genderedNouns.has(hash) && hash !== the) return false;
      }
      const next = lastToken + 1;
      const f = flags[next] as number;
      return (
        (f & TokenFlag.Word) !== 0 && !(f & TokenFlag.InitialCap) && !prepositions.has(hashes[next] as number)
      );
    }

    function speaks({firstToken, lastToken}: Mention): boolean {
      let i = firstToken - 1;
      const begin = blocks[firstToken] as number;
      for (; i >= 0 && blocks[i] === begin && firstToken - i < 8; i--) {
        const hash = hashes[i] as number;
        if (saying.has(hash) && !spokenTo.has(hash)) return !goesOn(lastToken + 1);
        if (hash === to && hashes[i - 1] === according) return true;
        if (!((flags[i] as number) & TokenFlag.Word) || prepositions.has(hash) || pronouns.has(hash)) break;
        const role = personRoles.has(hash) || genderedNouns.has(hash) || hash === the;
        if (!role && !((flags[i] as number) & (TokenFlag.InitialCap | TokenFlag.Possessive))) break;
      }
      if (firstToken > 0 && prepositions.has(hashes[firstToken - 1] as number)) return false;
      let next = lastToken + 1;
      if (hashes[next] === comma) {
        // `X, a spokesman for Y, said`: to the end of the apposition.
        const from = next + 1;
        for (next = from; next < from + 14 && hashes[next] !== comma; next++) {
          if (blocks[next] !== begin) return false;
        }
        next++;
      }
      if (adverbs.has(hashes[next] as number)) next++;
      return saying.has(hashes[next] as number);
    }

    /** `said X had …`: the name is of whom was spoken. */
    function goesOn(next: number): boolean {
      const hash = hashes[next] as number;
      return (
        ((flags[next] as number) & TokenFlag.Word) !== 0 && !prepositions.has(hash) && !whenSaid.has(hash)
      );
    }

    /** Whether the sentence, but for quotations, has no one else whom a pronoun of that gender may mean. */
    function clear(s: number, place: Mention | undefined, gender: Gender): boolean {
      for (let i = first[s] as number; i <= (last[s] as number); i++) {
        const hash = hashes[i] as number;
        if ((zones[i] as number) & Zone.Quotation) continue;
        if (pronouns.get(hash) === gender) return false;
        if (people.has(hash) && !(place !== undefined && belongs(i, place))) return false;
      }
      return true;
    }

    /** A word for a person that stands right before a name, or in apposition behind it. */
    function belongs(i: number, {firstToken, lastToken}: Mention): boolean {
      if (i < firstToken) {
        for (let k = i + 1; k < firstToken; k++)
          if (!personRoles.has(hashes[k] as number) && !((flags[k] as number) & TokenFlag.InitialCap))
            return false;
        return true;
      }
      if (hashes[lastToken + 1] !== comma) return false;
      for (let k = lastToken + 2; k < i; k++)
        if (!((flags[k] as number) & TokenFlag.Word) || relative.has(hashes[k] as number)) return false;
      return i > lastToken;
    }

    /** A sentence that a reference begins and that brings no one else in. */
    function isAlone(s: number, inside: readonly Place[], gender: Gender): boolean {
      if (inside.length > 0) return false;
      for (let i = first[s] as number; i <= (last[s] as number); i++) {
        const hash = hashes[i] as number;
        if ((zones[i] as number) & Zone.Quotation) continue;
        if (people.has(hash) || pronouns.get(hash) === otherGender[gender]) return false;
      }
      return true;
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

const isQuote = (code: number) => code === 0x22 || code === 0x201d;
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
