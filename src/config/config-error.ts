/** One mistake in the configuration. Line and column are 1-based. */
export interface ConfigProblem {
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Relative to the working directory; none for what a caller or the command line set. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/** Mistakes that the message of an error lists; nobody reads more at once. */
const mostShown = 200;

/** The configuration is broken: all that is wrong with it, each mistake once. */
export class ConfigError extends Error {
  /** `ConfigError`. */
  override readonly name = 'ConfigError';

  /** @param problems every mistake; the error's message has one a line, up to 200 */
  constructor(
    /** Every mistake, each once. */
    readonly problems: readonly ConfigProblem[],
    /** What is broken, for a sum of the mistakes. */
    readonly subject: string = 'the configuration',
  ) {
    super(
      [
        ...problems.slice(0, mostShown).map(problemInWords),
        ...(problems.length > mostShown ? [`… and ${problems.length - mostShown} more`] : []),
      ].join('\n'),
    );
  }
}

/** A mistake with its place before it. */
export function problemInWords({message, file, line, column}: ConfigProblem): string {
  if (file === undefined) return message;
  return `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`;
}
