import type {CommandLine} from './parse.js';

/** What a command does: returns the exit code. */
export type Command = (line: CommandLine) => Promise<number>;
