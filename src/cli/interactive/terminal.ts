import {emitKeypressEvents, type Key} from 'node:readline';
import type {Options} from '../parse.js';
import {UsageError} from '../usage-error.js';

const others = ['fix', 'fix-dry-run', 'update-baseline', 'prune-baseline'] as const;

/** @throws UsageError when nobody sits there to answer, or an option does what the answers shall do */
export function needTerminal(options: Options): void {
  for (const name of others)
    if (options[name]) throw new UsageError(`--interactive and --${name} exclude each other`);
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError(
      '--interactive asks questions, so it needs a terminal for standard input and output',
    );
}

/**
 * Reads single keys from the terminal, until `answer` returns false or Ctrl-C is pressed or the terminal is gone.
 *
 * @param answer takes a letter, a digit or the name of a key (`escape`)
 * @returns false for Ctrl-C and the like
 */
export function readKeys(answer: (key: string) => boolean): Promise<boolean> {
  const {stdin} = process;
  return new Promise((resolve) => {
    const end = (whole: boolean): void => {
      stdin.off('keypress', onKey);
      stdin.off('end', onEnd);
      stdin.setRawMode(false);
      stdin.pause();
      resolve(whole);
    };
    const onEnd = (): void => end(false);
    const onKey = (text: string | undefined, key: Key): void => {
      if (key.ctrl) {
        if (key.name === 'c' || key.name === 'd') end(false);
        return;
      }
      const named = key.name === 'escape' ? 'escape' : (text ?? '');
      if (!answer(named)) end(true);
    };
    emitKeypressEvents(stdin);
    stdin.setRawMode(true);
    stdin.on('keypress', onKey);
    stdin.on('end', onEnd);
    stdin.resume();
  });
}
