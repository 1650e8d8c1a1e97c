import fs from 'node:fs';
import picocolors from 'picocolors';
import {printable} from '../report/visible.js';
import type {LintedFile} from '../unified/lint-files.js';
import {useColor, write} from './output.js';
import type {Options} from './parse.js';
import {unifiedDiff} from './unified-diff.js';

/** Writes what fixes would change to standard output. */
export async function writeDiffs(files: readonly LintedFile[], options: Options): Promise<void> {
  const color = useColor(options, process.stdout);
  const isShown = color || goesToReader();
  for (const file of files) await write(process.stdout, diffOf(file, color, isShown));
}

/** Whether standard output is read by a terminal or is the log of a job, and not taken as it is by a program. */
function goesToReader(): boolean {
  if (process.stdout.isTTY) return true;
  return process.env.GITHUB_ACTIONS === 'true' && !fs.fstatSync(1).isFile();
}

/**
 * What fixes change in a file, as a unified diff; empty when they change nothing.
 *
 * @param isShown articles may hold control characters and commands of CI logs: they are shown, never obeyed. Otherwise
 * the diff is one that `patch` takes
 */
export function diffOf({path, original, source}: LintedFile, color: boolean, isShown: boolean): string {
  if (original === source) return '';
  const colors = picocolors.createColors(color);
  return unifiedDiff(`a/${path}`, `b/${path}`, original, source)
    .split('\n')
    .map((line) => (isShown ? shown(line) : line))
    .map((line) => {
      if (line.startsWith('---') || line.startsWith('+++')) return colors.bold(line);
      if (line.startsWith('@@')) return colors.cyan(line);
      if (line.startsWith('+')) return colors.green(line);
      return line.startsWith('-') ? colors.red(line) : line;
    })
    .join('\n');
}

/** A line that no terminal and no log obeys; the runner of GitHub Actions passes over the space before a command. */
const shown = (line: string): string => printable(line).replace(/^(\s+)::/, '$1\\::');
