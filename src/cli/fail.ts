import {ConfigError} from '../config/config-error.js';
import {isDebugged} from '../config/debug.js';
import {isSystemError, reasonOf} from '../config/system-error.js';
import {FileRefused} from '../files/read-regular.js';
import {note} from './output.js';
import {UsageError} from './usage-error.js';

/** Says what went wrong; the exit code becomes 2. */
export function fail(error: unknown): void {
  process.exitCode = 2;
  note(`${inWords(error)}\n`);
  if (isDebugged()) note(`${error instanceof Error ? error.stack : ''}\n`);
  else if (
    !(
      error instanceof UsageError ||
      error instanceof ConfigError ||
      error instanceof FileRefused ||
      isSystemError(error)
    )
  )
    note('This is a fault in calque or in a plugin. DEBUG=calque shows where.\n');
}

function inWords(error: unknown): string {
  if (error instanceof ConfigError && error.problems.length > 1)
    return `${error.message}\ncalque: ${error.problems.length} mistakes in ${error.subject}`;
  if (!isSystemError(error)) return `calque: ${error instanceof Error ? error.message : String(error)}`;
  const {path, syscall} = error;
  const place = path ?? (syscall === 'write' ? 'what was to be written' : undefined);
  return `calque: ${place === undefined ? '' : `${place}: `}${reasonOf(error)}`;
}
