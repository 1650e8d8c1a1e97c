import type {Command} from '../command.js';
import {UsageError} from '../usage-error.js';

/** Runs the language server until the editor ends it. */
export const command: Command = async ({operands}) => {
  if (operands.length > 0)
    throw new UsageError('`calque lsp` speaks with an editor over standard input and takes no paths');
  const {serveStdio} = await import('../../editor/main.js');
  // The thread stands in `dist`, beside the folder of chunks that this code is in.
  serveStdio(new URL('../server-thread.js', import.meta.url));
  return new Promise(() => {});
};
