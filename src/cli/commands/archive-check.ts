import fs from 'node:fs';
import {reasonOf} from '../../config/system-error.js';
import {readArchiveNames} from '../../names/archive-names.js';
import {mapCommand} from '../archive/map-command.js';
import type {Command} from '../command.js';
import {UsageError} from '../usage-error.js';

/** Tells where articles deviate from the names of their archive, as findings of the rule names/archive. */
export const command: Command = async ({operands, options}) => {
  const {names} = options;
  if (names === undefined)
    throw new UsageError('`calque archive check` needs --names FILE: what `calque archive names` wrote');
  let size: number;
  let mtimeMs: number;
  try {
    ({size, mtimeMs} = fs.statSync(names));
    readArchiveNames(fs.readFileSync(names, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `--names ${names}: ${error instanceof RangeError ? error.message : reasonOf(error)}`,
    );
  }
  await mapCommand('check', operands, options, {names, settings: [names, size, mtimeMs]});
  return 0;
};
