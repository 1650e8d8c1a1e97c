import fs from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyBaseline, createBaseline} from '../../src/engine/baseline.js';
import type {Edit} from '../../src/engine/finding.js';
import {applyEdits} from '../../src/engine/fixer.js';
import type {FileResult, Run} from '../../src/report/report.js';
import {sarif} from '../../src/report/sarif.js';
import {linterFor, readAs} from '../support/lint.js';
import {fileOf, runOf, sampleRun} from './sample-run.js';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface Location {
  physicalLocation: {
    artifactLocation: {uri: string; uriBaseId?: string};
    region: Region & {snippet?: {text: string}};
  };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: {text: string};
  locations: Location[];
  partialFingerprints: Record<string, string>;
  suppressions?: {kind: string}[];
  fixes?: {artifactChanges: {replacements: {deletedRegion: Region; insertedContent?: {text: string}}[]}[]}[];
}
interface Rule {
  id: string;
  fullDescription: {text: string};
  help: {text: string; markdown: string};
}
interface Log {
  runs: {results: Result[]; tool: {driver: {rules: Rule[]}}; invocations: {executionSuccessful: boolean}[]}[];
}

const options = {color: false, width: 80, quiet: false};

function logOf(run: Run, more: object = {}): Log {
  return JSON.parse(sarif.report(run, {...options, ...more})) as Log;
}

/** The official schema; it is of draft 4, whose `id` and `$schema` ajv does not take and this check does not need. */
function validator(): (value: unknown) => string {
  const {
    id: _,
    $schema: __,
    ...schema
  } = JSON.parse(
    fs.readFileSync(new URL('fixtures/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  const ajv = new Ajv.default({strict: false, allErrors: true});
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

describe('sarif', () => {
  it('is valid by the official schema', () => {
    const problemsOf = validator();
    expect(problemsOf(logOf(sampleRun()))).toBe('');
    expect(problemsOf(logOf(sampleRun(), {suppressed: true, quiet: true}))).toBe('');
    expect(problemsOf(logOf(runOf()))).toBe('');
    expect(problemsOf({version: '2.1.0', runs: [{}]})).toContain("must have required property 'tool'");
  });

  it('gives what GitHub code scanning asks for', () => {
    const [run] = logOf(sampleRun()).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map((rule) => rule.id)).toEqual([
      'calques/idiom',
      'locale/decimal-comma',
      'names/inconsistent',
      'punctuation/spacing',
      'residue/shortcode',
    ]);
    for (const rule of rules) {
      expect(rule.fullDescription.text).not.toBe('');
      expect(rule.help.text).not.toBe('');
      expect(rule.help.markdown).not.toBe('');
    }
    for (const result of run?.results ?? []) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.partialFingerprints['calque/v1']).toMatch(/^[0-9a-f]{16}:1$/);
      const {artifactLocation, region} = result.locations[0]?.physicalLocation ?? {};
      expect(artifactLocation).toMatchObject({uriBaseId: '%SRCROOT%'});
      expect(region?.snippet?.text).toBeTruthy();
    }
    expect(run?.results.map((result) => result.level)).toEqual([
      'warning',
      'error',
      'note',
      'warning',
      'warning',
    ]);
    expect(run?.invocations[0]?.executionSuccessful).toBe(false);
  });

  it('encodes paths as URIs, relative ones to the root', () => {
    const uri = (path: string): object | undefined =>
      logOf(runOf(fileOf(path, 'bad', [{at: 'bad'}]))).runs[0]?.results[0]?.locations[0]?.physicalLocation
        .artifactLocation;
    expect(uri('a b/č#1.txt')).toEqual({uri: 'a%20b/%C4%8D%231.txt', uriBaseId: '%SRCROOT%'});
    expect(uri('./a.txt')).toEqual({uri: 'a.txt', uriBaseId: '%SRCROOT%'});
    expect(uri('a:b.txt')).toEqual({uri: 'a%3Ab.txt', uriBaseId: '%SRCROOT%'});
    expect(uri('<stdin>')).toEqual({uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%'});
    expect(uri('/news/a.txt')).toEqual({uri: 'file:///news/a.txt'});
    expect(uri('C:/news/a.txt')).toEqual({uri: 'file:///C:/news/a.txt'});
    expect(uri('\ud800.txt')).toEqual({uri: '%EF%BF%BD.txt', uriBaseId: '%SRCROOT%'});
  });

  it('tells fixes that give just what the fixer gives', () => {
    const text = fc.string({unit: fc.constantFrom('a', 'é', '東', '👩', ' ', '\n', '\r\n', '\r', '.')});
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(), fc.nat({max: 9}), text), {minLength: 1, maxLength: 4}),
        (source, raw) => {
          const edits: Edit[] = [];
          let from = 0;
          for (const [gap, length, replacement] of raw) {
            const start = from + (gap % (source.length - from + 1));
            const end = Math.min(source.length, start + length);
            // Between CR and LF there is no column to name.
            if (
              [start, end].some((at) => source[at - 1] === '\r' && source[at] === '\n') ||
              (start === end && start === from && edits.length > 0)
            )
              break;
            edits.push({start, end, text: replacement});
            from = end;
          }
          fc.pre(edits.length > 0);
          const log = logOf(runOf(fileOf('a.txt', source, [{at: [0, 0], fix: {edits}}])));
          const replacements = log.runs[0]?.results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
          const told = replacements.map(({deletedRegion: region, insertedContent}) => ({
            start: offsetOf(source, region.startLine, region.startColumn),
            end: offsetOf(source, region.endLine, region.endColumn),
            text: insertedContent?.text ?? '',
          }));
          expect(applyEdits(source, [told])).toEqual(applyEdits(source, [edits]));
        },
      ),
    );
  });

  it('tells hidden findings only when asked, and then as suppressed', () => {
    const old = fileOf('a.txt', 'bad and worse', [{at: 'bad'}]);
    const now = fileOf('a.txt', 'bad and worse', [{at: 'bad'}, {at: 'worse'}]);
    const run = runOf(...applyBaseline([now], createBaseline([old])));
    expect(logOf(run).runs[0]?.results).toHaveLength(1);
    const results = logOf(run, {suppressed: true}).runs[0]?.results ?? [];
    // All results say whether they are suppressed, or none does.
    expect(results.map((result) => result.suppressions?.map(({kind}) => kind))).toEqual([[], ['external']]);
    expect(logOf(run).runs[0]?.results[0]).not.toHaveProperty('suppressions');
    expect(validator()(logOf(run, {suppressed: true}))).toBe('');
  });

  it('tells where a directive stands and why', async () => {
    const source = 'calque-disable-next-line residue/ad-marker -- part of the text\n[ad_1]\n\n[ad_2]\n';
    const {findings, score, suppressed} = linterFor().lint(await readAs('text', source));
    const file: FileResult = {path: 'a b.txt', source, findings, score, fixed: 0, hidden: 0};
    const run = runOf({...file, ...(suppressed ? {suppressed} : {})});
    expect(logOf(run).runs[0]?.results).toHaveLength(1);
    const log = logOf(run, {suppressed: true});
    expect(validator()(log)).toBe('');
    expect(
      log.runs[0]?.results.map((result) => [
        result.locations[0]?.physicalLocation.region.startLine,
        result.suppressions,
      ]),
    ).toEqual([
      [4, []],
      [
        2,
        [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'part of the text',
            location: {
              physicalLocation: {
                artifactLocation: {uri: 'a%20b.txt', uriBaseId: '%SRCROOT%'},
                region: {startLine: 1},
              },
            },
          },
        ],
      ],
    ]);
  });

  it('gives a finding the same fingerprint whether one like it is hidden or not', async () => {
    const two = 'One [ad_1] two.\n\nOne [ad_1] two.\n';
    const hides = (text: string) => `calque-disable-next-line\n${text}`;
    const prints = async (source: string): Promise<unknown[]> => {
      const {findings, score, suppressed} = linterFor().lint(await readAs('text', source));
      const file: FileResult = {path: 'a.txt', source, findings, score, fixed: 0, hidden: 0};
      const log = logOf(runOf({...file, ...(suppressed ? {suppressed} : {})}));
      return (log.runs[0]?.results ?? [])
        .filter(({ruleId}) => ruleId === 'residue/ad-marker')
        .map((result) => result.partialFingerprints['calque/v1']);
    };
    const [first, second] = await prints(two);
    expect(second).toBe(String(first).replace(':1', ':2'));
    expect(await prints(hides(two))).toEqual([second]);
  });

  it('lets no text of an article become a link', () => {
    const source = '[click](https://example.org)';
    const run = runOf(fileOf('a.md', source, [{at: source}]));
    expect(logOf(run).runs[0]?.results[0]?.message.text).toBe('“\\[click\\](https://example.org)” is wrong');
  });
});

function offsetOf(source: string, line: number, column: number): number {
  const starts = [0];
  for (const found of source.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return (starts[line - 1] as number) + column - 1;
}
