import type {Finding, SuppressedFinding} from './finding.js';
import {fingerprintOf, fingerprintsOf} from './fingerprint.js';
import {isFailure} from './report.js';
import {type Score, scoreOf} from './score.js';

/** The file's `version`. Another one is refused, never guessed at. */
export const baselineVersion = 1;

/**
 * Known findings that are not to be shown: how often each fingerprint occurs, by file and by rule. Paths are relative
 * to the folder of the baseline file, with forward slashes; a stream takes the record's id.
 */
export interface Baseline {
  /** By path. */
  readonly files: ReadonlyMap<string, KnownInFile>;
}

/** By rule id, by fingerprint: how many findings are alike in this. */
export type KnownInFile = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What the baseline asks of a result. */
export interface BaselineSubject {
  /** As the baseline names the file. */
  readonly path: string;
  /** The text as linted. */
  readonly source: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Of all findings. */
  readonly score: Score;
  /** What directives hide; the baseline knows nothing of it. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** Why the file could not be linted: then nothing is known of its findings, and its entries stay. */
  readonly error?: string;
}

/** What {@link applyBaseline} makes of a result. */
export interface Hidden {
  /** Findings that the baseline does not know. */
  readonly findings: readonly Finding[];
  /** Of these findings alone. */
  readonly score: Score;
  /** How many findings the baseline hides. */
  readonly hidden: number;
  /** All findings that are hidden, by directives too, for formats that show them as such. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** A baseline that holds all findings of these results. */
export function createBaseline(results: Iterable<BaselineSubject>): Baseline {
  const files = new Map<string, KnownInFile>();
  for (const result of results) {
    const known = knownIn(result);
    if (known.size > 0) files.set(result.path, known);
  }
  return {files};
}

/** Takes out of a result what the baseline knows. */
export function applyBaselineTo<T extends BaselineSubject>(
  result: T,
  baseline: Baseline,
): Omit<T, keyof Hidden> & Hidden {
  const {findings, known} = split(result, baseline.files.get(result.path));
  const score = known.length === 0 ? result.score : scoreOf(findings, result.score.words);
  const suppressed = [
    ...(result.suppressed ?? []),
    ...known.map((finding) => ({...finding, suppression: {kind: 'baseline'} as const})),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  return {...result, findings, score, hidden: known.length, suppressed};
}

/** {@link applyBaselineTo} for many results; their order is kept. */
export function applyBaseline<T extends BaselineSubject>(
  results: readonly T[],
  baseline: Baseline,
): (Omit<T, keyof Hidden> & Hidden)[] {
  return results.map((result) => applyBaselineTo(result, baseline));
}

/**
 * The baseline after a run with all its findings accepted: entries of the linted files are made anew, those of files
 * that this run did not lint (or could not) stay.
 */
export function updateBaseline(results: Iterable<BaselineSubject>, old: Baseline): Baseline {
  const files = new Map(old.files);
  for (const result of results) {
    if (result.error !== undefined) continue;
    const known = knownIn(result);
    if (known.size > 0) files.set(result.path, known);
    else files.delete(result.path);
  }
  return {files};
}

/**
 * The baseline without entries that no finding answers to any more. Nothing is ever added.
 *
 * @param isGone says of a file that this run did not lint whether it no longer exists: then its entries go too
 */
export function pruneBaseline(
  results: Iterable<BaselineSubject>,
  old: Baseline,
  isGone: (path: string) => boolean = () => false,
): Baseline {
  const files = new Map<string, KnownInFile>();
  const linted = new Map<string, KnownInFile>();
  for (const result of results) if (result.error === undefined) linted.set(result.path, knownIn(result));
  for (const [path, known] of old.files) {
    const now = linted.get(path);
    if (now === undefined) {
      if (!isGone(path)) files.set(path, known);
      continue;
    }
    const kept = common(known, now);
    if (kept.size > 0) files.set(path, kept);
  }
  return {files};
}

/** How many findings a baseline holds. */
export function baselineSize(baseline: Baseline): number {
  let size = 0;
  for (const known of baseline.files.values()) {
    for (const hashes of known.values()) for (const count of hashes.values()) size += count;
  }
  return size;
}

/** The text of a baseline file: JSON, sorted, one fingerprint a line, so that its diff shows just what changed. */
export function formatBaseline(baseline: Baseline): string {
  const files = [...sorted(baseline.files)].filter(([, known]) => known.size > 0);
  const file = ([path, known]: [string, KnownInFile]): string =>
    `    ${JSON.stringify(path)}: ${block([...sorted(known)].map(rule), '    ')}`;
  const rule = ([id, hashes]: [string, ReadonlyMap<string, number>]): string =>
    `      ${JSON.stringify(id)}: ${block(
      [...sorted(hashes)].map(([hash, count]) => `        ${JSON.stringify(hash)}: ${count}`),
      '      ',
    )}`;
  return `{\n  "version": ${baselineVersion},\n  "files": ${block(files.map(file), '  ')}\n}\n`;
}

const block = (lines: string[], indent: string): string =>
  lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;

/** A baseline file that cannot be used; the message says why, in a sentence. */
export class BaselineError extends Error {
  /** `BaselineError`. */
  override readonly name = 'BaselineError';
}

/**
 * Reads the text of a baseline file.
 *
 * @throws BaselineError when it is not JSON, of another version, or not of the right shape
 */
export function parseBaseline(text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    // What else the message holds is of a file that may be something else.
    const place = / at position \d+(?: \(line \d+ column \d+\))?/.exec((error as Error).message)?.[0] ?? '';
    throw new BaselineError(`The baseline is not JSON${place}`);
  }
  const top = objectAt(value, 'The baseline');
  const version = top.get('version');
  if (version !== baselineVersion) {
    throw new BaselineError(
      `The baseline has ${typeof version === 'number' ? `version ${version}` : 'no version'}; this calque reads version ${baselineVersion}. Make it anew with --update-baseline.`,
    );
  }
  const files = new Map<string, KnownInFile>();
  for (const [path, rules] of objectAt(top.get('files'), '“files” of the baseline')) {
    const known = new Map<string, Map<string, number>>();
    for (const [id, hashes] of objectAt(rules, `“${path}” in the baseline`)) {
      const counts = new Map<string, number>();
      for (const [hash, count] of objectAt(hashes, `“${id}” of “${path}” in the baseline`)) {
        if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) {
          throw new BaselineError(`“${hash}” of “${path}” in the baseline must be a count of 1 or more`);
        }
        counts.set(hash, count);
      }
      known.set(id, counts);
    }
    files.set(path, known);
  }
  return {files};
}

function objectAt(value: unknown, what: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BaselineError(`${what} must be an object`);
  return new Map(Object.entries(value));
}

function* sorted<T>(map: ReadonlyMap<string, T>): Generator<[string, T]> {
  for (const key of [...map.keys()].sort()) yield [key, map.get(key) as T];
}

function knownIn(result: BaselineSubject): Map<string, Map<string, number>> {
  const known = new Map<string, Map<string, number>>();
  for (const finding of result.findings) {
    // A rule that fails today is no finding to live with.
    if (isFailure(finding)) continue;
    const counts = known.get(finding.rule) ?? new Map<string, number>();
    const hash = fingerprintOf(result.source, finding);
    known.set(finding.rule, counts.set(hash, (counts.get(hash) ?? 0) + 1));
  }
  return known;
}

/** Of findings that are alike, as many as the baseline knows are taken out, the first of the text first. */
function split(
  result: BaselineSubject,
  inFile: KnownInFile | undefined,
): {findings: readonly Finding[]; known: Finding[]} {
  if (!inFile || result.findings.length === 0) return {findings: result.findings, known: []};
  const findings: Finding[] = [];
  const known: Finding[] = [];
  const prints = fingerprintsOf(result.source, result.findings);
  result.findings.forEach((finding, i) => {
    const [hash, ordinal] = (prints[i] as string).split(':') as [string, string];
    const isKnown = !isFailure(finding) && Number(ordinal) <= (inFile.get(finding.rule)?.get(hash) ?? 0);
    (isKnown ? known : findings).push(finding);
  });
  return {findings, known};
}

/** What both hold, each as often as the rarer of the two. */
function common(old: KnownInFile, now: KnownInFile): KnownInFile {
  const kept = new Map<string, Map<string, number>>();
  for (const [id, hashes] of old) {
    const counts = new Map<string, number>();
    for (const [hash, count] of hashes) {
      const left = Math.min(count, now.get(id)?.get(hash) ?? 0);
      if (left > 0) counts.set(hash, left);
    }
    if (counts.size > 0) kept.set(id, counts);
  }
  return kept;
}
