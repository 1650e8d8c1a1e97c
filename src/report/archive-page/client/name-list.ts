import {h} from '../../page/client/dom.js';
import type {ListedName} from './name-order.js';

const rowHeight = 48;
/** Rows made above and below those in view. */
const margin = 8;
/** Browsers draw nothing higher than some ten million points. */
const mostRows = 200_000;

export interface NameList {
  readonly element: HTMLElement;
  show(names: readonly ListedName[]): void;
}

/** A list that makes only the rows in view, so that it may be of any length. */
export function nameList(onChoose: (name: ListedName) => void): NameList {
  let names: readonly ListedName[] = [];
  let chosen = -1;
  const rows = h('div', {class: 'rows', role: 'listbox', 'aria-label': 'Names', tabindex: '0', id: 'names'});
  const scroller = h('div', {class: 'scroller'}, rows);
  const length = (): number => Math.min(names.length, mostRows);

  const rowOf = (one: ListedName, i: number): HTMLElement => {
    const {f: forms, k: kind, s: sure} = one.name;
    const others = forms.filter(([text]) => text !== one.title).map(([text]) => text);
    const row = h(
      'div',
      {
        class: 'row',
        role: 'option',
        id: `name-${i}`,
        'aria-selected': String(i === chosen),
        'aria-setsize': String(names.length),
        'aria-posinset': String(i + 1),
      },
      h('b', {}, h('bdi', {}, one.title)),
      h('span', {class: 'others'}, h('bdi', {}, others.join(' · '))),
      h(
        'small',
        {class: 'facts'},
        `${forms.length} spellings · ${one.articles} articles · ${kind === 'unknown' ? '' : `${kind} · `}${Math.round(100 * sure)} %`,
      ),
    );
    row.style.top = `${i * rowHeight}px`;
    row.addEventListener('click', () => choose(i));
    return row;
  };
  const draw = (): void => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - margin);
    const last = Math.min(
      length(),
      Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + margin,
    );
    const made: HTMLElement[] = [];
    for (let i = first; i < last; i++) made.push(rowOf(names[i] as ListedName, i));
    rows.replaceChildren(...made);
    if (chosen >= first && chosen < last) rows.setAttribute('aria-activedescendant', `name-${chosen}`);
    else rows.removeAttribute('aria-activedescendant');
  };
  const choose = (i: number): void => {
    const one = names[i];
    if (one === undefined || i >= length()) return;
    chosen = i;
    const top = i * rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + rowHeight - scroller.clientHeight;
    draw();
    onChoose(one);
  };
  scroller.addEventListener('scroll', draw, {passive: true});
  window.addEventListener('resize', draw);
  rows.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(scroller.clientHeight / rowHeight) - 1);
    const to = {
      ArrowDown: chosen + 1,
      ArrowUp: Math.max(0, chosen - 1),
      PageDown: Math.min(length() - 1, chosen + page),
      PageUp: Math.max(0, chosen - page),
      Home: 0,
      End: length() - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  });
  return {
    element: scroller,
    show(all) {
      names = all;
      chosen = -1;
      rows.style.height = `${length() * rowHeight}px`;
      scroller.scrollTop = 0;
      draw();
    },
  };
}
