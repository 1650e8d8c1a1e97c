import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../support/resources.js';

/** Layers of the source tree, from the bottom up; what may be imported from where. A folder may import its own layer and those below. */
const layers = [
  ['article'],
  ['text'],
  ['lexicon', 'locale'],
  ['names'],
  ['engine'],
  ['rules'],
  ['generated'],
  ['files', 'config', 'report'],
  ['unified'],
  ['stream'],
  ['editor', 'cli', 'index.ts', 'core.ts'],
];
const pure = ['article', 'text', 'lexicon', 'locale', 'names', 'engine', 'rules'];
/** Types may point upwards: they are gone at run time. */
const importing =
  /^\s*(?:import|export)\s+(?!type\s)[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

function* files(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, {withFileTypes: true})) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else if (entry.name.endsWith('.ts')) yield full;
  }
}

function areaOf(file: string): string {
  const [top, second] = path.relative(root, file).split(path.sep);
  return top === 'rules' ? 'rules' : (second ?? '');
}

const levelOf = (area: string): number => layers.findIndex((layer) => layer.includes(area));

function* imports(): Generator<{from: string; area: string; target: string; to: string | undefined}> {
  for (const file of [...files(path.join(root, 'src')), ...files(path.join(root, 'rules'))]) {
    for (const match of fs.readFileSync(file, 'utf8').matchAll(importing)) {
      const target = (match[1] ?? match[2] ?? match[3]) as string;
      const to = target.startsWith('.')
        ? path.resolve(path.dirname(file), target).replace(/\.js$/, '.ts')
        : undefined;
      yield {from: path.relative(root, file), area: areaOf(file), target, to};
    }
  }
}

test('every folder has its layer', () => {
  const areas = new Set([...files(path.join(root, 'src'))].map(areaOf));
  expect([...areas].filter((area) => levelOf(area) < 0)).toEqual([]);
});

test('imports go down only', () => {
  const wrong = [...imports()].filter(
    ({area, to}) => to !== undefined && levelOf(areaOf(to)) > levelOf(area) && areaOf(to) !== 'generated',
  );
  expect(wrong.map(({from, target}) => `${from} imports ${target}`)).toEqual([]);
});

test('the pure core imports nothing of Node', () => {
  const wrong = [...imports()].filter(
    ({area, target}) =>
      pure.includes(area) && (target.startsWith('node:') || ['fs', 'path', 'url'].includes(target)),
  );
  expect(wrong.map(({from, target}) => `${from} imports ${target}`)).toEqual([]);
});

test('a rule imports no other rule', () => {
  const wrong = [...imports()].filter(
    ({area, to}) =>
      area === 'rules' &&
      to !== undefined &&
      areaOf(to) === 'rules' &&
      !to.includes(`${path.sep}_shared${path.sep}`),
  );
  expect(wrong.map(({from, target}) => `${from} imports ${target}`)).toEqual([]);
});
