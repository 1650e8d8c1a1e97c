import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {cacheKey} from '../../src/unified/cache-key.js';
import {calque, cli, findingsOf, folder, run} from '../support/cli.js';
import {root} from '../support/resources.js';

const bad = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';

/** The program in another folder, its first script changed; the path of its command line. */
function copyOfDist(change: (script: string) => string = (script) => script): string {
  const place = folder();
  fs.cpSync(path.join(root, 'dist'), path.join(place, 'dist'), {
    recursive: true,
    filter: (file) => !/\.cache$|[\\/]types$/.test(file),
  });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'), 'junction');
  fs.copyFileSync(path.join(root, 'package.json'), path.join(place, 'package.json'));
  const chunks = path.join(place, 'dist/chunks');
  const script = path.join(chunks, fs.readdirSync(chunks).find((name) => name.endsWith('.cjs')) as string);
  fs.writeFileSync(script, change(fs.readFileSync(script, 'utf8')));
  return path.join(place, 'dist/cli.js');
}

/** Makes errors of a cache notes, as only this user's runs can: each result is signed anew. */
function lie(file: string): void {
  const [head, ...lines] = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  const hash = (text: string): string => crypto.createHash('sha256').update(text).digest('base64url');
  const signed = lines.map((line) => {
    const fields = line
      .slice(0, line.lastIndexOf('\t'))
      .replaceAll('"severity":"error"', '"severity":"info"');
    return `${fields}\t${hash(`${cacheKey()}\n${hash(`${cacheKey()}\n${fields}`)}`).slice(0, 22)}`;
  });
  fs.writeFileSync(file, `${[head, ...signed].join('\n')}\n`);
}

/** The digest of the build, in its script. */
function buildOf(script: string): string {
  const found = [...script.matchAll(/"([0-9a-f]{16})"/g)].map((match) => match[1] as string);
  expect(found).toHaveLength(1);
  return found[0] as string;
}

describe('cache and threads', () => {
  let cwd = '';
  let plain = '';

  beforeAll(async () => {
    cwd = folder({'.calquerc.yaml': 'overrides: [{files: "*7.txt", rules: {residue/ad-marker: info}}]\n'});
    for (let i = 0; i < 300; i++) {
      const name = `d${i % 7}/${i}.${['txt', 'md', 'html'][i % 3]}`;
      fs.mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true});
      fs.writeFileSync(
        path.join(cwd, name),
        i === 100 ? Buffer.from([0xff, 0x41]) : `Article ${i}.\n\n${i % 2 ? bad : 'Fine.\n'}`,
      );
    }
    plain = (await calque(['.', '--format', 'json', '--jobs', '1'], {cwd})).stdout;
    expect(JSON.parse(plain)).toMatchObject({summary: {files: 300, failed: 1}});
  });

  test.each([
    [['--jobs', '2']],
    [['--jobs', '3']],
    [['--cache']],
    [['--cache']],
    [['--cache', '--jobs', '2', '--cache-location', 'deep/cache']],
    [['--cache', '--cache-location', 'deep/cache']],
  ])('%j prints the same', async (args) => {
    const result = await calque(['.', '--format', 'json', ...args], {cwd});
    expect(result.stderr).toBe('');
    expect(result.stdout).toBe(plain);
    expect(result.code).toBe(2);
  });

  test('the order of operands changes nothing', async () => {
    const folders = Array.from({length: 7}, (_, i) => `d${i}`);
    const one = await calque([...folders, '--format', 'json'], {cwd});
    const other = await calque([...folders.reverse(), 'd3/3.txt', '--format', 'json'], {cwd});
    expect(other.stdout).toBe(one.stdout);
    expect(one.stdout).toBe(plain);
  });

  test('a changed text, setting or dictionary is linted anew', async () => {
    const here = folder({
      'a.txt': bad,
      '.calquerc.yaml': 'dictionaries: [words.yml]\n',
      'words.yml': 'kind: term\nentries: []\n',
    });
    const rules = async () =>
      findingsOf(await calque(['a.txt', '--format', 'json', '--cache'], {cwd: here}))
        .get('a.txt')
        ?.map(({rule, severity}) => `${rule} ${severity}`);
    expect(await rules()).toEqual(['residue/ad-marker error']);
    // What the cache says is believed where it is signed: so it was read.
    lie(path.join(here, '.calquecache'));
    expect(await rules()).toEqual(['residue/ad-marker info']);
    fs.appendFileSync(path.join(here, 'a.txt'), '\nMore.\n');
    expect(await rules()).toEqual(['residue/ad-marker error']);
    fs.writeFileSync(
      path.join(here, '.calquerc.yaml'),
      'dictionaries: [words.yml]\nrules: {residue/ad-marker: warning}\n',
    );
    expect(await rules()).toEqual(['residue/ad-marker warning']);
    fs.writeFileSync(
      path.join(here, 'words.yml'),
      'kind: calque\nentries:\n  - phrase: council\n    replace: parliament\n',
    );
    expect(await rules()).toContain('residue/ad-marker warning');
    expect((await rules())?.length).toBeGreaterThan(1);
  });

  test('another build, or another dictionary that is installed, believes nothing of what was kept', async () => {
    const here = folder({'a.txt': bad});
    const cache = path.join(here, '.calquecache');
    const args = ['a.txt', '--format', 'json', '--cache'];
    const severityBy = async (program: string): Promise<string | undefined> => {
      const result = await run(process.execPath, [program, ...args], {cwd: here});
      return findingsOf(result).get('a.txt')?.[0]?.severity;
    };
    // The same build in another place, and one made of something else.
    const same = copyOfDist();
    const other = copyOfDist((script) => {
      const changed = script.replace(buildOf(script), '0123456789abcdef');
      expect(changed).not.toBe(script);
      return changed;
    });
    expect(await severityBy(cli)).toBe('error');
    lie(cache);
    expect(await severityBy(same)).toBe('info');
    expect(await severityBy(other)).toBe('error');
    lie(cache);
    expect(await severityBy(other)).toBe('info');
    fs.mkdirSync(path.join(here, 'node_modules/dictionary-lt'), {recursive: true});
    fs.writeFileSync(path.join(here, 'node_modules/dictionary-lt/package.json'), '{"version": "3.0.0"}');
    expect(await severityBy(other)).toBe('error');
  });

  test.each(['', 'calque cache 4\nx\ty\n', 'calque cache 999'])(
    'an empty cache or one of another version (%j) is made anew in silence',
    async (text) => {
      const here = folder({'a.txt': bad, '.calquecache': text});
      const result = await calque(['a.txt', '--format', 'json', '--cache'], {cwd: here});
      expect(result.stderr).toBe('');
      expect(findingsOf(result).get('a.txt')).toHaveLength(1);
    },
  );

  test.each(['nonsense', 'calque cache 5\nx\ty\n', 'calque cache 5\n"a.txt"\tk\th\t7\t[{"rule"'])(
    'a damaged cache (%j) is made anew, with one note',
    async (text) => {
      const here = folder({'a.txt': bad, 'b.txt': bad, '.calquecache': text});
      const args = ['.', '--format', 'json', '--cache'];
      const result = await calque(args, {cwd: here});
      expect(result.stderr).toBe(
        'calque: .calquecache is damaged; what could not be read was linted again\n',
      );
      expect(findingsOf(result).get('a.txt')).toHaveLength(1);
      const again = await calque(args, {cwd: here});
      expect(again.stderr).toBe('');
      expect(again.stdout).toBe(result.stdout);
    },
  );

  test('a cache cut off or changed anywhere changes no result', async () => {
    const here = folder({'a.txt': bad, 'b.txt': 'Fine.\n', 'c.txt': bad});
    const args = ['.', '--format', 'json', '--cache'];
    const {stdout} = await calque(args, {cwd: here});
    const cache = path.join(here, '.calquecache');
    const whole = fs.readFileSync(cache, 'utf8');
    for (let i = 0; i < 8; i++) {
      const at = Math.floor((whole.length * i) / 8);
      const cut = whole.slice(0, at);
      fs.writeFileSync(cache, i % 2 ? cut : `${cut}\u0000{${whole.slice(at + 2)}`);
      const result = await calque(args, {cwd: here});
      expect(result.stdout).toBe(stdout);
      expect(result.code).toBe(1);
    }
  });

  test('what somebody else has written into the cache, or changed there, does not count', async () => {
    const here = folder({'a.txt': bad, 'b.txt': bad});
    const args = ['.', '--format', 'json', '--cache'];
    const {stdout} = await calque(args, {cwd: here});
    const cache = path.join(here, '.calquecache');
    const whole = fs.readFileSync(cache, 'utf8');
    // The findings taken out, with all else as it was.
    fs.writeFileSync(cache, whole.replaceAll(/\t\[\{.*?\}\]\t/g, '\t\t'));
    const emptied = await calque(args, {cwd: here});
    expect(emptied.stdout).toBe(stdout);
    expect(emptied.stderr).toMatch(
      /^calque: \.calquecache holds 2 results that this user’s runs have not kept/,
    );
    // Another user, or another machine.
    const other = folder();
    const elsewhere = await calque(args, {cwd: here, env: {XDG_CACHE_HOME: other}});
    expect(elsewhere.stdout).toBe(stdout);
    expect(elsewhere.stderr).toContain('2 results that this user’s runs have not kept');
    const shared = {CALQUE_CACHE_KEY: 'of all our machines'};
    await calque(args, {cwd: here, env: shared});
    const again = await calque(args, {cwd: here, env: {...shared, XDG_CACHE_HOME: folder()}});
    expect(again).toMatchObject({stdout, stderr: ''});
  });

  test('a cache that cannot be written swallows no report', async () => {
    const here = folder({'a.txt': bad, 'no-folder': ''});
    const args = ['a.txt', '--cache', '--cache-location', 'no-folder/cache', '-f', 'compact'];
    const result = await calque(args, {cwd: here});
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('residue/ad-marker');
    expect(result.stderr).toMatch(
      /^calque: results are not kept: no-folder\/cache cannot be written: [^\n]*\n$/,
    );
  });

  test('a cache overwrites nothing else', async () => {
    const here = folder({'a.txt': bad, 'c.txt': bad, 'd/x.txt': ''});
    for (const [location, reason] of [
      ['c.txt', 'it holds something else'],
      ['d', 'is a folder'],
    ]) {
      const result = await calque(['a.txt', '--cache', '--cache-location', location as string], {cwd: here});
      expect(result.stderr).toBe(
        `calque: ${location} cannot be used as the cache: ${reason}; name another place with --cache-location\n`,
      );
      expect(result.code).toBe(2);
    }
    expect(fs.readFileSync(path.join(here, 'c.txt'), 'utf8')).toBe(bad);
  });

  test('a thread that dies costs the results of no other file', async () => {
    const here = folder(Object.fromEntries(Array.from({length: 70}, (_, i) => [`${i}.txt`, bad])));
    fs.writeFileSync(path.join(here, '40-big.txt'), '[ad_1] the the \n\n'.repeat(100_000));
    for (const jobs of ['1', '2']) {
      const {stdout, code} = await run(
        process.execPath,
        ['--max-old-space-size=90', cli, '.', '--jobs', jobs, '--format', 'json'],
        {cwd: here},
      );
      expect(code).toBe(2);
      const report = JSON.parse(stdout) as {files: {path: string; error?: string; findings: unknown[]}[]};
      expect(report.files.filter(({findings}) => findings.length === 1)).toHaveLength(70);
      expect(report.files.filter(({error}) => error !== undefined)).toEqual([
        expect.objectContaining({
          path: '40-big.txt',
          error: expect.stringMatching(
            /needs more memory than there is|more than there is memory for/,
          ) as string,
        }),
      ]);
    }
  }, 300_000);

  test('a run that fixes keeps nothing', async () => {
    const here = folder({'a.txt': bad});
    await calque(['.', '--cache', '--fix'], {cwd: here});
    expect(fs.existsSync(path.join(here, '.calquecache'))).toBe(false);
  });

  test('findings of plugins are not kept', async () => {
    const here = folder({
      'a.txt': bad,
      'calque.config.js': `
        import fs from 'node:fs';
        const rule = {
          meta: {id: 'own/rule', description: 'x', mqm: 'style', severity: 'warning', messages: {m: 'Said'}},
          create: (context) => ({article: () => context.report({messageId: 'm', start: 0, end: 3})}),
        };
        export default {extends: 'recommended', plugins: [{name: 'own', rules: [rule]}], rules: {'own/rule': 'warning'}};
      `,
      'package.json': '{"type": "module"}',
    });
    const args = ['.', '--format', 'json', '--cache'];
    const first = await calque(args, {cwd: here});
    expect(findingsOf(first).get('a.txt')).toHaveLength(2);
    expect((await calque(args, {cwd: here})).stdout).toBe(first.stdout);
    const cache = path.join(here, '.calquecache');
    expect(fs.existsSync(cache) && fs.readFileSync(cache, 'utf8').includes('a.txt')).toBe(false);
  });

  test.each([['0'], ['two'], ['1.5']])('--jobs %s is refused', async (jobs) => {
    expect((await calque(['.', '--jobs', jobs], {cwd})).stderr).toBe(
      `calque: --jobs is “${jobs}”, but must be auto or a whole number from 1 to 64\n`,
    );
  });
});

describe('--changed-since', () => {
  async function repository(): Promise<string> {
    const cwd = folder({'old.txt': bad, 'touched.txt': `One.\n\n[ad_1]\n\nTwo.\n`, 'sub/žinios.txt': bad});
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {cwd});
    await git('init', '-q');
    await git('add', '.');
    await git('commit', '-qm', 'x');
    fs.writeFileSync(path.join(cwd, 'touched.txt'), 'One.\n\n[ad_1]\n\nTwo.\n\n[ad_2]\n\nThree.\n');
    fs.writeFileSync(path.join(cwd, 'sub/žinios.txt'), `[ad_3]\n\n${bad}`);
    fs.writeFileSync(path.join(cwd, 'new "one".txt'), bad);
    return cwd;
  }

  test('tells of changed lines, and of all lines of new files', async () => {
    const cwd = await repository();
    const result = await calque(['.', '--format', 'json', '--changed-since', 'HEAD'], {cwd});
    expect(result.stderr).toBe('');
    expect([...findingsOf(result)].map(([name, findings]) => [name, findings.map(({text}) => text)])).toEqual(
      [
        ['new "one".txt', ['[ad_1]']],
        ['sub/žinios.txt', ['[ad_3]']],
        ['touched.txt', ['[ad_2]']],
      ],
    );
  });

  test('not of what the other branch has got meanwhile', async () => {
    const cwd = folder({'a.txt': `One.\n\n[ad_1]\n\nTwo.\n`});
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {cwd});
    const commit = async (text: string) => {
      fs.writeFileSync(path.join(cwd, 'a.txt'), text);
      await git('add', '.');
      await git('commit', '-qm', 'x');
    };
    await git('init', '-q', '-b', 'main');
    await commit(`One.\n\n[ad_1]\n\nTwo.\n`);
    await git('checkout', '-qb', 'branch');
    await commit(`One.\n\n[ad_1]\n\nTwo.\n\n[ad_2]\n\nThree.\n`);
    await git('checkout', '-q', 'main');
    await commit(`One.\n\nTwo.\n`);
    await git('checkout', '-q', 'branch');
    const result = await calque(['.', '--format', 'json', '--changed-since', 'main'], {cwd});
    expect(
      findingsOf(result)
        .get('a.txt')
        ?.map(({text}) => text),
    ).toEqual(['[ad_2]']);

    const shallow = folder();
    await run('git', ['clone', '-q', '--depth', '1', `file://${cwd}`, shallow]);
    expect((await calque(['.', '--changed-since', 'origin/main'], {cwd: shallow})).stderr).toBe(
      'calque: --changed-since origin/main: git knows no such commit: this clone is shallow; fetch it (actions/checkout: fetch-depth: 0)\n',
    );
  });

  test('or of changed files', async () => {
    const cwd = await repository();
    const result = await calque(
      ['.', '--format', 'json', '--changed-since', 'HEAD', '--changed-scope', 'files'],
      {cwd},
    );
    expect([...findingsOf(result)].map(([name, findings]) => [name, findings.length])).toEqual([
      ['new "one".txt', 1],
      ['sub/žinios.txt', 2],
      ['touched.txt', 2],
    ]);
  });

  test('an unknown commit, an option for one, no repository', async () => {
    const cwd = await repository();
    expect((await calque(['.', '--changed-since', 'nowhere'], {cwd})).stderr).toBe(
      'calque: --changed-since nowhere: git knows no such commit\n',
    );
    expect((await calque(['.', '--changed-since=--output=x'], {cwd})).stderr).toBe(
      'calque: --changed-since is “--output=x”, which is no commit\n',
    );
    const outside = await calque(['.', '--changed-since', 'HEAD'], {
      cwd: folder({'a.txt': bad}),
      env: {GIT_CEILING_DIRECTORIES: '/tmp'},
    });
    expect(outside.stderr).toBe('calque: --changed-since asks git, but this folder is in no repository\n');
    expect(outside.code).toBe(2);
  });
});
