import {printableLines} from '../report/visible.js';
import {wrapped} from '../report/wrap.js';
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

/** Columns of a terminal on standard output; undefined where there is none, and lines stay whole. */
export function terminalWidth(): number | undefined {
  return widthOf(process.stdout);
}

const widthOf = (stream: NodeJS.WriteStream): number | undefined =>
  stream.isTTY === true ? (stream.columns ?? 80) : undefined;

/** Words as they may go to a stream: harmless, and broken at words where a terminal would break them anywhere. */
function wordsFor(stream: NodeJS.WriteStream, text: string): string {
  const width = widthOf(stream);
  const lines = printableLines(text);
  if (width === undefined) return lines;
  return lines
    .split('\n')
    .map((line) => {
      if (line.length < width) return line;
      const indent = line.length - line.trimStart().length;
      return line.slice(0, indent) + wrapped(line.slice(indent), indent, width);
    })
    .join('\n');
}

/** Says something on standard output. Nothing that it quotes is obeyed by a terminal or a log. */
export function print(text: string): Promise<void> {
  return write(process.stdout, wordsFor(process.stdout, text));
}

/** Says something beside the report: on standard error. Nothing that it quotes is obeyed by a terminal or a log. */
export function note(text: string): void {
  process.stderr.write(wordsFor(process.stderr, text));
}

/** Puts one line in the place of the last one on a terminal at standard error; an empty one takes it away. */
export function progress(line: string): void {
  process.stderr.write(`\r\u001b[K${printableLines(line)}`);
}
