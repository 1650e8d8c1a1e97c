import {StreamMessageReader, StreamMessageWriter} from 'vscode-languageserver/node';
import {FramedInput} from './node/framed-input.js';
import {Supervisor} from './node/supervisor.js';

/**
 * Serves the language server over standard input and output; the process ends when the client or its input does.
 *
 * @param thread the file of `server-thread.ts` as it was built
 */
export function serveStdio(thread: URL): void {
  // Standard output belongs to the protocol; whatever else is printed would break it.
  console.log = console.error;
  const input = new FramedInput((reason) => {
    process.stderr.write(`calque: ${reason}; what follows is looked through for the next one\n`);
  });
  // A client that is gone has ended the session, whether it said so or not.
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(1));
  // A client that is gone while an answer is written must not show as a crash.
  process.stdout.on('error', () => process.exit(1));
  const survive = (error: unknown): void => {
    process.stderr.write(
      `calque: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  const reader = new StreamMessageReader(process.stdin.pipe(input));
  reader.onError(survive);
  new Supervisor(reader, new StreamMessageWriter(process.stdout), thread).listen();
}
