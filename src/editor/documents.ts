import {Articles, type Checked, type Linted} from './articles.js';
import {type Cancellable, mayBeCancelled} from './cancellation.js';
import {diagnosticsOf} from './diagnostics.js';
import {OpenText} from './open-text.js';
import type {Session} from './session.js';
import {statusMethod, statusOf} from './status.js';
import {Trouble} from './trouble.js';

/** From the last keystroke to the findings, where they are pushed. */
export const defaultDelay = 200;

/** The open documents: they follow what the client says, are checked, and their findings told where nobody asks. */
export class Documents {
  /** Milliseconds from the last keystroke to the findings. */
  delay = defaultDelay;
  private readonly articles: Articles;
  private readonly trouble: Trouble;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private lastStatus = 0;

  constructor(private readonly session: Session) {
    this.articles = new Articles(session.host);
    this.trouble = new Trouble(session.connection);
  }

  listen(): void {
    const {articles} = this;
    const {connection} = this.session;
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
      if (!this.session.abilities.pull) void connection.sendDiagnostics({uri, diagnostics: []});
    });
  }

  private publishIn(uri: string, delay: number): void {
    if (this.session.abilities.pull) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        this.publish(uri).catch((error: unknown) => this.session.complain(error));
      }, delay),
    );
  }

  private async publish(uri: string): Promise<void> {
    const checked = await this.check(uri);
    if (!checked || this.articles.textOf(uri) !== checked.text) return;
    await this.session.connection.sendDiagnostics({
      uri,
      version: checked.text.version,
      diagnostics: this.diagnostics(checked),
    });
  }

  /** The findings as the client wants them. */
  diagnostics(checked: Checked): ReturnType<typeof diagnosticsOf> {
    return diagnosticsOf(checked, this.session.abilities, (rule) => this.session.host.pageOf(rule));
  }

  /** The newest version of a document, checked; undefined when it is not open. */
  async check(uri: string): Promise<Checked | undefined> {
    await this.session.configured;
    const checked = await this.articles.check(uri);
    if (!checked) return undefined;
    this.trouble.note(uri, checked.kind === 'broken' ? checked.error : undefined);
    if (checked.kind === 'linted') this.trouble.warn(checked.linting.warnings ?? []);
    this.tellStatus(checked);
    return checked;
  }

  private tellStatus(checked: Checked): void {
    if (!this.session.abilities.status || checked.stamp <= this.lastStatus) return;
    this.lastStatus = checked.stamp;
    void this.session.connection.sendNotification(
      statusMethod,
      statusOf(checked, this.articles.tookOf(checked.text.uri)),
    );
  }

  /** The newest version of a document, linted; undefined when it cannot be. */
  async lint(uri: string, token: Cancellable): Promise<Linted | undefined> {
    await mayBeCancelled(token);
    const checked = await this.check(uri);
    return checked?.kind === 'linted' ? checked : undefined;
  }

  /** Lints all open documents again. */
  refresh(): void {
    const {abilities, connection} = this.session;
    this.articles.forget();
    for (const uri of this.articles.uris) this.publishIn(uri, 0);
    if (abilities.pull && abilities.refreshDiagnostics)
      connection.languages.diagnostics.refresh().catch(() => {});
  }
}
