import fs from 'node:fs';
import {getHeapStatistics} from 'node:v8';
import type {Project} from '../config/project.js';
import type {FileCache} from '../unified/file-cache.js';
import type {FoundFile} from '../unified/find-files.js';
import type {FixTypes} from '../unified/fix.js';
import {type LintedFile, lintFiles, resultOf} from '../unified/lint-files.js';
import {readFile} from '../unified/read-file.js';
import type {Options} from './parse.js';
import {projectOptions} from './project.js';
import {UsageError} from './usage-error.js';

/**
 * Lints files by way of the cache and of threads, as the options say. Results are the same in every way; their order is not.
 *
 * @param late takes what is to be told after the report
 */
export async function* lintAll(
  found: readonly FoundFile[],
  project: Project,
  options: Options,
  fix: FixTypes | undefined,
  late: (text: string) => void,
): AsyncGenerator<LintedFile, void> {
  const cwd = process.cwd();
  const files = found.map((file) => file.path);
  const named = found.filter(({explicit}) => explicit).map((file) => file.path);
  if (options['cache-location'] !== undefined && !options.cache)
    throw new UsageError('--cache-location goes with --cache');
  const jobs = jobsOf(options);
  // Fixing needs the texts, and timings need the work.
  if (!options.cache || fix || options.stats) {
    yield* lintFresh(files, named, project, options, jobs, fix);
    return;
  }
  const {openCache} = await import('./cache.js');
  const cache = openCache(options, cwd);
  const missing: string[] = [];
  for (const file of files) {
    const known = await cached(file, project, cache, cwd);
    if (known) yield known;
    else missing.push(file);
  }
  for await (const result of lintFresh(missing, named, project, options, jobs, fix)) {
    const key = result.left === undefined ? (await project.settingsFor(result.file)).key() : '';
    if (key !== '' && result.error === undefined && result.left === undefined)
      cache.set(result.file, result.source, key, result);
    yield result;
  }
  const {saveCache} = await import('./cache.js');
  for (const text of saveCache(cache, options, cwd)) late(text);
}

async function cached(
  file: string,
  project: Project,
  cache: FileCache,
  cwd: string,
): Promise<LintedFile | undefined> {
  const settings = await project.settingsFor(file);
  const {ignored, maxFileSize} = settings;
  const key = ignored ? '' : settings.key();
  if (key === '') return undefined;
  const read = await readFile(file, maxFileSize);
  if ('error' in read) return undefined;
  const result = cache.get(file, read.text, key);
  return result && resultOf(file, cwd, read, result);
}

async function* lintFresh(
  files: readonly string[],
  named: readonly string[],
  project: Project,
  options: Options,
  jobs: number | 'auto',
  fix: FixTypes | undefined,
): AsyncGenerator<LintedFile, void> {
  const cwd = process.cwd();
  const wanted = {...(fix ? {fix} : {}), named};
  const job = {project: projectOptions(options), cwd, ...wanted};
  // The modules are small, but most runs are of few files.
  if (files.length > fewFiles) (await import('./helper-threads.js')).lowerHelperThreads();
  if (jobs !== 1 && files.length > fewFiles) {
    const {lintParallel, threadsFor} = await import('./lint-parallel.js');
    const threads = threadsFor(jobs, files.length);
    if (threads > 1) {
      yield* lintParallel(files, job, threads);
      return;
    }
  }
  const heavy = heavyFiles(files);
  const light = heavy.length === 0 ? files : files.filter((file) => !heavy.includes(file));
  yield* lintFiles(light, project, {cwd, ...wanted});
  if (heavy.length === 0) return;
  // Where one of these needs more memory than there is, only its thread dies.
  const {lintParallel} = await import('./lint-parallel.js');
  yield* lintParallel(heavy, job, 1, 1);
}

/** Files that may need more memory than there is. */
function heavyFiles(files: readonly string[]): string[] {
  const limit = getHeapStatistics().heap_size_limit / bytesOfHeap;
  return files.filter((file) => (fs.statSync(file, {throwIfNoEntry: false})?.size ?? 0) > limit);
}

/** A text that is nothing but findings takes so many times its bytes. */
export const bytesOfHeap = 512;
const fewFiles = 64;

export function jobsOf({jobs = 'auto'}: Options): number | 'auto' {
  if (jobs === 'auto') return jobs;
  const number = Number(jobs);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new UsageError(`--jobs is “${jobs}”, but must be auto or a whole number from 1 to 64`);
  return number;
}
