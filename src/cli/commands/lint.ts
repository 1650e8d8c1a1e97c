import fs from 'node:fs';
import path from 'node:path';
import {ConfigError, type ConfigProblem} from '../../config/config-error.js';
import {didYouMean} from '../../config/did-you-mean.js';
import type {FileSettings, Project} from '../../config/project.js';
import {isOneFile} from '../../config/source-pattern.js';
import {plural} from '../../report/totals.js';
import {printable} from '../../report/visible.js';
import {type Found, toldIgnoredBy} from '../../unified/find-files.js';
import {failed, type LintedFile} from '../../unified/lint-files.js';
import {Baselines} from '../baselines.js';
import type {Changes} from '../changed.js';
import type {Command} from '../command.js';
import {commandTable} from '../commands.js';
import {conclude} from '../conclude.js';
import {find} from '../find.js';
import {checkFixTypes, fixTypes} from '../fix-types.js';
import {lintAll} from '../lint-all.js';
import {note} from '../output.js';
import {openOutputs, report, reportFiles} from '../outputs.js';
import type {CommandLine, Options} from '../parse.js';
import {projectOf} from '../project.js';
import {ProjectNotes} from '../project-notes.js';
import {UsageError} from '../usage-error.js';

export const command: Command = async (line) => {
  const {operands, options} = line;
  if (!options.watch) return lint(line);
  if (operands.length === 0 || options.stdin || options.interactive)
    throw new UsageError('--watch goes with paths, and without --stdin and --interactive');
  const {watchPaths} = await import('../watch.js');
  const {fail} = await import('../fail.js');
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
  const found = withoutReports(await find(operands, project, options), options);
  for (const text of found.notes) note(`calque: ${printable(text)}\n`);
  const reports = reportFiles(options);
  if (reports.length > 0) {
    const {checkReportFiles} = await import('../report-files.js');
    checkReportFiles(reports, inputsOf(found));
  }
  const nothing = answerForNoFiles(found, options);
  if (nothing !== undefined) {
    // Who reads reports, such as the next step of a pipeline, gets one that says so.
    if (options.format || options['output-file']) await report([], project, outputs, options);
    return nothing;
  }
  const baselines = new Baselines(options, cwd);
  const languages = await checkConfigurations(found, project, baselines);
  if (options.source !== undefined && isOneFile(options.source) && found.files.length > 1)
    throw new UsageError(
      `--source names one file, but ${found.files.length} articles are linted: write where the source of each lies, for example --source 'originals/{path}.ru{ext}'`,
    );
  const fix = fixTypes(options);
  checkFixTypes(fix, project);

  const files: LintedFile[] = found.missing.map(({operand, reason}) => failed(operand, cwd, reason));
  const timings: Record<string, number> = {};
  /** What is told after the report. */
  const late: string[] = [];
  const changes = await changesOf(options, cwd);
  const articles = found.files.filter((file) => changes?.touches(file.path) ?? true);
  const writer =
    fix && !options['fix-dry-run']
      ? new (await import('../write-fixed.js')).FixedFiles(found.files, cwd)
      : undefined;
  const beside = new Beside();
  for await (const file of lintAll(articles, project, options, fix, (text) => late.push(text))) {
    for (const [rule, time] of Object.entries(file.timings ?? {}))
      timings[rule] = (timings[rule] ?? 0) + time;
    if (beside.takes(file)) continue;
    const {language} = file;
    if (language !== undefined && !languages.has(language))
      languages.set(language, {...(await project.settingsFor(file.file)).resolved, language});
    files.push(writer ? writer.write(file) : file);
  }
  beside.tell(options);
  if (fix) tellUnwritten(files);
  if (files.length === 0 && beside.ignored > 0 && found.files.every(({explicit}) => !explicit)) {
    // As where an ignore file leaves out everything: a gate that looks at nothing must not pass.
    if (!options['pass-on-no-files'])
      throw new UsageError(
        `${plural(beside.ignored, 'file')}: all are left out by \`ignore\` of the configuration`,
      );
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const all = await baselines.apply(files, (text) => late.push(text));
  const shown =
    changes && options['changed-scope'] !== 'files' ? all.map((file) => changes.filter(file)) : all;
  if (options.interactive) {
    const {interact} = await import('../interactive/interact.js');
    const {interactive: _, ...rest} = options;
    // What is left is told by a run of its own, with the texts and the dictionary as they are now.
    const {FixedFiles} = await import('../write-fixed.js');
    return (await interact(shown, project, options, new FixedFiles(found.files, cwd)))
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
  for (const text of late) note(`calque: ${printable(text)}\n`);
  if (!options.quiet) await tellLanguages(project, languages.values());
  return conclude(shown, options);
}

/** Says once a run what calque can judge of each language but English. */
async function tellLanguages(project: Project, settings: Iterable<FileSettings['resolved']>): Promise<void> {
  for (const resolved of settings) {
    if (isEnglish(resolved.language)) continue;
    const {languageNote} = await import('../language-note.js');
    const text = languageNote(project, resolved);
    if (text !== undefined) note(`calque: ${printable(text)}\n`);
  }
}

const isEnglish = (tag: string): boolean => /^en\b/i.test(tag);

/** Files that a run reads since a person named them, with links followed. */
function inputsOf({files}: Found): string[] {
  return files.filter(({explicit}) => explicit).map(({real}) => real);
}

/** A report of the run before that lies among the articles is none of them. */
function withoutReports(found: Found, options: Options): Found {
  const reports = new Set(reportFiles(options).map((file) => path.resolve(file)));
  return reports.size === 0
    ? found
    : {...found, files: found.files.filter((file) => file.explicit || !reports.has(file.path))};
}

const isNowhere = (operand: string): boolean => !fs.existsSync(operand);
const commandNames = (): string[] => commandTable.map(({name}) => name);

/** Exit code when there is nothing to lint, else undefined. */
function answerForNoFiles({files, missing, ignored}: Found, options: Options): number | undefined {
  // Tools that hand on lists of files (lint-staged, pre-commit) must not fail for those that are ignored.
  for (const {operand, by} of ignored)
    if (!options.quiet)
      note(`calque: ${printable(operand)} is ignored by ${printable(toldIgnoredBy(by, process.cwd()))}\n`);
  if (files.length > 0) return undefined;
  if (missing.length === 0) return 0;
  if (options['pass-on-no-files'] && missing.every(({isPath}) => !isPath)) return 0;
  throw new UsageError(
    missing
      .map(
        ({operand, reason}) =>
          `${printable(operand)}: ${reason}${/^[a-z]+$/.test(operand) && isNowhere(operand) ? didYouMean(operand, commandNames()) : ''}`,
      )
      .join('\ncalque: '),
  );
}

/** Reads the configuration of every file before the first is linted, so that all mistakes are told at once. */
async function checkConfigurations(
  found: Found,
  project: Project,
  baselines: Baselines,
): Promise<Map<string, FileSettings['resolved']>> {
  const problems = new Map<string, ConfigProblem>();
  /** Settings of one file in each language. */
  const languages = new Map<string, FileSettings['resolved']>();
  for (const {path: file} of found.files) {
    try {
      const settings = await project.settingsFor(file);
      if (!settings.ignored) {
        baselines.configured(settings.baseline);
        const {resolved} = settings;
        if (!languages.has(resolved.language)) languages.set(resolved.language, resolved);
      }
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) problems.set(JSON.stringify(problem), problem);
    }
  }
  if (problems.size > 0) throw new ConfigError([...problems.values()]);
  new ProjectNotes(project).tell();
  return languages;
}

async function changesOf(options: Options, cwd: string): Promise<Changes | undefined> {
  const ref = options['changed-since'];
  if (ref === undefined) {
    if (options['changed-scope']) throw new UsageError('--changed-scope goes with --changed-since');
    return undefined;
  }
  return (await import('../changed.js')).Changes.since(ref, cwd);
}

/** Says of documents that no fix is written into them, and what is done instead. */
function tellUnwritten(files: readonly LintedFile[]): void {
  for (const {path: shown, document, findings} of files)
    if (document !== undefined && findings.some(({fix}) => fix))
      note(
        `calque: ${printable(shown)} is a ${document}, into which no fixes are written${document === 'Word document' ? `: calque review ${printable(shown)} -o reviewed.docx has them as tracked changes` : ''}\n`,
      );
}

/** Files that give no result, and directives that were not obeyed. */
class Beside {
  ignored = 0;
  private readonly pages: string[] = [];
  private disobeyed = 0;

  /** Whether a file gives no result. */
  takes({left, path: shown, disobeyed = 0}: LintedFile): boolean {
    this.disobeyed += disobeyed;
    if (left === 'ignored') this.ignored++;
    if (left === 'own page') this.pages.push(shown);
    return left !== undefined;
  }

  tell(options: Options): void {
    const {pages, disobeyed} = this;
    if (pages.length > 0)
      note(
        `calque: ${pages.length === 1 ? 'one page' : `${pages.length} pages`} that calque made ${pages.length === 1 ? 'is' : 'are'} left out (${pages.slice(0, 3).map(printable).join(', ')}${pages.length > 3 ? ', …' : ''}); a page that is named itself is linted\n`,
      );
    if (disobeyed > 0 && !options.quiet)
      note(
        `calque: ${disobeyed === 1 ? 'one directive is' : `${disobeyed} directives are`} not obeyed (--no-inline-config)\n`,
      );
  }
}
