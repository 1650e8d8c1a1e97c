import path from 'node:path';
import type {SettingOrigin} from '../../config/setting-origins.js';
import {jsonText} from '../../report/json-text.js';
import {printablePath} from '../../report/visible.js';
import {shownPath} from '../../unified/lint-files.js';
import type {Command} from '../command.js';
import {print, terminalWidth, write} from '../output.js';
import {projectOf} from '../project.js';
import {table} from '../table.js';
import {UsageError} from '../usage-error.js';

/** One setting as it holds for a file. */
interface Inspected {
  readonly setting: string;
  readonly value: unknown;
  /** What sets it last: a preset, a place in a configuration, the command line, or nothing. */
  readonly from: string;
}

const plain = ['language', 'sourceLanguage', 'source', 'fields', 'format'] as const;
const lists = ['dictionaries', 'ignoreText'] as const;

/** `calque config inspect FILE`: every setting that holds for a file, and what sets it. */
export const command: Command = async ({operands, options}) => {
  const [verb, operand = 'text.txt', ...more] = operands;
  if (verb !== 'inspect' || more.length > 0)
    throw new UsageError(
      'usage: calque config inspect [FILE], for example: calque config inspect articles/a.md',
    );
  const cwd = process.cwd();
  const project = projectOf(options);
  const file = path.resolve(cwd, operand);
  const {resolved, ignored, maxFileSize} = await project.settingsFor(file);
  const origins = await project.originsFor(file);
  /** The last that sets something. */
  const last = (key: readonly string[], sets: (origin: SettingOrigin) => boolean): string => {
    const origin = origins.findLast(sets);
    return origin === undefined ? 'default' : origin.at(key);
  };
  const rows: Inspected[] = [];
  for (const key of plain)
    rows.push({
      setting: key,
      value: key === 'source' ? resolved.source?.pattern : resolved[key],
      from: last([key], ({config}) => config[key] !== undefined),
    });
  for (const key of lists) {
    const own = origins.filter(({config}) => (config[key]?.length ?? 0) > 0);
    for (const origin of own)
      for (const [i, value] of (config(origin)[key] ?? []).entries())
        rows.push({setting: key, value, from: origin.at([key, String(i)])});
    if (own.length === 0) rows.push({setting: key, value: [], from: 'default'});
  }
  rows.push(
    {
      setting: 'maxFileSize',
      value: maxFileSize,
      from: last(['maxFileSize'], ({config}) => config.maxFileSize !== undefined),
    },
    {
      setting: 'ignored',
      value: ignored,
      from: last(['ignore'], ({config}) => ignored && config.ignore !== undefined),
    },
  );
  for (const id of [...project.rules.keys()].sort()) {
    const state = resolved.rules.get(id);
    const family = `${id.split('/')[0]}/*`;
    const setter = origins.findLast(
      ({preset, config}) =>
        preset !== undefined || config.rules?.[id] !== undefined || config.rules?.[family] !== undefined,
    );
    const key = setter?.config.rules?.[id] === undefined ? family : id;
    const given = state && Object.keys(state.options).length > 0;
    rows.push({
      setting: id,
      value: state === undefined ? 'off' : given ? [state.severity, state.options] : state.severity,
      from:
        setter === undefined
          ? 'default'
          : setter.preset === undefined
            ? setter.at(['rules', key])
            : setter.at([]),
    });
  }
  if (options.json) {
    await write(process.stdout, `${jsonText({file: shownPath(file, cwd), settings: rows}, 2)}\n`);
    return 0;
  }
  const shown = rows
    .filter(({value}) => value !== undefined)
    .map(({setting, value, from}) => [
      setting,
      typeof value === 'string' ? value : jsonText(value),
      printablePath(from),
    ]);
  await print(table([['SETTING', 'VALUE', 'FROM'], ...shown], terminalWidth()));
  return 0;
};

const config = ({config: own}: SettingOrigin): SettingOrigin['config'] => own;
