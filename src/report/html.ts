import type {Finding} from '../engine/finding.js';
import {pageScript, pageScriptHash, pageStyle, pageStyleHash} from '../generated/report-page.js';
import {mqmCategories} from '../mqm/categories.js';
import {changeInWords} from './change-in-words.js';
import {namesOf} from './names-of.js';
import type {PageArticle, PageChange, PageData, PageFinding} from './page/data.js';
import type {FileResult, Reporter, ReportOptions, Run} from './report.js';
import {inScript, scriptedPage} from './scripted-page.js';
import {shownFindings, totalsOf} from './totals.js';

/**
 * One page that holds everything and asks for nothing: articles with their findings marked. The page is made in the
 * browser from data that no markup parser reads, and its policy lets no other script or style run.
 */
export const html: Reporter = {
  name: 'html',
  description: 'One self-contained page: the articles with their findings marked, charts and filters',
  drawsNames: true,
  report(run, options) {
    const page = {
      title: 'calque report',
      script: pageScript,
      scriptHash: pageScriptHash,
      style: pageStyle,
      styleHash: pageStyleHash,
      noScript: 'This report needs JavaScript to show the articles.',
    };
    return [...scriptedPage(page, [inScript(dataOf(run, options))])].join('');
  },
};

function dataOf(run: Run, options: ReportOptions): PageData {
  const ids = new Set(
    run.files.flatMap((file) => shownFindings(file, options).map((finding) => finding.rule)),
  );
  const sorted = [...ids].sort();
  const index = new Map(sorted.map((id, i) => [id, i]));
  const totals = totalsOf(run, options);
  return {
    version: run.version,
    hidden: totals.hidden,
    penalty: totals.penalty,
    words: totals.words,
    articles: run.files.map((file) => articleOf(file, options, index)),
    rules: sorted.map((id) => {
      const meta = run.rules.get(id);
      const url = meta?.docs?.url;
      return {id, description: meta?.description ?? '', ...(url && /^https?:\/\//i.test(url) ? {url} : {})};
    }),
  };
}

function articleOf(
  file: FileResult,
  options: ReportOptions,
  rules: ReadonlyMap<string, number>,
): PageArticle {
  return {
    path: file.path,
    text: file.source,
    findings: shownFindings(file, options).map((finding) => findingOf(file.source, finding, rules)),
    words: file.score.words,
    penalty: file.score.penalty,
    dimensions: Object.entries(file.score.by_category),
    ...(file.error === undefined ? {} : {error: file.error}),
    names: namesOf(file),
  };
}

function findingOf(source: string, finding: Finding, rules: ReadonlyMap<string, number>): PageFinding {
  const {severity, message, mqm, start, end, line, column, fix, suggestions, related} = finding;
  const changes: PageChange[] = suggestions.map((suggestion) => ({
    label: suggestion.message,
    safe: false,
    edits: suggestion.edits,
  }));
  if (fix)
    changes.unshift({
      label: `Fix, safe to apply unseen: ${changeInWords(source, fix.edits)}`,
      safe: true,
      edits: fix.edits,
    });
  return {
    rule: rules.get(finding.rule) ?? 0,
    severity,
    message,
    category: mqmCategories[mqm].name,
    start,
    end,
    line,
    column,
    changes,
    related: related.map(({message: text, line: at, start: from, end: to}) => ({
      message: text,
      line: at,
      start: from,
      end: to,
    })),
  };
}
