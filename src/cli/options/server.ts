import type {OptionSpec} from './option-spec.js';

/** Options of the commands that serve editors and requests. */
export const serverOptions = [
  {
    name: 'stdio',
    type: 'boolean',
    group: 'Server',
    commands: ['lsp'],
    help: 'speak over standard input and output, as it does without this option',
  },
  {
    name: 'clientProcessId',
    type: 'number',
    value: 'PID',
    group: 'Server',
    commands: ['lsp'],
    help: 'end when this process has ended',
  },
  {
    name: 'host',
    type: 'string',
    value: 'ADDRESS',
    group: 'Server',
    commands: ['serve'],
    help: 'listen at this address (default: 127.0.0.1); any but this machine’s own needs a token',
  },
  {
    name: 'port',
    type: 'number',
    value: 'N',
    group: 'Server',
    commands: ['serve'],
    help: 'listen at this port (default: 4749; 0: any free one)',
  },
  {
    name: 'token',
    type: 'string',
    value: 'TEXT',
    group: 'Server',
    commands: ['serve'],
    help: 'answer only requests that bring this token (or CALQUE_TOKEN in the environment)',
  },
  {
    name: 'cors',
    type: 'string',
    value: 'ORIGIN',
    multiple: true,
    group: 'Server',
    commands: ['serve'],
    help: 'let pages of this origin ask; may be repeated',
  },
  {
    name: 'max-size',
    type: 'number',
    value: 'BYTES',
    group: 'Server',
    commands: ['serve'],
    help: 'refuse longer requests (default: 4194304)',
  },
  {
    name: 'timeout',
    type: 'number',
    value: 'SECONDS',
    group: 'Server',
    commands: ['serve'],
    help: 'give up a text that takes longer (default: 10)',
  },
] as const satisfies readonly OptionSpec[];
