import path from 'node:path';
import {installedDictionaries} from '../config/installed-dictionary.js';
import {reasonOf} from '../config/system-error.js';
import {FileRefused} from '../files/read-regular.js';
import {cacheKey, keyVariable} from '../unified/cache-key.js';
import {FileCache, NoCache} from '../unified/file-cache.js';
import {shownPath} from '../unified/lint-files.js';
import type {Options} from './parse.js';
import {UsageError} from './usage-error.js';

const defaultLocation = '.calquecache';

const locationOf = (options: Options, cwd: string): string =>
  path.resolve(cwd, options['cache-location'] ?? defaultLocation);

/**
 * The results that earlier runs have kept.
 *
 * @throws UsageError for a file that is no cache, and would be overwritten
 */
export function openCache(options: Options, cwd: string): FileCache {
  const file = locationOf(options, cwd);
  const isOurs = path.basename(file) === defaultLocation;
  try {
    return new FileCache(file, cacheKey(), installedDictionaries(cwd).join('\n'), isOurs);
  } catch (error) {
    if (!(error instanceof NoCache || error instanceof FileRefused)) throw error;
    throw new UsageError(
      `${shownPath(file, cwd)} cannot be used as the cache: ${error.message}; name another place with --cache-location`,
    );
  }
}

/** Keeps the results for the next run; what is to be told of that. */
export function saveCache(cache: FileCache, options: Options, cwd: string): string[] {
  const file = locationOf(options, cwd);
  const shown = shownPath(file, cwd);
  const told: string[] = [];
  if (cache.damaged) told.push(`${shown} is damaged; what could not be read was linted again`);
  if (cache.foreign > 0)
    told.push(
      `${shown} holds ${cache.foreign === 1 ? 'a result' : `${cache.foreign} results`} that this user’s runs have not kept, or that somebody has changed; what they are of was linted again (where several machines share a cache, give them the same ${keyVariable})`,
    );
  try {
    cache.save();
  } catch (error) {
    told.push(`results are not kept: ${shown} cannot be written: ${reasonOf(error)}`);
  }
  return told;
}
