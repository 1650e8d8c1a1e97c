import {linting, type OptionSpec} from './option-spec.js';

/** Options that say how a run saves time. */
export const runningOptions = [
  {
    name: 'watch',
    type: 'boolean',
    group: 'Speed',
    commands: linting,
    help: 'run again when files, configuration or dictionaries change',
  },
  {
    name: 'cache',
    type: 'boolean',
    group: 'Speed',
    commands: linting,
    help: 'keep results, and lint only what has changed',
  },
  {
    name: 'cache-location',
    type: 'string',
    value: 'FILE',
    group: 'Speed',
    commands: linting,
    help: 'file of the cache (default: .calquecache)',
  },
  {
    name: 'jobs',
    short: 'j',
    type: 'string',
    value: 'N|auto',
    group: 'Speed',
    commands: ['lint', 'archive'],
    help: 'threads (default: auto, one for few files or processors)',
  },
] as const satisfies readonly OptionSpec[];
