import {createHash, timingSafeEqual} from 'node:crypto';
import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {compress} from 'hono/compress';
import {cors} from 'hono/cors';
import type {StatusCode} from 'hono/utils/http-status';
import {readSchema} from '../config/resources.js';
import {version} from '../config/version.js';
import {jsonText} from '../report/json-text.js';
import type {Task} from './answer.js';
import {openApi} from './open-api.js';
import {readPageFile} from './page.js';
import {type AnswerPool, NoAnswer} from './pool.js';

export interface HttpOptions {
  readonly pool: AnswerPool;
  /** Longest body of a request, in bytes. */
  readonly maxSize: number;
  /** What requests must bring as `Authorization: Bearer …`. */
  readonly token?: string;
  /** Pages of other origins that may ask. */
  readonly origins: readonly string[];
  /** Whether only this machine may ask: then a request must name it as its host. */
  readonly isLocal: boolean;
}

const statusOf = {busy: 503, late: 504, failed: 500} as const;

/**
 * The server's application: `POST /v1/lint`, `/v1/fix` and `/v1/names` take one record of `calque stream` each;
 * `GET /healthz` and `GET /openapi.json` tell of the server.
 */
export function httpApp({pool, maxSize, token, origins, isLocal}: HttpOptions): Hono {
  const app = new Hono();
  const tell = (status: StatusCode, error: string): Response =>
    new Response(`${jsonText({error})}\n`, {
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(status === 503 ? {'retry-after': '1'} : {}),
        ...(status === 401 ? {'www-authenticate': 'Bearer'} : {}),
      },
    });

  app.use(async (c, next) => {
    // A page on the web must not reach a server on this machine by a name that it lets point here.
    if (isLocal && !isLoopback(c.req.header('host') ?? ''))
      return tell(403, 'this server answers only to the name of this machine: localhost');
    const origin = c.req.header('origin');
    if (origin !== undefined && !origins.includes(origin) && !isOwn(origin, c.req.header('host')))
      return tell(
        403,
        `pages of ${origin} may not ask this server: start it with --cors ${origin} to let them`,
      );
    await next();
    c.header('x-content-type-options', 'nosniff');
    if (c.req.path.startsWith('/v1/')) c.header('cache-control', 'no-store');
    return undefined;
  });
  if (origins.length > 0)
    app.use(
      cors({
        origin: [...origins],
        allowMethods: ['GET', 'POST'],
        allowHeaders: ['authorization', 'content-type'],
      }),
    );
  app.get('/healthz', (c) => c.json({status: 'ok', version}));
  app.get('/openapi.json', (c) => c.json(openApi(readSchema('report'))));
  // The page that a person pastes a text into; it checks it by itself.
  app.get('/', compress(), () => pageFile('index.html'));
  app.get('/:name{[\\w-]+\\.(?:html|css|js)}', compress(), (c) => pageFile(c.req.param('name')));
  app.get('/resources/:name{[\\w-]+\\.(?:bin|json)}', (c) => pageFile(`resources/${c.req.param('name')}`));
  app.use('/v1/*', async (c, next) => {
    if (token !== undefined && !isToken(c.req.header('authorization'), token))
      return tell(
        401,
        'the request needs the header “Authorization: Bearer …” with the token of this server',
      );
    return next();
  });
  for (const task of ['lint', 'fix', 'names'] as const) {
    const path = `/v1/${task}`;
    app.post(
      path,
      bodyLimit({maxSize, onError: () => tell(413, `the request is longer than ${maxSize} bytes`)}),
      async (c) => {
        const type = c.req.header('content-type') ?? '';
        // A form of another page can send anything but this type unasked.
        if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
          return tell(415, 'the request must be JSON: send the header “content-type: application/json”');
        return answer(task, new Uint8Array(await c.req.arrayBuffer()), c.req.raw.signal);
      },
    );
    app.all(path, () => tell(405, `${path} takes POST`));
  }
  app.notFound((c) => tell(404, `there is no ${c.req.path} here: see /openapi.json`));
  app.onError((error) => tell(500, error.message));
  return app;

  function pageFile(name: string): Response {
    const file = readPageFile(name);
    if (!file) return tell(404, `there is no /${name} here`);
    const {bytes, type} = file;
    return new Response(bytes, {headers: {'content-type': type, 'cache-control': 'no-cache'}});
  }

  async function answer(task: Task, record: Uint8Array, signal: AbortSignal): Promise<Response> {
    try {
      const {ok, json} = await pool.ask({task, record}, signal);
      return new Response(`${json}\n`, {
        status: ok ? 200 : 400,
        headers: {'content-type': 'application/json; charset=utf-8'},
      });
    } catch (error) {
      if (error instanceof NoAnswer) return tell(statusOf[error.reason], error.message);
      throw error;
    }
  }
}

/** `localhost`, `127.0.0.1` or `[::1]`, with a port or without. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}

/** A page of this very server. */
function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/** Compares digests, so that the time tells nothing of the token. */
function isToken(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
