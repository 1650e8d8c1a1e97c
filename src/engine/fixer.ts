import type {Article, ReadArticle} from '../article/article.js';
import {applyEdits} from './apply-edits.js';
import {EditMap} from './edit-map.js';
import type {Edit, Finding} from './finding.js';
import {compareFindings, type Harm, type HarmKind, Reading, readingHarm} from './guard.js';

export {type Applied, applyEdits} from './apply-edits.js';

/**
 * Most passes of {@link fixToConvergence}. Fixes that lay bare further ones need a second, rarely a third; random heaps of
 * marks took 6 at most, and heaps that were bred to need many took 15.
 */
const maxPasses = 32;
/** How often, in one pass, a part of the edits is tried to find which of them do harm; what is left then is withheld. */
const leastTries = 40;
const mostTries = 400;
/** As many UTF-16 units may be read and linted in trying. */
const mostUnits = 400_000;
const byteOrderMark = '\uFEFF';

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

/** What {@link fixToConvergence} returns. */
export interface Fixed<L extends Linted = Linted> {
  /** The fixed text. */
  readonly text: string;
  /** Of the fixed text, as it was linted. */
  readonly result: L;
  /** Findings of the fixed text. The fix of one that would do harm is a suggestion, and `data.withheld` says why. */
  readonly findings: readonly Finding[];
  /** How many fixes were applied. */
  readonly fixed: number;
  /** How many were not, because they would do harm. */
  readonly withheld: number;
  /** How often the text was fixed. */
  readonly passes: number;
  /** False when fixes undo each other or never end: then the text is that of the last pass that was new. */
  readonly converged: boolean;
}

/** The edits of one finding, which are made together. */
interface Group {
  readonly edits: readonly Edit[];
  /** As the finding gives them: a byte order mark is left in place whatever a rule says. */
  readonly given: readonly Edit[];
}

/** Edits that are not made, in offsets of the text as it is now. */
interface Withheld {
  readonly edits: readonly Edit[];
  readonly harm: Harm;
}

/** A text between two passes. */
interface State<L extends Linted> {
  readonly text: string;
  readonly reading: Reading;
  readonly result: L;
}

/**
 * Lints and fixes a text until no fix is left, at most 32 times, and proves each pass harmless: the fixed text is read
 * anew, and words beside the edits, the tree of markup and all that is no prose must be the same, and no rule may find
 * what was not there before, unless its own fix then mends it. Edits after which that does not hold are withheld.
 *
 * Costs one lint a pass, and more where edits are withheld: up to 40, and up to 400 for a short text. Takes the result of linting the text where it is
 * known already.
 */
export function fixToConvergence<L extends Linted>(text: string, fixing: Fixing<L>, first?: L): Fixed<L> {
  const reading = new Reading(fixing.read(text));
  const state = {text, reading, result: first ?? fixing.lint(reading.article)};
  const fixed = fixAll(state, fixing, false);
  // A finding that its own fix was to mend is left: no pass may bring about any.
  return fixed ?? (fixAll(state, fixing, true) as Fixed<L>);
}

/**
 * Turns those fixes of `findings` that would do harm, made all at once, into suggestions; all else is left as it is.
 * Costs a lint or more of a text with fixes.
 */
export function withholdHarmful<L extends Linted>(
  text: string,
  fixing: Fixing<L>,
  findings: readonly Finding[],
): readonly Finding[] {
  if (!findings.some(({fix}) => fix)) return findings;
  const reading = new Reading(fixing.read(text));
  const state = {text, reading, result: fixing.lint(reading.article)};
  const pass = new Pass(state, allOf(state.result), fixing, false);
  pass.settle(candidates(text, findings, fixing, []));
  return withhold(findings, pass.withheld);
}

/** Undefined when a finding is left that was not there before; never so when `strict`. */
function fixAll<L extends Linted>(first: State<L>, fixing: Fixing<L>, strict: boolean): Fixed<L> | undefined {
  const seen = new Set([first.text]);
  let state = first;
  let known = allOf(first.result);
  let fresh: readonly Finding[] = [];
  let withheld: readonly Withheld[] = [];
  /** Edits were withheld before others were made. */
  let isOutdated = false;
  let fixed = 0;
  let passes = 0;
  let converged = true;
  for (;;) {
    const groups = candidates(state.text, state.result.findings, fixing, withheld);
    if (groups.length === 0) {
      // What would have done harm may do none beside the edits that were made since.
      if (!isOutdated) break;
      isOutdated = false;
      withheld = [];
      continue;
    }
    if (passes === maxPasses) {
      converged = false;
      break;
    }
    const pass = new Pass(state, known, fixing, strict);
    const next = pass.settle(groups);
    withheld = [...withheld, ...pass.withheld];
    if (!next) continue;
    if (seen.has(next.state.text)) {
      converged = next.state.text === state.text;
      break;
    }
    seen.add(next.state.text);
    withheld = moved(withheld, next.map);
    isOutdated = withheld.length > 0;
    ({state, known, fresh} = next);
    fixed += next.applied;
    passes++;
  }
  if (fresh.length > 0 && !strict) return undefined;
  return {
    text: state.text,
    result: state.result,
    findings: withhold(state.result.findings, withheld),
    fixed,
    withheld: withheld.length,
    passes,
    converged,
  };
}

/** What a pass leads to. */
interface Outcome<L extends Linted> {
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
class Pass<L extends Linted> {
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

function candidates<L extends Linted>(
  text: string,
  findings: readonly Finding[],
  {wants}: Fixing<L>,
  withheld: readonly Withheld[],
): Group[] {
  const refused = new Set(withheld.map(({edits}) => keyOf(edits)));
  const marked = text.startsWith(byteOrderMark);
  const groups: Group[] = [];
  for (const finding of findings) {
    if (!finding.fix || wants?.(finding) === false) continue;
    const given = finding.fix.edits;
    if (refused.has(keyOf(given))) continue;
    const edits = marked ? given.flatMap((edit) => (edit.end === 1 ? [] : [behindMark(edit)])) : given;
    if (edits.length > 0) groups.push({edits, given});
  }
  return groups;
}

/** A fix that empties the first line must not take the byte order mark with it. */
const behindMark = (edit: Edit): Edit =>
  edit.start === 0 ? {...edit, start: 1, end: Math.max(1, edit.end)} : edit;

const allOf = ({findings, suppressed = [], silenced = []}: Linted): readonly Finding[] => [
  ...findings,
  ...suppressed,
  ...silenced,
];

const keyOf = (edits: readonly Edit[]): string => edits.map((e) => `${e.start}:${e.end}:${e.text}`).join('|');

/** The same edits, in offsets of the text after others. */
function moved(withheld: readonly Withheld[], map: EditMap): Withheld[] {
  return withheld.map(({edits, harm}) => ({
    harm,
    edits: edits.map(({start, end, text}) => {
      const from = map.toNew(start, true);
      return {start: from, end: start === end ? from : map.toNew(end), text};
    }),
  }));
}

const reasons: Readonly<Record<HarmKind, string>> = {
  live: 'what is text would become markup where it is shown as a page',
  markup: 'the markup would not stay as it is',
  words: 'words beside it would be read otherwise',
  finding: 'something else would be wrong then',
};

/** Makes suggestions of the fixes that are withheld. */
function withhold(findings: readonly Finding[], withheld: readonly Withheld[]): readonly Finding[] {
  if (withheld.length === 0) return findings;
  const harms = new Map(withheld.map(({edits, harm}) => [keyOf(edits), harm]));
  return findings.map((finding) => {
    const harm = finding.fix && harms.get(keyOf(finding.fix.edits));
    if (!harm) return finding;
    const {fix, ...rest} = finding;
    const because = harm.rule === undefined ? reasons[harm.kind] : `${harm.rule} would find something new`;
    const message = `Make the change that --fix left out, because ${because}`;
    return {
      ...rest,
      suggestions: [{message, edits: (fix as NonNullable<typeof fix>).edits}, ...finding.suggestions],
      data: {...finding.data, withheld: harm.kind},
    };
  });
}
