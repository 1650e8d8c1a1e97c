import type {Project} from '../config/project.js';
import {jsonText} from '../report/json-text.js';
import {write} from './output.js';
import {UsageError} from './usage-error.js';

/** Prints the settings that hold for a file. */
export async function printConfig(project: Project, file: string): Promise<number> {
  if (/[\\/]$/.test(file)) throw new UsageError('--print-config wants a file, not a folder');
  const {resolved, ignored, maxFileSize, baseline} = await project.settingsFor(file);
  const {rules, ...rest} = resolved;
  const out = {
    configFile: (await project.configFileOf(file)) ?? null,
    ignored,
    maxFileSize,
    ...(baseline === undefined ? {} : {baseline}),
    ...rest,
    rules: Object.fromEntries(
      [...rules].map(([id, {severity, options}]) => [
        id,
        Object.keys(options).length === 0 ? [severity] : [severity, options],
      ]),
    ),
  };
  await write(process.stdout, `${jsonText(out, 2)}\n`);
  return 0;
}
