import {spawn} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {FramedInput} from '../../src/editor/node/framed-input.js';
import {cli, folder} from '../support/cli.js';

function follow(chunks: readonly string[]): {passed: string; refused: string[]} {
  const refused: string[] = [];
  const input = new FramedInput((reason) => refused.push(reason));
  let passed = '';
  input.on('data', (data: Buffer) => {
    passed += data.toString();
  });
  for (const chunk of chunks) input.write(chunk);
  let data = input.read() as Buffer | null;
  for (; data; data = input.read() as Buffer | null) passed += data.toString();
  return {passed, refused};
}

describe('messages', () => {
  const whole =
    'Content-Length: 4\r\nContent-Type: x\r\n\r\n{ab}content-length:2\r\n\r\n[]Content-Length: 0\r\n\r\n';

  test('pass, however they are cut', () => {
    for (let size = 1; size <= whole.length; size++) {
      const chunks = whole.match(new RegExp(`.{1,${size}}`, 'gs')) as string[];
      expect(follow(chunks).refused).toEqual([]);
    }
  });

  test.each([
    ['Content-Length: -5\r\n\r\n', 'a message says that it is -5 bytes long'],
    ['Content-Length: 99999999999\r\n\r\n', 'a message says that it is 99999999999 bytes long'],
    ['Content-Length: 1e3\r\n\r\n', 'a message says that it is 1e3 bytes long'],
    ['Content-Type: x\r\n\r\n', 'a message does not say how long it is'],
    ['x'.repeat(9000), 'a message has no head that ends'],
    ['Content-Length: 2\r\n\r\n{}{}\r\n\r\n', 'a message does not say how long it is'],
  ])('%j is refused', (text, reason) => {
    expect(follow([text]).refused).toEqual([reason]);
  });
});

test.each([
  [
    'Content-Length: -5\r\n\r\n{}',
    1,
    /messages cannot be read: a message says that it is -5 bytes long; the server ends/,
  ],
  ['', 0, /^$/],
  ['Content-Length: 2', 0, /^$/],
])('after %j the server ends with %i', async (input, code, told) => {
  const child = spawn(process.execPath, [cli, 'lsp'], {cwd: folder()});
  let err = '';
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code === 0) child.stdin.end(input);
  else child.stdin.write(input);
  expect(await ended).toBe(code);
  expect(err).toMatch(told);
});
