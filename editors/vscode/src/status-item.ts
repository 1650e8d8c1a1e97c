import * as vscode from 'vscode';
import type {BaseLanguageClient} from 'vscode-languageclient';
import type {StatusParams} from '../../../src/editor/status.js';
import {isArticle} from './documents.js';

/** The article's score in the status bar; a click opens the report. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'calque.score',
    vscode.StatusBarAlignment.Right,
    90,
  );
  private readonly known = new Map<string, StatusParams>();
  private readonly subscriptions: vscode.Disposable[];
  private document = vscode.window.activeTextEditor?.document;

  constructor(client: BaseLanguageClient) {
    this.item.name = 'calque: score';
    this.item.command = 'calque.openReport';
    this.subscriptions = [
      this.item,
      client.onNotification('calque/status', (status: StatusParams) => {
        this.known.set(key(status.uri), status);
        this.show();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // Beside the report no editor is active; the score is still that of the article.
        if (editor) this.document = editor.document;
        this.show();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.known.delete(document.uri.toString());
        if (document === this.document) this.document = undefined;
        this.show();
      }),
    ];
    this.show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private show(): void {
    const {item, document} = this;
    const status = isArticle(document) ? this.known.get(document.uri.toString()) : undefined;
    if (!status || (status.state === 'silent' && status.reason === undefined)) {
      item.hide();
      return;
    }
    item.backgroundColor =
      status.state === 'broken' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    if (status.state === 'linted') {
      const {errors = 0, warnings = 0, infos = 0, hidden = 0, words = 0} = status;
      const clean = errors + warnings + infos === 0;
      item.text = clean
        ? '$(check) calque'
        : `$(book) calque ${(status.penaltyPer1000Words ?? 0).toFixed(1)}`;
      item.tooltip = [
        `calque: MQM penalty ${status.penalty ?? 0}, which is ${status.penaltyPer1000Words ?? 0} per 1000 words (${words} words)`,
        `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(infos, 'hint')}${hidden > 0 ? `, ${hidden} hidden by the baseline` : ''}`,
        'Click for the report',
      ].join('\n');
    } else {
      item.text = status.state === 'broken' ? '$(error) calque' : '$(circle-slash) calque';
      item.tooltip = status.reason ?? '';
    }
    item.show();
  }
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** The address as the editor writes it; servers write some characters otherwise. */
function key(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
