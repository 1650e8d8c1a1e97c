import fs from 'node:fs';
import path from 'node:path';
import {transform} from 'esbuild';
import {beforeAll, describe, expect, test} from 'vitest';
import {type CliResult, folder, run} from '../support/cli.js';
import {root} from '../support/resources.js';

const page = fs.readFileSync(path.join(root, 'docs/api.md'), 'utf8');

/** The first block of code in a section of the page, as JavaScript: what people are told is what is tested. */
async function codeOf(section: string): Promise<string> {
  const block = new RegExp(`^#+ ${section}\\n[^]*?^\`\`\`ts\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/api.md has no code in its section ${section}`);
  return (await transform(block, {loader: 'ts'})).code;
}

describe('a rule as the page writes it', () => {
  let cwd = '';
  let tests = '';
  beforeAll(async () => {
    cwd = folder({'package.json': '{"type": "module"}', 'shout.js': await codeOf('Rules and plugins')});
    fs.mkdirSync(path.join(cwd, 'node_modules'));
    fs.symlinkSync(root, path.join(cwd, 'node_modules/calque'), 'junction');
    tests = await codeOf('Testing a rule');
  });

  const runTests = (name: string, code: string): Promise<CliResult> => {
    fs.writeFileSync(path.join(cwd, name), code);
    return run(process.execPath, [name], {cwd});
  };

  test('passes the test that the page writes', async () => {
    const {code, stdout, stderr} = await runTests('right.js', tests);
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/pass 1\b/);
  });

  test('fails one that expects something else, and says what', async () => {
    const wrong = tests.replace('column: 9', 'column: 8').replace('most: 1', 'most: 0.5');
    const {code, stdout} = await runTests('wrong.js', wrong);
    expect(code).toBe(1);
    expect(stdout).toContain('desk/shout: cases that fail: 2 of 4');
    expect(stdout).toContain('good case "They won!": options.most: is 0.5, but must be a whole number');
    expect(stdout).toContain('bad case "They won! At last.": finding 1: column expected 8, found 9');
  });

  test('runs in a configuration', async () => {
    fs.writeFileSync(
      path.join(cwd, 'calque.config.js'),
      `import desk from './shout.js';\nexport default {extends: 'off', plugins: [desk], rules: {'desk/shout': ['error', {most: 1}]}};\n`,
    );
    fs.writeFileSync(path.join(cwd, 'a.txt'), 'They won! And won again!\n');
    const {stdout, code} = await run(
      process.execPath,
      [path.join(root, 'dist/cli.js'), 'a.txt', '--format', 'json'],
      {
        cwd,
      },
    );
    expect(JSON.parse(stdout)).toMatchObject({files: [{findings: [{rule: 'desk/shout', start: 23}]}]});
    expect(code).toBe(1);
  });
});
