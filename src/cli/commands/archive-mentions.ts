import {mapCommand} from '../archive/map-command.js';
import type {Command} from '../command.js';

/** The names of articles, a record each spelling of each article. */
export const command: Command = async ({operands, options}) => {
  await mapCommand('mentions', operands, options);
  return 0;
};
