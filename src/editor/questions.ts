import {
  type CodeAction,
  type CodeActionParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import {Actions, type Deferred, editsOf} from './actions.js';
import type {Linted} from './articles.js';
import {type Cancellable, mayBeCancelled} from './cancellation.js';
import type {Documents} from './documents.js';
import {hoverAt} from './finding-hover.js';
import {referencesOf, renameRange, symbolsOf} from './name-views.js';
import {nameAt, respell} from './names.js';
import type {Session} from './session.js';
import {tell} from './tell.js';
import {textEdits, workspaceEdit} from './text-edits.js';

/** What the client asks about a document: its findings, what can be done about them, its names. */
export class Questions {
  constructor(
    private readonly session: Session,
    private readonly documents: Documents,
  ) {}

  listen(): void {
    const {documents, session} = this;
    const {connection} = session;
    connection.languages.diagnostics.on((params, token) => this.pull(params, token));
    connection.onCodeAction(async (params, token) => {
      const checked = await documents.lint(params.textDocument.uri, token);
      return checked ? this.actionsAt(checked, params) : [];
    });
    connection.onCodeActionResolve((action, token) => this.resolve(action, token));
    connection.onHover(async ({textDocument, position}, token) => {
      const checked = await documents.lint(textDocument.uri, token);
      return (checked && hoverAt(checked, checked.text.places.offset(position), session.host.rules)) ?? null;
    });
    // Formatting makes the safe fixes, so that editors which format on save make them too.
    connection.onDocumentFormatting(async ({textDocument}, token) => {
      const checked = await documents.lint(textDocument.uri, token);
      const edits = checked && editsOf(checked, {what: 'fix-all'});
      return edits ? textEdits(checked.text, edits) : null;
    });
    connection.onDocumentSymbol(async ({textDocument}, token) => {
      const checked = await documents.lint(textDocument.uri, token);
      return checked ? symbolsOf(checked) : [];
    });
    connection.onReferences(async ({textDocument, position}, token) => {
      const checked = await documents.lint(textDocument.uri, token);
      return checked ? referencesOf(checked, checked.text.places.offset(position)) : [];
    });
    connection.onPrepareRename(async ({textDocument, position}, token) => {
      const checked = await documents.lint(textDocument.uri, token);
      return (checked && renameRange(checked, checked.text.places.offset(position))) ?? null;
    });
    connection.onRenameRequest(async ({textDocument, position, newName}, token) => {
      const checked = await documents.lint(textDocument.uri, token);
      const name = checked && nameAt(checked, checked.text.places.offset(position));
      if (!checked || !name) throw new ResponseError(LSPErrorCodes.RequestFailed, 'No name stands here.');
      const spelling = String(newName ?? '').trim();
      if (spelling === '' || /[\r\n]/.test(spelling))
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'A name is one line of text.');
      return workspaceEdit(checked.text, respell(checked, name.name, spelling), session.abilities);
    });
  }

  private async pull(
    {textDocument: {uri}, previousResultId}: {textDocument: {uri: string}; previousResultId?: string},
    token: Cancellable,
  ): Promise<DocumentDiagnosticReport> {
    await mayBeCancelled(token);
    const checked = await this.documents.check(uri);
    if (!checked) return {kind: DocumentDiagnosticReportKind.Full, items: []};
    const resultId = String(checked.stamp);
    return resultId === previousResultId
      ? {kind: DocumentDiagnosticReportKind.Unchanged, resultId}
      : {kind: DocumentDiagnosticReportKind.Full, resultId, items: this.documents.diagnostics(checked)};
  }

  private actionsAt(checked: Linted, {range, context}: CodeActionParams): Promise<CodeAction[]> {
    return new Actions(checked, this.session.abilities, this.session.host, context?.only).at(range);
  }

  private async resolve(action: CodeAction, token: Cancellable): Promise<CodeAction> {
    const data = action.data as Partial<Deferred> | undefined;
    if (typeof data?.uri !== 'string' || data.what === undefined) return action;
    const checked = await this.documents.lint(data.uri, token);
    if (!checked || checked.stamp !== data.stamp)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
    const edits = editsOf(checked, data as Deferred);
    if (!edits || edits.length === 0) {
      tell(
        this.session.connection,
        'warning',
        `“${action.title}” cannot be done here: no comment in this place would hide it.`,
      );
      return {...action, edit: {}};
    }
    return {...action, edit: workspaceEdit(checked.text, edits, this.session.abilities)};
  }
}
