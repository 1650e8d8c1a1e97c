import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {parseCommandLine} from '../../src/cli/parse.js';
import {reporterNames} from '../../src/report/index.js';

const read = (path: string): string => fs.readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body]) =>
    name === language && body ? [body] : [],
  );

const pages = ['docs/formats.md', 'docs/baseline.md', 'docs/pipelines.md'];
const shell = pages.flatMap((page) => blocks(read(page), 'sh'));
const yaml = pages.flatMap((page) => blocks(read(page), 'yaml'));
const json = pages.flatMap((page) => blocks(read(page), 'json'));

interface Hook {
  id: string;
  entry: string;
  args: string[];
  language: string;
  types_or: string[];
}

describe('the pages about output and pipelines', () => {
  it('name every format', () => {
    for (const name of reporterNames) expect(read('docs/formats.md')).toContain(`| \`${name}\` |`);
  });

  it('hold YAML and JSON that can be read, and shell that bash takes', () => {
    expect(yaml.length).toBeGreaterThan(4);
    for (const block of yaml) expect(() => parse(block)).not.toThrow();
    for (const block of json) expect(() => JSON.parse(block)).not.toThrow();
    for (const block of shell) {
      const {status, error, stderr} = spawnSync('bash', ['-n'], {input: block, encoding: 'utf8'});
      if (!error) expect([status, stderr]).toEqual([0, '']);
    }
  });

  it('show command lines that calque takes', () => {
    const lines = [...shell, ...yaml]
      .join('\n')
      .matchAll(/^[\s\-\w:"]*?(?:npx )?calque ((?:articles|--)[^|#\n]*)/gm);
    let count = 0;
    for (const [, line = ''] of lines) {
      count++;
      expect(() => parseCommandLine(line.trim().split(/\s+/))).not.toThrow();
    }
    expect(count).toBeGreaterThan(6);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('offers hooks that call calque with options it takes', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];
    expect(hooks.map(({id}) => id)).toEqual(['calque', 'calque-fix']);
    for (const {entry, language, types_or} of hooks) {
      const [command, ...args] = entry.split(' ');
      expect([command, language]).toEqual(['calque', 'node']);
      expect(parseCommandLine([...args, 'a.md']).command).toBe('lint');
      expect(types_or).toEqual(['markdown', 'html', 'plain-text']);
    }
  });

  it('takes no name of a file for an option', () => {
    const names = ['--output-file=README.md', '--fix', '-f', 'a.md'];
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];
    for (const {entry, args} of hooks) {
      const line = parseCommandLine([...entry.split(' ').slice(1), ...args, ...names]);
      expect(line.operands).toEqual(names);
    }
    const recipe = /"\*\.\{md,html,txt\}": "calque (.*)"/.exec(read('docs/pipelines.md'))?.[1] ?? '';
    const staged = parseCommandLine([...recipe.split(' '), ...names]);
    expect(staged).toMatchObject({operands: names, options: {fix: true}});
    const [, documented = ''] = /args: \[(--max-warnings.*)\]/.exec(read('docs/pipelines.md')) ?? [];
    expect(documented.split(', ').at(-1)).toBe('--');
  });
});
