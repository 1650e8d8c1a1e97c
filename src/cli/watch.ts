import path from 'node:path';
import {ignoreFileName} from '../unified/find-files.js';
import {note} from './output.js';

const configurations = /^(?:calque\.config\.\w+|\.calquerc(?:\.\w+)?|package\.json)$/;

/**
 * Runs once, and again when one of the paths, or a configuration or dictionary beside them, changes. Changes that come
 * together make one run. Ends with the process.
 */
export async function watchPaths(paths: readonly string[], run: () => Promise<unknown>): Promise<never> {
  const {watch} = await import('chokidar');
  const watcher = watch([...paths, process.cwd()], {
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
  const roots = paths.map((p) => path.resolve(p));
  watcher.on('all', (_event, file) => {
    const full = path.resolve(file);
    const base = path.basename(full);
    const concerns = roots.some((root) => full === root || full.startsWith(root + path.sep));
    if (concerns || base === ignoreFileName || configurations.test(base) || /\.ya?ml$/.test(base)) again();
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  running = run().then(() => note('calque: waiting for changes\n'));
  return new Promise(() => {});
}
