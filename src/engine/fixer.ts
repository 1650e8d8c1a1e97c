import type {EditMap} from './edit-map.js';
import type {Edit, Finding} from './finding.js';
import {type Fixing, type Group, keyOf, type Linted, Pass, type State, type Withheld} from './fix-pass.js';
import {type HarmKind, Reading} from './guard.js';

export {type Applied, applyEdits} from './apply-edits.js';
export type {Fixing, Linted} from './fix-pass.js';

/**
 * Most passes of {@link fixToConvergence}. Fixes that lay bare further ones need a second, rarely a third; random heaps of
 * marks took 6 at most, and heaps that were bred to need many took 15.
 */
const maxPasses = 32;
const byteOrderMark = '\uFEFF';

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
