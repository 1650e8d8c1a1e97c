import {type ChildProcess, spawn} from 'node:child_process';
import {request as httpRequest} from 'node:http';
import {Ajv2020} from 'ajv/dist/2020.js';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createLinter} from '../../src/index.js';
import {calque, cli} from '../support/cli.js';

interface Server {
  readonly base: string;
  readonly process: ChildProcess;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--no-config', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, ...env},
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const base = /http:\/\/\S+/.exec(said)?.[0];
      if (base) resolve({base, process: child});
    });
    child.on('exit', () => reject(new Error(said)));
  });
}

const json = {'content-type': 'application/json'};
const article = 'The mayor spoke , and left. [ad_1]\n\nZhaparov came. Later Zaparov left the town of Orlec.';

function ask(base: string, task: string, body: unknown, headers: Record<string, string> = json) {
  return fetch(`${base}/v1/${task}`, {method: 'POST', headers, body: JSON.stringify(body)});
}

async function answerOf<T>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}

interface Description {
  readonly paths: {
    readonly '/v1/lint': {
      readonly post: {
        readonly responses: {
          readonly '200': {readonly content: {readonly 'application/json': {readonly schema: object}}};
        };
      };
    };
  };
}

describe('calque serve', () => {
  let server: Server;
  beforeAll(async () => {
    server = await start([]);
  });
  afterAll(() => {
    server.process.kill();
  });

  test('finds what the library finds', async () => {
    const response = await ask(server.base, 'lint', {id: 'a', text: article});
    expect(response.status).toBe(200);
    const linter = await createLinter({config: false});
    const {findings, score} = linter.lint(article);
    expect(findings.length).toBeGreaterThan(1);
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify({id: 'a', findings, score})));
  });

  test('fixes and lists names', async () => {
    const fixed = await (await ask(server.base, 'fix', {text: article})).json();
    expect(fixed).toMatchObject({
      id: null,
      fixed: 2,
      text: expect.stringMatching(/^The mayor spoke, and left\.\n/),
    });
    const {names} = await answerOf<{names: {name: string}[]}>(ask(server.base, 'names', {text: article}));
    expect(names.map(({name}) => name)).toContain('Orlec');
  });

  test('answers as its description says', async () => {
    const description = await answerOf<Description>(fetch(`${server.base}/openapi.json`));
    const ajv = new Ajv2020({strict: false});
    ajv.addSchema({...description, $id: 'api'});
    const lint = description.paths['/v1/lint'].post.responses['200'].content['application/json'].schema;
    const text = JSON.stringify(lint).replaceAll('#/components', 'api#/components');
    const check = ajv.compile(JSON.parse(text));
    const answer = await (await ask(server.base, 'lint', {text: article})).json();
    expect(check(answer) || check.errors).toBe(true);
    expect(check({findings: [{rule: 1}], score: {}})).toBe(false);
  });

  test.each([
    ['no text', {id: 7}, 400, /“text” must be a string, but is missing/],
    [
      'a format that there is not',
      {text: 'a', format: 'rtf'},
      400,
      /“format” must be text, markdown or html/,
    ],
    ['no object', [1], 400, /no JSON object/],
  ])('%s: one message', async (_, body, status, error) => {
    for (const task of ['lint', 'fix', 'names']) {
      const response = await ask(server.base, task, body);
      expect(response.status).toBe(status);
      expect((await answerOf<{error: string}>(response)).error).toMatch(error);
    }
  });

  test.each(['id', 'text', 'format', 'language', 'segments', 'segments: one'])(
    'a record that is deep in its %s is refused, and the server goes on',
    async (key) => {
      const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
      const fields = key.startsWith('segments')
        ? `"text": "a", "source": "b", "segments": ${key === 'segments' ? deep : `[${deep}]`}`
        : `${key === 'text' ? '' : '"text": "a", '}"${key}": ${deep}`;
      for (const task of ['lint', 'fix', 'names']) {
        const response = await fetch(`${server.base}/v1/${task}`, {
          method: 'POST',
          headers: json,
          body: `{${fields}}`,
        });
        expect(response.status).toBe(400);
        expect((await answerOf<{error: string}>(response)).error).toMatch(/nested too deeply|must be/);
      }
      expect((await ask(server.base, 'fix', {text: article})).status).toBe(200);
    },
  );

  test('what is no question of JSON is refused', async () => {
    expect((await ask(server.base, 'lint', {text: 'a'}, {'content-type': 'text/plain'})).status).toBe(415);
    expect((await fetch(`${server.base}/v1/lint`)).status).toBe(405);
    expect((await fetch(`${server.base}/v2/lint`)).status).toBe(404);
    const broken = await fetch(`${server.base}/v1/lint`, {method: 'POST', headers: json, body: '{"text":'});
    expect(broken.status).toBe(400);
  });

  test('a page of another origin may not ask, nor one that names another host', async () => {
    const foreign = {...json, origin: 'https://news.example'};
    expect((await ask(server.base, 'lint', {text: 'a'}, foreign)).status).toBe(403);
    expect((await ask(server.base, 'lint', {text: 'a'}, {...json, origin: server.base})).status).toBe(200);
    const {port} = new URL(server.base);
    const status = await new Promise((resolve, reject) => {
      httpRequest(
        {port, host: '127.0.0.1', path: '/healthz', headers: {host: 'news.example'}},
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test('200 at once: each gets its own answer', async () => {
    const answers = await Promise.all(
      Array.from({length: 200}, (_, n) =>
        answerOf<{id: number; findings: unknown[]}>(
          ask(server.base, 'lint', {id: n, text: `Road ${n} is shut ,`}),
        ),
      ),
    );
    expect(answers.map(({id}) => id)).toEqual(answers.map((_, n) => n));
    expect(answers.every(({findings}) => findings.length === 1)).toBe(true);
  });

  test('a request that its sender gave up leaves nothing behind', async () => {
    const text = 'The river rose on Monday and fell again. '.repeat(20_000);
    for (let i = 0; i < 5; i++) {
      const control = new AbortController();
      const asked = fetch(`${server.base}/v1/lint`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({text}),
        signal: control.signal,
      });
      setTimeout(() => control.abort(), 30);
      await expect(asked).rejects.toThrow();
    }
    expect((await ask(server.base, 'lint', {text: article})).status).toBe(200);
  });
});

test('a text that takes too long is given up, and the next one is answered', async () => {
  const server = await start(['--timeout', '0.5', '--max-size', '9000000']);
  try {
    const text = 'The river Zhaparov rose “on Monday , and Tabarov fell again. '.repeat(60_000);
    const late = await ask(server.base, 'lint', {text});
    expect(late.status).toBe(504);
    expect((await answerOf<{error: string}>(late)).error).toMatch(/more than 0\.5 s/);
    let status = 0;
    for (let i = 0; i < 50 && status !== 200; i++)
      status = (await ask(server.base, 'lint', {text: 'The mayor spoke.'})).status;
    expect(status).toBe(200);
  } finally {
    server.process.kill();
  }
});

test('a request that is too long is refused', async () => {
  const server = await start(['--max-size', '1000']);
  try {
    const response = await ask(server.base, 'lint', {text: 'a'.repeat(2000)});
    expect(response.status).toBe(413);
    expect((await answerOf<{error: string}>(response)).error).toMatch(/longer than 1000 bytes/);
  } finally {
    server.process.kill();
  }
});

test('with a token, only those who have it are answered', async () => {
  const server = await start([], {CALQUE_TOKEN: 'a-token-of-some-length'});
  try {
    expect((await ask(server.base, 'lint', {text: 'a'})).status).toBe(401);
    const wrong = {...json, authorization: 'Bearer a-token-of-some-lengtH'};
    expect((await ask(server.base, 'lint', {text: 'a'}, wrong)).status).toBe(401);
    const right = {...json, authorization: 'Bearer a-token-of-some-length'};
    expect((await ask(server.base, 'lint', {text: 'a'}, right)).status).toBe(200);
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
  } finally {
    server.process.kill();
  }
});

test('pages of a named origin may ask', async () => {
  const server = await start(['--cors', 'https://cms.example']);
  try {
    const response = await ask(server.base, 'lint', {text: 'a'}, {...json, origin: 'https://cms.example'});
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://cms.example');
  } finally {
    server.process.kill();
  }
});

test('ends when it is told to', async () => {
  const server = await start([]);
  const ended = new Promise((resolve) => server.process.on('exit', (code) => resolve(code)));
  server.process.kill('SIGTERM');
  expect(await ended).toBe(0);
});

describe('wrong use is told at once', () => {
  test.each([
    [['--host', '0.0.0.0'], /needs a token/],
    [['--token', 'short'], /too short/],
    [['--port', '70000'], /from 0 to 65535/],
    [['--cors', 'cms'], /written as https:/],
    [['--timeout', '0'], /above 0/],
    [['news.txt'], /takes no paths/],
  ])('%j', async (args, message) => {
    const {code, stderr} = await calque(['serve', ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

test('a port that is taken is told', async () => {
  const server = await start([]);
  try {
    const {code, stderr} = await calque(['serve', '--port', new URL(server.base).port]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/another program uses this port/);
  } finally {
    server.process.kill();
  }
});
