import {printableLines} from '../report/visible.js';
import type {Options} from './parse.js';

/** Whether to colour what goes to this stream. */
export function useColor(options: Options, stream: NodeJS.WriteStream): boolean {
  if (options['no-color']) return false;
  if (options.color) return true;
  const {NO_COLOR, FORCE_COLOR, TERM} = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return stream.isTTY === true && TERM !== 'dumb';
}

/**
 * Writes to a stream and waits while its buffer is full. The text goes out as it is: for reports, which show nothing of
 * an article raw, and for data. All other words go through {@link print} and {@link note}.
 */
export async function write(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || stream.write(text)) return;
  await new Promise((resolve) => stream.once('drain', resolve));
}

/** Says something on standard output. Nothing that it quotes is obeyed by a terminal or a log. */
export function print(text: string): Promise<void> {
  return write(process.stdout, printableLines(text));
}

/** Says something beside the report: on standard error. Nothing that it quotes is obeyed by a terminal or a log. */
export function note(text: string): void {
  process.stderr.write(printableLines(text));
}
