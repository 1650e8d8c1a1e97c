import type {Command} from '../command.js';
import type {CommandLine} from '../parse.js';
import {UsageError} from '../usage-error.js';

const usage = `usage: calque archive mentions [ARTICLES ...] [--to MENTIONS]
       calque archive names [MENTIONS ...] [--to NAMES] [--forms FILE] [--pairs FILE]
       calque archive propose [NAMES] [--to DICTIONARY]
       calque archive check [ARTICLES ...] --names NAMES [--to FINDINGS]
       calque archive report [NAMES] [--to PAGE] [--link URL]
       calque archive stories [MENTIONS ...] [--to STORIES]`;

/** The steps, each a module of its own, and the options beside `--to` that belong to them alone. */
const steps: Readonly<
  Record<string, {load(): Promise<{command: Command}>; readonly options: readonly string[]}>
> = {
  mentions: {load: () => import('./archive-mentions.js'), options: ['jobs']},
  names: {load: () => import('./archive-names.js'), options: ['forms', 'pairs']},
  propose: {load: () => import('./archive-propose.js'), options: []},
  check: {load: () => import('./archive-check.js'), options: ['jobs', 'names']},
  report: {load: () => import('./archive-report.js'), options: ['link']},
  stories: {load: () => import('./archive-stories.js'), options: []},
};

/** Works on many articles: finds their names, which of them differ between articles, and which articles tell one story. */
export const command: Command = async (line: CommandLine) => {
  const [step = '', ...operands] = line.operands;
  const found = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (found === undefined) throw new UsageError(usage);
  for (const name of ['jobs', 'names', 'forms', 'pairs', 'link'] as const)
    if (line.options[name] !== undefined && !found.options.includes(name))
      throw new UsageError(`--${name} is no option of \`calque archive ${step}\`\n${usage}`);
  return (await found.load()).command({...line, operands});
};
