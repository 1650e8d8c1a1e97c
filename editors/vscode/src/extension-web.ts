import * as vscode from 'vscode';
import {LanguageClient} from 'vscode-languageclient/browser';
import {Calque, clientOptions} from './calque.js';

let calque: Calque | undefined;
const resources = ['lexicon-en.bin', 'languages.bin', 'places.bin', ...catalogue()];

/** The catalogue of the language that findings are told in; none for English and for a language without one. */
function catalogue(): string[] {
  const wanted = vscode.workspace.getConfiguration('calque').get<string>('locale') || vscode.env.language;
  const locale = ['de', 'es', 'lt', 'ru', 'uk'].find((code) => wanted.toLowerCase().startsWith(code));
  return locale === undefined ? [] : [`catalogue-${locale}.json`];
}

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
