import type {Command} from '../command.js';
import {UsageError} from '../usage-error.js';

/** Runs the language server until the editor ends it. */
export const command: Command = async ({operands}) => {
  if (operands.length > 0)
    throw new UsageError('`calque lsp` speaks with an editor over standard input and takes no paths');
  const {serveStdio} = await import('../../editor/main.js');
  serveStdio();
  return new Promise(() => {});
};
