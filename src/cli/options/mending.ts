import {linting, type OptionSpec} from './option-spec.js';

/** Options that mend findings, or hide the known ones. */
export const mendingOptions = [
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
    name: 'interactive',
    type: 'boolean',
    group: 'Fixing',
    commands: linting,
    help: 'ask at the terminal what to do about each finding that can be mended',
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
] as const satisfies readonly OptionSpec[];
