// What the docs say of rules, from their `meta`: the head of each rule's page, the rule index, and the MQM table.
import fs from 'node:fs';
import path from 'node:path';
import {importTs} from '../shared/import-ts.mjs';

const open = '<!-- generated -->';
const close = '<!-- /generated -->';

/** `text` with what stands between the marks replaced; an Error when the marks are missing. */
export function fillGenerated(text, content, file) {
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${file} has no ${open} … ${close}`);
  return `${text.slice(0, from + open.length)}\n${content}\n${text.slice(to)}`;
}

const presetOf = (meta) =>
  meta.recommended === true
    ? '`recommended`, `strict`'
    : meta.recommended === 'strict'
      ? '`strict`'
      : 'none: only where a configuration names it';
const fixOf = ({fixable, letters}) =>
  !fixable
    ? 'no'
    : fixable === 'typography'
      ? 'by `--fix`, of class `typography`: marks and spaces alone'
      : `by \`--fix\`, of class \`letters\`: may ${letters ?? 'replace'} words of the finding`;
const cell = (text) => text.replaceAll('|', '\\|');

/** The table at the head of a rule's page. */
function head(meta, mqm) {
  const rows = [
    ['What', cell(meta.description)],
    ['Severity', `\`${meta.severity}\`${meta.mqmSeverity === 'major' ? ', in the score major' : ''}`],
    ['Presets', presetOf(meta)],
    ['MQM', `\`${meta.mqm}\` (${mqm[meta.mqm].name}${mqm[meta.mqm].core ? ', Core 2024' : ', MQM-Full'})`],
    ['Fix', fixOf(meta)],
    ['Suggestions', meta.hasSuggestions ? 'yes' : 'no'],
    ['Languages', meta.languages ? meta.languages.map((l) => `\`${l}\``).join(', ') : 'all'],
  ];
  return ['', '| | |', '|---|---|', ...rows.map(([a, b]) => `| ${a} | ${b} |`), ''].join('\n');
}

function index(rules, mqm) {
  const families = new Map();
  for (const {meta} of rules) {
    const [family] = meta.id.split('/');
    families.set(family, [...(families.get(family) ?? []), meta]);
  }
  const lines = [
    '# Rules',
    '',
    'Generated from the rules themselves by `npm run generate`. Presets: **R** recommended (and strict), **S** strict only, – neither. **F** has a fix that `--fix` applies, **?** has suggestions that a person decides.',
    '',
  ];
  for (const [family, metas] of families) {
    lines.push(
      `## ${family}`,
      '',
      '| rule | what it finds | severity | preset | | MQM |',
      '|---|---|---|:-:|:-:|---|',
    );
    for (const m of metas) {
      const preset = m.recommended === true ? 'R' : m.recommended === 'strict' ? 'S' : '–';
      const marks = `${m.fixable ? 'F' : ''}${m.hasSuggestions ? '?' : ''}`;
      lines.push(
        `| [${m.id}](../rules/${m.id}.md) | ${cell(m.description)} | ${m.severity}${m.mqmSeverity === 'major' ? ' (major)' : ''} | ${preset} | ${marks} | \`${m.mqm}\` |`,
      );
    }
    lines.push('');
  }
  lines.push(
    '## MQM categories',
    '',
    'Which rule carries which error type of MQM Core 2024 (or, marked *, of MQM-Full where Core is too coarse), and what a finding weighs in the score: `error` is major (5), `warning` minor (1, or 0.1 for punctuation, unpaired marks and white space) or, where the table of a family says so, major, `info` neutral (0); the penalty is their sum per 1000 words.',
    '',
    '| MQM type | dimension | rules |',
    '|---|---|---|',
  );
  for (const [id, type] of Object.entries(mqm)) {
    const ids = rules
      .filter(({meta}) => meta.mqm === id)
      .map(({meta}) => `[${meta.id}](../rules/${meta.id}.md)`);
    if (ids.length > 0)
      lines.push(
        `| ${type.name} (\`${id}\`)${type.core ? '' : ' *'} | ${type.dimension} | ${ids.join(', ')} |`,
      );
  }
  lines.push('');
  return lines.join('\n');
}

export async function generate(root) {
  const {allRules, mqmCategories} = await importTs(root, 'src/generated/rules.ts', 'src/mqm/categories.ts');
  const files = [{path: 'docs/rules.md', text: index(allRules, mqmCategories)}];
  for (const {meta} of allRules) {
    const file = `rules/${meta.id}.md`;
    const full = path.join(root, file);
    if (!fs.existsSync(full)) continue; // the test of pages tells it
    files.push({
      path: file,
      text: fillGenerated(fs.readFileSync(full, 'utf8'), head(meta, mqmCategories), file),
    });
  }
  return files;
}
