import fs from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {build} from 'esbuild';
import {chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {lint} from '../support/lint.js';
import {root} from '../support/resources.js';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => fs.existsSync(file));
if (!executable)
  console.warn('Chromium is not installed: the language server is not tested in a browser worker.');

interface Message {
  readonly id?: number;
  readonly result?: {items?: {code: string; message: string}[]; contents?: {value: string}};
}

describe.skipIf(!executable)('a worker of a browser', () => {
  let worker = '';
  let server: http.Server;

  beforeAll(async () => {
    const bundle = await build({
      entryPoints: [path.join(root, 'src/editor/browser.ts')],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
    });
    worker = bundle.outputFiles[0]?.text ?? '';
    server = http.createServer(({url = '/'}, response) => {
      const name = /^\/resources\/([\w.-]+)$/.exec(url)?.[1];
      if (url === '/') response.setHeader('Content-Type', 'text/html').end('<!doctype html>');
      else if (url === '/worker.js') response.setHeader('Content-Type', 'text/javascript').end(worker);
      else if (name && name !== 'none.bin')
        response.end(fs.readFileSync(path.join(root, 'dist/resources', name)));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  test('finds what Node finds', async () => {
    const text = fs.readFileSync(path.join(root, 'samples/bridge-inquiry.lt.txt'), 'utf8');
    const browser = await chromium.launch({
      executablePath: executable as string,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const uri = 'vscode-vfs://github/x/article.txt';
      const notify = (method: string, params: object) => ({jsonrpc: '2.0', method, params});
      const answers = (await page.evaluate(
        async (messages) => {
          // @ts-expect-error: this function runs in the browser
          const {Worker, location} = globalThis;
          const running = new Worker('/worker.js');
          const answers: unknown[] = [];
          for (const message of messages as {id?: number; params?: {initializationOptions?: unknown}}[]) {
            const {params} = message;
            if (params?.initializationOptions)
              params.initializationOptions = {
                sourceLanguage: 'lt',
                files: {
                  resources: Object.fromEntries(
                    ['lexicon-en.bin', 'languages.bin', 'none.bin'].map((name) => [
                      name,
                      `${location.origin}/resources/${name}`,
                    ]),
                  ),
                },
              };
            const answered = new Promise((resolve) => {
              running.onmessage = ({data}: {data: {id?: number}}) => {
                if (data.id === message.id) resolve(data);
              };
            });
            running.postMessage(message);
            if (message.id !== undefined) answers.push(await answered);
          }
          running.terminate();
          return answers;
        },
        [
          {
            ...notify('initialize', {
              processId: null,
              rootUri: null,
              capabilities: {textDocument: {diagnostic: {}}},
              initializationOptions: {},
            }),
            id: 1,
          },
          notify('initialized', {}),
          notify('textDocument/didOpen', {textDocument: {uri, languageId: 'plaintext', version: 1, text}}),
          {...notify('textDocument/diagnostic', {textDocument: {uri}}), id: 2},
          {...notify('textDocument/hover', {textDocument: {uri}, position: {line: 4, character: 36}}), id: 3},
        ],
      )) as Message[];
      const expected = await lint(text, {sourceLanguage: 'lt'});
      expect(expected.length).toBeGreaterThan(5);
      expect(answers[1]?.result?.items?.map((d) => [d.code, d.message])).toEqual(
        expected.map((f) => [f.rule, f.message]),
      );
      expect(answers[2]?.result?.contents?.value).toContain('Daukšys');
    } finally {
      await browser.close();
    }
  });
});
