import * as vscode from 'vscode';
import type {BaseLanguageClient} from 'vscode-languageclient';
import type {ListedName} from '../../../src/editor/name-views.js';
import {isArticle} from './documents.js';

type Range = ListedName['mentions'][number]['range'];

/** A line of the tree: a name, one of its spellings, one place. */
type Node =
  | {readonly kind: 'name'; readonly name: ListedName}
  | {
      readonly kind: 'spelling';
      readonly text: string;
      readonly ranges: readonly Range[];
      readonly rival: boolean;
    }
  | {readonly kind: 'place'; readonly text: string; readonly range: Range};

/** From the last change to the next look at the names. */
const delay = 500;

const icons: Readonly<Record<ListedName['kind'], string>> = {
  person: 'person',
  place: 'location',
  organisation: 'organization',
  unknown: 'symbol-string',
};

/** The names of the open article and their spellings, in the side bar. */
export class NamesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: BaseLanguageClient) {
    this.view = vscode.window.createTreeView('calque.names', {treeDataProvider: this, showCollapseAll: true});
    this.subscriptions = [
      this.view,
      this.changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // A click into the side bar or the report leaves no editor active; the names stay.
        if (editor) this.look(editor.document);
      }),
      vscode.workspace.onDidChangeTextDocument(({document}) => {
        if (document === this.document) this.soon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.look(undefined);
      }),
      client.onDidChangeState(() => this.soon()),
      vscode.commands.registerCommand('calque.goTo', (uri: string, range: Range) => goTo(uri, range)),
      vscode.commands.registerCommand('calque.keepSpelling', (node: Node | undefined) => this.keep(node)),
    ];
    this.look(vscode.window.activeTextEditor?.document);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private look(document: vscode.TextDocument | undefined): void {
    this.document = isArticle(document) ? document : undefined;
    this.changed.fire();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), delay);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.names();
    switch (node.kind) {
      case 'place':
        return [];
      case 'spelling':
        return node.ranges.map((range) => ({kind: 'place', text: node.text, range}));
      case 'name': {
        const {varying, mentions} = node.name;
        const rivals = varying.flatMap(({spellings}) =>
          spellings.map(({text, ranges}): Node => ({kind: 'spelling', text, ranges, rival: true})),
        );
        const forms = new Map<string, Range[]>();
        for (const {text, range} of mentions) forms.set(text, [...(forms.get(text) ?? []), range]);
        return [
          ...rivals,
          ...[...forms]
            .filter(([text]) => !varying.some(({spellings}) => spellings.some((s) => s.text === text)))
            .map(([text, ranges]): Node => ({kind: 'spelling', text, ranges, rival: false})),
        ];
      }
    }
  }

  private async names(): Promise<Node[]> {
    if (!this.document || !this.client.isRunning()) return [];
    const names = await this.client.sendRequest<ListedName[]>('workspace/executeCommand', {
      command: 'calque.listNames',
      arguments: [this.client.code2ProtocolConverter.asUri(this.document.uri)],
    });
    const several = names.filter(({varying}) => varying.length > 0).length;
    this.view.badge =
      several > 0 ? {value: several, tooltip: `${several} names in several spellings`} : undefined;
    return names
      .map((name): Node & {kind: 'name'} => ({kind: 'name', name}))
      .sort((a, b) => Number(b.name.varying.length > 0) - Number(a.name.varying.length > 0));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const {Collapsed, Expanded, None} = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'name': {
        const {name} = node;
        const varies = name.varying.length > 0;
        const item = new vscode.TreeItem(name.text, varies ? Expanded : Collapsed);
        const spellings = name.varying.flatMap((v) => v.spellings);
        item.description = `${name.mentions.length} ×${varies ? `, ${spellings.map((s) => s.text).join(' / ')}` : ''}`;
        item.iconPath = varies
          ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
          : new vscode.ThemeIcon(icons[name.kind]);
        const told = [...name.roles, ...name.varying.flatMap((v) => v.evidence)];
        if (told.length > 0) item.tooltip = told.join('\n');
        return item;
      }
      case 'spelling': {
        const item = new vscode.TreeItem(node.text, Collapsed);
        item.description = `${node.ranges.length} ×`;
        item.contextValue = node.rival ? 'spelling' : 'form';
        item.iconPath = new vscode.ThemeIcon(node.rival ? 'diff' : 'symbol-string');
        if (node.ranges[0]) item.command = this.command(node.ranges[0]);
        return item;
      }
      case 'place': {
        const {line} = node.range.start;
        const text = this.document && line < this.document.lineCount ? this.document.lineAt(line).text : '';
        const from = Math.max(0, node.range.start.character - 20);
        const item = new vscode.TreeItem(`${from > 0 ? '…' : ''}${text.slice(from, from + 60)}`, None);
        item.description = `line ${line + 1}`;
        item.command = this.command(node.range);
        return item;
      }
    }
  }

  private command(range: Range): vscode.Command {
    return {
      command: 'calque.goTo',
      title: 'Go to place',
      arguments: [this.document?.uri.toString() ?? '', range],
    };
  }

  private async keep(node: Node | undefined): Promise<void> {
    const {document} = this;
    const place = node?.kind === 'spelling' ? node.ranges[0] : undefined;
    if (!document || !place || node?.kind !== 'spelling') return;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      new vscode.Position(place.start.line, place.start.character),
      node.text,
    );
    if (edit) await vscode.workspace.applyEdit(edit);
  }
}

async function goTo(uri: string, {start, end}: Range): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {selection});
}
