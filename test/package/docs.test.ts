import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {directiveRules} from '../../src/engine/directives.js';
import {unreadRule} from '../../src/engine/unread.js';
import {allRules} from '../../src/generated/rules.js';
import {root} from '../support/resources.js';

const ids = new Set<string>([
  ...allRules.map(({meta}) => meta.id),
  ...Object.values(directiveRules),
  unreadRule,
]);
const families = [...new Set([...ids].map((id) => id.slice(0, id.indexOf('/'))))];
/** What looks like the id of a rule, and is no part of a path. */
const idLike = new RegExp(`(?<![\\w/.-])(?:${families.join('|')})/[a-z][a-z-]*(?![\\w/]|\\.\\w)`, 'g');
/** Misspelt on purpose, to show what calque says of it. */
const misspelt = ['punctuation/quote-directon'];

const pages = ['docs', 'rules']
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
      .map((name) => path.join(folder, name)),
  )
  .filter((name) => name.endsWith('.md'));

test.each([...pages, 'README.md', 'editors/vscode/README.md'])('every rule that %s names exists', (page) => {
  const named = fs.readFileSync(path.join(root, page), 'utf8').match(idLike) ?? [];
  expect(named.filter((id) => !ids.has(id) && !misspelt.includes(id))).toEqual([]);
});
