import type {PageArticle, PageName} from '../data.js';
import {announce, button, h} from './dom.js';
import {format, plural} from './words.js';

const shownLines = 12;
/** Units of the article that are told before and after a place. */
const context = 40;

/** Ways into the text of the article. */
export interface Places {
  lineOf(offset: number): number;
  goTo(start: number, end: number): void;
}

/**
 * The strip chart of names: a row a spelling, a stroke wherever it stands between the start and the end of the
 * article; so it is seen at a glance where one spelling gives way to another. A click on a strip goes to the nearest
 * place; the buttons with the lines beside it do the same for the keyboard and for those who hear the page.
 */
export function nameStrips(article: PageArticle, places: Places): HTMLElement {
  return h(
    'section',
    {class: 'names', 'aria-labelledby': 'names'},
    h('h3', {id: 'names'}, 'Names with several spellings'),
    h(
      'p',
      {class: 'quiet'},
      'Each strip is the article from its start to its end, each stroke a place. Choose one to go there.',
    ),
    ...article.names.map((name) => nameOf(article, name, places)),
  );
}

function nameOf(article: PageArticle, name: PageName, places: Places): HTMLElement {
  const forms = [...name.forms].sort((a, b) => b.places.length - a.places.length);
  const element = h(
    'div',
    {class: 'name'},
    h('h4', {}, h('bdi', {}, name.name), ' ', h('span', {class: 'quiet'}, name.kind)),
  );
  const [why] = name.evidence ?? [];
  if (why !== undefined)
    element.append(h('p', {class: 'quiet'}, 'Thought to be one name: ', h('bdi', {}, why)));
  element.append(
    h('ul', {role: 'list'}, ...forms.map((form, row) => spelling(article, form, row > 0, places))),
  );
  return element;
}

function spelling(
  article: PageArticle,
  form: PageName['forms'][number],
  isRarer: boolean,
  {lineOf, goTo}: Places,
): HTMLElement {
  const {text} = form;
  const visit = (place: number): void => {
    goTo(place, place + text.length);
    announce(`Line ${lineOf(place)}: ${around(article.text, place, text.length)}`);
  };
  const byLine = new Map<number, number[]>();
  for (const place of form.places) {
    const line = lineOf(place);
    byLine.set(line, [...(byLine.get(line) ?? []), place]);
  }
  const buttons = [...byLine].map(([line, here]) => lineButton(text, line, here, visit));
  const lines = h('span', {class: 'lines'}, byLine.size === 1 ? 'line' : 'lines');
  for (const one of buttons.slice(0, shownLines)) lines.append(' ', one);
  const rest = buttons.slice(shownLines);
  if (rest.length > 0) {
    const more = button(`${format(rest.length)} more`, () => {
      more.replaceWith(...rest.flatMap((one) => [one, ' ']));
      rest[0]?.focus();
    });
    lines.append(' ', more);
  }
  return h(
    'li',
    {class: isRarer ? 'spelling rarer' : 'spelling'},
    h(
      'span',
      {class: 'form'},
      h('bdi', {}, text),
      ' ',
      h('span', {class: 'quiet'}, times(form.places.length)),
    ),
    strip(article, form.places, lineOf, visit),
    lines,
  );
}

/** Goes to the places in a line, from one to the next with each press. */
function lineButton(
  form: string,
  line: number,
  places: readonly number[],
  visit: (place: number) => void,
): HTMLButtonElement {
  let next = 0;
  const several = places.length > 1 ? ` ×${places.length}` : '';
  return button(
    `${line}${several}`,
    () => {
      visit(places[next] as number);
      next = (next + 1) % places.length;
    },
    {'aria-label': `${line}${several}: go to ${form} in this line`},
  );
}

function strip(
  article: PageArticle,
  places: readonly number[],
  lineOf: (offset: number) => number,
  visit: (place: number) => void,
): HTMLElement {
  const length = Math.max(1, article.text.length);
  const element = h('div', {class: 'strip', 'aria-hidden': 'true'});
  for (const place of places) {
    const stroke = h('i', {title: `line ${lineOf(place)}`});
    stroke.style.left = `${(100 * place) / length}%`;
    element.append(stroke);
  }
  element.addEventListener('click', (event) => {
    const {left, width} = element.getBoundingClientRect();
    const at = (length * (event.clientX - left)) / width;
    const [nearest] = [...places].sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
    if (nearest !== undefined) visit(nearest);
  });
  return element;
}

const times = (count: number): string => (count === 1 ? 'once' : plural(count, 'time'));

function around(text: string, start: number, length: number): string {
  const from = Math.max(0, start - context);
  return text.slice(from, start + length + context).replace(/\s+/g, ' ');
}
