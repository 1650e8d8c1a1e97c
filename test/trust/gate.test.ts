import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {pageHead} from '../../src/report/own-page.js';
import {calque, cli, folder, run} from '../support/cli.js';

const bad = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';
const read = (...parts: string[]): string => fs.readFileSync(path.join(...parts), 'utf8');

describe('an article opens no gate', () => {
  test('by beginning like a page of calque’s', async () => {
    const text = `${pageHead}\n<p>The council met. [ad_1] It will meet again.</p>\n`;
    const cwd = folder({'a.txt': text, 'page.html': text});
    const result = await calque(['.', '-f', 'compact'], {cwd});
    expect(result.stdout).toContain('a.txt:');
    expect(result.stdout).not.toContain('page.html:');
    expect(result.stderr).toBe(
      'calque: one page that calque made is left out (page.html); a page that is named itself is linted\n',
    );
    const named = await calque(['page.html', '-f', 'compact'], {cwd});
    expect(named.stdout).toContain('page.html:');
    expect(named.code).toBe(1);
  });

  test('by directives, with --no-inline-config', async () => {
    const cwd = folder({
      'a.txt': `calque-disable-file\n\n${bad}`,
      'b.md': `<!-- calque-disable -->\n\n${bad}`,
    });
    expect((await calque(['.'], {cwd})).code).toBe(0);
    const result = await calque(['.', '--no-inline-config', '-f', 'compact'], {cwd});
    expect(result.stdout.match(/residue\/ad-marker/g)).toHaveLength(2);
    expect(result.stderr).toBe('calque: 2 directives are not obeyed (--no-inline-config)\n');
    expect(result.code).toBe(1);
    const streamed = await calque(['stream', '--no-inline-config'], {
      cwd,
      input: `${JSON.stringify({id: 1, text: `calque-disable-file\n\n${bad}`})}\n`,
    });
    expect(streamed.stdout).toContain('residue/ad-marker');
  });

  test('by files beside it, with --config and --no-ignore', async () => {
    const cwd = folder({
      'ci/calque.yaml': 'extends: recommended\n',
      'wire/.calquerc.yaml': 'extends: off\nignore: ["*"]\n',
      'wire/.calqueignore': '*\n',
      'wire/.gitignore': '*\n',
      'wire/a.txt': bad,
      '.git/HEAD': '',
    });
    const result = await calque(['wire', '--config', 'ci/calque.yaml', '--no-ignore'], {cwd});
    expect(result.code).toBe(1);
    expect((await calque(['wire', '--config', 'ci/calque.yaml'], {cwd})).code).toBe(2);
  });
});

describe('a report', () => {
  const files = {
    'a.txt': bad,
    'c.txt': bad,
    'README.md': '# Ours\n',
    '[x].txt': '[ad_1] is here\n',
    'package.json': '{}',
  };

  test.each(['c.txt', 'README.md', '[x].txt', 'package.json', 'a.txt'])(
    'never goes over %s, which is none',
    async (name) => {
      const cwd = folder(files);
      for (const args of [[`--output-file=${name}`], ['-f', `json:${name}`]]) {
        const result = await calque(['a.txt', ...args], {cwd});
        expect(result.stderr).toMatch(/^calque: the report is not written to .*\n$/);
        expect(result.code).toBe(2);
        expect(read(cwd, name)).toBe(files[name as keyof typeof files]);
      }
    },
  );

  test.each([
    ['stylish', 'r.txt'],
    ['compact', 'r.txt'],
    ['json', 'r.txt'],
    ['jsonl', 'r.txt'],
    ['github', 'r.txt'],
    ['checkstyle', 'r.txt'],
    ['markdown', 'r.md'],
    ['html', 'r.html'],
  ])('of the last run is overwritten (%s)', async (format, name) => {
    const cwd = folder({'a.txt': bad, 'b.txt': 'Fine.\n'});
    for (const operand of ['a.txt', 'b.txt', 'a.txt']) {
      const result = await calque([operand, '-f', format, '-o', name], {cwd});
      expect(result.stderr).toBe('');
    }
  });

  test('goes whole or not at all, and only its own way', async () => {
    const cwd = folder({'a.txt': bad, 'd/x': ''});
    expect((await calque(['a.txt', '-o', 'd'], {cwd})).stderr).toBe(
      'calque: the report cannot be written to d: is a folder\n',
    );
    expect((await calque(['a.txt', '-f', 'json:x.json', '-f', 'sarif:./x.json'], {cwd})).stderr).toBe(
      'calque: two reports would go to ./x.json, json and sarif: give each its own file\n',
    );
    await calque(['a.txt', '-f', 'json:x.json'], {cwd});
    const {ino} = fs.statSync(path.join(cwd, 'x.json'));
    await calque(['a.txt', '-f', 'json:x.json'], {cwd});
    expect(fs.statSync(path.join(cwd, 'x.json')).ino).not.toBe(ino);
    expect(fs.readdirSync(cwd).sort()).toEqual(['a.txt', 'd', 'x.json']);
    const piped = await run('bash', ['-c', `"${process.execPath}" "${cli}" a.txt -o /dev/stdout | cat`], {
      cwd,
    });
    expect(piped.stdout).toContain('residue/ad-marker');
  });

  test.skipIf(process.platform !== 'linux')(
    'is printed where the system lets nobody make the folder of another file',
    async () => {
      const cwd = folder({'a.txt': bad});
      for (const args of [
        ['--cache', '--cache-location', '/proc/none/c'],
        ['--update-baseline', '--baseline', '/proc/none/b.json'],
        ['-f', 'json:/proc/none/r.json', '-f', 'compact'],
      ]) {
        const result = await calque(['a.txt', ...args], {cwd, timeout: 60_000});
        expect(result.stdout).toContain('residue/ad-marker');
        expect(result.stderr).toMatch(/^calque: [^\n]*\/proc\/none[^\n]*\n$/);
      }
    },
  );

  test('is printed where another one, or the baseline, cannot be written', async () => {
    const cwd = folder({'a.txt': bad, 'no-folder': ''});
    const result = await calque(['a.txt', '-f', 'json:no-folder/x.json', '-f', 'compact'], {cwd});
    expect(result.stdout).toContain('residue/ad-marker');
    expect(result.stderr).toMatch(/the report cannot be written to .*x\.json: /);
    expect(result.code).toBe(2);
    fs.writeFileSync(path.join(cwd, 'base.json'), '{"version": 1, "files": {}}');
    fs.chmodSync(path.join(cwd, 'base.json'), 0o444);
    const args = ['a.txt', '--update-baseline', '--baseline', 'base.json', '-f', 'compact'];
    const baseline = await calque(args, {cwd});
    expect(baseline.stdout).toContain('residue/ad-marker');
    expect(baseline.stderr).toBe(
      'calque: the baseline base.json cannot be written, and is as it was: can only be read\n',
    );
    expect(baseline.code).toBe(1);
  });
});

describe('configurations', () => {
  test('that extend one another many times over are read once each', async () => {
    const files: Record<string, string> = {'a.txt': bad, 'f0.yaml': 'language: en-AU\n'};
    for (let i = 1; i <= 40; i++) files[`f${i}.yaml`] = `extends: [./f${i - 1}.yaml, ./f${i - 1}.yaml]\n`;
    const cwd = folder({...files, '.calquerc.yaml': 'extends: ./f40.yaml\n'});
    const {stdout} = await calque(['--print-config', 'a.txt'], {cwd});
    expect(JSON.parse(stdout)).toMatchObject({language: 'en-AU'});
  });

  test('count where they are named last', async () => {
    const cwd = folder({
      'base.yaml': 'language: en\nrules: {residue/ad-marker: info}\n',
      'one.yaml': 'extends: ./base.yaml\nlanguage: en-AU\n',
      'two.yaml': 'extends: ./base.yaml\nrules: {residue/ad-marker: warning}\n',
      '.calquerc.yaml': 'extends: [./one.yaml, ./two.yaml]\n',
    });
    const {stdout} = await calque(['--print-config', 'a.txt'], {cwd});
    const printed = JSON.parse(stdout) as {language: string; rules: Record<string, unknown>};
    expect(printed.language).toBe('en');
    expect(printed.rules['residue/ad-marker']).toEqual(['warning']);
  });

  test('in a long chain are told, with the place', async () => {
    const files: Record<string, string> = {'a.txt': bad, 'f3000.yaml': 'language: en\n'};
    for (let i = 0; i < 3000; i++) files[`f${i}.yaml`] = `extends: ./f${i + 1}.yaml\n`;
    const cwd = folder({...files, '.calquerc.yaml': 'extends: ./f0.yaml\n'});
    const result = await calque(['a.txt'], {cwd});
    expect(result.stderr).toBe(
      'calque: f98.yaml:1:10: extends: “./f99.yaml” is the last of more than 100 files that extend one another\n',
    );
    expect(result.code).toBe(2);
  });

  test('with very many mistakes are told', async () => {
    const dictionaries = Array.from({length: 200_000}, (_, i) => `d${i}.yml`);
    const cwd = folder({'a.txt': bad, '.calquerc.json': JSON.stringify({dictionaries})});
    const result = await calque(['a.txt'], {cwd});
    expect(result.stderr).toContain('there is no dictionary “d0.yml”');
    expect(result.stderr).not.toContain('fault in calque');
    expect(result.code).toBe(2);
  });

  test('tell nothing of files that are none', async () => {
    const secret = 'root:*:20228:0:99999\nadmin: s3cret\n';
    for (const config of [
      'extends: ../shadow',
      'dictionaries: [../shadow]',
      'baseline: ../shadow',
      'extends: ../.env',
    ]) {
      const top = folder({
        shadow: secret,
        '.env': secret,
        'in/a.txt': bad,
        'in/.calquerc.yaml': `${config}\n`,
      });
      const result = await calque(['a.txt'], {cwd: path.join(top, 'in')});
      expect(result.code).toBe(2);
      expect(result.stdout + result.stderr).not.toMatch(/root|admin|s3cret/);
    }
  });

  test.skipIf(process.platform === 'win32')('that are links out of the project are passed over', async () => {
    const top = folder({'secret.yaml': 'password: x\n', 'in/a.txt': bad, 'in/.git/HEAD': ''});
    const cwd = path.join(top, 'in');
    fs.symlinkSync('../secret.yaml', path.join(cwd, '.calquerc.yaml'));
    const result = await calque(['a.txt'], {cwd});
    expect(result.stderr).toBe(
      'calque: .calquerc.yaml is not used: it is a link that leads out of its folder and of the project\n',
    );
    expect(result.code).toBe(1);
  });
});
