import type {Edit, Finding, Related, Suggestion} from '../finding.js';
import {cross, isEqual} from './edits.js';
import {outsidePassages} from './passages.js';
import {Told} from './told.js';
import {byStrength, type Speaker, Voice} from './voice.js';

export type {Speaker} from './voice.js';

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
  const heard = outsidePassages(voices, source);
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

/** Whether any two findings touch at all; in most texts none do. Claims may reach a little beyond their places. */
function mayMeet(voices: readonly Voice[]): boolean {
  // What lies between two passages in other languages touches neither.
  if (voices.length > 2 && voices.filter(({passage}) => passage === 'foreign').length > 1) return true;
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
