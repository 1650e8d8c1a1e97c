import * as vscode from 'vscode';
import type {BaseLanguageClient, LanguageClientOptions, StaticFeature} from 'vscode-languageclient';
import {isArticle, languages} from './documents.js';
import {NamesView} from './names-view.js';
import {openReport} from './report.js';
import {StatusItem} from './status-item.js';

export function clientOptions(context: vscode.ExtensionContext): LanguageClientOptions {
  const pages = vscode.Uri.joinPath(context.extensionUri, 'dist/server/rules').toString();
  return {
    documentSelector: languages.flatMap((language) => [
      {language, scheme: 'file'},
      {language, scheme: 'untitled'},
      {language, scheme: 'vscode-vfs'},
      {language, scheme: 'vscode-test-web'},
    ]),
    diagnosticCollectionName: 'calque',
    initializationOptions: () => trust(),
    diagnosticPullOptions: {onChange: true},
    middleware: {
      window: {
        // The pages of the rules are Markdown: shown as pages, not as text.
        showDocument: async (params, token, next) => {
          if (!params.uri.startsWith(pages)) return next(params, token);
          await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(params.uri));
          return {success: true};
        },
      },
    },
  };
}

/** What the server is told of the workspace: code of one that is not trusted does not run. */
const trust = () => ({trusted: vscode.workspace.isTrusted});

/** Asks the server to tell of scores; other clients are spared. */
const tellStatus: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = {...(capabilities.experimental as object), calque: {status: true}};
  },
  initialize: () => {},
  getState: () => ({kind: 'static'}),
  clear: () => {},
};

/** The extension, wherever its server runs. */
export class Calque {
  private readonly status: StatusItem;
  private readonly names: NamesView;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly context: vscode.ExtensionContext,
  ) {
    client.registerFeature(tellStatus);
    this.status = new StatusItem(client);
    this.names = new NamesView(client);
    context.subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() =>
        client.sendNotification('workspace/didChangeConfiguration', {settings: {calque: trust()}}),
      ),
      this.status,
      this.names,
      vscode.commands.registerCommand('calque.fixAll', () =>
        vscode.commands.executeCommand('editor.action.codeAction', {
          kind: 'source.fixAll.calque',
          apply: 'ifSingle',
        }),
      ),
      vscode.commands.registerCommand('calque.showNames', () =>
        vscode.commands.executeCommand('calque.names.focus'),
      ),
      vscode.commands.registerCommand('calque.openReport', () => openReport(client)),
      vscode.commands.registerCommand('calque.restart', async () => {
        await this.stop();
        await client.start();
      }),
    );
  }

  async start(): Promise<void> {
    const note = (editor: vscode.TextEditor | undefined): void => {
      void vscode.commands.executeCommand('setContext', 'calque.active', isArticle(editor?.document));
    };
    this.context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(note));
    note(vscode.window.activeTextEditor);
    await this.client.start();
  }

  async stop(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
  }
}
