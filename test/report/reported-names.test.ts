import {expect, test} from 'vitest';
import spelling from '../../rules/names/inconsistent-spelling.js';
import {reportedNames} from '../../src/report/reported-names.js';
import {linterFor, readAs} from '../support/lint.js';

const page = `<h1>Harbour reopens</h1>
<p>Mayor <b>Temir</b> Zhumabekov &amp; his deputy came. <i>Zhumabekov</i> spoke first.</p>
<p>Mayor Temir Zumabekov left before noon. Deputy mayor Gulnara Osmonova stayed.</p>`;

async function look() {
  const linter = linterFor({rules: [spelling]});
  const article = await readAs('html', page);
  return {article, table: linter.names(article), findings: linter.lint(article).findings};
}

test('names that findings tell come with their full name, and every place in the file', async () => {
  const {article, table, findings} = await look();
  const [name, ...others] = reportedNames(article, table, findings);
  expect(others).toEqual([]);
  expect(name).toMatchObject({name: 'Temir Zhumabekov', kind: 'person'});
  expect(name?.evidence?.length).toBeGreaterThan(0);
  expect(
    name?.forms.map(({text, places}) => [text, places.map((at) => page.slice(at, at + text.length))]),
  ).toEqual([
    ['Zhumabekov', ['Zhumabekov', 'Zhumabekov']],
    ['Zumabekov', ['Zumabekov']],
  ]);
});

test('what no finding tells is not drawn', async () => {
  const {article, table, findings} = await look();
  expect(table.clusters).toHaveLength(1);
  expect(reportedNames(article, table, [])).toEqual([]);
  const others = findings.map((finding) => ({...finding, data: {forms: ['Osmonova', 'Osmanova']}}));
  expect(reportedNames(article, table, others)).toEqual([]);
});
