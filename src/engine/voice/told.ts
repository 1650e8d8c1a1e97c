import {byStart} from '../apply-edits.js';
import type {Edit, Finding} from '../finding.js';
import {cross, isEqual, isOneDeletion} from './edits.js';
import {placeOf, proposed, type Voice} from './voice.js';

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

/** What is told, while the findings are heard from the strongest to the weakest. */
export class Told {
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

  /** What another rule says of the very same characters, or the same rule that proposes something else for them. */
  private elsewhere(voice: Voice): Voice | undefined {
    const {finding} = voice;
    if (finding.start === finding.end) return undefined;
    const other = this.byPlace.get(placeOf(finding));
    if (other === undefined) return undefined;
    const isOther =
      other.finding.rule !== finding.rule ||
      (voice.proposal.length > 0 && other.proposal.length > 0 && proposed(voice) !== proposed(other));
    return isOther ? other : undefined;
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

const overlap = (a: Finding, b: Finding): boolean => a.start < b.end && b.start < a.end;
