import {expect, test} from 'vitest';
import {calque, cli, folder, run} from '../support/cli.js';

const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;
const good = {id: 'last', text: 'The council met.\n\n[ad_1]\n\nIt will meet again.'};

interface Answer {
  id: unknown;
  line?: number;
  findings: unknown[];
  error?: string;
}

async function answers(lines: readonly string[]): Promise<Answer[]> {
  const result = await calque(['stream'], {
    cwd: folder(),
    input: `${lines.join('\n')}\n${JSON.stringify(good)}\n`,
  });
  expect(result).toMatchObject({code: 0, stderr: ''});
  return result.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

test.each([
  ['id', `{"id": ${deep(5000)}, "text": "a"}`, null, /nested too deeply/],
  ['id', `{"id": ${deep(200_000)}, "text": "a"}`, null, /./],
  ['format', `{"id": 7, "text": "a", "format": ${deep(5000)}}`, 7, /“format” must be .*, but is an array/],
  [
    'language',
    `{"id": 7, "text": "a", "language": ${deep(5000)}}`,
    7,
    /“language” must be .*, but is an array/,
  ],
  ['source_language', `{"id": 7, "text": "a", "source_language": ${deep(5000)}}`, 7, /“source_language”/],
  ['text', `{"id": 7, "text": ${deep(5000)}}`, 7, /“text” must be a string, but is an array/],
  ['other key', `{"id": ${deep(5000)}, "format": "odd", "text": "a"}`, null, /“format” must be/],
  ['nothing', deep(100_000), null, /no JSON object/],
])('a record with a deep %s gives a line, and the next is linted', async (_, line, id, error) => {
  const [first, second] = await answers([line]);
  expect(first).toMatchObject({id, line: 1, findings: [], error: expect.stringMatching(error) as string});
  expect(second).toMatchObject({id: 'last'});
  expect(second?.findings).toHaveLength(1);
});

test('a record for which there is too little memory gives a line, and the next is linted', async () => {
  const heavy = JSON.stringify({id: 1, text: '[ad_1] the the \n\n'.repeat(100_000)});
  const result = await run(process.execPath, ['--max-old-space-size=90', cli, 'stream'], {
    input: `${heavy}\n${JSON.stringify(good)}\n`,
  });
  const [first, second] = result.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  expect(first).toMatchObject({line: 1, findings: [], error: expect.stringMatching(/memory/) as string});
  expect(second).toMatchObject({id: 'last'});
  expect(result.code).toBe(0);
});

test('half a character comes out as one that every reader takes', async () => {
  const text = 'A \\ud800 [ad_1] \\\\ud800 and \\udfff\\ud83d\\ude00.';
  const result = await calque(['stream', '--preset', 'strict'], {
    input: `{"id": "\\udfff", "text": "${text}"}\n`,
  });
  expect(result.stdout).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f]/i);
  expect(JSON.parse(result.stdout)).toMatchObject({id: '\ufffd'});
});
