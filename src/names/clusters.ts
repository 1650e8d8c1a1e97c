import type {TextIndex} from '../text/tokens.js';
import {isNominative, languagesOfEnding} from './evidence/case-endings.js';
import {decide, threshold} from './evidence/decide.js';
import type {Examination, ExaminedPair} from './evidence/examine.js';
import {explain} from './evidence/explain.js';
import {vetoOf} from './evidence/vetoes.js';
import type {Kinds} from './mentions/kinds.js';
import type {NameWord, WordMention} from './mentions/name-words.js';
import type {NameDictionary} from './name-dictionary.js';
import type {Derivation, Mention, NameCluster, NameForm} from './name-table.js';

/** More spellings than that are not told to be of one name. */
const mostForms = 12;

interface Link extends ExaminedPair {
  readonly sure: number;
  readonly evidence: readonly string[];
}

/**
 * Joins the pairs that are sure enough to clusters, but for those that the dictionary holds apart.
 *
 * @param dictionary asked for when something has to be joined: most articles need none
 */
export function clusterNames(
  text: TextIndex,
  examination: Examination,
  kinds: Kinds,
  dictionary: () => NameDictionary,
): NameCluster[] {
  const links: Link[] = [];
  for (const pair of examination.pairs) {
    const sure = decide(pair.a, pair.b, pair.facts, text, examination.names);
    if (sure < threshold || areApart(pair, dictionary())) continue;
    const evidence = explain(pair.a, pair.b, pair.facts, text, examination.contexts, examination.spellings);
    if (evidence.length > 0) links.push({...pair, sure, evidence});
  }
  if (links.length === 0) return [];
  links.sort((x, y) => y.sure - x.sure);
  const groups = new Map<NameWord, {words: NameWord[]; links: Link[]}>();
  for (const link of links) {
    const a = groups.get(link.a) ?? {words: [link.a], links: []};
    const b = groups.get(link.b) ?? {words: [link.b], links: []};
    if (a !== b) {
      // A chain of likenesses is not one name.
      if (a.words.length + b.words.length > mostForms) continue;
      // Nor is one that leads from a name to another by a spelling that is like both.
      if (a.words.some((x) => b.words.some((y) => areHeldApart(x, y, text, examination, dictionary()))))
        continue;
      a.words.push(...b.words);
      a.links.push(...b.links);
    }
    a.links.push(link);
    for (const word of a.words) groups.set(word, a);
  }
  const clusters: NameCluster[] = [];
  for (const group of new Set(groups.values())) {
    const words = group.words.sort(
      (x, y) => y.mentions.length - x.mentions.length || x.mentions[0]!.start - y.mentions[0]!.start,
    );
    const best = group.links.reduce((x, y) => (y.sure > x.sure ? y : x));
    const evidence = new Set<string>();
    for (const link of [best, ...group.links]) {
      if (evidence.size >= 6) break;
      for (const reason of link.evidence) evidence.add(reason);
    }
    const kind = kinds.of(words);
    const place = kind === 'person' ? undefined : examination.places.nameOf(words, kind === 'place');
    clusters.push({
      ...(place === undefined ? {} : {place}),
      forms: words.map((word) => toForm(word, words, group.links, examination.source)),
      kind: kind === 'unknown' && place !== undefined ? 'place' : kind,
      confidence:
        Math.round((100 * group.links.reduce((sum, link) => sum + link.sure, 0)) / group.links.length) / 100,
      evidence: [...evidence],
    });
  }
  return clusters.sort((x, y) => firstPlace(x) - firstPlace(y));
}

/** Whether the dictionary has both words as two names, and what stands beside both does not speak against it. */
function areApart({a, b, facts}: ExaminedPair, dictionary: NameDictionary): boolean {
  const beside = [facts.sameBefore, facts.sameAfter].flatMap((word) => word?.text ?? []);
  return dictionary.areApart(a.text, b.text, beside);
}

/** The same of two words that may not be a pair that was examined; nor may anything forbid that they are one name. */
function areHeldApart(
  x: NameWord,
  y: NameWord,
  text: TextIndex,
  examination: Examination,
  dictionary: NameDictionary,
): boolean {
  const pair = {a: x, b: y, facts: examination.factsOf(x, y)};
  return areApart(pair, dictionary) || vetoOf(x, y, pair.facts, text, examination.names) !== undefined;
}

const firstPlace = (cluster: NameCluster) =>
  Math.min(...cluster.forms.map((form) => form.mentions[0]!.start));

export const toMention = ({start, end, firstToken, lastToken}: WordMention): Mention => ({
  start,
  end,
  firstToken,
  lastToken,
});

function toForm(
  word: NameWord,
  words: readonly NameWord[],
  links: readonly Link[],
  source: string,
): NameForm {
  const form = {text: word.text, count: word.mentions.length, mentions: word.mentions.map(toMention)};
  const derivation = derivationOf(word, words, links, source);
  return derivation === undefined ? form : {...form, derivation};
}

/** A longer word that is another one of the cluster with a case ending, or with its own end again. */
function derivationOf(
  word: NameWord,
  words: readonly NameWord[],
  links: readonly Link[],
  source: string,
): Derivation | undefined {
  for (const {a, b, facts} of links) {
    const {relation} = facts;
    if ((a !== word && b !== word) || relation.kind !== 'prefix') continue;
    const base = a === word ? b : a;
    if (base.folded.length >= word.folded.length || !words.includes(base)) continue;
    const ending = word.text.slice(base.text.length);
    if (relation.endingKind === 'repeat') return {base: base.text, ending, kind: 'repeat', languages: []};
    if (
      relation.endingKind === 'case' &&
      !word.known &&
      word.tier < 2 &&
      !isNominative(word.text, ending, source) &&
      !isAnotherWord(base.folded, relation.ending)
    ) {
      return {base: base.text, ending, kind: 'case', languages: languagesOfEnding(ending.toLowerCase())};
    }
  }
  return undefined;
}

/**
 * Endings that make surnames and adjectives (whether they were left out or put on, none can say), and a doubled last
 * letter (`Zelenskyy`), which is a way of spelling.
 */
const isAnotherWord = (base: string, ending: string) =>
  /^(ov|ova|ev|eva|sky|ski|skiy|ska|skaya|a)$/.test(ending) ||
  base.endsWith(ending) ||
  (base.endsWith('sk') && /^[yi]/.test(ending));
