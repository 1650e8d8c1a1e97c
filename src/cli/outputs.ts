import type {Project} from '../config/project.js';
import {realPath} from '../config/trust.js';
import {version} from '../config/version.js';
import {loadReporter} from '../report/index.js';
import {limited, mostFindings} from '../report/limit.js';
import type {Reporter, Run} from '../report/report.js';
import type {LintedFile} from '../unified/lint-files.js';
import {fromCheckoutRoot} from './checkout.js';
import {useColor, write} from './output.js';
import type {Options} from './parse.js';
import {writeReport} from './report-files.js';
import {UsageError} from './usage-error.js';

/** One report of a run. */
export interface Output {
  readonly reporter: Reporter;
  /** Undefined: standard output. */
  readonly file: string | undefined;
}

/** Files that reports go to. */
export function reportFiles(options: Options): string[] {
  const ofFormats = (options.format ?? []).map((written) => /:(.+)$/s.exec(written)?.[1]);
  return [...ofFormats, options['output-file']].filter((file) => file !== undefined);
}

/**
 * The reports that the options ask for.
 *
 * @throws UsageError for a format that there is not, and where two would go to one place
 */
export async function openOutputs(options: Options): Promise<Output[]> {
  const outputs = await Promise.all(
    (options.format ?? ['stylish']).map(async (written) => {
      const colon = written.indexOf(':');
      if (colon === written.length - 1)
        throw new UsageError(`--format ${written} names no file after the colon`);
      const name = colon < 0 ? written : written.slice(0, colon);
      try {
        return {reporter: await loadReporter(name), file: colon < 0 ? undefined : written.slice(colon + 1)};
      } catch (error) {
        if (error instanceof RangeError) throw new UsageError(`--format ${written}: ${error.message}`);
        throw error;
      }
    }),
  );
  if (options['show-suppressed'] && !outputs.some(({reporter}) => reporter.tellsSuppressed))
    throw new UsageError(
      '--show-suppressed goes with --format stylish, json, jsonl or sarif: the others cannot mark what is hidden',
    );
  const file = options['output-file'];
  const open = outputs.filter((output) => output.file === undefined);
  if (open.length > 1)
    throw new UsageError(
      'only one format can go to standard output; give the others a file: --format NAME:FILE',
    );
  if (file !== undefined && open.length === 0)
    throw new UsageError('--output-file has no report to write: every --format names a file of its own');
  const placed = outputs.map((output) => ({...output, file: output.file ?? file}));
  const seen = new Map<string, string>();
  for (const {reporter, file: target} of placed) {
    if (target === undefined) continue;
    const other = seen.get(realPath(target));
    if (other !== undefined)
      throw new UsageError(
        `two reports would go to ${target}, ${other} and ${reporter.name}: give each its own file`,
      );
    seen.set(realPath(target), reporter.name);
  }
  return placed;
}

/** Writes the reports of a run. What goes to no file goes to `stream`. */
export async function report(
  all: readonly LintedFile[],
  project: Project,
  outputs: readonly Output[],
  options: Options,
  {timings = {}, stream = process.stdout}: ReportTo = {},
): Promise<void> {
  const most = options['max-findings'] ?? mostFindings;
  const files = all.map((file) => limited(file, most));
  const rules = new Map([...project.rules].map(([id, rule]) => [id, rule.meta]));
  const locale = await project.localeOf(process.cwd());
  const say = locale === undefined ? undefined : (await import('./say.js')).sayIn(locale);
  const how = {
    ...(say ? {say} : {}),
    quiet: options.quiet === true,
    suppressed: options['show-suppressed'] === true,
  };
  const run: Run = {files, rules, version, ...(options.stats ? {timings} : {})};
  const drawn = outputs.some(({reporter}) => reporter.drawsNames)
    ? await (await import('./names-for-reports.js')).withNames(files, project, how)
    : files;
  let failure: unknown;
  for (const {reporter, file} of outputs) {
    const color = file === undefined && useColor(options, stream);
    const told = reporter.drawsNames ? drawn : files;
    const text = reporter.report(
      {...run, files: reporter.pathsFromRoot ? fromCheckoutRoot(told, process.cwd()) : told},
      {...how, color, width: stream.columns ?? 80, wrap: file === undefined && stream.isTTY === true},
    );
    if (file === undefined) await write(stream, text);
    else {
      try {
        writeReport(file, text);
      } catch (error) {
        // The other reports come out all the same.
        failure ??= error;
      }
    }
  }
  if (failure !== undefined) throw failure;
}

interface ReportTo {
  /** With `--stats`. */
  readonly timings?: Readonly<Record<string, number>>;
  readonly stream?: NodeJS.WriteStream;
}
