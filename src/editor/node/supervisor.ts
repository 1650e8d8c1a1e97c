import {Worker} from 'node:worker_threads';
import {
  LSPErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import {printable} from '../../report/visible.js';
import {OpenText} from '../open-text.js';
import type {ThreadData, ThreadNews} from './server-thread.js';

/** A document that cost a thread its life. */
interface Heavy {
  /** UTF-16 units. */
  readonly length: number;
  /** Milliseconds that were spent on it. */
  readonly took: number;
}

/** Milliseconds of the processor that one document may keep the server from all others. */
const mostTime = 4000;
const lookEvery = 250;
/** A thread that dies so often without a document to blame will not live. */
const mostDeaths = 3;

type Id = number | string;

interface Rpc extends Message {
  readonly id?: Id | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/**
 * Stands between the client and the server, which runs in a thread: a document on which the thread works too long, or dies,
 * is told as too slow, and the thread replaced by a new one that is told all that the old one knew. The client sees one
 * server that always answers; what it takes back is answered at once, whatever the thread is busy with.
 */
export class Supervisor {
  private thread: Worker;
  private initialize: Rpc | undefined;
  private initialized: Rpc | undefined;
  /** What the client has said of settings and folders since. */
  private session: Rpc[] = [];
  private readonly texts = new Map<string, OpenText>();
  private readonly heavy = new Map<string, Heavy>();
  /** Requests of the client that are not answered. */
  private readonly asked = new Map<Id, Rpc>();
  /** Questions of a thread to the client, by the number that they go out with. */
  private readonly asking = new Map<number, {readonly thread: Worker; readonly id: Id}>();
  private questions = 0;
  private hasAnswered = false;
  private isShutDown = false;
  /** The document that the thread works on now, and when it was heard of last. */
  private current: string | undefined;
  private heard = performance.now();
  private cpu = process.cpuUsage();
  private deaths = 0;

  constructor(
    private readonly reader: MessageReader,
    private readonly writer: MessageWriter,
    private readonly file: URL,
  ) {
    this.thread = this.start();
    setInterval(() => this.look(), lookEvery).unref();
  }

  listen(): void {
    this.reader.listen((message) => this.fromClient(message as Rpc));
  }

  private start(): Worker {
    const workerData: ThreadData = {
      heavy: [...this.heavy].map(([uri, {length, took}]) => [uri, length, took]),
    };
    // Standard output belongs to the protocol.
    const thread = new Worker(this.file, {workerData, stdout: true});
    thread.stdout.pipe(process.stderr, {end: false});
    thread.on('message', (message: Rpc | ThreadNews) => {
      if (thread === this.thread) this.fromThread(message);
    });
    thread.on('error', (error) => {
      process.stderr.write(`calque: ${printable(error.message)}\n`);
      if (thread === this.thread) this.replace();
    });
    thread.on('exit', (code) => {
      if (thread === this.thread) process.exit(code);
    });
    this.alive(undefined);
    return thread;
  }

  private alive(current: string | undefined): void {
    this.current = current;
    this.heard = performance.now();
    this.cpu = process.cpuUsage();
  }

  /** Milliseconds of the processor since the thread was heard of; the machine may be busy with something else. */
  private get spent(): number {
    const {user, system} = process.cpuUsage(this.cpu);
    return (user + system) / 1000;
  }

  private look(): void {
    if (this.current === undefined || performance.now() - this.heard < mostTime || this.spent < mostTime)
      return;
    this.replace();
  }

  /** Puts a new thread in the place of one that is stuck or dead. */
  private replace(): void {
    const text = this.current === undefined ? undefined : this.texts.get(this.current);
    if (text) this.heavy.set(text.uri, {length: text.text.length, took: performance.now() - this.heard});
    else if (++this.deaths > mostDeaths) process.exit(1);
    const old = this.thread;
    this.thread = this.start();
    void old.terminate();
    if (this.initialize) this.tell(this.hasAnswered ? {...this.initialize, id: 'again'} : this.initialize);
    if (this.initialized) this.tell(this.initialized);
    for (const message of this.session) this.tell(message);
    for (const {uri, languageId, version, text: content} of this.texts.values())
      this.tell({
        jsonrpc: '2.0',
        method: 'textDocument/didOpen',
        params: {textDocument: {uri, languageId, version, text: content}},
      });
    for (const request of this.asked.values()) if (request !== this.initialize) this.tell(request);
  }

  private tell(message: Rpc): void {
    try {
      this.thread.postMessage(message);
    } catch (error) {
      // Nested beyond what can be handed over.
      if (message.id !== undefined && message.id !== null && message.method !== undefined)
        this.answer(message.id, {code: LSPErrorCodes.RequestFailed, message: String(error)});
    }
  }

  private answer(id: Id, error: {code: number; message: string}): void {
    if (this.asked.delete(id)) this.write({jsonrpc: '2.0', id, error});
  }

  private write(message: Rpc): void {
    this.writer.write(message).catch(() => process.exit(1));
  }

  private fromClient(message: Rpc): void {
    const {method, id} = message ?? {};
    if (typeof method === 'string') {
      if (method === 'exit') process.exit(this.isShutDown ? 0 : 1);
      if (method === '$/cancelRequest') this.cancel((message.params as {id?: Id} | undefined)?.id);
      if (id !== undefined && id !== null) this.asked.set(id, message);
      this.remember(message, method);
    } else if (typeof id === 'number' && this.asking.has(id)) {
      const asked = this.asking.get(id);
      this.asking.delete(id);
      if (asked?.thread === this.thread) this.tell({...message, id: asked.id});
      return;
    }
    this.tell(message);
  }

  private cancel(id: Id | undefined): void {
    if (id === undefined || this.asked.get(id)?.method === 'initialize') return;
    this.answer(id, {code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.'});
  }

  /** Keeps what another thread would have to know. */
  private remember(message: Rpc, method: string): void {
    switch (method) {
      case 'initialize':
        this.initialize ??= message;
        break;
      case 'shutdown':
        this.isShutDown = true;
        break;
      case 'initialized':
        this.initialized = message;
        break;
      case 'workspace/didChangeConfiguration':
      case 'workspace/didChangeWorkspaceFolders':
        this.session.push(message);
        break;
      case 'textDocument/didOpen':
      case 'textDocument/didChange':
      case 'textDocument/didClose':
        this.follow(method, message.params as Partial<TextParams> | undefined);
    }
  }

  private follow(method: string, params: Partial<TextParams> | undefined): void {
    const {textDocument, contentChanges} = params ?? {};
    const uri = textDocument?.uri;
    if (typeof uri !== 'string' || !textDocument) return;
    const {languageId, version, text} = textDocument;
    const before = this.texts.get(uri);
    if (method.endsWith('didOpen'))
      this.texts.set(
        uri,
        new OpenText(uri, String(languageId ?? ''), Number(version ?? 0), String(text ?? '')),
      );
    else if (method.endsWith('didClose')) {
      this.texts.delete(uri);
      this.heavy.delete(uri);
    } else if (before && Array.isArray(contentChanges))
      this.texts.set(uri, before.with(contentChanges, Number(version ?? before.version + 1)));
  }

  private fromThread(message: Rpc | ThreadNews): void {
    if ('calque' in message) {
      this.alive(message.current);
      return;
    }
    const {id, method} = message;
    if (method !== undefined && id !== undefined && id !== null) this.ask(message, id);
    else if (method !== undefined) this.write(message);
    else if (id !== undefined && id !== null) {
      if (this.asked.get(id)?.method === 'initialize') this.hasAnswered = true;
      // One that was taken back is answered already.
      if (this.asked.delete(id)) this.write(message);
    } else this.write(message);
  }

  /** Two threads count their questions alike, and the client may answer one that the thread before has asked. */
  private ask(message: Rpc, id: Id): void {
    if (this.heavy.size > 0 && message.method === 'client/registerCapability') {
      // The client knows from the thread before.
      this.tell({jsonrpc: '2.0', id, result: null});
      return;
    }
    const number = ++this.questions;
    this.asking.set(number, {thread: this.thread, id});
    this.write({...message, id: number});
  }
}

interface TextParams {
  readonly textDocument: {
    readonly uri: unknown;
    readonly languageId?: unknown;
    readonly version?: unknown;
    readonly text?: unknown;
  };
  readonly contentChanges: Parameters<OpenText['with']>[0];
}
