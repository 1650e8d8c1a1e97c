import {button, copy, h} from '../../page/client/dom.js';
import type {PageForm} from '../data.js';
import type {ListedName} from './name-order.js';

/** All that is known of one name: its spellings, the likeliest to keep first, with where and since when they stand. */
export function nameView({name, title}: ListedName, link: string): HTMLElement {
  const order = name.p.length > 0 ? name.p : name.f.map((_, i) => [i, []] as const);
  const yaml = `  - phrase: ${JSON.stringify(title)}\n    variants: ${JSON.stringify(name.f.map(([text]) => text).filter((text) => text !== title))}\n`;
  const copied = button('Copy as a dictionary entry', () => {
    copy(yaml).then((done) => {
      copied.textContent = done ? 'Copied' : 'The browser does not allow it';
    });
  });
  return h(
    'section',
    {'aria-labelledby': 'title'},
    h('h2', {id: 'title', tabindex: '-1'}, h('bdi', {}, title)),
    h(
      'p',
      {class: 'quiet'},
      `${name.k === 'unknown' ? 'A name' : `A name (${name.k})`}, ${Math.round(100 * name.s)} % sure that its spellings are of one. The first spelling is proposed; none is called right: a misspelling may stand in most articles.`,
    ),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...['Spelling', 'Articles', 'From', 'To', 'Some of them'].map((text) =>
            h('th', {scope: 'col'}, text),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...order.flatMap(([i, reasons]) => {
          const form = name.f[i];
          return form === undefined ? [] : [rowOf(form, reasons, link)];
        }),
      ),
    ),
    ...(name.e.length === 0
      ? []
      : [h('h3', {}, 'What speaks for one name'), h('ul', {}, ...name.e.map((text) => h('li', {}, text)))]),
    h('p', {}, copied),
  );
}

function rowOf(
  [text, articles, first, last, sample]: PageForm,
  reasons: readonly string[],
  link: string,
): HTMLElement {
  return h(
    'tr',
    {},
    h(
      'th',
      {scope: 'row'},
      h('bdi', {}, text),
      ...(reasons.length === 0 ? [] : [h('small', {}, reasons.join('; '))]),
    ),
    h('td', {class: 'number'}, String(articles)),
    h('td', {}, first),
    h('td', {}, last),
    h('td', {class: 'sample'}, ...sample.map((id) => articleLink(id, link))),
  );
}

/** Only addresses of the web and those that the caller gave are links. */
function articleLink(id: string, link: string): HTMLElement {
  const address = /^https?:\/\//i.test(id)
    ? id
    : link === ''
      ? ''
      : link.replace('{id}', encodeURIComponent(id));
  return address === ''
    ? h('code', {}, id)
    : h('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, id);
}
