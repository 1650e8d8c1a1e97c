import type {ClientCapabilities} from 'vscode-languageserver';

/** What the client can do, as far as it matters here. */
export interface Abilities {
  /** It asks for diagnostics itself, so that none are sent to it unasked. */
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** It asks for the edits of an action when a person has chosen it. */
  readonly resolveActions: boolean;
  /** Edits can name the version of the document that they are made for. */
  readonly versionedEdits: boolean;
  readonly settings: boolean;
  readonly settingsChanges: boolean;
  readonly folders: boolean;
  readonly fileWatching: boolean;
  readonly showDocument: boolean;
  /** calque's own extension: it is told of scores, to show them. */
  readonly status: boolean;
}

export function abilitiesOf(capabilities: ClientCapabilities | undefined): Abilities {
  const {textDocument, workspace, window, experimental} = capabilities ?? {};
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  return {
    pull: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    resolveActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    settings: workspace?.configuration === true,
    settingsChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    fileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showDocument: window?.showDocument?.support === true,
    status: (experimental as {calque?: {status?: unknown}} | undefined)?.calque?.status === true,
  };
}
