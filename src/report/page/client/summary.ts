import {scoreInWords} from '../../score-scale.js';
import {h} from './dom.js';
import type {View} from './view.js';
import {familyOf, format, per1000, plural, severities, severityNames} from './words.js';

/** The figures at the top, and the chart of findings by family. Both follow the filters. */
export function summary(view: View): HTMLElement {
  const {data} = view;
  const figures = h('dl', {class: 'figures'});
  const chart = h('div', {});
  const figure = (value: string, name: string, kind = ''): HTMLElement =>
    h('div', {class: kind}, h('dt', {}, name), h('dd', {}, value));
  const draw = (): void => {
    const shown = data.articles.flatMap((article) => view.findingsOf(article));
    figures.replaceChildren(
      figure(format(data.articles.length), data.articles.length === 1 ? 'article' : 'articles'),
      ...severities.map((severity) => {
        const count = shown.filter((finding) => finding.severity === severity).length;
        return figure(format(count), severityNames[severity][count === 1 ? 0 : 1], severity);
      }),
      figure(format(per1000(data.penalty, data.words)), 'MQM penalty per 1000 words'),
      ...(data.hidden > 0 ? [figure(format(data.hidden), 'hidden by the baseline')] : []),
    );
    chart.replaceChildren(familyChart(view));
  };
  view.onChange(draw);
  draw();
  const meaning =
    data.words > 0
      ? [h('p', {class: 'meaning'}, scoreInWords(per1000(data.penalty, data.words), data.words))]
      : [];
  return h('section', {class: 'summary', 'aria-label': 'Summary'}, h('div', {}, figures, ...meaning), chart);
}

/** Bars of the families, longest first, each cut by severity. It is a table, so that it can be heard too. */
function familyChart(view: View): HTMLElement {
  const families = new Map<string, number[]>();
  for (const article of view.data.articles) {
    for (const finding of view.findingsOf(article)) {
      const family = familyOf(view.data.rules[finding.rule]?.id ?? '');
      const counts = families.get(family) ?? severities.map(() => 0);
      const place = severities.indexOf(finding.severity);
      counts[place] = (counts[place] ?? 0) + 1;
      families.set(family, counts);
    }
  }
  const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const rows = [...families].sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1));
  const longest = Math.max(1, ...rows.map(([, counts]) => total(counts)));
  const table = h('table', {class: 'families'}, h('caption', {}, 'Findings by family'));
  for (const [family, counts] of rows) {
    const bar = h('div', {class: 'bar'});
    const parts: string[] = [];
    counts.forEach((count, i) => {
      const severity = severities[i];
      if (count === 0 || !severity) return;
      const part = h('span', {class: severity});
      part.style.width = `${(100 * count) / longest}%`;
      bar.append(part);
      parts.push(plural(count, ...severityNames[severity]));
    });
    bar.setAttribute('role', 'img');
    bar.setAttribute('aria-label', parts.join(', '));
    bar.title = parts.join(', ');
    table.append(
      h(
        'tr',
        {},
        h('th', {scope: 'row'}, family),
        h('td', {}, bar),
        h('td', {class: 'number'}, format(total(counts))),
      ),
    );
  }
  return rows.length > 0 ? table : h('p', {class: 'quiet'}, 'No findings are shown.');
}
