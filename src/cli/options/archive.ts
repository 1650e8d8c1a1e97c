import type {OptionSpec} from './option-spec.js';

/** Options of the commands about an archive alone. */
export const archiveOptions = [
  {
    name: 'names',
    type: 'string',
    value: 'FILE',
    group: 'Files',
    commands: ['archive'],
    help: 'check: what `calque archive names` wrote',
  },
  {
    name: 'forms',
    type: 'string',
    value: 'FILE',
    group: 'Output',
    commands: ['archive'],
    help: 'names: write every spelling with its counts into this file too',
  },
  {
    name: 'pairs',
    type: 'string',
    value: 'FILE',
    group: 'Output',
    commands: ['archive'],
    help: 'names: write every pair of spellings that was compared into this file too',
  },
  {
    name: 'mentions',
    type: 'string',
    value: 'FILE',
    group: 'Output',
    commands: ['stream'],
    help: 'write the names of the records into this file too, as `calque archive mentions` does',
  },
  {
    name: 'link',
    type: 'string',
    value: 'URL',
    group: 'Output',
    commands: ['archive'],
    help: 'report: address of an article, with {id} where its id stands',
  },
] as const satisfies readonly OptionSpec[];
