import {reasonOf} from '../config/system-error.js';
import {commandTable, isCommand} from './commands.js';
import {fail} from './fail.js';
import {loadCommand} from './load-command.js';
import {print} from './output.js';
import {type CommandLine, parseCommandLine} from './parse.js';
import {UsageError} from './usage-error.js';

/** Runs one command line and sets the exit code: 0 nothing found, 1 findings, 2 misuse, broken configuration or crash. */
export async function run(args: readonly string[]): Promise<void> {
  // A reader that has seen enough (`calque | head`) closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    fail(new UsageError(`standard output cannot be written: ${reasonOf(error)}`));
    process.exit();
  });
  process.stderr.on('error', () => {});
  try {
    const line = parseCommandLine(args);
    process.exitCode = await dispatch(line);
  } catch (error) {
    fail(error);
  }
}

async function dispatch(line: CommandLine): Promise<number> {
  const asked = line.options.help ? line.command : await helpAskedFor(line);
  if (asked !== undefined) {
    const {help} = await import('./help.js');
    await print(help(asked, line.operands.length === 0 || line.operands[0] === 'help'));
    return 0;
  }
  if (line.options.version) {
    const {version} = await import('../config/version.js');
    await print(`${version}\n`);
    return 0;
  }
  return (await loadCommand(line.command))(line);
}

/** `calque help`, `calque help names`: of which command; undefined where that is meant as a file. */
async function helpAskedFor({
  command,
  operands: [word, of, ...more],
}: CommandLine): Promise<string | undefined> {
  if (command !== 'lint' || word !== 'help' || more.length > 0) return undefined;
  const {existsSync} = await import('node:fs');
  if (existsSync(word)) return undefined;
  if (of === undefined) return command;
  if (isCommand(of)) return of;
  const {didYouMean} = await import('../config/did-you-mean.js');
  const names = commandTable.map(({name}) => name);
  throw new UsageError(`there is no command ${of}${didYouMean(of, names)}; \`calque help\` lists them`);
}
