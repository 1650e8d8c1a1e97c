import type {PageArticle} from '../data.js';
import {checkbox, h} from './dom.js';
import type {View} from './view.js';
import {format, per1000, plural} from './words.js';

/** The articles to choose from, with their scores. */
export function articleList(
  view: View,
  choose: (article: PageArticle) => void,
): {element: HTMLElement; first: PageArticle | undefined; mark(article: PageArticle): void} {
  const list = h('ul', {});
  const buttons = new Map<PageArticle, HTMLButtonElement>();
  let current: PageArticle | undefined;
  const order = h('select', {});
  for (const [value, name] of [
    ['penalty', 'Worst score first'],
    ['findings', 'Most findings first'],
    ['path', 'By path'],
  ] as const) {
    order.append(h('option', {value}, name));
  }
  order.addEventListener('change', () => {
    view.order = order.value as View['order'];
    draw();
  });
  const sorted = (): {article: PageArticle; count: number}[] => {
    const rows = view.data.articles.map((article) => ({article, count: view.findingsOf(article).length}));
    const shown = view.clean
      ? rows
      : rows.filter(({article, count}) => count > 0 || article.error !== undefined);
    const score = ({article}: {article: PageArticle}): number => per1000(article.penalty, article.words);
    if (view.order === 'penalty') shown.sort((a, b) => score(b) - score(a));
    if (view.order === 'findings') shown.sort((a, b) => b.count - a.count);
    return shown;
  };
  const draw = (): void => {
    buttons.clear();
    list.replaceChildren(
      ...sorted().map(({article, count}) => {
        const score = `${format(per1000(article.penalty, article.words))} per 1000 words`;
        const facts =
          article.error === undefined ? `${plural(count, 'finding')} · ${score}` : 'could not be linted';
        const entry = h(
          'button',
          {type: 'button', 'aria-current': article === current ? 'true' : undefined},
          h('bdi', {class: 'path'}, article.path),
          h('span', {class: 'facts'}, facts),
        );
        entry.addEventListener('click', () => choose(article));
        buttons.set(article, entry);
        return h('li', {}, entry);
      }),
    );
  };
  view.onChange(draw);
  draw();
  const clean = checkbox('Articles without findings too', true, (checked) => {
    view.clean = checked;
    draw();
  });
  const element = h(
    'nav',
    {class: 'articles', 'aria-label': 'Articles'},
    h('h2', {}, 'Articles'),
    h('label', {class: 'order'}, 'Order ', order),
    clean,
    list,
  );
  return {
    element,
    first: sorted()[0]?.article,
    mark(article) {
      if (current) buttons.get(current)?.removeAttribute('aria-current');
      current = article;
      buttons.get(article)?.setAttribute('aria-current', 'true');
    },
  };
}
