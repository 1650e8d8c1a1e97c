import {expect, test} from 'vitest';
import {calque, folder, trace} from '../support/cli.js';

const lines = async (cwd: string): Promise<string[]> =>
  (await calque(['doctor'], {cwd})).stdout.trimEnd().split('\n');

test('says that all is well', async () => {
  const cwd = folder({
    'a.txt': 'Fine.\n',
    'names.yml': 'kind: name\nentries:\n  - phrase: Kyiv\n    variants: [Kiev]\n',
    '.calquerc.yaml': 'dictionaries: [names.yml]\nbaseline: known.json\n',
    'known.json': '{"version": 1, "files": {"a.txt": {"a/b": {"0": 2}}}}',
  });
  expect(await lines(cwd)).toEqual([
    expect.stringMatching(/^ok {5}calque: \d/),
    expect.stringMatching(/^ok {5}Node: v\d/),
    'ok     resources: complete',
    expect.stringMatching(/^(?:ok {5}git: \d|note {3}git: not found)/),
    expect.stringMatching(/^ok {5}configuration: \.calquerc\.yaml; \d+ rules on$/),
    'ok     dictionaries: names.yml; 1 entry. `calque dictionary check` looks closer',
    'ok     baseline: known.json; 2 findings',
    'ok     articles: 1 file in this folder and below',
  ]);
});

test('tells every mistake of a configuration once, and nothing that follows from it', async () => {
  const cwd = folder({'.calquerc': 'x: 1\nrules: {a/b: off}\n'});
  const result = await calque(['doctor'], {cwd});
  expect(result.code).toBe(2);
  expect(result.stdout).not.toMatch(trace);
  expect(result.stdout.match(/^wrong.*/gm)).toEqual([
    expect.stringContaining('wrong  configuration: .calquerc:1:1: there is no key “x”'),
    'wrong  configuration: .calquerc:2:9: rules: there is no rule “a/b”',
  ]);
});

test('finds a broken baseline, and notes what may surprise', async () => {
  const broken = folder({'.calquerc': 'baseline: b.json\nlanguage: de\n', 'b.json': '{'});
  const result = await calque(['doctor'], {cwd: broken});
  expect(result.code).toBe(2);
  expect(result.stdout).toMatch(/^wrong {2}baseline: b\.json: The baseline is not JSON/m);
  expect(result.stdout).toMatch(/^note {3}configuration: .*cannot judge texts in the language de$/m);
  expect(result.stdout).toMatch(/^note {3}articles: no article in this folder/m);
  const other = folder({
    'node_modules/calque/package.json': '{"version": "99.0.0"}',
    '.calquerc': 'baseline: b.json\n',
  });
  const noted = await calque(['doctor'], {cwd: other});
  expect(noted.code).toBe(0);
  expect(noted.stdout).toMatch(/^note {3}calque: this is .*, but the project has 99\.0\.0 in node_modules/m);
  expect(noted.stdout).toMatch(/^note {3}baseline: b\.json does not exist yet/m);
  expect((await calque(['doctor', 'x'], {cwd: other})).code).toBe(2);
});
