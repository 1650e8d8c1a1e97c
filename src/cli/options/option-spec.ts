/** One option of the command line. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  readonly type: 'boolean' | 'string' | 'number';
  readonly multiple?: boolean;
  /** What stands for the value in help: `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly help: string;
  readonly group: string;
  /** Commands that take it; without it, all. */
  readonly commands?: readonly string[];
}

/** Commands that lint files. */
export const linting = ['lint'] as const;
/** Commands that lint. */
export const linted = ['lint', 'review', 'stream', 'serve', 'mcp'] as const;
/** Commands that a configuration holds for. */
export const configured = [
  'lint',
  'review',
  'stream',
  'names',
  'rules',
  'explain',
  'trace',
  'dictionary',
  'init',
  'config',
  'doctor',
  'serve',
  'mcp',
  'archive',
] as const;
