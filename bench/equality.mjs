// Lints the same articles in every way there is: files, threads, a cold and a warm cache, a stream, standard input, the
// library, the language server, `calque serve` and `calque mcp`. All must find the same. The articles are the project's samples and examples of its rules'
// pages put together: plain text, Markdown and HTML, with CRLF, byte order marks and letters in pieces.
//
//   npm run build && node bench/equality.mjs [--articles 200] [--seed 1]
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {Client} from '@modelcontextprotocol/client';
import {StdioClientTransport} from '@modelcontextprotocol/client/stdio';
import {createProtocolConnection, StreamMessageReader, StreamMessageWriter} from 'vscode-languageserver/node';
import {lintText} from '../dist/index.js';
import {generator} from './hostile.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const cli = path.join(root, 'dist/cli.js');
const argument = (name, otherwise) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? otherwise : process.argv[i + 1];
};
const count = Number(argument('--articles', 200));
const next = generator(Number(argument('--seed', 1)));
const pick = (list) => list[next(list.length)];
const extensions = {text: 'txt', markdown: 'md', html: 'html'};

/** Passages by format. */
const passages = {text: [], markdown: [], html: []};
for (const name of fs.readdirSync(path.join(root, 'samples')).sort()) {
  const format = {'.txt': 'text', '.md': 'markdown', '.html': 'html'}[path.extname(name)];
  if (format) passages[format].push(fs.readFileSync(path.join(root, 'samples', name), 'utf8'));
}
for (const name of fs.readdirSync(path.join(root, 'rules'), {recursive: true}).sort()) {
  if (!name.endsWith('.md')) continue;
  const page = fs.readFileSync(path.join(root, 'rules', name), 'utf8');
  for (const [, format, text] of page.matchAll(/^```(text|markdown|html) (?:bad|good)[^\n]*\n(.*?)^```$/gms))
    passages[format].push(text.replace(/[▸◂]/g, ''));
}

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'calque-equality-')));
fs.writeFileSync(path.join(folder, '.calquerc.yaml'), 'extends: strict\nsourceLanguage: ru\n');
const articles = Array.from({length: count}, (_, i) => {
  const format = pick(Object.keys(passages));
  let text = Array.from({length: 1 + next(5)}, () => pick(passages[format])).join('\n\n');
  if (i % 5 === 1) text = text.replace(/\r?\n/g, '\r\n');
  if (i % 7 === 1) text = `\uFEFF${text}`;
  if (i % 6 === 1) text = text.normalize('NFD');
  const name = `${String(i).padStart(4, '0')}.${extensions[format]}`;
  fs.writeFileSync(path.join(folder, name), text);
  return {name, format, text};
});

/** What is compared, in one line a finding. */
const lines = (findings) => findings.map((finding) => JSON.stringify(finding));
const run = (args, input = '') =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], {cwd: folder, stdio: ['pipe', 'pipe', 'inherit']});
    const out = [];
    child.stdout.on('data', (data) => out.push(data));
    child.on('close', () => resolve(Buffer.concat(out).toString('utf8')));
    child.stdin.end(input);
  });
const files = async (...args) => {
  const {files: linted} = JSON.parse(await run(['.', '-f', 'json', '--exit-zero', ...args]));
  return new Map(linted.map((file) => [file.path, lines(file.findings)]));
};

async function stream() {
  const input = articles.map(({name, format, text}) => JSON.stringify({id: name, format, text})).join('\n');
  const out = (await run(['stream'], `${input}\n`)).trimEnd().split('\n');
  return new Map(
    out.map((line) => {
      const {id, findings} = JSON.parse(line);
      return [id, lines(findings)];
    }),
  );
}

async function library() {
  const found = new Map();
  for (const {name, text} of articles)
    found.set(name, lines((await lintText(text, {cwd: folder, path: name})).findings));
  return found;
}

async function standardInput() {
  const found = new Map();
  for (const {name} of articles.filter((_, i) => i % 20 === 0)) {
    const bytes = fs.readFileSync(path.join(folder, name));
    const args = ['--stdin', '--stdin-filename', name, '-f', 'json', '--exit-zero'];
    found.set(name, lines(JSON.parse(await run(args, bytes)).files[0].findings));
  }
  return found;
}

/** `calque serve`. */
async function http() {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const base = await new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      const found = /http:\/\/\S+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error('calque serve ended')));
  });
  const found = new Map();
  for (const {name, format, text} of articles) {
    const response = await fetch(`${base}/v1/lint`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({id: name, format, text}),
    });
    const {id, findings} = await response.json();
    found.set(id, lines(findings));
  }
  child.kill();
  return found;
}

async function mcp() {
  const client = new Client({name: 'equality', version: '1'});
  await client.connect(
    new StdioClientTransport({command: process.execPath, args: [cli, 'mcp'], cwd: folder, stderr: 'inherit'}),
  );
  const found = new Map();
  for (const {name, format, text} of articles) {
    const {structuredContent} = await client.callTool({name: 'lint', arguments: {format, text}});
    found.set(name, lines(structuredContent.findings));
  }
  await client.close();
  return found;
}

/** Diagnostics hold less than a finding: rule, message, place. */
async function server() {
  const child = spawn(process.execPath, [cli, 'lsp'], {cwd: folder, stdio: ['pipe', 'pipe', 'inherit']});
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {textDocument: {diagnostic: {}}},
    workspaceFolders: [{uri: pathToFileURL(folder).href, name: 'a'}],
  });
  await connection.sendNotification('initialized', {});
  const found = new Map();
  for (const {name, text} of articles) {
    const uri = pathToFileURL(path.join(folder, name)).href;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId: 'plaintext', version: 1, text},
    });
    const {items} = await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}});
    found.set(
      name,
      items.map(({code, message, range: {start, end}}) =>
        [code, message, start.line + 1, start.character + 1, end.line + 1, end.character + 1].join(' '),
      ),
    );
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return found;
}

const asDiagnostics = (found) =>
  new Map(
    [...found].map(([name, all]) => [
      name,
      all.map((line) => {
        const {rule, message, line: at, column, endLine, endColumn} = JSON.parse(line);
        return [rule, message, at, column, endLine, endColumn].join(' ');
      }),
    ]),
  );

let differ = 0;
function compare(way, found, expected) {
  let wrong = 0;
  for (const [name, all] of found) {
    const want = expected.get(name) ?? [];
    if (all.length === want.length && all.every((line, i) => line === want[i])) continue;
    if (wrong++ < 3) {
      const at = all.findIndex((line, i) => line !== want[i]);
      console.log(`${way}, ${name}: ${all[at] ?? 'less'}\n  where ${want[at] ?? 'nothing'} was to be found`);
    }
  }
  differ += wrong;
  console.log(`${way}: ${found.size} articles, ${wrong} differ`);
}

const expected = await files('-j', '1');
const total = [...expected.values()].reduce((sum, all) => sum + all.length, 0);
compare('three threads', await files('-j', '3'), expected);
compare('a cold cache', await files('--cache'), expected);
compare('a warm cache', await files('--cache'), expected);
compare('a stream', await stream(), expected);
compare('standard input', await standardInput(), expected);
compare('the library', await library(), expected);
compare('calque serve', await http(), expected);
compare('calque mcp', await mcp(), expected);
compare('the language server', await server(), asDiagnostics(expected));
fs.rmSync(folder, {recursive: true});
console.log(`${count} articles with ${total} findings: ${differ} differ`);
process.exitCode = differ > 0 || total === 0 ? 1 : 0;
