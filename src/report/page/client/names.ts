import type {PageArticle} from '../data.js';
import {button, h} from './dom.js';
import {format} from './words.js';

const shownLines = 12;

/**
 * The strip chart of names: a row a spelling, a stroke wherever it stands between the start and the end of the
 * article; so it is seen at a glance where one spelling gives way to another.
 */
export function nameStrips(
  article: PageArticle,
  lineOf: (offset: number) => number,
  goTo: (offset: number) => void,
): HTMLElement {
  const length = Math.max(1, article.text.length);
  const section = h(
    'section',
    {class: 'names', 'aria-label': 'Names with several spellings'},
    h('h3', {}, 'Names with several spellings'),
  );
  for (const name of article.names) {
    const forms = [...name.forms].sort((a, b) => b.places.length - a.places.length);
    const title = forms.map((form) => form.text).join(' / ');
    const table = h(
      'table',
      {class: 'strips'},
      h('caption', {}, h('bdi', {}, title), h('span', {class: 'quiet'}, ` ${name.kind}`)),
    );
    forms.forEach((form, row) => {
      const strip = h('div', {class: row === 0 ? 'strip' : 'strip rarer', 'aria-hidden': 'true'});
      for (const place of form.places) {
        const stroke = h('i', {});
        stroke.style.left = `${(100 * place) / length}%`;
        strip.append(stroke);
      }
      const byLine = new Map<number, number>();
      for (const place of form.places) {
        const line = lineOf(place);
        if (!byLine.has(line)) byLine.set(line, place);
      }
      const lines = h('td', {class: 'lines'}, byLine.size === 1 ? 'line ' : 'lines ');
      for (const [line, place] of [...byLine].slice(0, shownLines)) {
        lines.append(
          button(String(line), () => goTo(place), {'aria-label': `${line}: go to ${form.text} in this line`}),
        );
      }
      if (byLine.size > shownLines) lines.append(' …');
      table.append(
        h(
          'tr',
          {},
          h('th', {scope: 'row'}, h('bdi', {}, form.text)),
          h('td', {class: 'wide'}, strip),
          h('td', {class: 'number'}, `${format(form.places.length)}×`),
          lines,
        ),
      );
    });
    section.append(table);
  }
  return section;
}
