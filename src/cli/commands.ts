import * as lint from './commands/lint.js';
import type {CommandLine} from './parse.js';

/** What a command does: returns the exit code. */
export type Command = (line: CommandLine) => Promise<number>;

interface CommandSpec {
  readonly name: string;
  /** What follows the name in help. */
  readonly usage: string;
  readonly help: string;
  readonly load: () => Promise<{command: Command}>;
}

/** Every command; each is a module of its own, loaded when it is called. */
export const commandTable = [
  {
    name: 'lint',
    usage: '[PATH ...]',
    help: 'lint articles (the default command)',
    load: async () => lint,
  },
  {
    name: 'stream',
    usage: '',
    help: 'lint JSON records from standard input, one a line',
    load: () => import('./commands/stream.js'),
  },
  {
    name: 'names',
    usage: '[PATH ...] | compare A B',
    help: 'show the names of articles and their spellings',
    load: () => import('./commands/names.js'),
  },
  {
    name: 'lsp',
    usage: '',
    help: 'run the language server, for editors',
    load: () => import('./commands/lsp.js'),
  },
  {name: 'rules', usage: '', help: 'list the rules', load: () => import('./commands/rules.js')},
  {
    name: 'explain',
    usage: 'RULE',
    help: 'tell what a rule finds, with examples',
    load: () => import('./commands/explain.js'),
  },
  {
    name: 'trace',
    usage: 'WORD ...',
    help: 'say which dictionary entries a word or phrase meets',
    load: () => import('./commands/trace.js'),
  },
  {
    name: 'dictionary',
    usage: 'check|add|import|export',
    help: 'check dictionaries, add names, read and write the formats of others',
    load: () => import('./commands/dictionary.js'),
  },
  {
    name: 'init',
    usage: '',
    help: 'write a commented configuration',
    load: () => import('./commands/init.js'),
  },
  {
    name: 'doctor',
    usage: '',
    help: 'say what is wrong with the installation',
    load: () => import('./commands/doctor.js'),
  },
  {
    name: 'completion',
    usage: 'bash|zsh|fish',
    help: 'print completion for a shell',
    load: () => import('./commands/completion.js'),
  },
] as const satisfies readonly CommandSpec[];

export function isCommand(name: string): boolean {
  return commandTable.some((command) => command.name === name);
}

export async function loadCommand(name: string): Promise<Command> {
  const spec: CommandSpec | undefined = commandTable.find((command) => command.name === name);
  if (!spec) throw new RangeError(`no command ${name}`);
  return (await spec.load()).command;
}
