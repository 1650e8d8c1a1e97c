interface CommandSpec {
  readonly name: string;
  /** What follows the name in help. */
  readonly usage: string;
  readonly help: string;
}

/** Every command, without its code, which `load-command.ts` loads. The table feeds the parser, `--help`, shell completion and docs/cli.md. */
export const commandTable = [
  {
    name: 'lint',
    usage: '[PATH ...]',
    help: 'lint articles (the default command)',
  },
  {
    name: 'review',
    usage: 'IN.docx -o OUT.docx',
    help: 'comment on a Word document, and put changes into it as tracked changes',
  },
  {
    name: 'stream',
    usage: '',
    help: 'lint JSON records from standard input, one a line',
  },
  {
    name: 'names',
    usage: '[PATH ...] | compare A B',
    help: 'show the names of articles and their spellings',
  },
  {
    name: 'archive',
    usage: 'mentions|names|propose|check|report|stories [FILE ...]',
    help: 'find names that differ between the articles of an archive, and articles of one story',
  },
  {
    name: 'lsp',
    usage: '',
    help: 'run the language server, for editors',
  },
  {
    name: 'serve',
    usage: '',
    help: 'lint, fix and list names over HTTP, on this machine',
  },
  {
    name: 'mcp',
    usage: '',
    help: 'serve lint, fix, names and explain to language models (Model Context Protocol)',
  },
  {name: 'rules', usage: '', help: 'list the rules'},
  {
    name: 'explain',
    usage: 'RULE',
    help: 'tell what a rule finds, with examples',
  },
  {
    name: 'trace',
    usage: 'WORD ...',
    help: 'say which dictionary entries a word or phrase meets',
  },
  {
    name: 'dictionary',
    usage: 'check|add|import|export',
    help: 'check dictionaries, add names, read and write the formats of others',
  },
  {
    name: 'authority',
    usage: 'build|lookup',
    help: 'make a table of known names, or look names up in one',
  },
  {
    name: 'init',
    usage: '',
    help: 'write a commented configuration',
  },
  {
    name: 'config',
    usage: 'inspect [FILE]',
    help: 'show every setting that holds for a file, and where each comes from',
  },
  {
    name: 'doctor',
    usage: '',
    help: 'say what is wrong with the installation',
  },
  {
    name: 'completion',
    usage: 'bash|zsh|fish|powershell',
    help: 'print completion for a shell',
  },
] as const satisfies readonly CommandSpec[];

export function isCommand(name: string): name is CommandName {
  return commandTable.some((command) => command.name === name);
}

export type CommandName = (typeof commandTable)[number]['name'];
