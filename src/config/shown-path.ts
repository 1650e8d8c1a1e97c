import path from 'node:path';

/** A path as messages show it: from the working directory, unless it leads far out of it. */
export function shownPath(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  return (relative.startsWith(`..${path.sep}..`) ? file : relative || '.').split(path.sep).join('/');
}
