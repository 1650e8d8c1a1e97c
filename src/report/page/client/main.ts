import type {PageArticle, PageData} from '../data.js';
import {articleList} from './article-list.js';
import {articleView} from './article-view.js';
import {announce, h} from './dom.js';
import {filters} from './filters.js';
import {summary} from './summary.js';
import {themeButton} from './theme.js';
import {View} from './view.js';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
const view = new View(data);
const main = h('main', {id: 'main'});
let current: PageArticle | undefined;

function show(article: PageArticle): void {
  current = article;
  list.mark(article);
  main.replaceChildren(articleView(view, article));
}

const list = articleList(view, (article) => {
  show(article);
  announce(`${article.path} is shown`);
  document.getElementById('article-path')?.focus();
});

view.onChange(() => {
  if (current) show(current);
});

document.body.append(
  h('a', {class: 'skip', href: '#main'}, 'Skip to the article'),
  h(
    'header',
    {},
    h('h1', {}, 'calque report'),
    h('span', {class: 'quiet'}, `version ${data.version}`),
    themeButton(),
  ),
  // The article first: what sums up the run stands behind it.
  h('div', {class: data.articles.length > 1 ? 'columns' : 'columns one'}, list.element, main),
  filters(view),
  summary(view),
);
if (list.first) show(list.first);
else main.append(h('p', {class: 'quiet'}, 'No articles were linted.'));
