import {reasonOf} from '../../config/system-error.js';
import {openSlices} from '../../files/slices.js';
import {type SourceFormat, sourceFormats} from '../../names/authority/sources.js';
import {type AuthorityMatch, AuthorityTable} from '../../names/authority/table.js';
import type {Command} from '../command.js';
import {note, print} from '../output.js';
import type {Options} from '../parse.js';
import {UsageError} from '../usage-error.js';

const usage = `usage: calque authority build FILE ... --to TABLE [--from ${sourceFormats.join('|')}]
       calque authority lookup TABLE NAME ...`;

/** Makes a table of known names from the lists of others, and looks names up in it. */
export const command: Command = async ({operands: [action, ...operands], options}) => {
  switch (action) {
    case 'build':
      return build(operands, options);
    case 'lookup':
      return lookup(operands);
  }
  throw new UsageError(usage);
};

async function build(files: readonly string[], options: Options): Promise<number> {
  const {to, from} = options;
  if (files.length === 0 || to === undefined) throw new UsageError(usage);
  if (from !== undefined && !isFormat(from))
    throw new UsageError(`“${from}” is no format of a list of names: ${sourceFormats.join(', ')}`);
  const {buildTable} = await import('../authority/build-table.js');
  let report: Awaited<ReturnType<typeof buildTable>>;
  try {
    report = await buildTable(files, to, from);
  } catch (error) {
    throw new UsageError(`${to}: cannot be built: ${reasonOf(error)}`);
  }
  const {count, first} = report.problems;
  for (const problem of first) await note(problem);
  if (count > first.length) await note(`… and ${count - first.length} more lines that cannot be read`);
  if (report.names === 0)
    throw new UsageError(`${files.join(', ')}: no name could be read; is \`--from\` right?`);
  await print(`${to}: ${report.names} names\n`);
  return count > 0 ? 1 : 0;
}

const isFormat = (format: string): format is SourceFormat =>
  (sourceFormats as readonly string[]).includes(format);

async function lookup([file, ...names]: readonly string[]): Promise<number> {
  if (file === undefined || names.length === 0) throw new UsageError(usage);
  let table: AuthorityTable;
  try {
    table = new AuthorityTable(openSlices(file));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof RangeError ? error.message : reasonOf(error)}`);
  }
  let found = 0;
  for (const name of names) {
    const matches = table.lookup(name);
    found += Number(matches.length > 0);
    if (names.length > 1) await print(`${name}:\n`);
    await print(`${matches.length === 0 ? 'nothing near it' : matches.map(told).join('\n')}\n`);
  }
  return found === names.length ? 0 : 1;
}

function told({name, canonical, id, kind, description, distance}: AuthorityMatch): string {
  const what = [kind, description].filter(Boolean).join(', ');
  const as = name === canonical ? '' : ` (as “${name}”)`;
  const apart = distance === 0 ? 'the same' : distance === 1 ? 'one letter away' : `${distance} letters away`;
  return `${canonical}${as}  ${apart}${what === '' ? '' : `  ${what}`}  ${id}`;
}
