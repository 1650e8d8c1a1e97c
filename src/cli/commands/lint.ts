import fs from 'node:fs';
import path from 'node:path';
import {version} from '../../config/version.js';
import {loadReporter} from '../../report/index.js';
import type {Run} from '../../report/report.js';
import {findFiles} from '../../unified/find-files.js';
import {failed, type LintedFile, lintFiles} from '../../unified/lint-files.js';
import type {Command} from '../commands.js';
import {useColor, write} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

export const command: Command = async ({operands, options}) => {
  const cwd = process.cwd();
  if (operands.length === 0)
    throw new UsageError(
      'name the files, folders or patterns to lint, for example: calque articles/. `calque --help` says more.',
    );
  const outputs = await Promise.all((options.format ?? ['stylish']).map(output));
  const project = projectOf(options);
  const found = findFiles(operands, {cwd});
  if (found.files.length === 0 && found.ignored.length === 0) {
    throw new UsageError(found.missing.map(({operand, reason}) => `${operand}: ${reason}`).join('\n'));
  }
  const files: LintedFile[] = found.missing.map(({operand, reason}) => failed(operand, reason));
  const timings: Record<string, number> = {};
  for await (const file of lintFiles(
    found.files.map((f) => f.path),
    project,
    cwd,
  )) {
    for (const [rule, time] of Object.entries(file.timings ?? {}))
      timings[rule] = (timings[rule] ?? 0) + time;
    files.push(file);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const metas = new Map([...project.rules].map(([id, rule]) => [id, rule.meta]));
  const run: Run = {files, rules: metas, version, ...(options.stats ? {timings} : {})};
  for (const {reporter, file} of outputs) {
    const text = reporter.report(run, {
      color: file === undefined && useColor(options, process.stdout),
      width: process.stdout.columns ?? 80,
      quiet: options.quiet === true,
    });
    if (file === undefined) await write(process.stdout, text);
    else {
      fs.mkdirSync(path.dirname(path.resolve(cwd, file)), {recursive: true});
      fs.writeFileSync(path.resolve(cwd, file), text);
    }
  }
  return exitCode(files, options);
};

async function output(written: string) {
  const colon = written.indexOf(':');
  const name = colon < 0 ? written : written.slice(0, colon);
  return {reporter: await loadReporter(name), file: colon < 0 ? undefined : written.slice(colon + 1)};
}

function exitCode(
  files: readonly LintedFile[],
  options: {'exit-zero'?: true; 'max-warnings'?: number; 'max-penalty'?: number},
): number {
  if (files.some((file) => file.error !== undefined)) return 2;
  if (options['exit-zero']) return 0;
  let errors = 0;
  let warnings = 0;
  for (const {findings} of files) {
    for (const {severity} of findings) {
      if (severity === 'error') errors++;
      else if (severity === 'warning') warnings++;
    }
  }
  if (errors > 0 || warnings > (options['max-warnings'] ?? Number.POSITIVE_INFINITY)) return 1;
  const limit = options['max-penalty'] ?? Number.POSITIVE_INFINITY;
  return files.some(({score}) => score.penalty_per_1000_words > limit) ? 1 : 0;
}
