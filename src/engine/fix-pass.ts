import type {Article, ReadArticle} from '../article/article.js';
import {applyEdits} from './apply-edits.js';
import {EditMap} from './edit-map.js';
import type {Edit, Finding} from './finding.js';
import {compareFindings, type Harm, Reading, readingHarm} from './guard.js';

/** How often, in one pass, a part of the edits is tried to find which of them do harm; what is left then is withheld. */
const leastTries = 40;
const mostTries = 400;
/** As many UTF-16 units may be read and linted in trying. */
const mostUnits = 400_000;

/** What a text was found to be, as far as the fixer needs it. */
export interface Linted {
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** Findings that are not told; what an edit lays bare of them is not new. */
  readonly suppressed?: readonly Finding[];
  /** The same, where a stronger finding has the word. */
  readonly silenced?: readonly Finding[];
}

/** How texts are read and linted, and which fixes are wanted. */
export interface Fixing<L extends Linted> {
  /** Reads a text in its format. */
  readonly read: ReadArticle;
  /** Finds what is wrong in it. */
  lint(article: Article): L;
  /** Whether the fix of a finding shall be made; default: all. */
  wants?(finding: Finding): boolean;
}

/** The edits of one finding, which are made together. */
export interface Group {
  readonly edits: readonly Edit[];
  /** As the finding gives them: a byte order mark is left in place whatever a rule says. */
  readonly given: readonly Edit[];
}

/** Edits that are not made, in offsets of the text as it is now. */
export interface Withheld {
  readonly edits: readonly Edit[];
  readonly harm: Harm;
}

/** A text between two passes. */
export interface State<L extends Linted> {
  readonly text: string;
  readonly reading: Reading;
  readonly result: L;
}

/** What a pass leads to. */
export interface Outcome<L extends Linted> {
  readonly state: State<L>;
  readonly map: EditMap;
  /** How many groups were applied. */
  readonly applied: number;
  /** Findings that were there before. */
  readonly known: readonly Finding[];
  /** Findings that were not, and that have a fix. */
  readonly fresh: readonly Finding[];
}

/** One pass over a text: makes as many of the edits as do no harm. */
export class Pass<L extends Linted> {
  readonly withheld: Withheld[] = [];
  private tries = 0;
  private readonly mostTries: number;
  /** Of the most edits that did no harm. */
  private best: Outcome<L> | undefined;

  constructor(
    private readonly before: State<L>,
    private readonly known: readonly Finding[],
    private readonly fixing: Fixing<L>,
    private readonly strict: boolean,
  ) {
    this.mostTries = Math.min(mostTries, Math.max(leastTries, mostUnits / (before.text.length + 1)));
  }

  /** Undefined when nothing is left to do. */
  settle(groups: readonly Group[]): Outcome<L> | undefined {
    const {left, guilty} = this.withoutNearest(groups);
    if (guilty.length <= 1) for (const [group, harm] of guilty.flat()) this.withhold(group, harm);
    // A later round may have found who did the harm of an earlier one.
    else this.halve(left, guilty.flatMap((round) => round.map(([group]) => group)).sort(byPlace));
    return this.best;
  }

  /**
   * Takes out the edits nearest to the harm, which most often did it, until there is none. `guilty` are those, by
   * rounds; when that does not help, none is left.
   */
  private withoutNearest(groups: readonly Group[]): {left: readonly Group[]; guilty: [Group, Harm][][]} {
    const guilty: [Group, Harm][][] = [];
    let left = groups;
    while (left.length > 0 && guilty.length < 3) {
      const harm = this.attempt(left);
      if (!harm) return {left, guilty};
      const nearest = this.nearest(left, harm);
      if (nearest.size === 0) break;
      guilty.push([...nearest].map((group) => [group, harm]));
      left = left.filter((group) => !nearest.has(group));
    }
    if (left.length === 0 && groups.length <= 1) return {left, guilty};
    return {left: [], guilty: [[], groups.map((group) => [group, {kind: 'finding', places: []}])]};
  }

  /** Those of `groups` that can be made beside `kept`, and `kept`; halves what does harm until one is guilty. */
  private halve(kept: readonly Group[], groups: readonly Group[]): readonly Group[] {
    if (groups.length === 0) return kept;
    const all = [...kept, ...groups];
    const harm = this.tries < this.mostTries ? this.attempt(all) : unproven;
    if (!harm) return all;
    if (harm === unproven || groups.length === 1) {
      for (const group of groups) this.withhold(group, harm);
      return kept;
    }
    const middle = groups.length >> 1;
    return this.halve(this.halve(kept, groups.slice(0, middle)), groups.slice(middle));
  }

  private withhold({given}: Group, harm: Harm): void {
    this.withheld.push({edits: given, harm});
  }

  /** The groups with the edits that are nearest to what a harm is told of. */
  private nearest(groups: readonly Group[], {places}: Harm): Set<Group> {
    const guilty = new Set<Group>();
    if (places.length === 0) return guilty;
    const {map} = this.applied(groups);
    const edits = new Set(places.map(({start, end}) => map.nearest(start, end)).map((e) => e && keyOf([e])));
    for (const group of groups) if (group.edits.some((one) => edits.has(keyOf([one])))) guilty.add(group);
    return guilty;
  }

  private applied(groups: readonly Group[]): {text: string; applied: number; map: EditMap} {
    const {text, applied, edits} = applyEdits(
      this.before.text,
      groups.map(({edits: all}) => all),
    );
    return {text, applied, map: new EditMap(edits)};
  }

  /** Makes the edits; what they do without harm is the best that the pass has come to. */
  private attempt(groups: readonly Group[]): Harm | undefined {
    this.tries++;
    const {fixing, before, known} = this;
    const {text, applied, map} = this.applied(groups);
    const reading = new Reading(fixing.read(text));
    const harm = readingHarm(before.reading, reading, map);
    if (harm) return harm;
    const result = fixing.lint(reading.article);
    const {old, fresh} = compareFindings(known, result.findings, map);
    const lasting = fresh.filter(
      (finding) => this.strict || !finding.fix || fixing.wants?.(finding) === false,
    );
    const [one] = lasting;
    if (one) return {kind: 'finding', rule: one.rule, places: lasting};
    // What is not told is known all the same, as it would be to a run that begins here.
    const {suppressed = [], silenced = []} = result;
    const next = {text, reading, result};
    this.best = {state: next, map, applied, known: [...old, ...suppressed, ...silenced], fresh};
    return undefined;
  }
}

/** Tried too often already. */
const unproven: Harm = {kind: 'finding', places: []};

const byPlace = (a: Group, b: Group): number => (a.edits[0]?.start ?? 0) - (b.edits[0]?.start ?? 0);

/** One string for equal edits. */
export const keyOf = (edits: readonly Edit[]): string =>
  edits.map((e) => `${e.start}:${e.end}:${e.text}`).join('|');
