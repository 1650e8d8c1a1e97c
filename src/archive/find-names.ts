import type {KnownWords} from '../names/between-articles.js';
import type {NameKind} from '../names/name-table.js';
import {foldLatin} from '../names/spelling/fold.js';
import {candidatePairs, FormList, type FormPair, kindOf, readTallies} from './form-list.js';
import {judgePair, sureEnough} from './judge-pair.js';
import {countPairs, namesWidth} from './pair-counts.js';
import type {ArticleForms} from './postings.js';
import type {KeptForm, NameRecord, PairRecord} from './records.js';
import type {FormTally} from './tally.js';

/** More spellings than that are not told to be of one name. */
const mostForms = 12;

/** A pair that was judged. */
interface JudgedPair {
  readonly pair: FormPair;
  readonly record: PairRecord;
}

/** What comes of merged forms and the articles that have them. */
export interface FoundNames {
  readonly names: readonly NameRecord[];
  readonly pairs: readonly PairRecord[];
}

/**
 * Finds the names that an archive writes in several ways.
 *
 * @param file the merged run of all forms
 * @param dictionary spellings that dictionaries in force write so
 */
export function findNames(
  file: string,
  articles: ArticleForms,
  known: KnownWords,
  dictionary: ReadonlySet<string>,
): FoundNames {
  const forms = new FormList(file);
  const pairs = candidatePairs(forms, known);
  const counts = countPairs(pairs, forms, articles);
  const tallies = readTallies(file, new Set(pairs.flat()));
  const judged = pairs.map((pair, i): JudgedPair => {
    const [a, b] = pair.map((number) => tallies.get(number) as FormTally) as [FormTally, FormTally];
    const sharedNames = [1, 2]
      .map((k) => counts.names[namesWidth * i + k] as number)
      .filter((number) => number >= 0)
      .map((number) => forms.texts[number] as string);
    const story = {together: counts.together[i] as number, shared: counts.shared[i] as number, sharedNames};
    const {sure, evidence, together} = judgePair(a, b, story, known);
    const record = {
      v: 1,
      a: a.form,
      b: b.form,
      sure,
      evidence,
      articles: [a.articles, b.articles],
      together,
    } as const;
    return {pair, record};
  });
  const names = groupsOf(judged, tallies).map((group) => nameOf(group, tallies, known, dictionary));
  return {
    names: names.sort((a, b) => (a.id < b.id ? -1 : 1)),
    pairs: judged.map(({record}) => record),
  };
}

interface Group {
  readonly forms: readonly number[];
  readonly links: readonly PairRecord[];
}

/**
 * Ties each form, the most frequent first, to the group that has the form likest to it, unless one of the group was
 * compared with it and found another name: a chain of likenesses is not one name.
 */
function groupsOf(judged: readonly JudgedPair[], tallies: ReadonlyMap<number, FormTally>): Group[] {
  const links = new Map<number, JudgedPair[]>();
  for (const one of judged) {
    for (const form of one.pair) {
      const list = links.get(form);
      if (list === undefined) links.set(form, [one]);
      else list.push(one);
    }
  }
  const size = (form: number): number => (tallies.get(form) as FormTally).articles;
  const order = [...links.keys()].sort((a, b) => size(b) - size(a) || a - b);
  const groups = new Map<number, {forms: number[]; links: PairRecord[]}>();
  for (const form of order) {
    const own = (links.get(form) as JudgedPair[]).map(({pair, record}) => ({
      record,
      other: pair[0] === form ? pair[1] : pair[0],
    }));
    const refused = new Set(own.filter(({record}) => record.sure < other).map((tie) => tie.other));
    const [best] = own
      .filter((tie) => {
        if (tie.record.sure < sureEnough) return false;
        const group = groups.get(tie.other);
        return (
          group !== undefined && group.forms.length < mostForms && !refused.has(group.forms[0] as number)
        );
      })
      .sort((p, q) => q.record.sure - p.record.sure || size(q.other) - size(p.other) || p.other - q.other);
    const group = best === undefined ? {forms: [], links: []} : groups.get(best.other);
    group?.forms.push(form);
    if (best !== undefined) group?.links.push(best.record);
    if (group !== undefined) groups.set(form, group);
  }
  return [...new Set(groups.values())].filter(({forms}) => forms.length > 1);
}

/** Below that a pair is told to be two names. */
const other = 0.2;

function nameOf(
  {forms, links}: Group,
  tallies: ReadonlyMap<number, FormTally>,
  known: KnownWords,
  dictionary: ReadonlySet<string>,
): NameRecord {
  const own = forms
    .map((form) => tallies.get(form) as FormTally)
    .sort((a, b) => b.articles - a.articles || (a.form < b.form ? -1 : 1));
  const evidence = new Set<string>();
  for (const link of [...links].sort((p, q) => q.sure - p.sure || (p.b < q.b ? -1 : 1)))
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

/** The likeliest to keep first, with reasons: a dictionary's, then GeoNames', then what stands in most articles, and letters. */
function rank(forms: readonly FormTally[], known: KnownWords, dictionary: ReadonlySet<string>): KeptForm[] {
  const place = forms.some((form) => kindOf(form) === 'person')
    ? undefined
    : known.placeName(forms.map(({form}) => form));
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
