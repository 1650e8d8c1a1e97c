import fs from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {json} from '../../src/report/json.js';
import {jsonl} from '../../src/report/jsonl.js';
import {fileOf, runOf, sampleRun} from './sample-run.js';

const options = {color: false, width: 80, quiet: false};
const schema = JSON.parse(
  fs.readFileSync(new URL('../../docs/schema/report.schema.json', import.meta.url), 'utf8'),
) as object;

function validator(ref = '#'): (value: unknown) => string {
  const ajv = new Ajv.default({strict: true, strictRequired: false, strictTypes: false, allErrors: true});
  ajv.addSchema(schema, 'report');
  const validate = ajv.compile({$ref: `report${ref}`});
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

describe('json', () => {
  it('answers to the published schema', () => {
    const problemsOf = validator();
    const report = JSON.parse(
      json.report({...sampleRun(), timings: {'names/inconsistent': 1.5}}, options),
    ) as Record<string, unknown>;
    expect(problemsOf(report)).toBe('');
    expect(problemsOf(JSON.parse(json.report(runOf(), options)))).toBe('');
    const hidden = JSON.parse(json.report(sampleRun(), {...options, suppressed: true}));
    expect(problemsOf(hidden)).toBe('');
    expect(hidden.files[0].suppressed).toEqual(sampleRun().files[0]?.suppressed);
    delete hidden.files[0].suppressed[0].suppression;
    expect(problemsOf(hidden)).toContain("must have required property 'suppression'");
    expect(problemsOf({...report, more: 1})).toContain('must NOT have additional properties');
    expect(problemsOf({...report, version: 2})).toContain('must be equal to constant');
  });

  it('holds every finding whole, the sums, and what is known of the rules', () => {
    const run = sampleRun();
    const report = JSON.parse(json.report(run, options));
    expect(report).toMatchObject({
      version: 1,
      calque: '1.2.3',
      summary: {
        files: 4,
        filesWithFindings: 2,
        failed: 1,
        findings: 5,
        errors: 1,
        warnings: 3,
        infos: 1,
        fixable: 2,
        hidden: 2,
      },
    });
    expect(report.files.map((file: {path: string}) => file.path)).toEqual(run.files.map((file) => file.path));
    expect(report.files[0].findings).toEqual(run.files[0]?.findings);
    expect(report.rules['names/inconsistent']).toEqual({
      description: 'Finds what names/inconsistent is about',
      mqm: 'spelling',
      severity: 'warning',
      fixable: false,
      hasSuggestions: true,
      url: 'https://example.org/names/inconsistent',
    });
  });

  it('takes a text that is no valid Unicode', () => {
    const out = json.report(runOf(fileOf('a.txt', 'bad\ud800', [{at: 'bad\ud800'}])), options);
    expect(JSON.parse(out).files[0].findings[0].text).toBe('bad\ufffd');
  });
});

describe('jsonl', () => {
  it('gives a line a finding and a line a failed file, as the schema says', () => {
    const lines = jsonl
      .report(sampleRun(), options)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(6);
    const findingProblems = validator('#/$defs/findingLine');
    const failureProblems = validator('#/$defs/failureLine');
    for (const line of lines)
      expect(line.error === undefined ? findingProblems(line) : failureProblems(line)).toBe('');
    expect(findingProblems({...lines[0], more: 1})).toContain('must NOT have unevaluated properties');
    expect(lines.map((line) => line.path)).toEqual([
      ...Array(4).fill('news/harbour.md'),
      'news/gone.txt',
      'news/second.txt',
    ]);
  });

  it('is empty when there is nothing to say', () => {
    expect(jsonl.report(runOf(fileOf('a.txt', 'Fine.', [])), options)).toBe('');
  });
});
