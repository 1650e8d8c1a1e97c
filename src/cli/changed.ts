import {execFileSync} from 'node:child_process';
import path from 'node:path';
import type {Finding} from '../engine/finding.js';
import {findLines, lineAt} from '../engine/lines.js';
import {scoreOf} from '../engine/score.js';
import type {LintedFile} from '../unified/lint-files.js';
import {UsageError} from './usage-error.js';

/** Which lines of which files differ from a commit. */
export class Changes {
  private constructor(
    /** Absolute path to the ranges of lines that are new or changed, 1-based, both ends included; `all` for a new file. */
    private readonly files: ReadonlyMap<string, readonly (readonly [number, number])[] | 'all'>,
  ) {}

  /**
   * Asks git.
   *
   * @throws UsageError when this is no repository or the commit is unknown
   */
  static since(ref: string, cwd: string): Changes {
    if (ref.startsWith('-')) throw new UsageError(`--changed-since is “${ref}”, which is no commit`);
    const root = git(['rev-parse', '--show-toplevel'], cwd, (says) =>
      says.includes('not a git repository')
        ? '--changed-since asks git, but this folder is in no repository'
        : undefined,
    ).trim();
    git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd, () => unknownCommit(ref, cwd));
    // What the other branch has got since is no change of this one.
    const base = mergeBase(ref, cwd) ?? ref;
    const files = new Map<string, [number, number][] | 'all'>();
    let ranges: [number, number][] = [];
    const options = [
      '--no-ext-diff',
      '--no-color',
      '--unified=0',
      '--diff-filter=d',
      '--src-prefix=a/',
      '--dst-prefix=b/',
    ];
    for (const line of git(['-c', 'core.quotePath=false', 'diff', ...options, base, '--'], root).split(
      '\n',
    )) {
      if (line.startsWith('+++ ')) {
        ranges = [];
        const name = line.slice(4).replace(/\t$/, '');
        files.set(path.join(root, unquote(name).replace(/^b\//, '')), ranges);
      }
      const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
      const count = Number(hunk?.[2] ?? 1);
      if (hunk && count > 0) ranges.push([Number(hunk[1]), Number(hunk[1]) + count - 1]);
    }
    for (const name of git(['ls-files', '--others', '--exclude-standard', '-z'], root).split('\0')) {
      if (name !== '') files.set(path.join(root, name), 'all');
    }
    return new Changes(files);
  }

  touches(file: string): boolean {
    return this.files.has(file);
  }

  /** The result without findings that touch no changed line. */
  filter(result: LintedFile): LintedFile {
    const ranges = this.files.get(result.file);
    if (ranges === undefined || ranges === 'all') return result;
    if (result.findings.length === 0 && !result.suppressed) return result;
    const starts = findLines(result.source);
    const isNew = ({start, end}: Finding): boolean => {
      const first = lineAt(starts, start);
      const last = lineAt(starts, Math.max(start, end - 1));
      return ranges.some(([from, to]) => first <= to && last >= from);
    };
    const findings = result.findings.filter(isNew);
    return {
      ...result,
      findings,
      score:
        findings.length === result.findings.length ? result.score : scoreOf(findings, result.score.words),
      ...(result.suppressed ? {suppressed: result.suppressed.filter(isNew)} : {}),
    };
  }
}

/** git puts names with control characters, quotes and backslashes in quotes, as C would. */
function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes: number[] = [];
  const inner = Buffer.from(name.slice(1, -1));
  const escapes: Readonly<Record<string, number>> = {n: 10, t: 9, r: 13, a: 7, b: 8, f: 12, v: 11};
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] !== 0x5c) bytes.push(inner[i] as number);
    else {
      const octal = /^[0-7]{3}/.exec(inner.subarray(i + 1, i + 4).toString('latin1'))?.[0];
      const next = String.fromCharCode(inner[++i] as number);
      bytes.push(octal === undefined ? (escapes[next] ?? next.charCodeAt(0)) : Number.parseInt(octal, 8));
      if (octal !== undefined) i += 2;
    }
  }
  return Buffer.from(bytes).toString();
}

/** The newest commit that a commit and the working tree have in common; none in a clone that holds no more of either. */
function mergeBase(ref: string, cwd: string): string | undefined {
  try {
    return git(['merge-base', ref, 'HEAD'], cwd).trim() || undefined;
  } catch {
    return undefined;
  }
}

function unknownCommit(ref: string, cwd: string): string {
  const isShallow = git(['rev-parse', '--is-shallow-repository'], cwd).trim() === 'true';
  const help = isShallow ? ': this clone is shallow; fetch it (actions/checkout: fetch-depth: 0)' : '';
  return `--changed-since ${ref}: git knows no such commit${help}`;
}

/** @param message what to say when git fails, from what it says; undefined: that */
function git(
  args: readonly string[],
  cwd: string,
  message: (says: string) => string | undefined = () => undefined,
): string {
  try {
    return execFileSync('git', [...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const {code, stderr} = error as {code?: string; stderr?: string};
    if (code === 'ENOENT') throw new UsageError('--changed-since needs git, which was not found');
    const says = (stderr ?? String(error)).trim();
    throw new UsageError(message(says) ?? `--changed-since: git says: ${says.split('\n')[0]}`);
  }
}
