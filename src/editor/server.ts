import {type Connection, type ServerCapabilities, TextDocumentSyncKind} from 'vscode-languageserver';
import {abilitiesOf} from './abilities.js';
import {actionKinds} from './actions.js';
import {ClientProject} from './client-project.js';
import {commands} from './commands.js';
import {Documents} from './documents.js';
import type {EditorHost} from './host.js';
import {Questions} from './questions.js';
import {CommandRunner} from './run-commands.js';
import {Session} from './session.js';

/** Serves a client over a connection; the host says where files and configuration come from. */
export function serve(connection: Connection, host: EditorHost): void {
  const session = new Session(connection, host);
  const documents = new Documents(session);
  const project = new ClientProject(session, documents);
  connection.onInitialize((params) => {
    session.abilities = abilitiesOf(params.capabilities);
    project.begin(params);
    return {capabilities: capabilitiesOf(session), serverInfo: {name: 'calque', version: host.version}};
  });
  connection.onInitialized(() => project.follow());
  documents.listen();
  project.listen();
  new Questions(session, documents).listen();
  new CommandRunner(session, documents, project).listen();
  connection.listen();
}

/** What the server offers this client. */
function capabilitiesOf({abilities}: Session): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental},
    codeActionProvider: {codeActionKinds: actionKinds, resolveProvider: true},
    hoverProvider: true,
    documentFormattingProvider: true,
    documentSymbolProvider: {label: 'calque: names'},
    referencesProvider: true,
    renameProvider: {prepareProvider: true},
    executeCommandProvider: {commands: Object.values(commands)},
    workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
    ...(abilities.pull
      ? {
          diagnosticProvider: {
            identifier: 'calque',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
