import {reporterNames} from '../../report/index.js';
import type {Command} from '../commands.js';
import {commandTable} from '../commands.js';
import {type OptionSpec, optionTable} from '../options.js';
import {UsageError} from '../usage-error.js';

const shells = ['bash', 'zsh', 'fish'] as const;

/** Prints a script that completes commands, options and their values in a shell. */
export const command: Command = async ({operands: [shell]}) => {
  switch (shell) {
    case 'bash':
      process.stdout.write(bash());
      return 0;
    case 'zsh':
      process.stdout.write(zsh());
      return 0;
    case 'fish':
      process.stdout.write(fish());
      return 0;
    default:
      throw new UsageError(
        `usage: calque completion ${shells.join('|')}, for example: source <(calque completion bash)`,
      );
  }
};

const options: readonly OptionSpec[] = optionTable;
const commands = commandTable.map(({name}) => name).filter((name) => name !== 'lint');

function valuesOf({name, choices}: OptionSpec): readonly string[] {
  return choices ?? (name === 'format' ? reporterNames : []);
}

function bash(): string {
  const cases = options
    .filter((option) => valuesOf(option).length > 0)
    .map(
      (option) =>
        `    --${option.name}) COMPREPLY=($(compgen -W "${valuesOf(option).join(' ')}" -- "$cur")); return;;`,
    );
  return `_calque() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$prev" in
${cases.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "${options.map(({name}) => `--${name}`).join(' ')}" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
    [[ $COMP_CWORD == 1 ]] && COMPREPLY+=($(compgen -W "${commands.join(' ')}" -- "$cur"))
  fi
}
complete -o filenames -F _calque calque
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(): string {
  const specs = options.map((option) => {
    const values = valuesOf(option);
    const value =
      option.type === 'boolean'
        ? ''
        : `:${option.value ?? 'value'}:${values.length > 0 ? `(${values.join(' ')})` : option.value === 'FILE' ? '_files' : ''}`;
    return `    ${quoted(`${option.multiple ? '*' : ''}--${option.name}[${option.help.replace(/[[\]]/g, '').replaceAll(':', '\\:')}]${value}`)} \\`;
  });
  return `#compdef calque
_calque() {
  _arguments \\
${specs.join('\n')}
    '1: :(${commands.join(' ')})' '*:file:_files'
}
compdef _calque calque
`;
}

function fish(): string {
  const lines = options.map((option) => {
    const values = valuesOf(option);
    const value =
      option.type === 'boolean' ? '' : ` -r${values.length > 0 ? ` -fa ${quoted(values.join(' '))}` : ''}`;
    return `complete -c calque -l ${option.name}${option.short ? ` -s ${option.short}` : ''}${value} -d ${quoted(option.help)}`;
  });
  const names = commandTable
    .filter(({name}) => name !== 'lint')
    .map(({name, help}) => `complete -c calque -n __fish_use_subcommand -a ${name} -d ${quoted(help)}`);
  return `${[...names, ...lines].join('\n')}\n`;
}
