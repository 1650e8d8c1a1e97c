import {createConnection} from 'vscode-languageserver/node';
import {Workspace} from './node/workspace.js';
import {serve} from './server.js';

/** Serves the language server over standard input and output; the process ends when the client or its input does. */
export function serveStdio(): void {
  // Standard output belongs to the protocol; whatever else is printed would break it.
  console.log = console.error;
  const connection = createConnection(process.stdin, process.stdout);
  // A client that is gone while an answer is written must not show as a crash.
  process.stdout.on('error', () => process.exit(1));
  const survive = (error: unknown): void => {
    process.stderr.write(
      `calque: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  serve(connection, new Workspace());
}
