import {button, checkbox, h} from './dom.js';
import type {View} from './view.js';
import {familyOf, severities, severityNames} from './words.js';

/** Boxes for severities and, by family, for rules. */
export function filters(view: View): HTMLElement {
  const {data} = view;
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const article of data.articles) {
    for (const finding of article.findings) {
      count(finding.severity);
      count(`rule ${finding.rule}`);
    }
  }
  const bySeverity = h('fieldset', {}, h('legend', {}, 'Severity'));
  for (const severity of severities) {
    const label = `${severityNames[severity][1]} (${counts.get(severity) ?? 0})`;
    const box = checkbox(label, true, (checked) => {
      if (checked) view.severities.add(severity);
      else view.severities.delete(severity);
      view.changed();
    });
    box.classList.add(severity);
    bySeverity.append(box);
  }
  const byRule = h('fieldset', {class: 'rules'}, h('legend', {}, 'Rules'));
  const boxes: HTMLInputElement[] = [];
  const setAll = (checked: boolean): void => {
    for (const box of boxes) box.checked = checked;
    for (const rule of data.rules.keys()) {
      if (checked) view.rules.add(rule);
      else view.rules.delete(rule);
    }
    view.changed();
  };
  const families = new Map<string, HTMLElement>();
  data.rules.forEach((rule, i) => {
    const name = familyOf(rule.id);
    let family = families.get(name);
    if (!family) {
      family = h('div', {class: 'family', role: 'group', 'aria-label': name});
      families.set(name, family);
      byRule.append(family);
    }
    const label = checkbox(`${rule.id} (${counts.get(`rule ${i}`) ?? 0})`, true, (checked) => {
      if (checked) view.rules.add(i);
      else view.rules.delete(i);
      view.changed();
    });
    label.title = rule.description;
    const box = label.querySelector('input');
    if (box) boxes.push(box);
    family.append(label);
  });
  byRule.append(
    h(
      'div',
      {class: 'buttons'},
      button('All rules', () => setAll(true)),
      button('No rules', () => setAll(false)),
    ),
  );
  const box = h(
    'details',
    {class: 'filters', open: data.rules.length <= 6},
    h('summary', {}, 'Filters'),
    h('div', {class: 'boxes'}, bySeverity, byRule),
  );
  return h('section', {'aria-label': 'Filters'}, box);
}
