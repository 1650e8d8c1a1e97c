import {formatOf} from '../../article/format.js';
import {loadReader} from '../../article/read.js';
import type {Project} from '../../config/project.js';
import {applyEdits} from '../../engine/fixer.js';
import {printable} from '../../report/visible.js';
import {proveFixes} from '../../unified/fix.js';
import type {LintedFile} from '../../unified/lint-files.js';
import {note, useColor} from '../output.js';
import type {Options} from '../parse.js';
import type {FixedFiles} from '../write-fixed.js';
import {addNames} from './new-names.js';
import {helpOf, screenOf} from './screen.js';
import {readKeys} from './terminal.js';
import {Walk} from './walk.js';

/**
 * Walks through what can be done about findings, at a terminal, and writes what was accepted when the walk ends;
 * Ctrl-C writes nothing.
 *
 * @returns false when it was stopped
 */
export async function interact(
  files: readonly LintedFile[],
  project: Project,
  options: Options,
  writer: FixedFiles,
): Promise<boolean> {
  const walk = new Walk(await Promise.all(files.map((file) => proven(file, project))));
  const {stdout} = process;
  const show = (): void => {
    stdout.write(`\n${screenOf(walk, useColor(options, stdout), stdout.columns ?? 80)}`);
  };
  if (walk.current) {
    show();
    const whole = await readKeys((key) => {
      const known = walk.press(key);
      stdout.write(`${/^[ -~]$/.test(key) ? key : ''}\n`);
      if (key === '?') stdout.write(helpOf(walk));
      else if (!known)
        stdout.write(
          `  ${key === 'u' ? 'There is nothing to undo' : 'That key does nothing here; ? says what each does'}\n`,
        );
      show();
      return walk.current !== undefined;
    });
    if (!whole) {
      note('\ncalque: stopped; nothing was changed\n');
      return false;
    }
  }
  let changed = 0;
  for (const [file, groups] of walk.accepted) if (write(file, groups, writer)) changed++;
  const [first] = files;
  if (walk.names.length > 0 && first) note(`calque: ${await addNames(first.file, walk.names, project)}\n`);
  note(`calque: ${changed === 1 ? 'one file' : `${changed} files`} changed\n`);
  return true;
}

/** A file in which the fixes that would do harm are suggestions. */
async function proven(file: LintedFile, project: Project): Promise<LintedFile> {
  if (file.document !== undefined) return {...file, findings: []};
  if (!file.findings.some(({fix}) => fix)) return file;
  const {linter, resolved} = await project.settingsFor(file.file);
  const read = await loadReader(resolved.format ?? formatOf(file.file) ?? 'text');
  return {...file, findings: proveFixes(file.source, linter, read, file.findings)};
}

/** Writes the accepted edits of a file, unless somebody else has changed it meanwhile. */
function write(file: LintedFile, groups: Parameters<typeof applyEdits>[1], writer: FixedFiles): boolean {
  const fixed = {...file, original: file.source, source: applyEdits(file.source, groups).text};
  const reason = writer.tryToWrite(fixed);
  if (reason !== undefined) note(`calque: ${printable(file.path)} ${reason}\n`);
  return reason === undefined;
}
