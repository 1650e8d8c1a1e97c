import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import {catalogueFor} from '../engine/catalogue.js';
import {settingsIn, settingsOf} from './client-settings.js';
import {type Documents, defaultDelay} from './documents.js';
import type {EditorSettings} from './host.js';
import type {Session} from './session.js';

/** Files whose change may change findings; {@link EditorHost.concerns} looks closer. */
const watchedFiles = [
  '**/{.calquerc,.calquerc.*,calque.config.*,.calqueignore,.calque-baseline.json,package.json}',
  '**/*.{yaml,yml,json}',
];

/** The folders that the client has open and what it sets for them, led to the host. */
export class ClientProject {
  private folders: string[] = [];
  /** Settings that the client sends, for clients that cannot be asked for them. */
  private sent: EditorSettings = {};
  private initializationOptions: unknown;
  /** The language that the client’s user reads, where findings can be told in it. */
  private locale: string | undefined;

  constructor(
    private readonly session: Session,
    private readonly documents: Documents,
  ) {}

  /** Takes what the client says at the start. */
  begin({workspaceFolders, rootUri, initializationOptions, locale}: InitializeParams): void {
    this.folders = (workspaceFolders ?? (rootUri ? [{uri: rootUri}] : [])).map(({uri}) => uri);
    this.sent = settingsIn(initializationOptions);
    this.initializationOptions = initializationOptions;
    this.locale = locale === undefined ? undefined : catalogueFor(locale);
    this.apply();
  }

  /** Asks to be told of changes, once the client is ready. */
  follow(): void {
    const {abilities, connection, host} = this.session;
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
    host.watch?.(() => this.documents.refresh());
  }

  listen(): void {
    const {connection, host} = this.session;
    connection.onDidChangeConfiguration(({settings}) => {
      const {trusted} = this.sent;
      // What the client has said of trust at the start holds until it says something else.
      this.sent = {...(trusted === undefined ? {} : {trusted}), ...settingsIn(settings)};
      this.reconfigure();
    });
    connection.onDidChangeWatchedFiles(({changes}) => {
      if (changes.some(({uri}) => host.concerns(uri))) this.reload();
    });
  }

  /** Reads the project's files again. */
  reload(): void {
    this.session.host.reload();
    this.documents.refresh();
  }

  private reconfigure(): void {
    const {session} = this;
    session.configured = this.askSettings()
      .catch((error: unknown) => session.complain(error))
      .then(() => this.documents.refresh());
  }

  private async askSettings(): Promise<void> {
    if (!this.session.abilities.settings) {
      this.apply();
      return;
    }
    const answers: unknown[] = await this.session.connection.workspace.getConfiguration([
      {section: 'calque'},
      ...this.folders.map((scopeUri) => ({scopeUri, section: 'calque'})),
    ]);
    const [general, ...folders] = answers.map((answer) => settingsOf(answer));
    this.apply(general, folders);
  }

  private apply(general?: EditorSettings, folders: readonly (EditorSettings | undefined)[] = []): void {
    const {locale} = this;
    const settings = {...(locale === undefined ? {} : {locale}), ...this.sent, ...general};
    this.documents.delay = settings.delay ?? defaultDelay;
    this.session.host.configure(
      this.folders.map((uri, i) => ({uri, settings: {...settings, ...folders[i]}})),
      settings,
      this.initializationOptions,
    );
  }
}
