import {expect, test} from 'vitest';
import {blocksOf} from '../../src/archive/parts.js';

async function* chunksOf(text: string, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += length) yield Buffer.from(text.slice(at, at + length));
}

test.each([1, 2, 5, 7, 100])(
  'blocks are whole lines, whatever chunks of %i bytes the input comes in',
  async (length) => {
    for (const text of [
      '',
      'a\n',
      'a',
      'one\ntwo\nthree\n',
      `${'long'.repeat(9)}\na\n\nb`,
      '\n\n\n',
      'ab\ncdefgh',
    ])
      for (const size of [1, 4, 10, 1000]) {
        const blocks: string[] = [];
        for await (const block of blocksOf(chunksOf(text, length), size))
          blocks.push(Buffer.from(block).toString());
        expect(blocks.join('')).toBe(text);
        for (const block of blocks.slice(0, -1)) expect(block).toMatch(/\n$/);
        expect(blocks).not.toContain('');
      }
  },
);
