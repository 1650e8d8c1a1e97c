import type {Command} from '../commands.js';
import {UsageError} from '../usage-error.js';

export const command: Command = async (line) => {
  if (line.operands[0] === 'compare') return (await import('./names-compare.js')).command(line);
  throw new UsageError('usage: calque names compare A B');
};
