/** One mistake in the configuration. Line and column are 1-based. */
export interface ConfigProblem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The configuration is broken: all that is wrong with it, each mistake once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(show).join('\n'));
  }
}

function show({message, file, line, column}: ConfigProblem): string {
  if (file === undefined) return message;
  return `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`;
}
