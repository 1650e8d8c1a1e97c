import {type ChildProcess, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {root} from '../support/resources.js';

export const cli = path.join(root, 'dist/cli.js');

export interface ClientOptions {
  readonly cwd?: string;
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** Answers `workspace/configuration`, by scope. */
  readonly settings?: (scope: string | undefined) => unknown;
  readonly initializationOptions?: unknown;
  /** Beside those of the test. */
  readonly env?: Readonly<Record<string, string>>;
}

export const pushing: ClientCapabilities = {
  textDocument: {publishDiagnostics: {relatedInformation: true, versionSupport: true}},
  workspace: {workspaceFolders: true, workspaceEdit: {documentChanges: true}},
};

export const pulling: ClientCapabilities = {
  ...pushing,
  textDocument: {diagnostic: {relatedInformation: true}},
};

/** A client of `calque lsp` over its standard input and output, with as little will of its own as possible. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: {type: number; message: string}[] = [];
  readonly shown: string[] = [];
  readonly registered: string[] = [];
  readonly statuses: {uri: string; penalty?: number}[] = [];
  refreshes = 0;
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess,
    readonly exited: Promise<number | null>,
    readonly initialized: InitializeResult,
  ) {}

  static async start(options: ClientOptions = {}): Promise<Client> {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], {
      cwd: options.cwd ?? os.tmpdir(),
      env: {...process.env, ...options.env},
      stdio: ['pipe', 'pipe', process.env.DEBUG ? 'inherit' : 'ignore'],
    });
    const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onError(() => {});
    const client: {made?: Client} = {};
    const early: (() => void)[] = [];
    const then = (run: (made: Client) => void): void => {
      if (client.made) {
        run(client.made);
        for (const wake of client.made.waiting) wake();
      } else early.push(() => run(client.made as Client));
    };
    connection.onNotification('textDocument/publishDiagnostics', (p: PublishDiagnosticsParams) =>
      then((made) => made.published.push(p)),
    );
    connection.onNotification('window/showMessage', (p: {type: number; message: string}) =>
      then((made) => made.messages.push(p)),
    );
    connection.onNotification('calque/status', (p: {uri: string}) => then((made) => made.statuses.push(p)));
    connection.onRequest('window/showDocument', (p: {uri: string}) => {
      then((made) => made.shown.push(p.uri));
      return {success: true};
    });
    connection.onRequest('client/registerCapability', (p: {registrations: {method: string}[]}) => {
      then((made) => made.registered.push(...p.registrations.map((r) => r.method)));
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      then((made) => {
        made.refreshes++;
      });
      return null;
    });
    connection.onRequest('workspace/configuration', (p: {items: {scopeUri?: string}[]}) =>
      p.items.map(({scopeUri}) => options.settings?.(scopeUri) ?? null),
    );
    connection.listen();
    const initialized: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? pushing,
      initializationOptions: options.initializationOptions,
      workspaceFolders:
        options.folders?.map((folder) => ({uri: uriOf(folder), name: path.basename(folder)})) ?? null,
    });
    client.made = new Client(connection, child, exited, initialized);
    for (const run of early) run();
    await connection.sendNotification('initialized', {});
    return client.made;
  }

  /** Waits until `what` gives something; fails after `within` milliseconds. */
  async until<T>(what: () => T | undefined | false, within = 20_000): Promise<T> {
    const began = Date.now();
    for (;;) {
      const found = what();
      if (found !== undefined && found !== false) return found;
      const left = within - (Date.now() - began);
      if (left <= 0) throw new Error(`waited ${within} ms in vain for ${String(what)}`);
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          this.waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.min(left, 250));
        this.waiting.add(wake);
      });
    }
  }

  async open(uri: string, text: string, languageId = 'plaintext', version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId, version, text},
    });
  }

  async change(
    uri: string,
    version: number,
    ...contentChanges: {range?: Range; text: string}[]
  ): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version},
      contentChanges,
    });
  }

  /** The diagnostics that were pushed for a version of a document. */
  async pushed(uri: string, version: number): Promise<Diagnostic[]> {
    const found = await this.until(() =>
      this.published.findLast((p) => p.uri === uri && p.version === version),
    );
    return found.diagnostics;
  }

  /** The next diagnostics that are pushed for a document and answer a condition. */
  async pushedWhere(uri: string, good: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return this.until(() => {
      const last = this.published.findLast((p) => p.uri === uri);
      return last && good(last.diagnostics) ? last.diagnostics : undefined;
    });
  }

  async pull(
    uri: string,
    previousResultId?: string,
  ): Promise<{kind: string; resultId: string; items: Diagnostic[]}> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: {uri},
      ...(previousResultId === undefined ? {} : {previousResultId}),
    });
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: {uri},
      range,
      context: {diagnostics: [], ...(only ? {only} : {})},
    });
  }

  async ask<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** What takes a question back. */
  cancellation(): CancellationTokenSource {
    return new CancellationTokenSource();
  }

  async execute<T>({command, arguments: args}: {command: string; arguments?: unknown[]}): Promise<T> {
    return this.connection.sendRequest('workspace/executeCommand', {command, arguments: args ?? []});
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exited;
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** A folder of its own with these files; the caller removes it. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'calque-editor-')));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Applies edits as an editor would: each says where in the text as it was. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((e) => ({start: offsetAt(text, e.range.start), end: offsetAt(text, e.range.end), text: e.newText}))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  let out = text;
  let last = Number.POSITIVE_INFINITY;
  for (const edit of sorted) {
    if (edit.end > last) throw new Error('edits overlap');
    last = edit.start;
    out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
  }
  return out;
}

/** The edits of one document in a workspace edit, and the version that they are for. */
export function editsFor(
  edit: WorkspaceEdit | undefined,
  uri: string,
): {version: number | null; edits: TextEdit[]} {
  for (const change of edit?.documentChanges ?? []) {
    if ('textDocument' in change && change.textDocument.uri === uri)
      return {version: change.textDocument.version, edits: change.edits as TextEdit[]};
  }
  return {version: null, edits: edit?.changes?.[uri] ?? []};
}

export function offsetAt(text: string, {line, character}: Position): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  let at = 0;
  for (let i = 0; i < line; i++) at += lines[i]?.length ?? 0;
  return Math.min(at + character, text.length);
}

export function positionOf(text: string, part: string): Position {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`“${part}” is not in the text`);
  return positionAt(text, at);
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return {line: before.length - 1, character: (before.at(-1) as string).length};
}

/** An empty range at the beginning of a part of the text. */
export function at(text: string, part: string): Range {
  const position = positionOf(text, part);
  return {start: position, end: position};
}
