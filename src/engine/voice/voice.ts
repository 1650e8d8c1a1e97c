import type {Edit, Finding, Severity} from '../finding.js';
import type {RuleMeta} from '../rule.js';
import {byWords} from './by-words.js';

/** What is asked of a finding's rule; absent for a rule that nobody knows, which is weakest. */
export type Speaker = Pick<RuleMeta, 'basis' | 'passage'>;

/** How much counts what a finding rests on; the lower, the more. */
const Basis = {House: 0, Bundled: 1, Article: 2, Pattern: 3} as const;

export const gravity: Readonly<Record<Severity, number>> = {error: 0, warning: 1, info: 2};

/** A finding with what is compared of it. */
export class Voice {
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
    const isAll = this.passage === 'foreign' && data.wholeArticle === true;
    this.from = isAll ? 0 : deletes ? only.start : start;
    this.to = isAll ? source.length : deletes ? only.end : end;
  }
}

function basisOf(data: Finding['data'], speaker: Speaker | undefined): number {
  if (data.dictionary === 'house') return Basis.House;
  if (data.dictionary === 'bundled') return Basis.Bundled;
  return speaker?.basis === 'article' ? Basis.Article : Basis.Pattern;
}

export function byStrength(a: Voice, b: Voice): number {
  const [x, y] = [a.finding, b.finding];
  return (
    a.basis - b.basis ||
    gravity[x.severity] - gravity[y.severity] ||
    means(x) - means(y) ||
    x.start - y.start ||
    y.end - x.end ||
    byText(x.rule, y.rule) ||
    byText(x.messageId, y.messageId) ||
    byText(x.message, y.message) ||
    // One rule that proposes two things for one place: the order in which they come must not decide.
    byText(proposed(a), proposed(b))
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a voice proposes, as one text. */
export const proposed = ({proposal}: Voice): string =>
  proposal.map(({start, end, text}) => `${start}:${end}:${text}`).join('\n');

const means = ({fix, suggestions}: Finding): number => (fix ? 0 : suggestions.length > 0 ? 1 : 2);

/** What findings at the very same characters share. */
export const placeOf = ({start, end}: Finding): string => `${start}:${end}`;
