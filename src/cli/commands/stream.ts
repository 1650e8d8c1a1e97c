import {lintStream} from '../../stream/lint-stream.js';
import type {Command} from '../commands.js';
import {write} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

/** Longest line of input, in bytes: a text of 64 MB, should every character of it be escaped. */
const maxLength = 6 * 64 * 1024 * 1024;

export const command: Command = async ({operands, options}) => {
  if (operands.length > 0) throw new UsageError('`calque stream` reads standard input and takes no paths');
  const project = projectOf(options);
  for await (const text of lintStream(process.stdin, {
    maxLength,
    linterFor: (languages) => project.linterFor(languages),
  })) {
    await write(process.stdout, text);
  }
  return 0;
};
