import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {checkSync as CheckSync} from 'recheck';
import ts from 'typescript';
import {describe, expect, test, vi} from 'vitest';
import {root} from '../support/resources.js';
import {reasoned} from './reasoned-expressions.js';

// The build for browsers is plain JavaScript: it needs no Java and starts no program.
const {checkSync} = createRequire(import.meta.url)('recheck/lib/browser.js') as {checkSync: typeof CheckSync};

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/**
 * What the checker has proved already, since its proofs take minutes: others are proved when the test runs, and
 * `UPDATE_PROOFS=1` writes them down, and leaves out what is gone.
 */
const proofFile = path.join(root, 'test/trust/proved-expressions.json');
const proved = new Set<string>(JSON.parse(fs.readFileSync(proofFile, 'utf8')));

/** Files that put expressions together at run time, and why those are linear. */
const built: Readonly<Record<string, string>> = {
  // The ends of words in an affix file of hunspell: a fixed number of letters and classes, anchored, no repetition.
  'src/lexicon/hunspell/parse-aff.ts': 'isSuffix',
  // A pattern of a configuration, after its repetitions are bounded; what is not linear is refused.
  'src/config/ignore-text.ts': 'bounded',
  // A class of hidden signs among fixed texts, no repetition over it.
  'src/report/json-text.ts': 'd[89a-f]',
  // Alternatives of fixed words of a language, at the start of a word; what repeats stands at the end, or is one class
  // before a fixed word.
  'rules/bilingual/_shared/negations.ts': 'pattern',
  // Another one's source with other flags.
  'src/report/visible.ts': 'hidden.source',
};

function sources(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
    .map((name) => path.join(folder, name))
    .sort();
}

const literals: Pattern[] = [];
const constructed: {file: string; text: string}[] = [];
for (const file of [...sources('src'), ...sources('rules')]) {
  const tree = ts.createSourceFile(
    file,
    fs.readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      literals.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        where: `${file}:${line}`,
      });
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText() === 'RegExp'
    )
      constructed.push({file, text: node.getText()});
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

/** Expressions that rules put together when they are loaded. */
async function madeByRules(): Promise<Pattern[]> {
  const made: Pattern[] = [];
  const Plain = RegExp;
  class Recorded extends Plain {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      made.push({source: this.source, flags: this.flags, where: 'made by a rule'});
    }
  }
  vi.stubGlobal('RegExp', Recorded);
  try {
    await import('../../src/generated/rules.js');
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

const made = await madeByRules();

/** What keeps an expression from being linear; undefined when it is proved to be. */
function fault({source, flags}: Pattern): string | undefined {
  // The checker knows no flag d, and g does not bear on one search.
  const found = checkSync(source, flags.replace(/[dg]/g, ''), {timeout: 10_000});
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return `unknown: ${found.error.kind}`;
  return `${found.complexity.summary}, by ${found.attack.pattern}`;
}

describe('every regular expression', () => {
  test('takes time that is linear in the length of what it reads', () => {
    expect(literals.length).toBeGreaterThan(200);
    expect(made.length).toBeGreaterThanOrEqual(
      constructed.filter(({file}) => file.startsWith('rules') && !(file in built)).length,
    );
    const seen = new Set<string>();
    const faults: string[] = [];
    const proofs: string[] = [];
    for (const pattern of [...literals, ...made]) {
      const key = `/${pattern.source}/${pattern.flags.replace(/[dg]/g, '')}`;
      if (seen.has(key) || reasoned.has(key)) continue;
      seen.add(key);
      const found = proved.has(key) ? undefined : fault(pattern);
      if (found) faults.push(`${pattern.where} ${key}: ${found}`);
      else proofs.push(key);
    }
    if (process.env.UPDATE_PROOFS) fs.writeFileSync(proofFile, `${JSON.stringify(proofs.sort(), null, 1)}\n`);
    expect(faults).toEqual([]);
  }, 1_800_000);

  test('that was proved before, or is reasoned about, still stands in the sources', () => {
    const standing = new Set(
      [...literals, ...made].map(({source, flags}) => `/${source}/${flags.replace(/[dg]/g, '')}`),
    );
    if (!process.env.UPDATE_PROOFS) expect([...proved].filter((key) => !standing.has(key))).toEqual([]);
    expect([...reasoned.keys()].filter((key) => !standing.has(key))).toEqual([]);
  });

  test('is written out, but for those made when rules are loaded, and two that are explained', () => {
    const elsewhere = constructed.filter(({file}) => !file.startsWith('rules') || file in built);
    expect([...new Set(elsewhere.map(({file}) => file))].sort()).toEqual(Object.keys(built).sort());
    for (const [file, mark] of Object.entries(built))
      expect(
        elsewhere.some((one) => one.file === file && one.text.includes(mark)),
        file,
      ).toBe(true);
  });
});

test('the checker tells what is not linear', () => {
  expect(fault({source: '^(?:a|a)+$', flags: '', where: ''})).toMatch(/exponential/);
  expect(fault({source: '\\s+$', flags: '', where: ''})).toMatch(/2nd degree polynomial/);
  expect(fault({source: 'a+b', flags: 'y', where: ''})).toBeUndefined();
});
