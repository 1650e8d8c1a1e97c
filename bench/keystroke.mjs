// How long the language server takes for a keystroke, and whether its memory stays flat. It runs as editors run it,
// over standard input and output. Two times of a keystroke are told: how long the server was at work on it, and how
// long it was from the change that is sent to the diagnostics that come back, the protocol on both sides included.
//
//   npm run build && node bench/keystroke.mjs [--edits 200] [--long 10000]
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createProtocolConnection, StreamMessageReader, StreamMessageWriter} from 'vscode-languageserver/node';
import {article} from './article.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const edits = option('--edits', 200);
const long = option('--long', 10_000);
const quantile = (list, q) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(q * list.length))];
const ms = (x) => `${x.toFixed(1)} ms`;

async function start() {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'lsp'], {
    cwd: os.tmpdir(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const server = [];
  connection.onNotification('calque/status', ({took}) => server.push(took));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {diagnostic: {relatedInformation: true}},
      experimental: {calque: {status: true}},
    },
  });
  await connection.sendNotification('initialized', {});
  return {child, connection, server};
}

/** Resident memory of the server in MB, where the system says so. */
function memory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

const uri = 'file:///tmp/calque-bench/article.txt';
let version = 1;

async function open(connection, text) {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri, languageId: 'plaintext', version: ++version, text},
  });
  await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}});
}

/** A sentence that is typed letter by letter into the middle of the text, and taken out again. */
function* keystrokes(text) {
  const lines = text.split('\n');
  const sentence = ' Mr Kovalenko said the the ministry would publish “its findings ” in the spring.';
  for (let round = 0; ; round++) {
    const line = (2 * Math.floor(lines.length / 4) + 4 * round) % (lines.length - 2);
    const at = lines[line].length;
    for (let i = 0; i < sentence.length; i++) yield {line, from: at + i, to: at + i, text: sentence[i]};
    for (let i = sentence.length - 1; i >= 0; i--) yield {line, from: at + i, to: at + i + 1, text: ''};
  }
}

async function type(connection, strokes, count) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const {line, from, to, text} = strokes.next().value;
    const began = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version: ++version},
      contentChanges: [{range: {start: {line, character: from}, end: {line, character: to}}, text}],
    });
    await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}});
    times.push(performance.now() - began);
  }
  return times;
}

function sized(length) {
  const text = article(7, Math.ceil(length / 4));
  return text.slice(0, text.indexOf('\n\n', length));
}

console.log(`A keystroke, over ${edits} edits:`);
for (const [kb, target] of [
  [5, 5],
  [50, 50],
]) {
  const {child, connection, server} = await start();
  const text = sized(kb * 1000);
  await open(connection, text);
  const strokes = keystrokes(text);
  await type(connection, strokes, 100);
  server.length = 0;
  const times = await type(connection, strokes, edits);
  const both = (list) => `median ${ms(quantile(list, 0.5))}, 95th percentile ${ms(quantile(list, 0.95))}`;
  console.log(`  ${kb} KB: server ${both(server)} (target ${target} ms)`);
  console.log(`  ${' '.repeat(String(kb).length)}     there and back ${both(times)}`);
  child.kill();
}

if (long > 0) {
  const {child, connection} = await start();
  const text = sized(5000);
  await open(connection, text);
  const strokes = keystrokes(text);
  console.log(`Memory of the server over ${long} edits of 5 KB:`);
  const parts = 10;
  for (let i = 0; i <= parts; i++) {
    if (i > 0) await type(connection, strokes, Math.ceil(long / parts));
    console.log(
      `  after ${String(Math.round((i * long) / parts)).padStart(6)} edits: ${memory(child.pid).toFixed(0)} MB`,
    );
  }
  child.kill();
}
