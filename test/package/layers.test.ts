import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../support/resources.js';

/** Layers of the source tree, from the bottom up; what may be imported from where. A folder may import its own layer and those below. */
const layers = [
  ['mqm'],
  ['article'],
  ['text'],
  ['lexicon', 'locale'],
  ['quantities', 'romanize'],
  ['names'],
  ['bitext'],
  ['engine'],
  ['rules'],
  ['generated'],
  ['files', 'config', 'report'],
  ['unified'],
  ['stream'],
  ['archive'],
  ['shared.ts'],
  ['service'],
  ['editor', 'cli', 'codemirror', 'index.ts', 'core.ts'],
  ['editors'],
];
const pure = [
  'mqm',
  'article',
  'text',
  'lexicon',
  'locale',
  'quantities',
  'romanize',
  'names',
  'bitext',
  'engine',
  'rules',
];
/** `import … from`, `export … from`, `import '…'`, `import('…')`; types too. */
const importing =
  /^\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
const sources = ['src', 'rules', 'editors/vscode/src', 'editors/web'];

function* files(folder: string): Generator<string> {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, {withFileTypes: true})) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* files(full);
    else if (entry.name.endsWith('.ts')) yield full;
  }
}

function areaOf(file: string): string {
  const [top, second] = path.relative(root, file).split(path.sep);
  return top === 'src' ? (second ?? '') : (top ?? '');
}

const levelOf = (area: string): number => layers.findIndex((layer) => layer.includes(area));

function* imports(): Generator<{from: string; area: string; target: string; to: string | undefined}> {
  for (const file of sources.flatMap((folder) => [...files(path.join(root, folder))])) {
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

test('there are no circles', () => {
  const targets = new Map<string, string[]>();
  for (const {from, to} of imports()) {
    if (to !== undefined) targets.set(from, [...(targets.get(from) ?? []), path.relative(root, to)]);
  }
  expect(circlesOf(targets)).toEqual([]);
});

/** Groups of files each of which imports, over others, itself: strongly connected components, by Tarjan's algorithm. */
function circlesOf(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    let low = own;
    stack.push(file);
    for (const next of targets.get(file) ?? []) {
      if (!done.has(next)) low = Math.min(low, order.get(next) ?? visit(next));
    }
    if (low === own) {
      const group = stack.splice(stack.indexOf(file));
      for (const member of group) done.add(member);
      if (group.length > 1 || targets.get(file)?.includes(file)) circles.push(group.sort());
    }
    return low;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return circles;
}

test('circles are found', () => {
  const targets = {a: ['b'], b: ['c', 'd'], c: ['a'], d: ['d'], e: ['a', 'f'], f: []};
  expect(circlesOf(new Map(Object.entries(targets)))).toEqual([['d'], ['a', 'b', 'c']]);
});
