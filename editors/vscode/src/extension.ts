import * as vscode from 'vscode';
import {LanguageClient, TransportKind} from 'vscode-languageclient/node';
import {Calque, clientOptions} from './calque.js';

let calque: Calque | undefined;

/** Starts the extension on a desktop: the server is a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.mjs').fsPath;
  const server = {module, transport: TransportKind.stdio};
  const client = new LanguageClient('calque', 'calque', {run: server, debug: server}, clientOptions(context));
  calque = new Calque(client, context);
  await calque.start();
}

export async function deactivate(): Promise<void> {
  await calque?.stop();
}
