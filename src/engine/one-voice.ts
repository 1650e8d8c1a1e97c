import type {MqmCategory} from '../mqm/categories.js';
import {byStart, clash} from './apply-edits.js';
import type {Edit, Finding, Related, Severity, Suggestion} from './finding.js';
import type {RuleMeta} from './rule.js';

/** What {@link oneVoice} asks of a finding's rule; absent for a rule that nobody knows, which is weakest. */
export type Speaker = Pick<RuleMeta, 'basis' | 'passage'>;

/** Another finding on the same place, which is told with this one: `data.also` has a list of them. */
export interface AlsoSaid {
  readonly rule: string;
  readonly message: string;
}

/** What {@link oneVoice} makes of findings. */
export interface Voiced {
  readonly told: readonly Finding[];
  /** Those that are told with another, or not at all. */
  readonly silenced: readonly Finding[];
}

/**
 * One place, one voice: of findings that contradict each other, or that say something of the very same characters, one
 * is told. The strongest stays: what the project's own dictionary says before what a bundled one says, before what the
 * article shows elsewhere, before what a pattern says; then the graver one; then one with a fix. It takes along the
 * reasons of the others (`data.also`, and as `related` places), their suggestions that do not contradict it, and the
 * spellings of a name. What lies inside a passage that is to go is not told, unless it is an error and the passage is
 * none; nor is, inside a passage in another language, what presumes the language of the article.
 *
 * Two findings contradict each other when what they propose first changes the same words in two ways; edits are
 * compared by the words that they change. Takes n log n time.
 *
 * @param findings in any order; none is changed
 * @param source the text that their offsets are into
 * @returns both lists in no order
 */
export function oneVoice(
  findings: readonly Finding[],
  source: string,
  speakerOf: (rule: string) => Speaker | undefined,
): Voiced {
  if (findings.length < 2) return {told: findings, silenced: []};
  const voices = findings.map((finding) => new Voice(finding, source, speakerOf(finding.rule)));
  if (!mayMeet(voices)) return {told: findings, silenced: []};
  const heard = outsidePassages(voices);
  const told = new Told();
  // A passage that is outdone speaks for nothing that lies in it.
  for (let round = heard; round.length > 0; )
    round = round.sort(byStrength).flatMap((voice) => (told.add(voice) ? [] : (voice.held ?? [])));
  const all = new Set(told.voices);
  return {
    told: told.voices.map(spoken),
    silenced: voices.flatMap((voice) => (all.has(voice) ? [] : [voice.finding])),
  };
}

/** What other rules say of the place of a finding that {@link oneVoice} tells. */
export function alsoSaid({data: {also}}: Pick<Finding, 'data'>): readonly AlsoSaid[] {
  return Array.isArray(also) ? (also as readonly AlsoSaid[]) : [];
}

/** How much counts what a finding rests on; the lower, the more. */
const Basis = {House: 0, Bundled: 1, Article: 2, Pattern: 3} as const;

const gravity: Readonly<Record<Severity, number>> = {error: 0, warning: 1, info: 2};

/** A finding with what is compared of it. */
class Voice {
  readonly basis: number;
  readonly passage: 'gone' | 'foreign' | undefined;
  /** What it proposes first. */
  readonly proposal: readonly Edit[];
  /** The same, cut down to the words that change, and without what lies away from the place. */
  readonly claims: readonly Edit[];
  /** Where the passage begins and ends, if it is one. */
  readonly from: number;
  readonly to: number;
  /** Those that it outdoes. */
  losers: Voice[] | undefined;
  /** Those that are not told because they lie in it. */
  held: Voice[] | undefined;

  constructor(
    readonly finding: Finding,
    source: string,
    speaker: Speaker | undefined,
  ) {
    const {data, fix, suggestions, start, end} = finding;
    this.basis = basisOf(data, speaker);
    this.proposal = fix?.edits ?? suggestions[0]?.edits ?? [];
    const claims: Edit[] = [];
    for (const edit of this.proposal) {
      const claim = byWords(edit, source);
      if (claim.start <= end && claim.end >= start) claims.push(claim);
    }
    this.claims = claims;
    const only = this.proposal.length === 1 ? this.proposal[0] : undefined;
    const deletes =
      only !== undefined && end > start && only.start <= start && only.end >= end && only.text.trim() === '';
    this.passage = deletes ? 'gone' : speaker?.passage;
    this.from = deletes ? only.start : start;
    this.to = deletes ? only.end : end;
  }
}

function basisOf(data: Finding['data'], speaker: Speaker | undefined): number {
  if (data.dictionary === 'house') return Basis.House;
  if (data.dictionary === 'bundled') return Basis.Bundled;
  return speaker?.basis === 'article' ? Basis.Article : Basis.Pattern;
}

function byStrength(a: Voice, b: Voice): number {
  const [x, y] = [a.finding, b.finding];
  return (
    a.basis - b.basis ||
    gravity[x.severity] - gravity[y.severity] ||
    means(x) - means(y) ||
    x.start - y.start ||
    y.end - x.end ||
    (x.rule < y.rule ? -1 : x.rule > y.rule ? 1 : 0) ||
    (x.messageId < y.messageId ? -1 : x.messageId > y.messageId ? 1 : 0) ||
    (x.message < y.message ? -1 : x.message > y.message ? 1 : 0)
  );
}

const means = ({fix, suggestions}: Finding): number => (fix ? 0 : suggestions.length > 0 ? 1 : 2);

/** Whether any two findings touch at all; in most texts none do. Claims may reach a little beyond their places. */
function mayMeet(voices: readonly Voice[]): boolean {
  const spans = voices.map(({finding, claims, from, to}) => {
    const low = claims.reduce((least, {start}) => Math.min(least, start), from);
    const high = claims.reduce((most, {end}) => Math.max(most, end), to);
    return [Math.min(low, finding.start), Math.max(high, finding.end)] as const;
  });
  spans.sort((a, b) => a[0] - b[0]);
  let reach = -1;
  for (const [low, high] of spans) {
    if (low <= reach) return true;
    reach = Math.max(reach, high);
  }
  return false;
}

/** Leaves out what lies in a passage that is told as a whole. */
function outsidePassages(voices: readonly Voice[]): Voice[] {
  const passages = voices.filter(({passage}) => passage !== undefined);
  if (passages.length === 0) return [...voices];
  passages.sort((a, b) => a.from - b.from || b.to - a.to || byStrength(a, b));
  const gone = new Passages(passages.filter(({passage}) => passage === 'gone'));
  const foreign = new Passages(passages.filter(({passage}) => passage === 'foreign'));
  return voices.filter((voice) => {
    const {finding} = voice;
    const own = gravity[finding.severity];
    if (gone.hold(voice, finding.severity === 'error' ? own : gravity.info)) return false;
    // A name that is spelt in two ways is so in any language, where the passage is but hinted at.
    const least = finding.mqm === 'transliteration' ? own : gravity.info;
    return anywhere.has(finding.mqm) || !foreign.hold(voice, least);
  });
}

/** Passages of one kind. Of each gravity those are kept that lie in no other, so that their ends rise with their starts. */
class Passages {
  private readonly byGravity: [Voice[], Voice[], Voice[]] = [[], [], []];

  /** @param passages sorted by where they begin, the longest first */
  constructor(passages: readonly Voice[]) {
    for (const passage of passages) {
      const list = this.byGravity[gravity[passage.finding.severity] as 0 | 1 | 2];
      if (passage.to > (list.at(-1)?.to ?? -1)) list.push(passage);
    }
  }

  /**
   * Whether a passage holds a finding. One at the very same place does not: the two are told as one.
   *
   * @param least of the passage: a number of {@link gravity}
   */
  hold(voice: Voice, least: number): boolean {
    const {start, end} = voice.finding;
    return this.byGravity.slice(0, least + 1).some((list) => {
      const passage = lastFrom(list, start);
      if (passage === undefined || passage.to < end) return false;
      const {finding: whole, to} = passage;
      if (whole.start === start && whole.end === end) return false;
      if (start >= to && end > whole.end) return false;
      passage.held ??= [];
      passage.held.push(voice);
      return true;
    });
  }
}

/** The last passage that begins at a place or before it. */
function lastFrom(list: readonly Voice[], start: number): Voice | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Voice).from <= start) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** Categories of faults that are faults in any language. */
const anywhere: ReadonlySet<MqmCategory> = new Set([
  'character-encoding',
  'markup',
  'addition',
  'omission',
  'duplication',
]);

/** What is told, while the findings are heard from the strongest to the weakest. */
class Told {
  readonly voices: Voice[] = [];
  private readonly byPlace = new Map<string, Voice>();
  /** What is proposed so far; no two cross, and they are sorted by where they begin. */
  private readonly claims: Claim[] = [];

  /** @returns whether the voice is told itself, and not with a stronger one */
  add(voice: Voice): boolean {
    const other = this.elsewhere(voice) ?? this.contradicted(voice);
    if (other) {
      other.losers ??= [];
      other.losers.push(voice);
      return false;
    }
    this.voices.push(voice);
    const {finding} = voice;
    const key = placeOf(finding);
    if (!this.byPlace.has(key)) this.byPlace.set(key, voice);
    for (const edit of voice.claims) {
      const at = lowerBound(this.claims, edit);
      if (![at - 1, at, at + 1].some((i) => this.claims[i] && cross(this.claims[i].edit, edit)))
        this.claims.splice(at, 0, {edit, voice});
    }
    return true;
  }

  /** What another rule says of the very same characters. */
  private elsewhere({finding}: Voice): Voice | undefined {
    if (finding.start === finding.end) return undefined;
    const other = this.byPlace.get(placeOf(finding));
    return other && other.finding.rule !== finding.rule ? other : undefined;
  }

  /** What proposes something else for the same words, or the very same at places that overlap. */
  private contradicted(voice: Voice): Voice | undefined {
    const {claims, finding} = voice;
    let same: Voice | undefined;
    let equal = 0;
    for (const edit of claims) {
      const at = lowerBound(this.claims, edit);
      for (let i = Math.max(0, at - 1); i <= at + 1 && i < this.claims.length; i++) {
        const there = this.claims[i] as Claim;
        if (!cross(there.edit, edit) || isGoneAround(there.voice, voice) || isGoneAround(voice, there.voice))
          continue;
        if (isEqual(there.edit, edit)) {
          same = there.voice;
          equal++;
        } else if (!isOneDeletion(there.edit, edit)) return there.voice;
      }
    }
    return same && equal === claims.length && overlap(same.finding, finding) ? same : undefined;
  }
}

/** Whether a passage that is to go lies around a finding; what is told of both is told beside each other. */
function isGoneAround({passage, from, to, finding: whole}: Voice, {finding}: Voice): boolean {
  const isAround = passage === 'gone' && from <= finding.start && to >= finding.end;
  return isAround && placeOf(whole) !== placeOf(finding);
}

const isEqual = (a: Edit, b: Edit): boolean => byStart(a, b) === 0 && a.text === b.text;

/** Whether two edits, in any order, cannot both be made; equal ones cross too. */
const cross = (a: Edit, b: Edit): boolean => (byStart(a, b) <= 0 ? clash(a, b) : clash(b, a));

/** Whether both only delete, and neither all that the other does: then what both leave is what either wants. */
function isOneDeletion(a: Edit, b: Edit): boolean {
  const holds = (outer: Edit, inner: Edit): boolean => outer.start <= inner.start && outer.end >= inner.end;
  return a.text === '' && b.text === '' && !holds(a, b) && !holds(b, a);
}

interface Claim {
  readonly edit: Edit;
  readonly voice: Voice;
}

/** The first claim that does not begin before an edit. */
function lowerBound(claims: readonly Claim[], edit: Edit): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byStart((claims[middle] as Claim).edit, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const placeOf = ({start, end}: Finding): string => `${start}:${end}`;

const overlap = (a: Finding, b: Finding): boolean => a.start < b.end && b.start < a.end;

/**
 * The edit cut down to the words that it changes: what is the same at its ends, up to a place between words, goes, and
 * what is deleted is counted without the white space around it.
 */
function byWords({start, end, text}: Edit, source: string): Edit {
  const old = source.slice(start, end);
  const core = old.trim();
  if (text === '' && core !== '') {
    const from = start + old.indexOf(core);
    return {start: from, end: from + core.length, text};
  }
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  while (head > 0 && !(isBetween(old, head) && isBetween(text, head))) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  while (tail > 0 && !(isBetween(old, old.length - tail) && isBetween(text, text.length - tail))) tail--;
  return {start: start + head, end: end - tail, text: text.slice(head, text.length - tail)};
}

/** Whether no word goes on over a place; ends of the text are between words. */
const isBetween = (text: string, at: number): boolean =>
  at === 0 || at === text.length || !inWord.test(text.slice(at - 1, at + 1));

/** Two characters of which neither parts words; a low surrogate counts as part of one. */
const inWord = /^[^\s\p{P}\p{S}]{2}$/u;

/** The finding that is told for a voice and for those that it outdoes. */
function spoken({finding, proposal, losers}: Voice): Finding {
  if (!losers) return finding;
  const suggestions: Suggestion[] = [...finding.suggestions];
  const related: Related[] = [...finding.related];
  const also: AlsoSaid[] = [];
  let facts: Record<string, unknown> = {};
  for (const {finding: other} of losers) {
    const {rule, message, start, end, line, column} = other;
    also.push({rule, message});
    related.push({message: `${rule}: ${message}`, start, end, line, column}, ...other.related);
    facts = {...spellingsOf(other), ...facts};
    for (const suggestion of other.suggestions)
      if (fitsBehind(suggestion, proposal, suggestions)) suggestions.push(suggestion);
  }
  return {...finding, suggestions, related, data: {...facts, ...finding.data, also}};
}

/** What tools read of a name that is spelt in several ways. */
function spellingsOf({data: {forms, counts, kind}}: Finding): Record<string, unknown> {
  if (forms === undefined) return {};
  return {forms, ...(counts === undefined ? {} : {counts}), ...(kind === undefined ? {} : {kind})};
}

/** Whether a suggestion contradicts nothing that the stronger finding proposes first, and is not there yet. */
function fitsBehind({edits}: Suggestion, proposal: readonly Edit[], others: readonly Suggestion[]): boolean {
  const isSame = (more: readonly Edit[]): boolean =>
    more.length === edits.length && more.every((edit, i) => isEqual(edit, edits[i] as Edit));
  if (isSame(proposal) || others.some((other) => isSame(other.edits))) return false;
  return edits.every((edit) => proposal.every((own) => isEqual(own, edit) || !cross(own, edit)));
}
