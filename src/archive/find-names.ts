import type {KnownWords} from '../names/between-articles.js';
import type {NameKind} from '../names/name-table.js';
import {foldLatin} from '../names/spelling/fold.js';
import {candidatePairs, type FormPairs} from './candidate-pairs.js';
import {FormList, kindOf} from './form-list.js';
import {judgePair, maySpeakForOne, sureEnough} from './judge-pair.js';
import {countPairs, namesWidth, type PairCounts} from './pair-counts.js';
import type {ArticleForms} from './postings.js';
import type {KeptForm, NameRecord, PairRecord} from './records.js';
import type {FormTally} from './tally.js';

/** More spellings than that are not told to be of one name. */
const mostForms = 12;

/** Told of each pair that was compared, in the order of their forms. */
export type OnPair = (pair: PairRecord) => void;

/**
 * Finds the names that an archive writes in several ways, in the order of their ids.
 *
 * @param file the merged run of all forms
 * @param dictionary spellings that dictionaries in force write so
 */
export function findNames(
  file: string,
  articles: ArticleForms,
  known: KnownWords,
  dictionary: ReadonlySet<string>,
  onPair?: OnPair,
): NameRecord[] {
  const forms = new FormList(file);
  try {
    const pairs = candidatePairs(forms, known);
    const counts = countPairs(pairs, forms, articles);
    const judge = (pair: number): PairRecord => judgedPair(pair, pairs, counts, forms, known);
    const sure = new Float64Array(pairs.count);
    for (let pair = 0; pair < pairs.count; pair++) {
      const [a, b] = [pairs.first[pair] as number, pairs.second[pair] as number];
      if (onPair === undefined && !maySpeakForOne(a, b, counts.shared[pair] as number, forms, known))
        continue;
      const record = judge(pair);
      sure[pair] = record.sure;
      onPair?.(record);
    }
    return groupsOf(pairs, sure, forms)
      .map((group) => nameOf(group, judge, forms, known, dictionary))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  } finally {
    forms.close();
  }
}

function judgedPair(
  pair: number,
  pairs: FormPairs,
  counts: PairCounts,
  forms: FormList,
  known: KnownWords,
): PairRecord {
  const a = forms.tally(pairs.first[pair] as number);
  const b = forms.tally(pairs.second[pair] as number);
  const sharedNames = [1, 2]
    .map((k) => counts.names[namesWidth * pair + k] as number)
    .filter((number) => number >= 0)
    .map((number) => forms.texts[number] as string);
  const story = {
    together: counts.together[pair] as number,
    shared: counts.shared[pair] as number,
    sharedNames,
  };
  const {sure, evidence, together} = judgePair(a, b, story, known);
  return {v: 1, a: a.form, b: b.form, sure, evidence, articles: [a.articles, b.articles], together};
}

/** Forms of one name by their numbers, and the pairs that tie them. */
interface Group {
  readonly forms: number[];
  readonly pairs: number[];
}

/**
 * Ties each form, the most frequent first, to the group that has the form likest to it, unless one of the group was
 * compared with it and found another name: a chain of likenesses is not one name.
 */
function groupsOf(pairs: FormPairs, sure: Float64Array, {articles}: FormList): Group[] {
  const links = new Map<number, number[]>();
  const isTied = new Set<number>();
  for (let pair = 0; pair < pairs.count; pair++)
    if ((sure[pair] as number) >= sureEnough) {
      isTied.add(pairs.first[pair] as number);
      isTied.add(pairs.second[pair] as number);
    }
  for (let pair = 0; pair < pairs.count; pair++)
    for (const form of [pairs.first[pair] as number, pairs.second[pair] as number]) {
      if (!isTied.has(form)) continue;
      const list = links.get(form);
      if (list === undefined) links.set(form, [pair]);
      else list.push(pair);
    }
  const size = (form: number): number => articles[form] as number;
  const order = [...links.keys()].sort((a, b) => size(b) - size(a) || a - b);
  const groups = new Map<number, Group>();
  for (const form of order) {
    const own = (links.get(form) as number[]).map((pair) => ({
      pair,
      sure: sure[pair] as number,
      other: pairs.first[pair] === form ? (pairs.second[pair] as number) : (pairs.first[pair] as number),
    }));
    const refused = new Set(own.filter((tie) => tie.sure < otherName).map((tie) => tie.other));
    const [best] = own
      .filter((tie) => {
        if (tie.sure < sureEnough) return false;
        const group = groups.get(tie.other);
        return (
          group !== undefined && group.forms.length < mostForms && !refused.has(group.forms[0] as number)
        );
      })
      .sort((p, q) => q.sure - p.sure || size(q.other) - size(p.other) || p.other - q.other);
    const group = best === undefined ? {forms: [], pairs: []} : groups.get(best.other);
    group?.forms.push(form);
    if (best !== undefined) group?.pairs.push(best.pair);
    if (group !== undefined) groups.set(form, group);
  }
  return [...new Set(groups.values())].filter((group) => group.forms.length > 1);
}

/** Below that a pair is told to be two names. */
const otherName = 0.2;

function nameOf(
  group: Group,
  judge: (pair: number) => PairRecord,
  list: FormList,
  known: KnownWords,
  dictionary: ReadonlySet<string>,
): NameRecord {
  const links = group.pairs.map(judge);
  const own = group.forms
    .map((form) => list.tally(form))
    .sort((a, b) => b.articles - a.articles || (a.form < b.form ? -1 : 1));
  const evidence = new Set<string>();
  for (const link of links.sort((p, q) => q.sure - p.sure || (p.b < q.b ? -1 : 1)))
    for (const words of link.evidence) if (evidence.size < 6) evidence.add(words);
  return {
    v: 1,
    id: own.map(({form}) => form).sort()[0] as string,
    kind: kindOfAll(own),
    forms: own.map((tally) => tally.toRecord()),
    sure: Math.min(...links.map(({sure}) => sure)),
    evidence: [...evidence],
    keep: rank(own, known, dictionary),
  };
}

function kindOfAll(forms: readonly FormTally[]): NameKind {
  for (const form of forms) {
    const kind = kindOf(form);
    if (kind !== 'unknown') return kind;
  }
  return 'unknown';
}

/** How GeoNames writes the place that two spellings at least are of, of those that it knows. */
function placeOf(forms: readonly FormTally[], known: KnownWords): string | undefined {
  const listed = forms.map(({form}) => form).filter((form) => known.placeSize(form) >= 0);
  return listed.length > 1 ? known.placeName(listed) : undefined;
}

/** The likeliest to keep first, with reasons: a dictionary's, then GeoNames', then what stands in most articles, and letters. */
function rank(forms: readonly FormTally[], known: KnownWords, dictionary: ReadonlySet<string>): KeptForm[] {
  const place = forms.some((form) => kindOf(form) === 'person') ? undefined : placeOf(forms, known);
  const isMarked = forms.some(({form}) => foldLatin(form) !== form);
  const most = Math.max(...forms.map(({articles}) => articles));
  return forms
    .map((tally) => {
      const {form, articles, languages} = tally;
      const reasons: string[] = [];
      let score = Math.log2(articles);
      if (dictionary.has(form)) {
        reasons.push('the dictionary writes it so');
        score += 1000;
      }
      if (place !== undefined && foldLatin(place).toLowerCase() === foldLatin(form).toLowerCase()) {
        reasons.push('GeoNames writes the place so');
        score += 100;
      }
      const strange = form.split(' ').filter((word) => !known.isKnownName(word));
      if (
        strange.length === 0 &&
        forms.some((other) => other.form.split(' ').some((word) => !known.isKnownName(word)))
      ) {
        reasons.push('English knows the name so');
        score += 3;
      }
      if (articles === most && most > 1) reasons.push(`stands in ${articles} articles`);
      if (languages.size > 1 && forms.some((other) => other.languages.size < languages.size)) {
        reasons.push(`translations from ${languages.size} languages have it`);
        score += 1;
      }
      if (isMarked && foldLatin(form) === form) {
        reasons.push('plain English letters');
        score += 0.75;
      }
      return {form, reasons, score};
    })
    .sort((a, b) => b.score - a.score || (a.form < b.form ? -1 : 1))
    .map(({form, reasons}) => ({form, reasons}));
}
