import {parentPort, workerData} from 'node:worker_threads';
import {createConnection, PortMessageReader, PortMessageWriter} from 'vscode-languageserver/node';
import {printableLines} from '../../report/visible.js';
import {serve} from '../server.js';
import {Workspace} from './workspace.js';

/** What a thread is told at its start. */
export interface ThreadData {
  /** Documents that a thread before spent too long on: address, length in UTF-16 units, milliseconds. */
  readonly heavy: readonly (readonly [uri: string, length: number, took: number])[];
}

/** What a thread tells of itself, beside the messages of the protocol. */
export interface ThreadNews {
  readonly calque: 'alive';
  /** The document that it works on from now on. */
  readonly current: string | undefined;
}

const port = parentPort;
if (port) {
  const tell = (current: string | undefined): void =>
    port.postMessage({calque: 'alive', current} satisfies ThreadNews);
  const survive = (error: unknown): void => {
    process.stderr.write(
      `calque: ${printableLines(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  const {heavy} = workerData as ThreadData;
  const workspace = new Workspace(process.cwd(), {
    heavy: new Map(heavy.map(([uri, length, took]) => [uri, {length, took}])),
    working: tell,
  });
  serve(createConnection(new PortMessageReader(port), new PortMessageWriter(port)), workspace);
}
