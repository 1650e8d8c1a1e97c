import path from 'node:path';
import {VFile} from 'vfile';
import {formatOf} from '../article/format.js';
import {loadReader} from '../article/read.js';
import type {Project} from '../config/project.js';
import {scoreOf} from '../engine/score.js';
import type {FileResult} from '../report/report.js';
import {readFile} from './read-file.js';
import {type Prepared, runBatch} from './run-batch.js';

/** Files in memory at a time. */
const batchSize = 64;

export interface LintedFile extends FileResult {
  readonly timings?: Readonly<Record<string, number>>;
}

/** Lints files in batches; results come in the order of `files`, paths as seen from `cwd`. */
export async function* lintFiles(
  files: readonly string[],
  project: Project,
  cwd: string,
): AsyncGenerator<LintedFile, void> {
  for (let at = 0; at < files.length; at += batchSize) {
    const batch = files.slice(at, at + batchSize);
    const done = new Map<string, LintedFile>();
    const prepared: Prepared[] = [];
    for (const file of batch) {
      const shown = shownPath(file, cwd);
      const settings = await project.settingsFor(file);
      if (settings.ignored) continue;
      const read = readFile(file, settings.maxFileSize);
      if ('error' in read) {
        done.set(file, failed(shown, read.error));
        continue;
      }
      const format = settings.resolved.format ?? formatOf(file) ?? 'text';
      await loadReader(format);
      prepared.push({file: new VFile({path: file, cwd, value: read.text}), linter: settings.linter, format});
    }
    const results = await runBatch(prepared);
    for (const [i, {file}] of prepared.entries()) {
      const result = results[i]!;
      const full = path.resolve(cwd, file.path);
      const shown = shownPath(full, cwd);
      done.set(
        full,
        result instanceof Error
          ? failed(shown, `calque failed on this file: ${result.message}`)
          : {path: shown, source: String(file), ...result, fixed: 0, hidden: 0},
      );
    }
    for (const file of batch) {
      const result = done.get(file);
      if (result) yield result;
    }
  }
}

/** A path as people see it: relative to the working directory when below it, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const shown =
    relative === '' || relative.startsWith(`..${path.sep}..`) || path.isAbsolute(relative) ? file : relative;
  return shown.split(path.sep).join('/');
}

export function failed(shown: string, error: string): LintedFile {
  return {path: shown, source: '', findings: [], score: scoreOf([], 0), fixed: 0, hidden: 0, error};
}
