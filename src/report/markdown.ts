import type {Finding, Severity} from '../engine/finding.js';
import type {FileResult, Reporter} from './report.js';
import {headline, plural, shownFindings, totalsOf} from './totals.js';
import {visible} from './visible.js';

const signs: Readonly<Record<Severity, string>> = {error: '❌', warning: '⚠️', info: 'ℹ️'};
/** GitHub refuses a comment of more than 65,536 characters; some are left for what a bot puts around it. */
const longest = 60_000;
const shownSuggestions = 2;

/** For a comment on a pull request: a table a file. Nothing of an article or a path is read as Markdown or HTML. */
export const markdown: Reporter = {
  name: 'markdown',
  description: 'Markdown for a comment on a pull request',
  report(run, options) {
    const totals = totalsOf(run, options);
    let out = `### calque: ${headline(totals, options)}\n`;
    const facts: string[] = [];
    if (totals.words > 0) facts.push(`MQM penalty ${totals.penalty_per_1000_words} per 1000 words`);
    if (totals.failed > 0) facts.unshift(`${plural(totals.failed, 'file')} could not be linted`);
    if (totals.fixable > 0) facts.push(`${totals.fixable} fixable with --fix`);
    if (totals.hidden > 0) facts.push(`${totals.hidden} hidden by the baseline`);
    if (facts.length > 0) out += `\n${facts.join(' · ')}\n`;
    let left = 0;
    for (const file of run.files) {
      const findings = shownFindings(file, options);
      const count = findings.length + (file.error === undefined ? 0 : 1);
      if (count === 0) continue;
      if (left > 0) {
        left += count;
        continue;
      }
      const {text, told} = section(file, findings, longest - out.length);
      out += text;
      left += count - told;
    }
    if (left > 0) out += `\n… and ${plural(left, 'more finding', 'more findings')}.\n`;
    return out;
  },
};

/** As many rows of a file as there is room for. */
function section(file: FileResult, findings: readonly Finding[], room: number): {text: string; told: number} {
  const rows: string[] = [];
  if (file.error !== undefined) rows.push(`| | ${signs.error} ${plain(file.error)} | |\n`);
  for (const finding of findings) rows.push(row(finding));
  const head = `\n#### ${plain(file.path)} (${rows.length})\n\n| Place | Finding | Rule |\n| ---: | --- | --- |\n`;
  let text = head;
  let told = 0;
  for (const line of rows) {
    if (text.length + line.length > room) break;
    text += line;
    told++;
  }
  return told === 0 ? {text: '', told} : {text, told};
}

function row(finding: Finding): string {
  const {line, column, severity, message, rule, suggestions} = finding;
  let cell = `${signs[severity]} ${plain(message)}`;
  for (const suggestion of suggestions.slice(0, shownSuggestions))
    cell += `<br>→ ${plain(suggestion.message)}`;
  return `| ${line}:${column} | ${cell} | ${plain(rule)} |\n`;
}

const longestText = 1000;
/** Stands where a person would be notified, an issue or an address linked: invisible, but to be seen in the source. */
const gap = '&#8203;';
const special = /[\\`*_[\]<>|~$&@#]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Text that shows as itself: no markup, no HTML, nobody notified, no issue or address linked. */
function plain(text: string): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return visible(cut).replace(special, (character) => {
    const entity = `&#${character.charCodeAt(0)};`;
    // Names, numbers and addresses are looked for in the text as shown, so that an entity alone does not stop it.
    if (character === '.') return gap + entity;
    return '@#:'.includes(character) ? entity + gap : entity;
  });
}
