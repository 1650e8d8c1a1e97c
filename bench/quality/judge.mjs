// What findings are worth: which planted defects they tell, which of them tell none.
import {families} from './marks.mjs';

const overlap = (a, b) =>
  a.start === a.end || b.start === b.end
    ? a.start <= b.end && a.end >= b.start
    : a.start < b.end && a.end > b.start;

/** The place of a finding, and those that it points to as its other side: the other spelling of a name, the first use. */
const placesOf = ({start, end, related = []}) => [{start, end}, ...related];

const familyOf = (name) => name.split(/[:/]/)[0];

/**
 * @param {{labels: {start: number, end: number, kind: string}[], damaged: object[], clean: object[], words: number}[]} articles
 *   findings of the damaged text and of its clean twin, and how many words the clean twin has
 */
export function judge(articles) {
  const rows = new Map(
    families.map((family) => [family, {planted: 0, told: 0, asSuch: 0, findings: 0, right: 0, noise: 0}]),
  );
  const row = (family) =>
    rows.get(family) ??
    rows.set(family, {planted: 0, told: 0, asSuch: 0, findings: 0, right: 0, noise: 0}).get(family);
  let words = 0;
  for (const {labels, damaged, clean, words: count} of articles) {
    words += count;
    for (const label of labels) {
      const family = familyOf(label.kind);
      const telling = damaged.filter((finding) => placesOf(finding).some((place) => overlap(place, label)));
      row(family).planted++;
      if (telling.length > 0) row(family).told++;
      if (telling.some(({rule}) => familyOf(rule) === family)) row(family).asSuch++;
    }
    for (const finding of damaged) {
      const own = row(familyOf(finding.rule));
      own.findings++;
      if (labels.some((label) => placesOf(finding).some((place) => overlap(place, label)))) own.right++;
    }
    for (const {rule} of clean) row(familyOf(rule)).noise++;
  }
  const sum = (key) => [...rows.values()].reduce((total, each) => total + each[key], 0);
  rows.set(
    'all',
    Object.fromEntries(
      ['planted', 'told', 'asSuch', 'findings', 'right', 'noise'].map((key) => [key, sum(key)]),
    ),
  );
  return {rows, words};
}

const share = (part, whole) => (whole === 0 ? '–' : (part / whole).toFixed(2));

/** The figures as a table in Markdown. */
export function tableOf({rows, words}) {
  const lines = [
    '| family | planted | told | recall | as such | findings | right | precision | on clean twins | per 1000 words |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
  ];
  for (const [family, {planted, told, asSuch, findings, right, noise}] of rows) {
    const name = family === 'all' ? '**all**' : family;
    lines.push(
      `| ${name} | ${planted} | ${told} | ${share(told, planted)} | ${share(asSuch, planted)} | ${findings} | ${right} | ${share(right, findings)} | ${noise} | ${((1000 * noise) / words).toFixed(2)} |`,
    );
  }
  return lines.join('\n');
}
