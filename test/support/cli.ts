import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from './resources.js';

export const cli = path.join(root, 'dist/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the process is killed: a hang. */
  readonly timeout?: number;
}

/** Runs the built command line. */
export function calque(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return run(process.execPath, [cli, ...args], options);
}

export function run(command: string, args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const {NO_COLOR: _, FORCE_COLOR: __, ...env} = process.env;
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? root,
      env: {...env, ...options.env},
      timeout: options.timeout ?? 100_000,
      killSignal: 'SIGKILL',
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString()});
    });
    child.stdin.end(options.input ?? '');
  });
}

/** A new empty folder, with these files in it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'calque-test-')));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, content);
  }
  return dir;
}

/** Findings of a run with `--format json`, by file. */
export function findingsOf(
  result: CliResult,
): Map<string, {rule: string; start: number; end: number; text: string; severity: string}[]> {
  const report = JSON.parse(result.stdout) as {files: {path: string; findings: []}[]};
  return new Map(report.files.map((file) => [file.path, file.findings]));
}

/** No crash: no stack trace, no unhandled rejection. */
export const trace = /^\s+at .*[:(]|UnhandledPromise|fault in calque/m;
