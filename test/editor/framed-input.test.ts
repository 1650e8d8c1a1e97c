import {spawn} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {FramedInput} from '../../src/editor/node/framed-input.js';
import {cli, folder} from '../support/cli.js';

function follow(chunks: readonly string[]): {passed: string; told: string[]} {
  const told: string[] = [];
  const input = new FramedInput((reason) => told.push(reason));
  for (const chunk of chunks) input.write(chunk);
  let passed = '';
  for (let data = input.read() as Buffer | null; data; data = input.read() as Buffer | null)
    passed += data.toString();
  return {passed, told};
}

describe('messages', () => {
  const clean = 'Content-Length: 4\r\n\r\n{ab}Content-Length: 2\r\n\r\n[]Content-Length: 0\r\n\r\n';
  const whole = clean.replace('4', '4\r\nContent-Type: x').replace('Content-Length: 2', 'content-length:2');

  test('pass, however they are cut', () => {
    for (let size = 1; size <= whole.length; size++) {
      const chunks = whole.match(new RegExp(`.{1,${size}}`, 'gs')) as string[];
      expect(follow(chunks)).toEqual({passed: clean, told: []});
    }
  });

  test.each([
    ['Content-Length: -5\r\n\r\n{"a"}', 'a message says that it is “-5” bytes long'],
    ['Content-Length: 99999999999\r\n\r\n{}', 'a message says that it is “99999999999” bytes long'],
    ['Content-Length: 1e3\r\n\r\n', 'a message says that it is “1e3” bytes long'],
    ['Content-Type: x\r\n\r\n', 'a message does not say how long it is'],
    ['Content-Length: 2\r\n\r\n{}{}\r\n\r\n', 'a message does not say how long it is'],
  ])('after %j are found again', (text, reason) => {
    const {passed, told} = follow([text, whole]);
    expect(told).toEqual([reason]);
    expect(passed.endsWith(clean)).toBe(true);
  });

  test('after very much that is none are found again', () => {
    expect(follow(['x'.repeat(100_000), whole]).passed).toBe(clean);
  });
});

test.each(['', 'Content-Length: 2', 'Content-Length: -5\r\n\r\n{}'])(
  'the server ends well when its input does (%j)',
  async (input) => {
    const child = spawn(process.execPath, [cli, 'lsp'], {cwd: folder()});
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdin.end(input);
    expect(await ended).toBe(0);
  },
);
