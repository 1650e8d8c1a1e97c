import {wrapped} from '../report/wrap.js';
import {commandTable} from './commands.js';
import type {OptionSpec} from './options/option-spec.js';
import {optionTable} from './options.js';
import {terminalWidth} from './output.js';

/** The help text of a command; of `lint` with the list of commands when `withCommands` says so. */
export function help(command: string, withCommands: boolean): string {
  const spec = commandTable.find(({name}) => name === command)!;
  const lines = [
    `Usage: calque ${command === 'lint' ? '' : `${command} `}${spec.usage}`.trimEnd(),
    '',
    capital(spec.help),
    '',
  ];
  if (command === 'lint' && withCommands) {
    lines.push(
      'Commands:',
      ...columns(
        commandTable
          .filter(({name}) => name !== 'lint')
          .map(({name, usage, help}) => [`${name} ${usage}`, help]),
      ),
      '',
    );
  }
  const groups = new Map<string, OptionSpec[]>();
  for (const option of optionTable as readonly OptionSpec[]) {
    if (option.commands && !option.commands.includes(command)) continue;
    groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  }
  for (const [group, options] of groups)
    lines.push(`${group}:`, ...columns(options.map((o) => [signature(o), o.help])), '');
  if (command === 'lint')
    lines.push(
      'Exit codes: 0 nothing at error level, 1 findings, 2 misuse, broken configuration or crash.',
      '',
    );
  return lines.join('\n');
}

/** `-f, --format NAME`. */
export function signature({name, short, value}: OptionSpec): string {
  return `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)) + 2);
  return rows.map(([left, right]) => {
    const text = wrapped(right, width + 2, terminalWidth());
    return left.length < width
      ? `  ${left.padEnd(width)}${text}`
      : `  ${left}\n  ${' '.repeat(width)}${text}`;
  });
}
