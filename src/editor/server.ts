import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type {NewName} from '../config/dictionary/new-name.js';
import {dictionarySchema} from '../config/dictionary/schema.js';
import {reportedNames} from '../report/reported-names.js';
import {type Abilities, abilitiesOf} from './abilities.js';
import {Actions, actionKinds, type Deferred, editsOf} from './actions.js';
import {Articles, type Checked, type Linted} from './articles.js';
import {commands} from './commands.js';
import {diagnosticsOf} from './diagnostics.js';
import type {EditorHost, EditorSettings} from './host.js';
import {hoverOf, listNames, referencesOf, renameRange, symbolsOf} from './name-views.js';
import {nameAt, respell} from './names.js';
import {OpenText} from './open-text.js';
import {tell} from './tell.js';
import {workspaceEdit} from './text-edits.js';
import {Trouble} from './trouble.js';

/** From the last keystroke to the findings, where they are pushed. */
const defaultDelay = 200;
/** How the extension is told of a document's score. */
export const statusMethod = 'calque/status';

/** Files whose change may change findings; {@link EditorHost.concerns} looks closer. */
const watchedFiles = [
  '**/{.calquerc,.calquerc.*,calque.config.*,.calqueignore,.calque-baseline.json,package.json}',
  '**/*.{yaml,yml,json}',
];

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: Checked['kind'];
  readonly reason?: string;
  readonly penalty?: number;
  readonly penaltyPer1000Words?: number;
  readonly words?: number;
  readonly errors?: number;
  readonly warnings?: number;
  readonly infos?: number;
  readonly hidden?: number;
  /** Milliseconds that the check took. */
  readonly took?: number;
}

/** Serves a client over a connection; the host says where files and configuration come from. */
export function serve(connection: Connection, host: EditorHost): void {
  new Server(connection, host).listen();
}

class Server {
  private readonly articles: Articles;
  private readonly trouble: Trouble;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private abilities: Abilities = abilitiesOf(undefined);
  private folders: string[] = [];
  /** Settings that the client sends, for clients that cannot be asked for them. */
  private sent: EditorSettings = {};
  private initializationOptions: unknown;
  private delay = defaultDelay;
  private configured: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly host: EditorHost,
  ) {
    this.articles = new Articles(host);
    this.trouble = new Trouble(connection);
  }

  listen(): void {
    const {connection} = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    this.listenToDocuments();
    this.listenToProject();
    this.answerQuestions();
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.abilities = abilitiesOf(params.capabilities);
    const {workspaceFolders, rootUri} = params;
    this.folders = (workspaceFolders ?? (rootUri ? [{uri: rootUri}] : [])).map(({uri}) => uri);
    this.sent = settingsIn(params.initializationOptions);
    this.initializationOptions = params.initializationOptions;
    this.apply();
    const capabilities: ServerCapabilities = {
      positionEncoding: 'utf-16',
      textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental},
      codeActionProvider: {codeActionKinds: actionKinds, resolveProvider: true},
      hoverProvider: true,
      documentSymbolProvider: {label: 'calque: names'},
      referencesProvider: true,
      renameProvider: {prepareProvider: true},
      executeCommandProvider: {commands: Object.values(commands)},
      workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
      ...(this.abilities.pull
        ? {
            diagnosticProvider: {
              identifier: 'calque',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    };
    return {capabilities, serverInfo: {name: 'calque', version: this.host.version}};
  }

  private initialized(): void {
    const {abilities, connection} = this;
    if (abilities.settingsChanges)
      void connection.client.register(DidChangeConfigurationNotification.type, {section: 'calque'});
    if (abilities.fileWatching)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watchedFiles.map((globPattern) => ({globPattern})),
      });
    if (abilities.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
        const gone = new Set(removed.map(({uri}) => uri));
        this.folders = [
          ...new Set([...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({uri}) => uri)]),
        ];
        this.reconfigure();
      });
    }
    if (abilities.settings) this.reconfigure();
    this.host.watch?.(() => this.refresh());
  }

  // Documents

  private listenToDocuments(): void {
    const {connection, articles} = this;
    connection.onDidOpenTextDocument(({textDocument}) => {
      const {uri, languageId, version, text} = textDocument;
      articles.open(new OpenText(uri, String(languageId ?? ''), Number(version ?? 0), String(text ?? '')));
      this.publishIn(uri, 0);
    });
    connection.onDidChangeTextDocument(({textDocument, contentChanges}) => {
      const {uri, version} = textDocument;
      const before = articles.textOf(uri);
      if (!before || !Array.isArray(contentChanges)) return;
      // The order of messages is the order of edits, whatever number the client gives them.
      articles.replace(before.with(contentChanges, Number(version ?? before.version + 1)));
      // A text that takes long is not linted more often than it can be.
      this.publishIn(uri, Math.max(this.delay, 2 * articles.tookOf(uri)));
    });
    connection.onDidCloseTextDocument(({textDocument: {uri}}) => {
      if (!articles.textOf(uri)) return;
      articles.close(uri);
      clearTimeout(this.timers.get(uri));
      this.timers.delete(uri);
      this.trouble.note(uri, undefined);
      if (!this.abilities.pull) void connection.sendDiagnostics({uri, diagnostics: []});
    });
  }

  private publishIn(uri: string, delay: number): void {
    if (this.abilities.pull) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        this.publish(uri).catch((error: unknown) => this.complain(error));
      }, delay),
    );
  }

  private async publish(uri: string): Promise<void> {
    const checked = await this.check(uri);
    if (!checked || this.articles.textOf(uri) !== checked.text) return;
    await this.connection.sendDiagnostics({
      uri,
      version: checked.text.version,
      diagnostics: this.diagnostics(checked),
    });
  }

  private diagnostics(checked: Checked): ReturnType<typeof diagnosticsOf> {
    return diagnosticsOf(checked, this.abilities, (rule) => this.host.pageOf(rule));
  }

  private async check(uri: string): Promise<Checked | undefined> {
    await this.configured;
    const checked = await this.articles.check(uri);
    if (!checked) return undefined;
    this.trouble.note(uri, checked.kind === 'broken' ? checked.error : undefined);
    this.tellStatus(checked);
    return checked;
  }

  private lastStatus = 0;

  private tellStatus(checked: Checked): void {
    if (!this.abilities.status || checked.stamp <= this.lastStatus) return;
    this.lastStatus = checked.stamp;
    void this.connection.sendNotification(
      statusMethod,
      statusOf(checked, this.articles.tookOf(checked.text.uri)),
    );
  }

  // Project

  private listenToProject(): void {
    const {connection} = this;
    connection.onDidChangeConfiguration(({settings}) => {
      const {trusted} = this.sent;
      // What the client has said of trust at the start holds until it says something else.
      this.sent = {...(trusted === undefined ? {} : {trusted}), ...settingsIn(settings)};
      this.reconfigure();
    });
    connection.onDidChangeWatchedFiles(({changes}) => {
      if (changes.some(({uri}) => this.host.concerns(uri))) this.reload();
    });
  }

  private reload(): void {
    this.host.reload();
    this.refresh();
  }

  /** Lints all open documents again. */
  private refresh(): void {
    this.articles.forget();
    for (const uri of this.articles.uris) this.publishIn(uri, 0);
    if (this.abilities.pull && this.abilities.refreshDiagnostics)
      this.connection.languages.diagnostics.refresh().catch(() => {});
  }

  private reconfigure(): void {
    this.configured = this.askSettings()
      .catch((error: unknown) => this.complain(error))
      .then(() => this.refresh());
  }

  private async askSettings(): Promise<void> {
    if (!this.abilities.settings) {
      this.apply();
      return;
    }
    const answers: unknown[] = await this.connection.workspace.getConfiguration([
      {section: 'calque'},
      ...this.folders.map((scopeUri) => ({scopeUri, section: 'calque'})),
    ]);
    const [general, ...folders] = answers.map((answer) => settingsOf(answer));
    this.apply(general, folders);
  }

  private apply(general?: EditorSettings, folders: readonly (EditorSettings | undefined)[] = []): void {
    const settings = {...this.sent, ...general};
    this.delay = settings.delay ?? defaultDelay;
    this.host.configure(
      this.folders.map((uri, i) => ({uri, settings: {...settings, ...folders[i]}})),
      settings,
      this.initializationOptions,
    );
  }

  // Questions

  private answerQuestions(): void {
    const {connection} = this;
    connection.languages.diagnostics.on((params, token) => this.pull(params, token));
    connection.onCodeAction(async (params, token) => {
      const checked = await this.lint(params.textDocument.uri, token);
      return checked ? this.actionsAt(checked, params) : [];
    });
    connection.onCodeActionResolve((action, token) => this.resolve(action, token));
    connection.onHover(async ({textDocument, position}, token) => {
      const checked = await this.lint(textDocument.uri, token);
      return (checked && hoverOf(checked, checked.text.places.offset(position))) ?? null;
    });
    connection.onDocumentSymbol(async ({textDocument}, token) => {
      const checked = await this.lint(textDocument.uri, token);
      return checked ? symbolsOf(checked) : [];
    });
    connection.onReferences(async ({textDocument, position}, token) => {
      const checked = await this.lint(textDocument.uri, token);
      return checked ? referencesOf(checked, checked.text.places.offset(position)) : [];
    });
    connection.onPrepareRename(async ({textDocument, position}, token) => {
      const checked = await this.lint(textDocument.uri, token);
      return (checked && renameRange(checked, checked.text.places.offset(position))) ?? null;
    });
    connection.onRenameRequest(async ({textDocument, position, newName}, token) => {
      const checked = await this.lint(textDocument.uri, token);
      const name = checked && nameAt(checked, checked.text.places.offset(position));
      if (!checked || !name) throw new ResponseError(LSPErrorCodes.RequestFailed, 'No name stands here.');
      const spelling = String(newName ?? '').trim();
      if (spelling === '' || /[\r\n]/.test(spelling))
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'A name is one line of text.');
      return workspaceEdit(checked.text, respell(checked, name.name, spelling), this.abilities);
    });
    connection.onExecuteCommand(({command, arguments: args}) => this.execute(command, args ?? []));
  }

  private async pull(
    {textDocument: {uri}, previousResultId}: {textDocument: {uri: string}; previousResultId?: string},
    token: Cancellable,
  ): Promise<DocumentDiagnosticReport> {
    await mayBeCancelled(token);
    const checked = await this.check(uri);
    if (!checked) return {kind: DocumentDiagnosticReportKind.Full, items: []};
    const resultId = String(checked.stamp);
    return resultId === previousResultId
      ? {kind: DocumentDiagnosticReportKind.Unchanged, resultId}
      : {kind: DocumentDiagnosticReportKind.Full, resultId, items: this.diagnostics(checked)};
  }

  /** The newest version of a document, linted; undefined when it cannot be. */
  private async lint(uri: string, token: Cancellable): Promise<Linted | undefined> {
    await mayBeCancelled(token);
    const checked = await this.check(uri);
    return checked?.kind === 'linted' ? checked : undefined;
  }

  private actionsAt(checked: Linted, {range, context}: CodeActionParams): Promise<CodeAction[]> {
    return new Actions(checked, this.abilities, this.host, context?.only).at(range);
  }

  private async resolve(action: CodeAction, token: Cancellable): Promise<CodeAction> {
    const data = action.data as Partial<Deferred> | undefined;
    if (typeof data?.uri !== 'string' || data.what === undefined) return action;
    const checked = await this.lint(data.uri, token);
    if (!checked || checked.stamp !== data.stamp)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
    const edits = editsOf(checked, data as Deferred);
    if (!edits || edits.length === 0) {
      tell(
        this.connection,
        'warning',
        `“${action.title}” cannot be done here: no comment in this place would hide it.`,
      );
      return {...action, edit: {}};
    }
    return {...action, edit: workspaceEdit(checked.text, edits, this.abilities)};
  }

  private async execute(command: string, args: readonly unknown[]): Promise<unknown> {
    const [first, second, third] = args;
    const {files} = this.host;
    switch (command) {
      case commands.reload:
        this.reload();
        return null;
      case commands.openRule: {
        const uri = this.host.pageOf(String(first));
        if (uri !== undefined)
          await this.connection.window.showDocument({
            uri,
            external: !uri.startsWith('file:'),
            takeFocus: true,
          });
        return null;
      }
      case commands.ignore:
        if (files && typeof first === 'string' && typeof second === 'string' && typeof third === 'string')
          await this.written(files.addToBaseline(first, second, third));
        return null;
      case commands.addNames:
        if (files && typeof first === 'string' && isNames(second))
          await this.written(files.addNames(first, second));
        return null;
      case commands.listNames: {
        const checked = await this.checkedFor(first);
        return checked ? listNames(checked) : [];
      }
      case commands.makeReport: {
        const checked = await this.checkedFor(first);
        if (!checked || !this.host.report) return null;
        return this.host.report({
          uri: checked.text.uri,
          source: checked.article.source,
          findings: checked.findings,
          score: checked.score,
          hidden: checked.hidden,
          names: reportedNames(checked.article, checked.names(), checked.findings),
        });
      }
      default:
        throw new ResponseError(LSPErrorCodes.RequestFailed, `calque has no command ${command}.`);
    }
  }

  private async checkedFor(uri: unknown): Promise<Linted | undefined> {
    const checked = await this.check(String(uri));
    return checked?.kind === 'linted' ? checked : undefined;
  }

  /** After a file of the project was written: what it says holds at once. */
  private async written(writing: Promise<string | undefined>): Promise<void> {
    try {
      const todo = await writing;
      if (todo !== undefined) tell(this.connection, 'info', todo);
    } catch (error) {
      tell(this.connection, 'error', error instanceof Error ? error.message : String(error));
    }
    this.reload();
  }

  private complain(error: unknown): void {
    const {stack, message} = error instanceof Error ? error : {stack: undefined, message: String(error)};
    this.connection.console.error(stack ?? message);
  }
}

interface Cancellable {
  readonly isCancellationRequested: boolean;
}

/** Lets messages in that have come meanwhile, and stops when one of them takes the question back. */
async function mayBeCancelled(token: Cancellable): Promise<void> {
  await new Promise<void>((resolve) => {
    const soon = (globalThis as {setImmediate?: (run: () => void) => void}).setImmediate;
    if (soon) soon(resolve);
    else setTimeout(resolve, 0);
  });
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function statusOf(checked: Checked, took: number): StatusParams {
  const common = {uri: checked.text.uri, version: checked.text.version, state: checked.kind};
  if (checked.kind === 'broken') return {...common, reason: checked.error.message};
  if (checked.kind === 'silent')
    return {...common, ...(checked.reason === undefined ? {} : {reason: checked.reason})};
  const count = (severity: string): number => checked.findings.filter((f) => f.severity === severity).length;
  return {
    ...common,
    penalty: checked.score.penalty,
    penaltyPer1000Words: checked.score.penalty_per_1000_words,
    words: checked.score.words,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hidden: checked.hidden,
    took,
  };
}

/** Settings as clients send them: the section itself, or an object that holds it. */
function settingsIn(value: unknown): EditorSettings {
  if (typeof value !== 'object' || value === null) return {};
  const {calque} = value as {calque?: unknown};
  return settingsOf(calque ?? value) ?? {};
}

/** What a client says about the section, without what it leaves empty. */
function settingsOf(value: unknown): EditorSettings | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {enable, config, preset, language, sourceLanguage, delay, trusted} = value as Record<string, unknown>;
  return {
    ...(typeof enable === 'boolean' ? {enable} : {}),
    ...(typeof trusted === 'boolean' ? {trusted} : {}),
    ...(isText(config) ? {config} : {}),
    ...(preset === 'recommended' || preset === 'strict' || preset === 'off' ? {preset} : {}),
    ...(isText(language) ? {language} : {}),
    ...(isText(sourceLanguage) ? {sourceLanguage} : {}),
    ...(typeof delay === 'number' && delay >= 0 ? {delay: Math.min(delay, 60_000)} : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const types: readonly unknown[] = [undefined, ...dictionarySchema.properties.type.enum];

function isNames(value: unknown): value is NewName[] {
  return (
    Array.isArray(value) &&
    value.every(
      (name: unknown) =>
        typeof name === 'object' &&
        name !== null &&
        isText((name as {phrase?: unknown}).phrase) &&
        types.includes((name as {type?: unknown}).type) &&
        Array.isArray((name as {variants?: unknown}).variants) &&
        (name as {variants: unknown[]}).variants.every(isText),
    )
  );
}
