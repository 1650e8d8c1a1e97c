import fs from 'node:fs';
import {SaxesParser} from 'saxes';
import {describe, expect, it} from 'vitest';
import {isReporterName, loadReporter, reporterNames} from '../../src/report/index.js';
import type {Run} from '../../src/report/report.js';
import {fileOf, runOf, type Sketch, sampleRun} from './sample-run.js';

const options = {color: false, width: 80, quiet: false};
const report = async (name: string, run: Run, more: object = {}): Promise<string> =>
  (await loadReporter(name)).report(run, {...options, ...more});

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Elements of a document in order; throws when it is not well-formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element = {name: tag.name, attributes: tag.attributes as Record<string, string>, text: ''};
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}

describe('formats', () => {
  it('are each a module named like the format, and no other file of that kind exists', async () => {
    for (const name of reporterNames) {
      const reporter = await loadReporter(name);
      expect(reporter.name).toBe(name);
      expect(reporter.description).toMatch(/^[A-Z].*[^.]$/);
      expect(fs.existsSync(new URL(`../../src/report/${name}.ts`, import.meta.url))).toBe(true);
    }
  });

  it('refuse an unknown name, with those that there are', async () => {
    expect(isReporterName('toString')).toBe(false);
    await expect(loadReporter('fancy')).rejects.toThrow(/no format “fancy”. Formats are: stylish, compact/);
  });

  it.each([...reporterNames])('%s: tells errors alone with quiet, and the same thing twice', async (name) => {
    const out = await report(name, sampleRun(), {quiet: true});
    expect(out).toContain('residue/shortcode');
    expect(out).not.toContain('calques/idiom');
    expect(await report(name, sampleRun(), {quiet: true})).toBe(out);
  });

  it.each([...reporterNames])(
    '%s: takes a run without files, and findings of rules it has no metadata of',
    async (name) => {
      expect(await report(name, runOf())).toBeTypeOf('string');
      const run = runOf(fileOf('a.txt', 'bad', [{at: 'bad', rule: 'directives/unused'}]));
      expect(await report(name, {...run, rules: new Map()})).toContain('directives/unused');
    },
  );
});

describe('compact', () => {
  it('is one line a finding', async () => {
    expect(await report('compact', sampleRun())).toMatchInlineSnapshot(`
      "news/harbour.md:3:7: warning: “Zaparov” is also spelt “Zhaparov” here (line 4): one person, two spellings [names/inconsistent]
      news/harbour.md:3:49: error: “[ad_1]” is wrong [residue/shortcode]
      news/harbour.md:4:16: info: “3,5” is wrong [locale/decimal-comma]
      news/harbour.md:4:48: warning: “ ,” is wrong [punctuation/spacing]
      news/gone.txt: error: The file cannot be read: no such file
      news/second.txt:1:15: warning: “cold legs” is wrong [calques/idiom]

      5 findings: 1 error, 3 warnings, 1 note in 3 files, 1 file could not be linted, 2 hidden by the baseline
      "
    `);
  });
});

describe('github', () => {
  it('annotates', async () => {
    expect(await report('github', sampleRun())).toMatchInlineSnapshot(`
      "::error file=news/harbour.md,line=3,endLine=3,col=49,endColumn=54,title=residue/shortcode::“[ad_1]” is wrong
      ::error file=news/gone.txt,title=calque::The file cannot be read: no such file
      ::warning file=news/harbour.md,line=3,endLine=3,col=7,endColumn=13,title=names/inconsistent::“Zaparov” is also spelt “Zhaparov” here (line 4): one person, two spellings
      ::warning file=news/harbour.md,line=4,endLine=4,col=48,endColumn=49,title=punctuation/spacing::“ ,” is wrong
      ::warning file=news/second.txt,line=1,endLine=1,col=15,endColumn=23,title=calques/idiom::“cold legs” is wrong
      ::notice file=news/harbour.md,line=4,endLine=4,col=16,endColumn=18,title=locale/decimal-comma::“3,5” is wrong
      "
    `);
  });

  it('gives ten of each level at most, the rest counted by rule in the last notice', async () => {
    const source = 'bad '.repeat(40);
    const sketches = (severity: 'error' | 'warning' | 'info', count: number): Sketch[] =>
      Array.from({length: count}, (_, i) => ({at: [i * 4, i * 4 + 3], severity, rule: `test/${severity}`}));
    const run = runOf(
      fileOf('a.txt', source, [...sketches('error', 13), ...sketches('warning', 4), ...sketches('info', 12)]),
    );
    const lines = (await report('github', run)).trimEnd().split('\n');
    const count = (start: string): number => lines.filter((line) => line.startsWith(start)).length;
    expect([count('::error '), count('::warning '), count('::notice ')]).toEqual([10, 4, 10]);
    expect(lines.at(-1)).toBe(
      '::notice title=calque::29 findings: 13 errors, 4 warnings, 12 notes. Not shown as annotations: 6 findings (test/error 3, test/info 3).',
    );
  });

  it('gives no columns to a range of several lines', async () => {
    const out = await report('github', runOf(fileOf('a.txt', 'one bad\nline', [{at: 'bad\nline'}])));
    expect(out).toContain('::warning file=a.txt,line=1,endLine=2,title=test/rule::');
  });
});

describe('gitlab', () => {
  it('has what GitLab requires of each issue, and no fingerprint twice', async () => {
    const run = runOf(
      fileOf('./a.txt', 'a bad b\na bad b', [{at: [2, 5]}, {at: [10, 13]}]),
      fileOf('b.txt', 'a bad b', [{at: 'bad'}]),
      ...sampleRun().files,
    );
    const issues = JSON.parse(await report('gitlab', run)) as Record<string, unknown>[];
    expect(issues).toHaveLength(9);
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(9);
    for (const issue of issues) {
      expect(issue).toEqual({
        description: expect.stringMatching(/./),
        check_name: expect.stringMatching(/./),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}-/),
        severity: expect.stringMatching(/^(?:info|minor|major|critical)$/),
        location: {
          path: expect.not.stringMatching(/^\.\//),
          lines: expect.objectContaining({begin: expect.any(Number)}),
        },
      });
    }
  });

  it('keeps the fingerprint of a finding when lines are put before it', async () => {
    const printOf = async (source: string): Promise<unknown> =>
      (
        JSON.parse(await report('gitlab', runOf(fileOf('a.txt', source, [{at: 'bad'}])))) as Record<
          string,
          unknown
        >[]
      )[0]?.fingerprint;
    expect(await printOf('New.\n\nIt is bad.')).toBe(await printOf('It is bad.'));
  });
});

describe('junit', () => {
  it('is a suite a file, failures for errors and warnings, counts that agree', async () => {
    const elements = elementsOf(await report('junit', sampleRun()));
    const named = (name: string): Element[] => elements.filter((element) => element.name === name);
    expect(named('testsuites')[0]?.attributes).toMatchObject({tests: '7', failures: '4', errors: '1'});
    expect(
      named('testsuite').map(({attributes}) => [
        attributes.name,
        attributes.tests,
        attributes.failures,
        attributes.errors,
      ]),
    ).toEqual([
      ['news/harbour.md', '4', '3', '0'],
      ['news/clean.txt', '1', '0', '0'],
      ['news/gone.txt', '1', '0', '1'],
      ['news/second.txt', '1', '1', '0'],
    ]);
    expect(named('testcase')).toHaveLength(7);
    expect(named('failure')).toHaveLength(4);
    expect(named('error')).toHaveLength(1);
    expect(named('system-out')[0]?.text).toContain('locale/decimal-comma');
  });
});

describe('checkstyle', () => {
  it('lists findings by file', async () => {
    const elements = elementsOf(await report('checkstyle', sampleRun()));
    expect(elements.filter(({name}) => name === 'file').map(({attributes}) => attributes.name)).toEqual([
      'news/harbour.md',
      'news/gone.txt',
      'news/second.txt',
    ]);
    expect(elements.filter(({name}) => name === 'error')[1]?.attributes).toEqual({
      line: '3',
      column: '49',
      severity: 'error',
      message: '“[ad_1]” is wrong',
      source: 'calque.residue/shortcode',
    });
  });
});

describe('rdjson', () => {
  interface Diagnostic {
    location: {path: string; range?: {start: object; end: object}};
    suggestions?: {range: {start: object; end: object}; text: string}[];
  }
  const diagnosticsOf = async (run: Run): Promise<Diagnostic[]> =>
    (JSON.parse(await report('rdjson', run)) as {diagnostics: Diagnostic[]}).diagnostics;

  it('counts columns in UTF-8 bytes', async () => {
    const [diagnostic] = await diagnosticsOf(runOf(fileOf('a.txt', 'x\né東👩bad', [{at: 'bad'}])));
    expect(diagnostic?.location.range).toEqual({start: {line: 2, column: 10}, end: {line: 2, column: 13}});
  });

  it('tells a change of several edits as one range, and leaves out one that spans many lines', async () => {
    const near = {
      message: 'near',
      edits: [
        {start: 8, end: 9, text: 'X'},
        {start: 0, end: 3, text: 'good'},
      ],
    };
    const far = {
      message: 'far',
      edits: [
        {start: 0, end: 3, text: 'x'},
        {start: 19, end: 20, text: 'x'},
      ],
    };
    const [diagnostic] = await diagnosticsOf(
      runOf(fileOf('a.txt', 'bad and\nbad\n\n\n\n\n\nbad', [{at: 'bad', suggestions: [near, far]}])),
    );
    expect(diagnostic?.suggestions).toEqual([
      {range: {start: {line: 1, column: 1}, end: {line: 2, column: 2}}, text: 'good and\nX'},
    ]);
  });

  it('has the fields and severities of the format', async () => {
    const parsed = JSON.parse(await report('rdjson', sampleRun())) as {
      source: object;
      diagnostics: Record<string, unknown>[];
    };
    expect(parsed.source).toEqual({name: 'calque'});
    expect(parsed.diagnostics.map((diagnostic) => diagnostic.severity)).toEqual([
      'WARNING',
      'ERROR',
      'INFO',
      'WARNING',
      'ERROR',
      'WARNING',
    ]);
    expect(parsed.diagnostics[0]?.code).toEqual({
      value: 'names/inconsistent',
      url: 'https://example.org/names/inconsistent',
    });
  });
});

describe('markdown', () => {
  it('is a table a file', async () => {
    expect(await report('markdown', sampleRun())).toMatchInlineSnapshot(`
      "### calque: 5 findings: 1 error, 3 warnings, 1 note in 3 files

      1 file could not be linted · MQM penalty 202.86 per 1000 words · 2 fixable with --fix · 2 hidden by the baseline

      #### news/harbour.md (4)

      | Place | Finding | Rule |
      | ---: | --- | --- |
      | 3:7 | ⚠️ “Zaparov” is also spelt “Zhaparov” here (line 4): one person, two spellings<br>→ Write “Zhaparov”<br>→ Write “Zaparov” everywhere | names/inconsistent |
      | 3:49 | ❌ “&#91;ad&#95;1&#93;” is wrong | residue/shortcode |
      | 4:16 | ℹ️ “3,5” is wrong | locale/decimal-comma |
      | 4:48 | ⚠️ “ ,” is wrong | punctuation/spacing |

      #### news/gone.txt (1)

      | Place | Finding | Rule |
      | ---: | --- | --- |
      | | ❌ The file cannot be read: no such file | |

      #### news/second.txt (1)

      | Place | Finding | Rule |
      | ---: | --- | --- |
      | 1:15 | ⚠️ “cold legs” is wrong | calques/idiom |
      "
    `);
  });

  it('stays below the size that GitHub takes, and counts what it leaves out', async () => {
    const sketches = Array.from(
      {length: 900},
      (_, i): Sketch => ({at: [i * 4, i * 4 + 3], message: '[]'.repeat(40)}),
    );
    const file = (path: string) => fileOf(path, 'bad '.repeat(900), sketches);
    const out = await report('markdown', runOf(file('a.txt'), file('b.txt')));
    expect(out.length).toBeLessThan(61_000);
    const rows = out.split('\n').filter((line) => /^\| \d/.test(line)).length;
    expect(rows).toBeGreaterThan(50);
    expect(out).toContain(`… and ${1800 - rows} more findings.`);
  });
});
