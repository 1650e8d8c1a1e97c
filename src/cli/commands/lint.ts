import path from 'node:path';
import {ConfigError, type ConfigProblem} from '../../config/config-error.js';
import {didYouMean} from '../../config/did-you-mean.js';
import type {Project} from '../../config/project.js';
import {plural} from '../../report/totals.js';
import {printable} from '../../report/visible.js';
import {type Found, findFiles} from '../../unified/find-files.js';
import {failed, type LintedFile} from '../../unified/lint-files.js';
import {Baselines} from '../baselines.js';
import type {Changes} from '../changed.js';
import {type Command, commandTable} from '../commands.js';
import {conclude} from '../conclude.js';
import {checkFixTypes, fixTypes} from '../fix-types.js';
import {lintAll} from '../lint-all.js';
import {note} from '../output.js';
import {openOutputs, report, reportFiles} from '../outputs.js';
import type {CommandLine, Options} from '../parse.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

export const command: Command = async (line) => {
  const {operands, options} = line;
  if (!options.watch) return lint(line);
  if (operands.length === 0 || options.stdin || options.interactive)
    throw new UsageError('--watch goes with paths, and without --stdin and --interactive');
  const {watchPaths} = await import('../watch.js');
  const {fail} = await import('../run.js');
  // What is wrong now may be right after the next change.
  return watchPaths(operands, () => lint(line).catch(fail), reportFiles(options));
};

async function lint({operands, options}: CommandLine): Promise<number> {
  const cwd = process.cwd();
  const project = projectOf(options);
  if (options['print-config'] !== undefined)
    return (await import('../print-config.js')).printConfig(project, options['print-config']);
  if (options.stdin || operands.includes('-')) {
    const [other] = operands.filter((operand) => operand !== '-');
    if (other !== undefined)
      throw new UsageError(`standard input is linted alone, but “${other}” is named beside it`);
    return (await import('./lint-stdin.js')).lintStdin(project, options);
  }
  if (options['stdin-filename'] !== undefined) throw new UsageError('--stdin-filename goes with --stdin');
  if (operands.length === 0) {
    throw new UsageError(
      'name the files, folders or patterns to lint, for example: calque articles/. `calque --help` says more.',
    );
  }
  if (options.interactive) (await import('../interactive/terminal.js')).needTerminal(options);
  const outputs = await openOutputs(options);
  const found = withoutReports(
    await findFiles(operands, {
      cwd,
      ...(options['ignore-pattern'] ? {ignorePatterns: options['ignore-pattern']} : {}),
    }),
    options,
  );
  const nothing = answerForNoFiles(found, options);
  if (nothing !== undefined) {
    // Who reads reports, such as the next step of a pipeline, gets one that says so.
    if (options.format || options['output-file']) await report([], project, outputs, options);
    return nothing;
  }
  const baselines = new Baselines(options, cwd);
  await checkConfigurations(found, project, baselines);
  const fix = fixTypes(options);
  checkFixTypes(fix, project);

  const files: LintedFile[] = found.missing.map(({operand, reason}) => failed(operand, cwd, reason));
  const timings: Record<string, number> = {};
  const changes = await changesOf(options, cwd);
  const paths = found.files.map((file) => file.path).filter((file) => changes?.touches(file) ?? true);
  for await (const file of lintAll(paths, project, options, fix)) {
    for (const [rule, time] of Object.entries(file.timings ?? {}))
      timings[rule] = (timings[rule] ?? 0) + time;
    files.push(fix && !options['fix-dry-run'] ? await written(file) : file);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const all = await baselines.apply(files);
  const shown =
    changes && options['changed-scope'] !== 'files' ? all.map((file) => changes.filter(file)) : all;
  if (options.interactive) {
    const {interact} = await import('../interactive/interact.js');
    const {interactive: _, ...rest} = options;
    // What is left is told by a run of its own, with the texts and the dictionary as they are now.
    return (await interact(shown, project, options))
      ? command({command: 'lint', operands, options: rest})
      : 130;
  }
  if (options['fix-dry-run'] && options.format === undefined) {
    const {writeDiffs} = await import('../diff.js');
    await writeDiffs(shown, options);
  } else await report(shown, project, outputs, options, {timings});
  if (options.stats) {
    const words = shown.reduce((sum, {score}) => sum + score.words, 0);
    note((await import('../stats.js')).statsTable(timings, words, plural(shown.length, 'file')));
  }
  return conclude(shown, options);
}

/** A report of the run before that lies among the articles is none of them. */
function withoutReports(found: Found, options: Options): Found {
  const reports = new Set(reportFiles(options).map((file) => path.resolve(file)));
  return reports.size === 0
    ? found
    : {...found, files: found.files.filter((file) => file.explicit || !reports.has(file.path))};
}

const commandNames = (): string[] => commandTable.map(({name}) => name);

/** Exit code when there is nothing to lint, else undefined. */
function answerForNoFiles({files, missing, ignored}: Found, options: Options): number | undefined {
  // Tools that hand on lists of files (lint-staged, pre-commit) must not fail for those that are ignored.
  for (const operand of ignored) if (!options.quiet) note(`calque: ${printable(operand)} is ignored\n`);
  if (files.length > 0) return undefined;
  if (missing.length === 0) return 0;
  if (options['pass-on-no-files'] && missing.every(({isPath}) => !isPath)) return 0;
  throw new UsageError(
    missing
      .map(
        ({operand, reason}) =>
          `${printable(operand)}: ${reason}${/^[a-z]+$/.test(operand) ? didYouMean(operand, commandNames()) : ''}`,
      )
      .join('\ncalque: '),
  );
}

/** Reads the configuration of every file before the first is linted, so that all mistakes are told at once. */
async function checkConfigurations(found: Found, project: Project, baselines: Baselines): Promise<void> {
  const problems = new Map<string, ConfigProblem>();
  for (const {path: file} of found.files) {
    try {
      const settings = await project.settingsFor(file);
      if (!settings.ignored) baselines.configured(settings.baseline);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) problems.set(JSON.stringify(problem), problem);
    }
  }
  if (problems.size > 0) throw new ConfigError([...problems.values()]);
  for (const file of project.untrusted) {
    note(
      `calque: ${file} is not used: code is only run from the project of the working directory. YAML and JSON configurations are read everywhere.\n`,
    );
  }
}

async function changesOf(options: Options, cwd: string): Promise<Changes | undefined> {
  const ref = options['changed-since'];
  if (ref === undefined) {
    if (options['changed-scope']) throw new UsageError('--changed-scope goes with --changed-since');
    return undefined;
  }
  return (await import('../changed.js')).Changes.since(ref, cwd);
}

/** Writes a file that fixes changed. */
async function written(file: LintedFile): Promise<LintedFile> {
  if (file.fixed === 0) return file;
  try {
    const {writeText} = await import('../../unified/write-file.js');
    await writeText(file.file, file.source, file.encoding);
    return file;
  } catch (error) {
    return failed(
      file.file,
      process.cwd(),
      `the fixed text could not be written: ${(error as Error).message}`,
    );
  }
}
