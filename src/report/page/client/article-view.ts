import {findLines, lineAt} from '../../../engine/lines.js';
import type {PageArticle, PageFinding} from '../data.js';
import {articleText} from './article-text.js';
import {h} from './dom.js';
import {type FindingList, findingList} from './finding-list.js';
import {nameStrips} from './names.js';
import type {View} from './view.js';
import {format, per1000, plural} from './words.js';

/** One article: its score, its names, its text with the findings marked, and the findings as a list. */
export function articleView(view: View, article: PageArticle): HTMLElement {
  const findings = view.findingsOf(article);
  let list: FindingList | undefined;
  let opener: HTMLElement | undefined;
  const text = articleText(article, findings, (finding: PageFinding) => {
    opener = focused();
    list?.open(finding);
    // On a phone the finding comes over the text from below: what it is of must stay in sight.
    if (matchMedia('(max-width: 50rem)').matches) text.goTo(finding.start);
  });
  list = findingList(
    view.data,
    article,
    findings,
    (start, end) => text.goTo(start, end),
    (finding) => text.select(finding),
  );
  const lines = findLines(article.text);
  const root = h('article', {'aria-labelledby': 'article-path'});
  root.append(h('h2', {id: 'article-path', tabindex: '-1'}, h('bdi', {}, article.path)));
  if (article.error !== undefined) root.append(h('p', {class: 'failure'}, article.error));
  else root.append(score(article));
  root.append(h('div', {class: 'reading'}, text.element, list.element));
  if (article.names.length > 0)
    root.append(
      nameStrips(article, {
        lineOf: (offset) => lineAt(lines, offset),
        goTo: (start, end) => {
          opener = focused();
          text.goTo(start, end);
        },
      }),
    );
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    list?.close();
    opener?.focus();
    opener?.scrollIntoView({block: 'nearest'});
  });
  return root;
}

const focused = (): HTMLElement | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement : undefined;

function score(article: PageArticle): HTMLElement {
  const total = format(per1000(article.penalty, article.words));
  const line = h(
    'p',
    {class: 'score'},
    h('strong', {}, total),
    ` MQM penalty per 1000 words (${format(article.penalty)} in ${plural(article.words, 'word')})`,
  );
  if (article.dimensions.length > 0) {
    line.append(` — ${article.dimensions.map(([name, penalty]) => `${name} ${format(penalty)}`).join(', ')}`);
  }
  return line;
}
