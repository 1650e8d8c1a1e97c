import {spawn, spawnSync} from 'node:child_process';
import {cli} from './cli.js';

const script = spawnSync('script', ['--version'], {encoding: 'utf8'});

/** Whether there is a program that makes a pseudo-terminal: `script` of util-linux. */
export const hasTerminal = script.status === 0 && script.stdout.includes('util-linux');

/**
 * Runs calque under a pseudo-terminal, and gives it one answer each time a question stands there.
 *
 * @param question how every question ends
 */
export function atTerminal(
  args: readonly string[],
  cwd: string,
  question: RegExp,
  answers: readonly string[],
): Promise<{output: string; code: number | null}> {
  return new Promise((resolve, reject) => {
    const line = [process.execPath, cli, ...args].map((part) => `'${part}'`).join(' ');
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd,
      env: {...process.env, TERM: 'xterm'},
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let given = 0;
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      const asked = output.split(question).length - 1;
      while (given < Math.min(asked, answers.length)) child.stdin.write(answers[given++] as string);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      child.stdin.destroy();
      resolve({output, code});
    });
  });
}
