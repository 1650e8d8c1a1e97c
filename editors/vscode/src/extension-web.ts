import * as vscode from 'vscode';
import {LanguageClient} from 'vscode-languageclient/browser';
import {Calque, clientOptions} from './calque.js';

let calque: Calque | undefined;
const resources = ['lexicon-en.bin', 'languages.bin', 'places.bin'];

/** Starts the extension in a browser: the server is a worker, and reads what it needs from the extension's address. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const address = (file: string): string => vscode.Uri.joinPath(context.extensionUri, file).toString(true);
  const worker = new Worker(address('dist/web/server.js'));
  const client = new LanguageClient('calque', 'calque', worker, {
    ...clientOptions(context),
    initializationOptions: {
      files: {
        resources: Object.fromEntries(
          resources.map((name) => [name, address(`dist/server/resources/${name}`)]),
        ),
        pages: address('dist/server/rules'),
      },
    },
  });
  calque = new Calque(client, context);
  await calque.start();
}

export async function deactivate(): Promise<void> {
  await calque?.stop();
}
