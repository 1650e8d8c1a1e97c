import {announce, button, h} from '../../page/client/dom.js';
import {themeButton} from '../../page/client/theme.js';
import type {ArchivePageData} from '../data.js';
import {nameList} from './name-list.js';
import {folded, listed, type Order, orders, sorted} from './name-order.js';
import {nameView} from './name-view.js';

const element = document.getElementById('data');
const data = JSON.parse(element?.textContent ?? '') as ArchivePageData;
element?.remove();
const names = data.names.map(listed);
const main = h('main', {id: 'main'}, h('p', {class: 'quiet'}, 'Choose a name.'));
const layout = h('div', {class: 'layout'});

const back = button('Back to the list', () => {
  layout.classList.remove('chosen');
  document.getElementById('names')?.focus();
});
back.className = 'back';

const list = nameList((one) => {
  main.replaceChildren(back, nameView(one, data.link));
  main.scrollTop = 0;
  layout.classList.add('chosen');
  announce(`${one.title}: ${one.name.f.length} spellings`);
});

const search = h('input', {type: 'search', id: 'search', placeholder: 'Any spelling', autocomplete: 'off'});
const kinds = [...new Set(data.names.map(({k}) => k))].sort();
const kind = h('select', {id: 'kind'}, option('', 'all kinds'), ...kinds.map((text) => option(text, text)));
const least = h(
  'select',
  {id: 'least'},
  ...[2, 3, 4, 6, 9].map((n) => option(String(n), n === 2 ? 'any number' : `${n} or more`)),
);
const order = h('select', {id: 'order'}, ...Object.entries(orders).map(([id, text]) => option(id, text)));
const count = h('p', {class: 'quiet', role: 'status'});

function option(value: string, text: string): HTMLOptionElement {
  return h('option', {value}, text);
}

/** Sorted but once for each order: what is typed only leaves some out. */
const inOrder = new Map<Order, ReturnType<typeof sorted>>();

function show(): void {
  const by = order.value as Order;
  let all = inOrder.get(by);
  if (all === undefined) {
    all = sorted(names, by);
    inOrder.set(by, all);
  }
  const wanted = folded(search.value.trim());
  const from = Number(least.value);
  const found = all.filter(
    ({name, text}) =>
      name.f.length >= from && (kind.value === '' || name.k === kind.value) && text.includes(wanted),
  );
  list.show(found);
  count.textContent = `${found.length.toLocaleString('en')} of ${names.length.toLocaleString('en')} names`;
}

search.addEventListener('input', show);
for (const control of [kind, least, order]) control.addEventListener('change', show);

const labelled = (text: string, control: HTMLElement): HTMLLabelElement =>
  h('label', {for: control.id}, h('span', {}, text), control);

layout.append(
  h(
    'section',
    {class: 'side', 'aria-label': 'All names'},
    h(
      'form',
      {class: 'controls', role: 'search'},
      labelled('Search', search),
      labelled('Kind', kind),
      labelled('Spellings', least),
      labelled('Order', order),
    ),
    count,
    list.element,
  ),
  main,
);
layout.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
document.body.append(
  h('a', {class: 'skip', href: '#main'}, 'Skip to the name'),
  h(
    'header',
    {},
    h('h1', {}, 'Names spelt in several ways'),
    h('span', {class: 'quiet'}, `calque ${data.version}`),
    themeButton(),
  ),
  layout,
);
show();
