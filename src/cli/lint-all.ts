import path from 'node:path';
import type {Project} from '../config/project.js';
import type {FileCache} from '../unified/file-cache.js';
import type {FoundFile} from '../unified/find-files.js';
import type {FixTypes} from '../unified/fix.js';
import {type LintedFile, lintFiles, resultOf, shownPath} from '../unified/lint-files.js';
import {readFile} from '../unified/read-file.js';
import {note} from './output.js';
import type {Options} from './parse.js';
import {projectOptions} from './project.js';
import {UsageError} from './usage-error.js';

/** Lints files by way of the cache and of threads, as the options say. Results are the same in every way; their order is not. */
export async function* lintAll(
  found: readonly FoundFile[],
  project: Project,
  options: Options,
  fix: FixTypes | undefined,
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
  const [{FileCache}, {installedDictionaries}] = await Promise.all([
    import('../unified/file-cache.js'),
    import('../config/installed-dictionary.js'),
  ]);
  const location = path.resolve(cwd, options['cache-location'] ?? '.calquecache');
  const cache = new FileCache(location, installedDictionaries(cwd).join('\n'));
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
  if (cache.damaged)
    note(`calque: ${shownPath(location, cwd)} is damaged; what could not be read was linted again\n`);
  await cache.save();
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
  const read = readFile(file, maxFileSize);
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
  // The modules are small, but most runs are of few files.
  if (files.length > fewFiles) (await import('./helper-threads.js')).lowerHelperThreads();
  if (jobs !== 1 && files.length > fewFiles) {
    const {lintParallel, threadsFor} = await import('./lint-parallel.js');
    const threads = threadsFor(jobs, files.length);
    if (threads > 1) {
      yield* lintParallel(files, {project: projectOptions(options), cwd, ...wanted}, threads);
      return;
    }
  }
  yield* lintFiles(files, project, {cwd, ...wanted});
}

const fewFiles = 64;

function jobsOf({jobs = 'auto'}: Options): number | 'auto' {
  if (jobs === 'auto') return jobs;
  const number = Number(jobs);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new UsageError(`--jobs is “${jobs}”, but must be auto or a whole number from 1 to 64`);
  return number;
}
