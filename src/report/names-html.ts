import type {Article} from '../article/article.js';
import {findLines, positionAt} from '../engine/lines.js';
import type {Mention, NameCluster, NameEntry, NameTable} from '../names/name-table.js';
import {pageHead} from './own-page.js';

/** Width of a strip in its own units; the page scales it. */
const width = 1000;
const rowHeight = 22;

/**
 * A page that shows where in an article each name stands and how it is spelt there: one strip for each name, one row
 * for each spelling, one tick for each mention, the article's beginning on the left. Self-contained, without script,
 * light and dark; everything from the article is escaped.
 */
export function renderNamesHtml(file: string, table: NameTable, article: Article): string {
  const lines = findLines(article.source);
  const place = (mention: Mention) => {
    const source = article.map.toSource(mention.start, mention.end);
    return {
      line: positionAt(lines, source.start).line,
      at: article.prose.length === 0 ? 0 : mention.start / article.prose.length,
    };
  };
  const excerpt = ({start, end}: Mention): string => {
    const from = Math.max(0, start - 40);
    const to = Math.min(article.prose.length, end + 40);
    return `${from > 0 ? '…' : ''}${article.prose.slice(from, to).replace(/\s+/g, ' ')}${to < article.prose.length ? '…' : ''}`;
  };
  const strip = (rows: readonly {text: string; mentions: readonly Mention[]}[], label: string): string => {
    const height = rows.length * rowHeight;
    const ticks = rows.flatMap(({text, mentions}, row) =>
      mentions.map((mention) => {
        const {line, at} = place(mention);
        const x = Math.round(at * (width - 8) * 10) / 10 + 1;
        return `<rect class="s${Math.min(row, 5)}" x="${x}" y="${row * rowHeight + 4}" width="6" height="${rowHeight - 8}" rx="1"><title>${escapeHtml(`${text}, line ${line}: ${excerpt(mention)}`)}</title></rect>`;
      }),
    );
    const rules = rows.map(
      (_, row) =>
        `<line x1="0" x2="${width}" y1="${(row + 0.5) * rowHeight}" y2="${(row + 0.5) * rowHeight}"/>`,
    );
    return `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" style="height:${height}px" role="img" aria-label="${escapeHtml(label)}">${rules.join('')}${ticks.join('')}</svg>`;
  };
  const spellings = (rows: readonly {text: string; mentions: readonly Mention[]}[]): string =>
    rows
      .map(({text, mentions}, row) => {
        const where = mentions.map((mention) => place(mention).line).join(', ');
        return `<li><span class="k s${Math.min(row, 5)}"></span><bdi>${escapeHtml(text)}</bdi> <small title="${escapeHtml(`line ${where}`)}">×${mentions.length}</small></li>`;
      })
      .join('');
  const section = (
    title: string,
    note: string,
    rows: readonly {text: string; mentions: readonly Mention[]}[],
    several: boolean,
  ): string =>
    `<section${several ? ' class="several"' : ''}><h3><bdi>${escapeHtml(title)}</bdi> <small>${escapeHtml(note)}</small></h3><div class="chart"><ul>${spellings(rows)}</ul>${strip(rows, `${title}: ${rows.map((row) => `${row.text} ${row.mentions.length} times`).join(', ')}`)}</div></section>`;

  const varied = table.clusters.map((cluster) =>
    section(cluster.forms[0]!.text, noteOf(cluster), cluster.forms, true),
  );
  const others = table.entries
    .filter((entry) => entry.mentions.length > 1)
    .map((entry) =>
      section(
        entry.text,
        [kindText(entry.kind), ...entry.roles].filter(Boolean).join(', '),
        rowsOf(entry),
        false,
      ),
    );
  const none = varied.length === 0 ? '<p>No name of this article is spelt in several ways.</p>' : '';
  return `${pageHead}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`Names in ${file}`)}</title>
<style>
${style}
</style>
</head>
<body>
<h1>Names in <bdi>${escapeHtml(file)}</bdi></h1>
<p>Each strip is the article from its beginning (left) to its end. A tick is a mention; each row is one spelling.</p>
<h2>Spelt in several ways (${varied.length})</h2>
${none}${varied.join('\n')}
<h2>Other names that stand more than once (${others.length})</h2>
${others.join('\n')}
</body>
</html>
`;
}

function noteOf(cluster: NameCluster): string {
  const sure = `${Math.round(100 * cluster.confidence)} % sure`;
  return [kindText(cluster.kind), sure, cluster.evidence.slice(0, 3).join('; ')].filter(Boolean).join(' · ');
}

const kindText = (kind: NameEntry['kind']): string => (kind === 'unknown' ? '' : kind);

/** The mentions of a name, by how they are written. */
function rowsOf(entry: NameEntry): {text: string; mentions: Mention[]}[] {
  const rows = new Map<string, Mention[]>();
  for (const mention of entry.mentions) {
    const text = mention.text.replace(/\s+/g, ' ');
    const row = rows.get(text);
    if (row) row.push(mention);
    else rows.set(text, [mention]);
  }
  return [...rows].map(([text, mentions]) => ({text, mentions}));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text for HTML; characters that turn the line round or that no reader sees are shown as their number. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (c) => entities[c]!)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}

const style = `:root {
  color-scheme: light dark;
  --page: #fbfaf8; --ink: #1c1b1a; --quiet: #5d5a55; --line: #dcd8d1; --mark: #8a5a00;
  --s0: #1d5c8f; --s1: #b3261e; --s2: #1e6b3a; --s3: #7a3e9d; --s4: #8a5a00; --s5: #5d5a55;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #161718; --ink: #e8e6e3; --quiet: #a8a49d; --line: #3a3d40; --mark: #f2c464;
    --s0: #8cc4f2; --s1: #ff9b93; --s2: #8fd6a5; --s3: #d3a6ef; --s4: #f2c464; --s5: #a8a49d;
  }
}
body { margin: 2rem auto; padding: 0 1rem; max-width: 68rem; font: 1rem/1.5 system-ui, sans-serif; background: var(--page); color: var(--ink); }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0 0 .25rem; }
small { color: var(--quiet); font-weight: normal; }
section { margin: 1rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
section.several { border-left-color: var(--mark); }
.chart { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: 1rem; }
.chart ul { list-style: none; margin: 0; padding: 0; }
.chart li { height: ${rowHeight}px; line-height: ${rowHeight}px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.k { display: inline-block; width: .7em; height: .7em; margin-right: .5em; border-radius: 1px; }
svg { display: block; width: 100%; }
svg line { stroke: var(--line); }
${[0, 1, 2, 3, 4, 5].map((i) => `rect.s${i} { fill: var(--s${i}); } .k.s${i} { background: var(--s${i}); }`).join('\n')}
@media (max-width: 40rem) { .chart { grid-template-columns: 1fr; gap: .25rem; } }`;
