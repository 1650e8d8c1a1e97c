import * as vscode from 'vscode';
import type {BaseLanguageClient} from 'vscode-languageclient';
import {isArticle} from './documents.js';

let panel: vscode.WebviewPanel | undefined;
let reported: vscode.TextDocument | undefined;

/** Shows the HTML report of the open article beside it. */
export async function openReport(client: BaseLanguageClient): Promise<void> {
  // From the panel itself, it is made anew.
  const document = vscode.window.activeTextEditor?.document ?? (panel ? reported : undefined);
  if (!isArticle(document)) {
    void vscode.window.showInformationMessage('calque: open an article first.');
    return;
  }
  reported = document;
  const html = await client.sendRequest<string | null>('workspace/executeCommand', {
    command: 'calque.makeReport',
    arguments: [client.code2ProtocolConverter.asUri(document.uri)],
  });
  if (html === null) {
    void vscode.window.showInformationMessage('calque: there is no report of this document.');
    return;
  }
  const title = `calque: ${vscode.workspace.asRelativePath(document.uri)}`;
  if (!panel) {
    panel = vscode.window.createWebviewPanel('calque.report', title, vscode.ViewColumn.Beside, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      panel = undefined;
    });
  }
  panel.title = title;
  panel.webview.html = html;
  panel.reveal(undefined, true);
}
