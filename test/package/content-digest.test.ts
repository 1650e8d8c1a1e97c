import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {folder} from '../support/cli.js';
import {root} from '../support/resources.js';

test('the digest of a build is that of the names and contents of files', async () => {
  const {contentDigest} = (await import(path.join(root, 'scripts/build/content-digest.mjs'))) as {
    contentDigest(root: string, files: readonly string[]): string;
  };
  const files = {'a.ts': 'one', 'b/c.ts': 'two'};
  const here = folder(files);
  const digest = contentDigest(here, ['a.ts', 'b/c.ts']);
  expect(digest).toMatch(/^[0-9a-f]{16}$/);
  expect(contentDigest(folder(files), ['b/c.ts', 'a.ts', 'a.ts'])).toBe(digest);
  expect(contentDigest(here, ['a.ts'])).not.toBe(digest);
  fs.writeFileSync(path.join(here, 'a.ts'), 'onetwo');
  fs.writeFileSync(path.join(here, 'b/c.ts'), '');
  expect(contentDigest(here, ['a.ts', 'b/c.ts'])).not.toBe(digest);
  expect(contentDigest(folder({'a.ts': 'two', 'b/c.ts': 'one'}), ['a.ts', 'b/c.ts'])).not.toBe(digest);
});
