import {type Action, type Diagnostic, linter} from '@codemirror/lint';
import {type Extension, StateEffect, type Text} from '@codemirror/state';
import type {EditorView} from '@codemirror/view';
import type {Edit, Finding} from '../engine/finding.js';
import {changeInWords} from '../report/change-in-words.js';

/** What is known of a text. Offsets are UTF-16 offsets into it. */
export interface Checked {
  readonly findings: readonly Finding[];
}

export interface CalqueOptions {
  /** Checks a text: with a linter of `calque/core`, in a worker or over the network. */
  readonly check: (text: string) => Checked | Promise<Checked>;
  /** How long the text must rest before it is checked, in milliseconds. Default: 250. */
  readonly delay?: number;
  /** Which findings are shown. Default: all. */
  readonly shows?: (finding: Finding) => boolean;
  /** Actions that a finding has at most. Default: 4. */
  readonly mostActions?: number;
}

/** What a person may do about a finding. */
export interface Choice {
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** Dispatched where something else than the text has changed, such as the language: the text is checked anew. */
export const recheck = StateEffect.define<null>();

/**
 * Underlines what calque finds in an editor, with a button for each change that it proposes. Everything else (lists,
 * gutters, keys) is that of `@codemirror/lint`.
 */
export function calque({check, delay = 250, shows = () => true, mostActions = 4}: CalqueOptions): Extension {
  return linter(
    async (view) => {
      const {doc} = view.state;
      const text = doc.toString();
      const {findings} = await check(text);
      return findings.filter(shows).map((finding) => diagnosticOf(finding, doc, text, mostActions));
    },
    {
      delay,
      needsRefresh: ({transactions}) =>
        transactions.some(({effects}) => effects.some((effect) => effect.is(recheck))),
    },
  );
}

/** The changes that calque proposes for a finding, the likeliest first. */
export function choicesOf(finding: Finding, text: string): Choice[] {
  const choices: Choice[] = [];
  if (finding.fix) choices.push({label: changeInWords(text, finding.fix.edits), edits: finding.fix.edits});
  for (const {message, edits} of finding.suggestions) choices.push({label: message, edits});
  return choices;
}

/** Makes a change, unless the text has changed since it was checked: then nothing happens, and the next check tells anew. */
export function apply(view: EditorView, checked: Text, edits: readonly Edit[]): boolean {
  if (!view.state.doc.eq(checked)) return false;
  view.dispatch({
    changes: edits.map(({start, end, text}) => ({from: start, to: end, insert: text})),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
  return true;
}

function diagnosticOf(finding: Finding, doc: Text, text: string, mostActions: number): Diagnostic {
  const actions: Action[] = choicesOf(finding, text)
    .slice(0, mostActions)
    .map(({label, edits}) => ({name: label, apply: (view) => void apply(view, doc, edits)}));
  return {
    from: finding.start,
    to: finding.end,
    severity: finding.severity,
    source: finding.rule,
    message: finding.message,
    actions,
  };
}
