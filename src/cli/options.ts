/** One option of the command line. The table feeds the parser, `--help`, shell completion and docs/cli.md. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  readonly type: 'boolean' | 'string' | 'number';
  readonly multiple?: boolean;
  /** What stands for the value in help: `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly help: string;
  readonly group: string;
  /** Commands that take it; without it, all. */
  readonly commands?: readonly string[];
}

const linting = ['lint'] as const;
const configured = ['lint', 'stream', 'names', 'rules', 'trace'] as const;

export const optionTable = [
  {
    name: 'config',
    short: 'c',
    type: 'string',
    value: 'FILE',
    group: 'Configuration',
    commands: configured,
    help: 'use this configuration file',
  },
  {
    name: 'no-config',
    type: 'boolean',
    group: 'Configuration',
    commands: configured,
    help: 'look for no configuration file',
  },
  {
    name: 'preset',
    type: 'string',
    value: 'NAME',
    choices: ['recommended', 'strict', 'off'],
    group: 'Configuration',
    commands: configured,
    help: 'start from this preset',
  },
  {
    name: 'rule',
    type: 'string',
    value: 'ID:SEVERITY',
    multiple: true,
    group: 'Configuration',
    commands: ['lint', 'stream'],
    help: 'set one rule: family/name:off|info|warning|error; may be repeated',
  },
  {
    name: 'language',
    type: 'string',
    value: 'TAG',
    group: 'Configuration',
    commands: configured,
    help: 'language of the articles (default: en)',
  },
  {
    name: 'source-language',
    type: 'string',
    value: 'TAG',
    group: 'Configuration',
    commands: configured,
    help: 'language that the articles were translated from',
  },
  {
    name: 'ignore-pattern',
    type: 'string',
    value: 'GLOB',
    multiple: true,
    group: 'Files',
    commands: ['lint', 'names'],
    help: 'leave these out too, in the syntax of .gitignore; may be repeated',
  },
  {
    name: 'stdin',
    type: 'boolean',
    group: 'Files',
    commands: linting,
    help: 'lint standard input',
  },
  {
    name: 'stdin-filename',
    type: 'string',
    value: 'FILE',
    group: 'Files',
    commands: linting,
    help: 'with --stdin: the name that decides format, configuration and ignoring',
  },
  {
    name: 'pass-on-no-files',
    type: 'boolean',
    group: 'Files',
    commands: linting,
    help: 'exit 0 when there is nothing to lint',
  },
  {
    name: 'fix',
    type: 'boolean',
    group: 'Fixing',
    commands: linting,
    help: 'apply all safe fixes; suggestions are left to people',
  },
  {
    name: 'fix-dry-run',
    type: 'boolean',
    group: 'Fixing',
    commands: linting,
    help: 'show what --fix would change, and write nothing',
  },
  {
    name: 'fix-type',
    type: 'string',
    value: 'RULES',
    multiple: true,
    group: 'Fixing',
    commands: linting,
    help: 'fix only these families or rules, for example residue,punctuation/spacing',
  },
  {
    name: 'baseline',
    type: 'string',
    value: 'FILE',
    group: 'Baseline',
    commands: ['lint', 'stream'],
    help: 'hide the findings that this file knows (default: the one of the configuration)',
  },
  {
    name: 'update-baseline',
    type: 'boolean',
    group: 'Baseline',
    commands: linting,
    help: 'write all findings of this run into the baseline',
  },
  {
    name: 'prune-baseline',
    type: 'boolean',
    group: 'Baseline',
    commands: linting,
    help: 'take out of the baseline what is not found any more',
  },
  {
    name: 'print-config',
    type: 'string',
    value: 'FILE',
    group: 'Configuration',
    commands: linting,
    help: 'print the settings that hold for this file, as JSON',
  },
  {
    name: 'format',
    short: 'f',
    type: 'string',
    value: 'NAME',
    multiple: true,
    group: 'Output',
    commands: linting,
    help: 'output format (default: stylish); NAME:FILE writes to a file; may be repeated',
  },
  {
    name: 'output-file',
    short: 'o',
    type: 'string',
    value: 'FILE',
    group: 'Output',
    commands: linting,
    help: 'write the report to this file instead of standard output',
  },
  {name: 'quiet', short: 'q', type: 'boolean', group: 'Output', commands: linting, help: 'show errors alone'},
  {name: 'color', type: 'boolean', group: 'Output', help: 'colours, even when not on a terminal'},
  {name: 'no-color', type: 'boolean', group: 'Output', help: 'no colours (also: NO_COLOR)'},
  {
    name: 'stats',
    type: 'boolean',
    group: 'Output',
    commands: ['lint', 'stream'],
    help: 'say on standard error how long each rule took',
  },
  {
    name: 'exit-zero',
    type: 'boolean',
    group: 'Exit code',
    commands: linting,
    help: 'exit 0 even with findings',
  },
  {
    name: 'max-warnings',
    type: 'number',
    value: 'N',
    group: 'Exit code',
    commands: linting,
    help: 'exit 1 with more than N warnings',
  },
  {
    name: 'max-penalty',
    type: 'number',
    value: 'X',
    group: 'Exit code',
    commands: linting,
    help: 'exit 1 when an article has a higher MQM penalty per 1000 words',
  },
  {
    name: 'tsv',
    type: 'boolean',
    group: 'Output',
    commands: ['names'],
    help: 'names compare: read pairs from standard input, one a line',
  },
  {
    name: 'stdio',
    type: 'boolean',
    group: 'Server',
    commands: ['lsp'],
    help: 'speak over standard input and output, as it does without this option',
  },
  {
    name: 'clientProcessId',
    type: 'number',
    value: 'PID',
    group: 'Server',
    commands: ['lsp'],
    help: 'end when this process has ended',
  },
  {name: 'help', short: 'h', type: 'boolean', group: 'Other', help: 'this help'},
  {name: 'version', short: 'v', type: 'boolean', group: 'Other', help: 'the version'},
] as const satisfies readonly OptionSpec[];
