import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {parse} from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = fs.existsSync(path.join(root, 'dist/cli.js'));
const bash = spawnSync('bash', ['-c', 'mapfile -d "" -t x < /dev/null']).status === 0;

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
}
interface Action {
  inputs: Record<string, {description: string; default: string}>;
  outputs: Record<string, {description: string; value: string}>;
  runs: {using: string; steps: Step[]};
}

const action = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;
const step = (id: string): Step => action.runs.steps.find((one) => one.id === id) as Step;

describe('action.yml', () => {
  it('puts no input into a script: all come as variables', () => {
    for (const {run} of action.runs.steps) expect(run ?? '').not.toContain('${{');
  });

  it('names only inputs and steps that exist', () => {
    const text = fs.readFileSync(path.join(root, 'action.yml'), 'utf8');
    const inputs = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(inputs)].sort()).toEqual(Object.keys(action.inputs).sort());
    const ids = action.runs.steps.map(({id}) => id);
    for (const [, id] of text.matchAll(/\bsteps\.([\w-]+)\.outputs/g)) expect(ids).toContain(id);
  });
});

if (!built || !bash)
  console.warn('The steps of action.yml were not run: they need bash 4.4 and the build (npm run build).');

describe.skipIf(!built || !bash)('the steps of action.yml', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-action-'));
    fs.mkdirSync(path.join(folder, 'articles'));
    fs.writeFileSync(
      path.join(folder, 'articles/bad one.txt'),
      'The mayor opened the harbour on Monday. [ad_1] The works took two years.\n',
    );
    fs.writeFileSync(
      path.join(folder, 'articles/good.txt'),
      'The council agreed on Tuesday to build a bridge.\n',
    );
  });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  function run(
    id: string,
    variables: Record<string, string>,
  ): {status: number | null; stdout: string; outputs: Record<string, string>; summary: string} {
    const output = path.join(folder, 'output');
    const summary = path.join(folder, 'summary');
    fs.writeFileSync(output, '');
    fs.writeFileSync(summary, '');
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step(id).run ?? ''], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_ACTION_PATH: root,
        RUNNER_TEMP: folder,
        ...variables,
      },
    });
    const lines = fs.readFileSync(output, 'utf8').trimEnd().split('\n');
    const outputs = Object.fromEntries(lines.map((line) => line.split('=') as [string, string]));
    return {status: done.status, stdout: done.stdout, outputs, summary: fs.readFileSync(summary, 'utf8')};
  }

  const lint = (paths: string, args = '', more: Record<string, string> = {}) =>
    run('lint', {
      CALQUE_COMMAND: run('install', {}).outputs.command ?? '',
      CALQUE_PATHS: paths,
      CALQUE_ARGS: args,
      CALQUE_ANNOTATIONS: 'true',
      CALQUE_SUMMARY: 'true',
      ...more,
    });

  it('take the calque of the project before their own', () => {
    expect(run('install', {}).outputs.command).toBe(path.join(root, 'dist/cli.js'));
    fs.mkdirSync(path.join(folder, 'node_modules/.bin'), {recursive: true});
    fs.writeFileSync(path.join(folder, 'node_modules/.bin/calque'), '#!/bin/sh\n', {mode: 0o755});
    expect(run('install', {}).outputs.command).toBe(
      path.join(fs.realpathSync(folder), 'node_modules/.bin/calque'),
    );
  });

  it('annotate, write the reports and the summary, and hand on the exit code', () => {
    const {status, stdout, outputs, summary} = lint('articles', '--max-warnings=0');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^::(?:error|warning) file=articles\/bad one\.txt,line=1,/m);
    expect(outputs['exit-code']).toBe('1');
    expect(JSON.parse(fs.readFileSync(outputs.json ?? '', 'utf8')).files).toHaveLength(2);
    expect(JSON.parse(fs.readFileSync(outputs.sarif ?? '', 'utf8')).version).toBe('2.1.0');
    expect(summary).toMatch(/^### calque: \d+ findings?/m);
    expect(run('verdict', {CALQUE_EXIT_CODE: '1'}).status).toBe(1);
    expect(run('verdict', {CALQUE_EXIT_CODE: '0'}).status).toBe(0);
  });

  it('take paths and arguments a line each, whatever they hold', () => {
    const {status, outputs} = lint('articles/good.txt\r\n\narticles/bad one.txt\n', '', {
      CALQUE_ANNOTATIONS: 'false',
      CALQUE_SUMMARY: 'false',
    });
    expect(status).toBe(0);
    expect(JSON.parse(fs.readFileSync(outputs.json ?? '', 'utf8')).files).toHaveLength(2);
    const hostile = lint('articles/good.txt; touch pwned\n$(touch pwned)\n--exit-zero');
    expect(fs.existsSync(path.join(folder, 'pwned'))).toBe(false);
    expect(hostile.status).toBe(2);
  });

  it('end the job on misuse', () => {
    expect(lint('articles', '--no-such-option').status).toBe(2);
  });
});
