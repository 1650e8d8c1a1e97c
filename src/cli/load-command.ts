import type {Command} from './command.js';
import * as lint from './commands/lint.js';
import type {CommandName} from './commands.js';

/** Each command is a module of its own, loaded when it is called; only `lint`, which most runs are, is there at once. */
const loaders: Readonly<Record<CommandName, () => Promise<{command: Command}>>> = {
  lint: async () => lint,
  review: () => import('./commands/review.js'),
  stream: () => import('./commands/stream.js'),
  names: () => import('./commands/names.js'),
  archive: () => import('./commands/archive.js'),
  lsp: () => import('./commands/lsp.js'),
  serve: () => import('./commands/serve.js'),
  mcp: () => import('./commands/mcp.js'),
  rules: () => import('./commands/rules.js'),
  explain: () => import('./commands/explain.js'),
  trace: () => import('./commands/trace.js'),
  dictionary: () => import('./commands/dictionary.js'),
  authority: () => import('./commands/authority.js'),
  init: () => import('./commands/init.js'),
  config: () => import('./commands/config.js'),
  doctor: () => import('./commands/doctor.js'),
  completion: () => import('./commands/completion.js'),
};

export async function loadCommand(name: CommandName): Promise<Command> {
  return (await loaders[name]()).command;
}
