import fs from 'node:fs';
import path from 'node:path';
import {articleExtensions} from '../article/format.js';
import {compileGlob, GlobError, isGlob} from '../files/glob.js';
import {ignoreFileName} from '../unified/ignore-files.js';
import {note} from './output.js';

const configurations = /^(?:calque\.config\.\w+|\.calquerc(?:\.\w+)?|package\.json)$/;

/**
 * Runs once, and again when one of the paths, or a configuration or dictionary beside them, changes. Changes that come
 * together make one run. Ends with the process.
 *
 * @param written files that a run writes itself, such as its report: they make no further run
 */
export async function watchPaths(
  paths: readonly string[],
  run: () => Promise<unknown>,
  written: readonly string[] = [],
): Promise<never> {
  const {watch} = await import('chokidar');
  // Of a pattern, the folder that it begins with.
  const roots = paths
    .filter((p) => fs.existsSync(p) || !p.startsWith('!'))
    .map((p) => path.resolve(fs.existsSync(p) || !isGlob(p) ? p : baseOf(p)));
  const watcher = watch([...roots, process.cwd()], {
    ignoreInitial: true,
    ignored: (file) => /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(file),
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run).then(() => note('calque: waiting for changes\n'));
    }, 100);
  };
  const own = new Set(written.map((p) => path.resolve(p)));
  watcher.on('all', (_event, file) => {
    const full = path.resolve(file);
    const base = path.basename(full);
    if (own.has(full)) return;
    const isArticle = articleExtensions.includes(path.extname(base).slice(1).toLowerCase());
    const concerns = roots.some((root) => full === root || (isArticle && isBelow(full, root)));
    if (concerns || base === ignoreFileName || configurations.test(base) || /\.ya?ml$/.test(base)) again();
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  running = run().then(() => note('calque: waiting for changes\n'));
  return new Promise(() => {});
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** The folder that a pattern begins with; the run tells what is wrong with it. */
function baseOf(pattern: string): string {
  try {
    return compileGlob(pattern).base;
  } catch (error) {
    if (error instanceof GlobError) return '';
    throw error;
  }
}
