import fs from 'node:fs';
import {proposeFromArchive} from '../../archive/propose.js';
import {writeWhole} from '../../files/write-whole.js';
import {inputsFrom, namesFrom} from '../archive/inputs.js';
import type {Command} from '../command.js';
import {write} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

/** The names of an archive as a dictionary that a person confirms. */
export const command: Command = async ({operands, options}) => {
  const {to} = options;
  if (to !== undefined && fs.existsSync(to))
    throw new UsageError(`--to ${to}: there is such a file; a proposal is written into a new one`);
  const names = await namesFrom(inputsFrom(operands));
  const written = new Set<string>();
  for (const {kind, phrase, variants = []} of await projectOf(options).entriesFor('archive.txt'))
    if (kind === 'name') for (const text of [phrase, ...variants]) written.add(text);
  const proposed = proposeFromArchive(names, written);
  if (to === undefined) await write(process.stdout, proposed);
  else writeWhole(to, proposed);
  return 0;
};
