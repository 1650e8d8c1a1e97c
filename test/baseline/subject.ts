import type {BaselineSubject} from '../../src/engine/baseline.js';
import type {Finding} from '../../src/engine/finding.js';
import {scoreOf} from '../../src/engine/score.js';
import {findingIn} from '../report/sample-run.js';

/** A rule for tests: every `bad`, `worse` and run of two spaces is a finding. */
export function findingsIn(source: string): Finding[] {
  const found: Finding[] = [];
  for (const {0: text, index} of source.matchAll(/\b(?:bad|worse)\b| {2}/g)) {
    found.push(
      findingIn(source, {
        at: [index, index + text.length],
        rule: text === '  ' ? 'test/spaces' : 'test/words',
      }),
    );
  }
  return found;
}

export function subject(path: string, source: string): BaselineSubject {
  const findings = findingsIn(source);
  return {path, source, findings, score: scoreOf(findings, source.split(/\s+/).length)};
}
