import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser';
import {BrowserHost} from './browser-host.js';
import {serve} from './server.js';

/** A worker's own end of the wire to its page. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, new BrowserHost());
