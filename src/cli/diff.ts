import {createTwoFilesPatch} from 'diff';
import picocolors from 'picocolors';
import {visible} from '../report/visible.js';
import type {LintedFile} from '../unified/lint-files.js';

/** What fixes change in a file, as a unified diff; empty when they change nothing. */
export function diffOf({path, original, source}: LintedFile, color: boolean): string {
  if (original === source) return '';
  const colors = picocolors.createColors(color);
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, original, source, undefined, undefined, {
    context: 2,
  });
  const lines = patch.replace(/^=+\n/, '').split('\n');
  // Articles may hold control characters: they are shown, never obeyed, where a terminal reads them.
  return lines
    .map((line) => (color ? visible(line) : line))
    .map((line) => {
      if (line.startsWith('---') || line.startsWith('+++')) return colors.bold(line);
      if (line.startsWith('@@')) return colors.cyan(line);
      if (line.startsWith('+')) return colors.green(line);
      return line.startsWith('-') ? colors.red(line) : line;
    })
    .join('\n');
}
