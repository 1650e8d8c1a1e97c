import {availableParallelism} from 'node:os';
import type {Command} from '../command.js';
import {note} from '../output.js';
import type {Options} from '../parse.js';
import {projectOf, projectOptions} from '../project.js';
import {ProjectNotes} from '../project-notes.js';
import {UsageError} from '../usage-error.js';
import {workerFile} from '../worker-file.js';

const defaults = {host: '127.0.0.1', port: 4749, size: 4 * 1024 * 1024, seconds: 10};

/** Serves lint, fix and names over HTTP until it is told to end. */
export const command: Command = async ({operands, options}) => {
  if (operands.length > 0)
    throw new UsageError('`calque serve` takes no paths: texts come with the requests');
  const host = options.host ?? defaults.host;
  const isLocal = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
  const token = tokenOf(options, isLocal);
  const port = options.port ?? defaults.port;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${port}: a port is a whole number from 0 to 65535`);
  const timeout = 1000 * positive('--timeout', options.timeout, defaults.seconds);
  const maxSize = positive('--max-size', options['max-size'], defaults.size);
  const origins = (options.cors ?? []).map(originOf);
  const settings = projectOptions(options);
  // A broken configuration is told now, and not to the first who asks; so is what is odd in one.
  const project = projectOf(options);
  await project.settingsFor('text.txt');
  new ProjectNotes(project).tell();
  const {serve} = await import('@hono/node-server');
  const {httpApp} = await import('../../service/http.js');
  const {openAnswerPool} = await import('../../service/pool.js');
  const pool = await openAnswerPool(workerFile(), settings, {
    threads: Math.max(1, Math.min(4, availableParallelism())),
    timeout,
    waiting: 256,
  });
  const app = httpApp({
    pool,
    maxSize,
    ...(token === undefined ? {} : {token}),
    origins,
    isLocal,
  });
  return new Promise<number>((resolve) => {
    const server = serve({fetch: app.fetch, hostname: host, port}, ({address, port: actual}) => {
      const shown = address.includes(':') ? `[${address}]` : address;
      note(`calque serves http://${shown}:${actual} (Ctrl+C ends it; the interface: /openapi.json)\n`);
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? 'another program uses this port: name another one with --port'
          : error.code === 'EACCES'
            ? 'this port is not open to you: name one above 1023 with --port'
            : error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'
              ? 'this machine has no such address'
              : error.message;
      note(`calque: cannot serve at ${host}:${port}: ${reason}\n`);
      void pool.close().then(() => resolve(2));
    });
    let isEnding = false;
    const end = (): void => {
      // Asked twice, it does not wait for answers.
      if (isEnding && 'closeAllConnections' in server) server.closeAllConnections();
      if (isEnding) return;
      isEnding = true;
      server.close(() => void pool.close().then(() => resolve(0)));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
};

function tokenOf(options: Options, isLocal: boolean): string | undefined {
  const token = options.token ?? process.env.CALQUE_TOKEN;
  if (token !== undefined && token.length < 16)
    throw new UsageError('the token is too short to keep anyone out: take 16 characters or more');
  if (token === undefined && !isLocal)
    throw new UsageError(
      `--host ${options.host}: others can reach this address, so the server needs a token: --token, or better CALQUE_TOKEN in the environment, which no list of processes shows`,
    );
  return token;
}

function originOf(written: string): string {
  if (URL.canParse(written) && /^https?:$/.test(new URL(written).protocol)) return new URL(written).origin;
  throw new UsageError(`--cors ${written}: an origin is written as https://cms.example.org`);
}

function positive(option: string, given: number | undefined, other: number): number {
  if (given !== undefined && !(given > 0)) throw new UsageError(`${option} ${given}: must be above 0`);
  return given ?? other;
}
