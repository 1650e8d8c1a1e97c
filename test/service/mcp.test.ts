import {Client} from '@modelcontextprotocol/client';
import {StdioClientTransport} from '@modelcontextprotocol/client/stdio';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createLinter} from '../../src/index.js';
import {calque, cli} from '../support/cli.js';

const article = 'The mayor spoke , and left. [ad_1]\n\nZhaparov came. Later Zaparov left the town of Orlec.';

describe('calque mcp', () => {
  const client = new Client({name: 'test', version: '1'});
  beforeAll(async () => {
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [cli, 'mcp', '--no-config'],
        stderr: 'pipe',
      }),
    );
  });
  afterAll(() => client.close());

  const call = (name: string, args: Record<string, unknown>) => client.callTool({name, arguments: args});

  test('has the four tools, none of which changes anything', async () => {
    const {tools} = await client.listTools();
    expect(tools.map(({name}) => name).sort()).toEqual(['explain', 'fix', 'lint', 'names']);
    expect(tools.every(({annotations}) => annotations?.readOnlyHint === true)).toBe(true);
  });

  test('lint finds what the library finds', async () => {
    const {structuredContent, content} = await call('lint', {text: article});
    const linter = await createLinter({config: false});
    const {findings, score} = linter.lint(article);
    expect(structuredContent).toEqual(JSON.parse(JSON.stringify({findings, score})));
    expect(JSON.parse((content as {text: string}[])[0]!.text)).toEqual(structuredContent);
  });

  test('fix, names and explain', async () => {
    expect((await call('fix', {text: article})).structuredContent).toMatchObject({fixed: 2});
    const {names} = (await call('names', {text: article})).structuredContent as {names: {name: string}[]};
    expect(names.map(({name}) => name)).toContain('Orlec');
    const page = await call('explain', {rule: 'residue/ad-marker'});
    expect((page.content as {text: string}[])[0]!.text).toMatch(/^# residue\/ad-marker\n/);
  });

  test('of very many findings the gravest are told, and how many more there are', async () => {
    const text = 'The mayor spoke , and left.\n\n'.repeat(2000);
    for (const task of ['lint', 'fix']) {
      const {findings} = (await call(task, {text})).structuredContent as {findings: {rule: string}[]};
      expect(findings.length).toBeLessThanOrEqual(501);
      if (task === 'lint') expect(findings.map(({rule}) => rule)).toContain('report/more');
    }
  });

  test('what cannot be answered is told', async () => {
    const unknown = await call('explain', {rule: 'residue/admarker'});
    expect(unknown.isError).toBe(true);
    expect((unknown.content as {text: string}[])[0]!.text).toMatch(/did you mean “residue\/ad-marker”/);
    const language = await call('lint', {text: 'a', language: 'English'});
    expect(language.isError).toBe(true);
    expect((language.content as {text: string}[])[0]!.text).toMatch(/language tag such as/);
    const missing = await call('lint', {}).catch((error: Error) => ({
      isError: true,
      content: [{text: error.message}],
    }));
    expect(missing.isError).toBe(true);
    expect((await call('lint', {text: 'The mayor spoke.'})).structuredContent).toMatchObject({findings: []});
  });
});

test('ends when the program that started it does, and takes no paths', async () => {
  expect((await calque(['mcp'], {input: ''})).code).toBe(0);
  expect((await calque(['mcp', 'news.txt'])).code).toBe(2);
});
