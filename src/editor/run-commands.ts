import {LSPErrorCodes, ResponseError} from 'vscode-languageserver';
import type {NewName} from '../config/dictionary/new-name.js';
import {dictionarySchema} from '../config/dictionary/schema.js';
import {reportedNames} from '../report/reported-names.js';
import type {Linted} from './articles.js';
import type {ClientProject} from './client-project.js';
import {isText} from './client-settings.js';
import {commands} from './commands.js';
import type {Documents} from './documents.js';
import {listNames} from './name-views.js';
import type {Session} from './session.js';
import {tell} from './tell.js';

/** Runs the commands that the client sends. */
export class CommandRunner {
  constructor(
    private readonly session: Session,
    private readonly documents: Documents,
    private readonly project: ClientProject,
  ) {}

  listen(): void {
    this.session.connection.onExecuteCommand(({command, arguments: args}) =>
      this.execute(command, args ?? []),
    );
  }

  private async execute(command: string, args: readonly unknown[]): Promise<unknown> {
    const [first, second, third] = args;
    const {connection, host} = this.session;
    const {files} = host;
    switch (command) {
      case commands.reload:
        this.project.reload();
        return null;
      case commands.openRule: {
        const uri = host.pageOf(String(first));
        if (uri !== undefined)
          await connection.window.showDocument({
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
        if (!checked || !host.report) return null;
        return host.report({
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
    const checked = await this.documents.check(String(uri));
    return checked?.kind === 'linted' ? checked : undefined;
  }

  /** After a file of the project was written: what it says holds at once. */
  private async written(writing: Promise<string | undefined>): Promise<void> {
    try {
      const todo = await writing;
      if (todo !== undefined) tell(this.session.connection, 'info', todo);
    } catch (error) {
      tell(this.session.connection, 'error', error instanceof Error ? error.message : String(error));
    }
    this.project.reload();
  }
}

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
