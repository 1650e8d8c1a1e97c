import type {Connection} from 'vscode-languageserver';
import {type Abilities, abilitiesOf} from './abilities.js';
import type {EditorHost} from './host.js';

/** One client, served over a connection: what all that serves it shares. */
export class Session {
  /** What the client can; it says so at the start. */
  abilities: Abilities = abilitiesOf(undefined);
  /** Settles when the client's settings are known. */
  configured: Promise<void> = Promise.resolve();

  constructor(
    readonly connection: Connection,
    readonly host: EditorHost,
  ) {}

  /** Writes an error of the server itself into the client's log. */
  complain(error: unknown): void {
    const {stack, message} = error instanceof Error ? error : {stack: undefined, message: String(error)};
    this.connection.console.error(stack ?? message);
  }
}
