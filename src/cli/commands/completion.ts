import {allRules} from '../../generated/rules.js';
import {reporterNames} from '../../report/index.js';
import type {Command} from '../command.js';
import {commandTable} from '../commands.js';
import type {OptionSpec} from '../options/option-spec.js';
import {optionTable} from '../options.js';
import {write} from '../output.js';
import {UsageError} from '../usage-error.js';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Prints a script that completes commands, their options, rules, formats and files in a shell. */
export const command: Command = async ({operands: [shell, ...more]}) => {
  const scripts: Readonly<Record<string, () => string>> = {bash, zsh, fish, powershell};
  const script = shell === undefined || more.length > 0 ? undefined : scripts[shell];
  if (!script)
    throw new UsageError(
      `usage: calque completion ${shells.join('|')}, for example in ~/.bashrc: source <(calque completion bash)`,
    );
  await write(process.stdout, script());
  return 0;
};

const options: readonly OptionSpec[] = optionTable;
const commands = commandTable.map(({name}) => name);
/** Commands that are written; `lint` is what is meant without one. */
const written = commands.filter((name) => name !== 'lint');
const rules = allRules.map(({meta}) => meta.id);

/** What a command takes that is no option. */
const operandsOf: Readonly<Record<string, readonly string[]>> = {
  explain: rules,
  completion: shells,
  dictionary: ['check', 'add', 'import', 'export'],
  names: ['compare'],
  config: ['inspect'],
  archive: ['mentions', 'names', 'propose', 'check', 'report', 'stories'],
};
/** Commands whose operands are no files. */
const withoutFiles = new Set([
  'stream',
  'lsp',
  'serve',
  'mcp',
  'rules',
  'explain',
  'trace',
  'init',
  'doctor',
  'completion',
]);

function optionsOf(command: string): readonly OptionSpec[] {
  return options.filter(({commands: takers}) => takers === undefined || takers.includes(command));
}

/** Values of an option; undefined: a file, or anything. */
function valuesOf({name, choices}: OptionSpec): readonly string[] | undefined {
  if (choices) return choices;
  if (name === 'format') return reporterNames;
  if (name === 'rule') return rules;
  return name === 'fix-type'
    ? [...new Set(rules.map((id) => id.split('/')[0] as string)), ...rules]
    : undefined;
}

const flags = ({name, short}: OptionSpec): string[] => [`--${name}`, ...(short ? [`-${short}`] : [])];

/** Works in the bash 3.2 of macOS too, which knows no `mapfile` and no `compopt`. */
function bash(): string {
  const valued = options.flatMap((option) => {
    const values = valuesOf(option);
    return values ? [`    ${flags(option).join('|')}) _calque_words "${values.join(' ')}"; return;;`] : [];
  });
  const filed = options.filter((option) => option.value === 'FILE').flatMap(flags);
  const cases = commands.map((name) => {
    const operands = operandsOf[name] ?? [];
    const parts = [
      ...(operands.length > 0 ? [`_calque_words "${operands.join(' ')}"`] : []),
      ...(withoutFiles.has(name) ? [] : ['_calque_files']),
    ];
    return `    ${name}) if [[ $cur == -* ]]; then _calque_words "${optionsOf(name).flatMap(flags).join(' ')}"; else ${parts.join('; ') || ':'}; fi;;`;
  });
  return `# bash completion of calque: source <(calque completion bash)
_calque_words() {
  local word
  # These are no files, though some have a slash.
  compopt +o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}
_calque_files() {
  local word
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
}
_calque() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command=lint i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      -*) ;;
      ${written.join('|')}) command="\${COMP_WORDS[i]}"; break;;
    esac
  done
  case "$prev" in
${valued.join('\n')}
    ${filed.join('|')}) _calque_files; return;;
  esac
  case "$command" in
${cases.join('\n')}
  esac
  [[ $COMP_CWORD == 1 && $cur != -* ]] && _calque_words "${written.join(' ')}"
  return 0
}
complete -o filenames -F _calque calque
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Words and files at one place; in braces, or zsh would hand on arguments of its own. */
const orFiles = (words: readonly string[]): string =>
  `{_alternative "words:word:(${words.join(' ')})" "files:file:_files"}`;

function zsh(): string {
  const spec = (option: OptionSpec): string => {
    const values = valuesOf(option);
    const action = values ? `(${values.join(' ')})` : option.value === 'FILE' ? '_files' : ' ';
    const value = option.type === 'boolean' ? '' : `:${option.value ?? 'value'}:${action}`;
    const help = `[${option.help.replaceAll(/[[\]]/g, '').replaceAll(':', '\\:')}]${value}`;
    const names = flags(option);
    if (option.multiple) return names.map((name) => quoted(`*${name}${help}`)).join(' ');
    return names.length > 1
      ? `'(${names.join(' ')})'{${names.join(',')}}${quoted(help)}`
      : quoted(`${names[0]}${help}`);
  };
  const cases = commands.map((name) => {
    const operands = operandsOf[name] ?? [];
    const action =
      operands.length === 0
        ? withoutFiles.has(name)
          ? undefined
          : '_files'
        : withoutFiles.has(name)
          ? `(${operands.join(' ')})`
          : orFiles(operands);
    const first = name === 'lint' ? [quoted(`1: :${orFiles(written)}`)] : [];
    const rest = action === undefined ? [] : [quoted(`*: :${action}`)];
    return `    ${name})\n      _arguments \\\n${[...optionsOf(name).map(spec), ...first, ...rest].map((line) => `        ${line}`).join(' \\\n')};;`;
  });
  return `#compdef calque
# zsh completion of calque: source <(calque completion zsh), after compinit; or as _calque in a folder of $fpath
_calque() {
  local command=lint word
  integer at=2
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      -*) ;;
      ${written.join('|')})
        command="$word"
        words[at]=()
        (( CURRENT-- ))
        break;;
    esac
    (( at++ ))
  done
  case "$command" in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _calque ]]; then _calque "$@"; else compdef _calque calque; fi
`;
}

/** Text of PowerShell in single quotation marks. */
const inPowerShell = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function powershell(): string {
  const list = (words: readonly string[]): string => `@(${words.map(inPowerShell).join(', ')})`;
  const helps = [
    ...commandTable.map(({name, help}) => [name, help] as const),
    ...options.flatMap((option) => flags(option).map((flag) => [flag, option.help] as const)),
  ];
  const values = options.flatMap((option) => {
    const words = valuesOf(option);
    return words ? flags(option).map((flag) => `    ${inPowerShell(flag)} = ${list(words)}`) : [];
  });
  return `# PowerShell completion of calque: calque completion powershell | Out-String | Invoke-Expression, in $PROFILE
Register-ArgumentCompleter -Native -CommandName calque -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = ${list(written)}
  $options = @{
${commands.map((name) => `    ${inPowerShell(name)} = ${list(optionsOf(name).flatMap(flags))}`).join('\n')}
  }
  $operands = @{
${Object.entries(operandsOf)
  .map(([name, words]) => `    ${inPowerShell(name)} = ${list(words)}`)
  .join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  # One key a spelling: the keys of a table of PowerShell do not tell capitals apart.
  $help = New-Object 'System.Collections.Generic.Dictionary[string,string]'
${helps.map(([name, help]) => `  $help[${inPowerShell(name)}] = ${inPowerShell(help)}`).join('\n')}
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $before = @($words | Where-Object { $_ -ne $wordToComplete })
  $command = @($before | Where-Object { $commands -ccontains $_ })[0]
  $isFirst = -not $before
  if (-not $command) { $command = 'lint' }
  $last = if ($before) { $before[-1] } else { '' }
  $found = if ($values.ContainsKey($last)) { $values[$last] }
    elseif ($wordToComplete -like '-*') { $options[$command] }
    elseif ($isFirst) { $commands }
    else { $operands[$command] }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    $text = if ($help.ContainsKey($_)) { $help[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $text)
  }
}
`;
}

function fish(): string {
  const is = (names: readonly string[]): string =>
    names.includes('lint')
      ? `"not __fish_seen_subcommand_from ${written.filter((name) => !names.includes(name)).join(' ')}"`
      : `"__fish_seen_subcommand_from ${names.join(' ')}"`;
  const lines = options.map((option) => {
    const values = valuesOf(option);
    const when = option.commands ? ` -n ${is(option.commands)}` : '';
    const value =
      option.type === 'boolean'
        ? ''
        : values
          ? ` -x -a ${quoted(values.join(' '))}`
          : option.value === 'FILE'
            ? ' -r -F'
            : ' -x';
    return `complete -c calque${when} -l ${option.name}${option.short ? ` -s ${option.short}` : ''}${value} -d ${quoted(option.help)}`;
  });
  const names = commandTable
    .filter(({name}) => name !== 'lint')
    .map(({name, help}) => `complete -c calque -n __fish_use_subcommand -a ${name} -d ${quoted(help)}`);
  const operands = Object.entries(operandsOf).map(
    ([name, words]) =>
      `complete -c calque -n "__fish_seen_subcommand_from ${name}"${withoutFiles.has(name) ? ' -f' : ''} -a ${quoted(words.join(' '))}`,
  );
  const silent = [...withoutFiles]
    .filter((name) => !operandsOf[name])
    .map((name) => `complete -c calque -n "__fish_seen_subcommand_from ${name}" -f`);
  return `# fish completion of calque: calque completion fish > ~/.config/fish/completions/calque.fish\n${[...names, ...operands, ...silent, ...lines].join('\n')}\n`;
}
