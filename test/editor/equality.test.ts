import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Diagnostic} from 'vscode-languageserver/node';
import type {Finding} from '../../src/engine/finding.js';
import {root} from '../support/resources.js';
import {Client, cli, makeFolder, positionAt, pulling, uriOf} from './client.js';

/** Articles for comparison, where there are any; else those of the samples alone are compared. */
const corpus = path.join(root, '../shared/bench/corpus');
const samples = path.join(root, 'samples');
const isArticle = (name: string): boolean => /\.(?:txt|md|html)$/.test(name);

interface Shown {
  readonly code: string | undefined;
  readonly message: string;
  readonly severity: number;
  readonly place: string;
  readonly related: readonly string[];
}

/** What the command line finds, as an editor would show it. */
function byCommandLine(folder: string, files: readonly string[]): Map<string, Shown[]> {
  const {stdout, stderr} = spawnSync(process.execPath, [cli, ...files, '--format', 'json', '--exit-zero'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as {files: {path: string; findings: Finding[]}[]};
  return new Map(
    report.files.map(({path: name, findings}) => [
      name,
      findings.map((f) => ({
        code: f.rule,
        message: f.message,
        severity: {error: 1, warning: 2, info: 3}[f.severity],
        place: `${f.line}:${f.column}-${f.endLine}:${f.endColumn}`,
        related: f.related.map((r) => `${r.line}:${r.column} ${r.message}`),
      })),
    ]),
  );
}

function shown(diagnostics: readonly Diagnostic[]): Shown[] {
  return diagnostics.map(({code, message, severity, range: {start, end}, relatedInformation}) => ({
    code: code as string | undefined,
    message: message as string,
    severity: severity as number,
    place: `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
    related: (relatedInformation ?? []).map(
      ({location: {range}, message: m}) => `${range.start.line + 1}:${range.start.character + 1} ${m}`,
    ),
  }));
}

const languageOf = (name: string): string =>
  name.endsWith('.md') ? 'markdown' : name.endsWith('.html') ? 'html' : 'plaintext';

/** Numbers that look random and are the same every time (Park and Miller's generator). */
function generator(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

async function compare(folder: string, names: readonly string[]): Promise<void> {
  const expected = byCommandLine(folder, names);
  const client = await Client.start({cwd: folder, folders: [folder], capabilities: pulling});
  for (const [i, name] of names.entries()) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const uri = uriOf(path.join(folder, name));
    await client.open(uri, text, languageOf(name));
    expect(shown((await client.pull(uri)).items), name).toEqual(expected.get(name));
    await client.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});

    // The same text, typed: pieces of it in any order, with slips that are taken back.
    const next = generator(i);
    const cuts = [
      ...new Set([0, text.length, ...Array.from({length: 12}, () => next(text.length + 1))]),
    ].sort((a, b) => a - b);
    const pieces = cuts.slice(1).map((cut, k) => ({at: k, text: text.slice(cuts[k], cut)}));
    let version = 1;
    let done: {at: number; text: string}[] = [];
    await client.open(uri, '', languageOf(name));
    while (pieces.length > 0) {
      const [piece] = pieces.splice(next(pieces.length), 1) as [{at: number; text: string}];
      const before = done.filter((d) => d.at < piece.at);
      const now = done.map((d) => d.text).join('');
      const start = positionAt(
        now,
        before.reduce((sum, d) => sum + d.text.length, 0),
      );
      const slip = `${piece.text} teh the the `;
      await client.change(uri, ++version, {range: {start, end: start}, text: slip});
      if (next(3) === 0) await client.pull(uri);
      const from = before.reduce((sum, d) => sum + d.text.length, 0);
      const wrong = now.slice(0, from) + slip + now.slice(from);
      await client.change(uri, ++version, {
        range: {
          start: positionAt(wrong, from + piece.text.length),
          end: positionAt(wrong, from + slip.length),
        },
        text: '',
      });
      done = [...before, piece, ...done.filter((d) => d.at > piece.at)];
    }
    expect(done.map((d) => d.text).join('')).toBe(text);
    expect(shown((await client.pull(uri)).items), `${name}, typed`).toEqual(expected.get(name));
    await client.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
  }
  await client.stop();
}

describe('the server finds what the command line finds', () => {
  test('in the samples', async () => {
    await compare(samples, fs.readdirSync(samples).filter(isArticle).sort());
  });

  describe('in articles of a corpus', () => {
    let folder = '';
    beforeAll(() => {
      folder = makeFolder({'.calquerc.yaml': 'extends: strict\n'});
    });
    afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

    test.skipIf(!fs.existsSync(corpus))('strictly', {timeout: 300_000}, async () => {
      const all = fs.readdirSync(corpus).filter(isArticle).sort();
      const names = all.filter((_, i) => i % Math.max(1, Math.floor(all.length / 100)) === 0).slice(0, 100);
      for (const name of names) fs.copyFileSync(path.join(corpus, name), path.join(folder, name));
      await compare(folder, names);
    });
  });
});
