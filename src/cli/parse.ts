import {parseArgs} from 'node:util';
import {didYouMean} from '../config/did-you-mean.js';
import {type CommandName, isCommand} from './commands.js';
import type {OptionSpec} from './options/option-spec.js';
import {optionTable} from './options.js';
import {UsageError} from './usage-error.js';

type Spec = (typeof optionTable)[number];
type Named<N extends Spec['name']> = Extract<Spec, {name: N}>;
type One<S> = S extends {choices: readonly (infer C)[]}
  ? C
  : S extends {type: 'boolean'}
    ? true
    : S extends {type: 'number'}
      ? number
      : string;

/** The options as given: absent ones are not there. */
export type Options = {
  readonly [N in Spec['name']]?: Named<N> extends {multiple: true} ? readonly One<Named<N>>[] : One<Named<N>>;
};

export interface CommandLine {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly options: Options;
}

const byName = new Map<string, OptionSpec>(optionTable.map((spec) => [spec.name, spec]));

/**
 * Reads the command line. The first operand is the command when it is the name of one, else the command is `lint`.
 *
 * @throws UsageError for an unknown option, a missing or wrong value, or an option that the command does not take.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const {tokens} = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      optionTable.map((spec: OptionSpec) => [
        spec.name,
        {
          type: spec.type === 'boolean' ? ('boolean' as const) : ('string' as const),
          ...(spec.short ? {short: spec.short} : {}),
        },
      ]),
    ),
  });
  const operands: string[] = [];
  const values: Record<string, unknown> = {};
  const used: OptionSpec[] = [];
  let ended = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') ended = true;
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = byName.get(token.name);
    if (!spec) throw unknownOption(token.rawName);
    used.push(spec);
    const value = readValue(spec, token.rawName, token.value);
    values[spec.name] = spec.multiple
      ? [...((values[spec.name] as unknown[] | undefined) ?? []), value]
      : value;
  }
  const [first] = operands;
  const named =
    first !== undefined && isCommand(first) && !(ended && args.indexOf('--') < args.indexOf(first));
  if (named) operands.shift();
  const command = named ? first : 'lint';
  for (const {name, commands} of used) {
    if (commands !== undefined && !commands.includes(command)) {
      throw new UsageError(
        `--${name} is no option of \`calque ${command}\`; it belongs to ${commands.map((c) => (c === 'lint' ? '`calque`' : `\`calque ${c}\``)).join(', ')}`,
      );
    }
  }
  return {command, operands, options: values as Options};
}

function readValue(spec: OptionSpec, written: string, value: string | undefined): unknown {
  if (spec.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${written} takes no value`);
    return true;
  }
  if (value === undefined || value === '')
    throw new UsageError(`${written} needs a value: ${written} ${spec.value ?? 'VALUE'}`);
  if (spec.choices && !spec.choices.includes(value)) {
    throw new UsageError(
      `${written} is “${value}”, but must be one of: ${spec.choices.join(', ')}${didYouMean(value, spec.choices)}`,
    );
  }
  if (spec.type === 'number') {
    const number = Number(value);
    if (!Number.isFinite(number) || number < 0)
      throw new UsageError(`${written} is “${value}”, but must be a number from 0 up`);
    return number;
  }
  return value;
}

function unknownOption(written: string): UsageError {
  const names = optionTable.map(({name}) => `--${name}`);
  return new UsageError(
    `There is no option ${written}${didYouMean(written, names)}. \`calque --help\` lists them.`,
  );
}
