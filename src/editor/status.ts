import type {Checked} from './articles.js';

/** How the extension is told of a document's score. */
export const statusMethod = 'calque/status';

/** What it is told. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: Checked['kind'];
  readonly reason?: string;
  readonly penalty?: number;
  readonly penaltyPer1000Words?: number;
  readonly words?: number;
  readonly errors?: number;
  readonly warnings?: number;
  readonly infos?: number;
  readonly hidden?: number;
  /** Milliseconds that the check took. */
  readonly took?: number;
}

export function statusOf(checked: Checked, took: number): StatusParams {
  const common = {uri: checked.text.uri, version: checked.text.version, state: checked.kind};
  if (checked.kind === 'broken') return {...common, reason: checked.error.message};
  if (checked.kind === 'silent')
    return {...common, ...(checked.reason === undefined ? {} : {reason: checked.reason})};
  const count = (severity: string): number => checked.findings.filter((f) => f.severity === severity).length;
  return {
    ...common,
    penalty: checked.score.penalty,
    penaltyPer1000Words: checked.score.penalty_per_1000_words,
    words: checked.score.words,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hidden: checked.hidden,
    took,
  };
}
