import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {describe, expect, test} from 'vitest';
import {calque, cli, folder, trace} from '../support/cli.js';

interface Line {
  id: unknown;
  line?: number;
  error?: string;
  findings: {rule: string; start: number; end: number; text: string}[];
  score?: {words: number};
}

const parse = (stdout: string): Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const text = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';

describe('calque stream', () => {
  test('answers each record in order, with offsets into its text', async () => {
    const records = Array.from({length: 500}, (_, i) => ({
      id: `a${i}`,
      text: i % 3 === 0 ? text : `Article ${i} has nothing wrong in it.`,
      language: 'en',
    }));
    const result = await calque(['stream'], {input: records.map((r) => `${JSON.stringify(r)}\n`).join('')});
    expect(result).toMatchObject({code: 0, stderr: ''});
    const lines = parse(result.stdout);
    expect(lines.map(({id}) => id)).toEqual(records.map(({id}) => id));
    for (const [i, {findings, score}] of lines.entries()) {
      expect(score?.words).toBeGreaterThan(0);
      expect(findings.map(({rule}) => rule)).toEqual(i % 3 === 0 ? ['residue/ad-marker'] : []);
      for (const {start, end, text: found} of findings)
        expect(records[i]?.text.slice(start, end)).toBe(found);
    }
  });

  test('--stats says on standard error how long each rule took', async () => {
    const records = `${JSON.stringify({id: 1, text})}\n${JSON.stringify({id: 2, text})}\n`;
    const {stdout, stderr} = await calque(['stream', '--stats'], {input: records});
    expect(stdout).toBe((await calque(['stream'], {input: records})).stdout);
    expect(stderr).toMatch(/^\(text\) +\d+\.\d ms/m);
    expect(stderr).toMatch(/^all +\d+\.\d ms for \d+ words in 2 records, [\d,]+ words a second$/m);
  });

  test('a bad line gives a line with the error, and the rest goes on', async () => {
    const bad: (string | Buffer)[] = [
      '{"id": 1, "text": "Fine."',
      '[1, 2]',
      'null',
      '{"id": 2}',
      '{"id": 3, "text": 7}',
      '{"id": 4, "text": "x", "language": "not a tag"}',
      '{"id": 5, "text": "x", "source_language": 12}',
      '{"id": 6, "text": "x", "format": "docx"}',
      Buffer.from([0x7b, 0xff, 0x7d]),
    ];
    const input = Buffer.concat([
      ...bad.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])),
      Buffer.from('{"id": "last", "text": "Fine."}'),
    ]);
    const result = await calque(['stream'], {input});
    expect(result).toMatchObject({code: 0, stderr: ''});
    expect(result.stdout).not.toMatch(trace);
    const lines = parse(result.stdout);
    expect(lines.map(({id, line, error}) => [id, line, error?.replace(/JSON: .*/, 'JSON')])).toEqual([
      [null, 1, 'the line is not JSON'],
      [null, 2, 'the line is no JSON object'],
      [null, 3, 'the line is no JSON object'],
      [2, 4, '“text” must be a string, but is missing'],
      [3, 5, '“text” must be a string, but is a number'],
      [4, 6, '“language” must be a language tag such as “lt”, but is "not a tag"'],
      [5, 7, '“source_language” must be a language tag such as “lt”, but is 12'],
      [6, 8, '“format” must be text, markdown or html, but is "docx"'],
      [null, 9, 'the line is not valid UTF-8'],
      ['last', undefined, undefined],
    ]);
  });

  test('blank lines, CR LF, a byte order mark and a last line without an end are no errors', async () => {
    const result = await calque(['stream'], {
      input: '\uFEFF{"id":1,"text":""}\r\n\r\n  \n{"id":2,"text":"\\uD800 lone"}',
    });
    expect(parse(result.stdout).map(({id, error}) => [id, error])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  test('a record’s language counts more than the command line’s, and that more than the configuration', async () => {
    const cwd = folder({'.calquerc.yaml': 'sourceLanguage: lt\nrules: {residue/ad-marker: info}\n'});
    const input = `${JSON.stringify({id: 1, text})}\n`;
    const [line] = parse((await calque(['stream'], {cwd, input})).stdout);
    expect(line?.findings).toMatchObject([{rule: 'residue/ad-marker', severity: 'info'}]);
    const [strict] = parse(
      (await calque(['stream', '--rule', 'residue/ad-marker:error'], {cwd, input})).stdout,
    );
    expect(strict?.findings).toMatchObject([{severity: 'error'}]);
    const broken = await calque(['stream'], {cwd: folder({'.calquerc.yaml': 'rules: {x: 1}\n'}), input});
    expect(broken).toMatchObject({code: 2, stdout: ''});
    expect(broken.stderr).toMatch(/^calque: \.calquerc\.yaml:1:9: rules: there is no rule “x”/);
  });

  test('reads Markdown and HTML records', async () => {
    const value = '<p>Tom &amp; Ann.</p><p>[ad_1]</p>';
    const [line] = parse(
      (await calque(['stream'], {input: `${JSON.stringify({id: 1, text: value, format: 'html'})}\n`})).stdout,
    );
    expect(line?.findings).toMatchObject([{rule: 'residue/ad-marker', start: value.indexOf('[ad_1]')}]);
  });

  test('a line of 20 MB is one record', async () => {
    const long = `${'The council of the city met on Monday and voted. '.repeat(420_000)}`;
    const lines = parse(
      (
        await calque(['stream'], {
          input: `${JSON.stringify({id: 1, text: long})}\n${JSON.stringify({id: 2, text})}\n`,
        })
      ).stdout,
    );
    expect(lines.map(({id, score}) => [id, score?.words])).toEqual([
      [1, 4_200_000],
      [2, 13],
    ]);
  });

  test('answers while the input is still open', async () => {
    const child = spawn(process.execPath, [cli, 'stream'], {stdio: ['pipe', 'pipe', 'inherit']});
    for (const id of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify({id, text})}\n`);
      const [data] = (await once(child.stdout, 'data')) as [Buffer];
      expect(JSON.parse(data.toString())).toMatchObject({id});
    }
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
  });

  test('memory stays flat, and a slow reader slows the writer', async () => {
    // Under a heap of 48 MB, 24 MB of input and as much output pass only if neither is kept.
    const record = `${JSON.stringify({id: 'x'.repeat(100), text: `${'It is what it is, they say. '.repeat(200)}`})}\n`;
    const child = spawn(process.execPath, ['--max-old-space-size=48', cli, 'stream'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let seen = 0;
    child.stdout.on('data', (data: Buffer) => {
      for (const byte of data) if (byte === 10) seen++;
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 1);
    });
    const count = 4000;
    for (let i = 0; i < count; i++) if (!child.stdin.write(record)) await once(child.stdin, 'drain');
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(seen).toBe(count);
  });
});
