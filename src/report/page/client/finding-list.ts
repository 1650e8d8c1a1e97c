import {changedPlaces, changedText} from '../change.js';
import type {PageArticle, PageChange, PageData, PageFinding} from '../data.js';
import {announce, button, copy, h} from './dom.js';
import {severityNames} from './words.js';

const shownPlaces = 20;
/** Other places of a finding that are told at once; there may be many of one name. */
const shownRelated = 3;

export interface FindingList {
  readonly element: HTMLElement;
  /** Opens a finding and takes the focus there. */
  open(finding: PageFinding): void;
  close(): void;
}

/** The findings of an article; one of them is open and tells what can be done. */
export function findingList(
  data: PageData,
  article: PageArticle,
  findings: readonly PageFinding[],
  goTo: (start: number, end?: number) => void,
  selected: (finding: PageFinding | undefined) => void,
): FindingList {
  const list = h('ol', {class: 'findings'});
  const heads = new Map<PageFinding, HTMLButtonElement>();
  const bodies = new Map<PageFinding, HTMLElement>();
  let opened: PageFinding | undefined;
  function close(): void {
    if (!opened) return;
    heads.get(opened)?.setAttribute('aria-expanded', 'false');
    bodies.get(opened)?.replaceChildren();
    bodies.get(opened)?.parentElement?.classList.remove('open');
    element.classList.remove('open');
    opened = undefined;
    selected(undefined);
  }
  const show = (finding: PageFinding): void => {
    close();
    opened = finding;
    heads.get(finding)?.setAttribute('aria-expanded', 'true');
    bodies.get(finding)?.replaceChildren(...details(data, article, finding, goTo));
    bodies.get(finding)?.parentElement?.classList.add('open');
    element.classList.add('open');
    selected(finding);
  };
  findings.forEach((finding, i) => {
    const id = `finding-${i}`;
    const head = h(
      'button',
      {type: 'button', class: finding.severity, 'aria-expanded': 'false', 'aria-controls': id},
      h('span', {class: 'place'}, `${finding.line}:${finding.column}`),
      h('span', {class: 'severity'}, severityNames[finding.severity][0]),
      h('bdi', {class: 'message'}, finding.message),
    );
    head.addEventListener('click', () => {
      if (opened === finding) close();
      else {
        show(finding);
        goTo(finding.start);
      }
    });
    const body = h('div', {class: 'details', id});
    heads.set(finding, head);
    bodies.set(finding, body);
    list.append(h('li', {}, head, body));
  });
  const element = h(
    'section',
    {class: 'panel', 'aria-label': 'Findings'},
    h('h3', {}, `Findings (${findings.length})`),
    button('Close', close, {class: 'close'}),
  );
  element.append(
    findings.length > 0 ? list : h('p', {class: 'quiet'}, 'No findings are shown for this article.'),
  );
  return {
    element,
    open(finding) {
      show(finding);
      const head = heads.get(finding);
      head?.focus({preventScroll: true});
      head?.scrollIntoView({block: 'nearest'});
    },
    close,
  };
}

function details(
  data: PageData,
  article: PageArticle,
  finding: PageFinding,
  goTo: (start: number, end?: number) => void,
): Node[] {
  const rule = data.rules[finding.rule];
  const nodes: Node[] = [];
  for (const change of finding.changes) nodes.push(changeView(article, change));
  if (finding.changes.length === 0)
    nodes.push(h('p', {class: 'quiet'}, 'There is no suggestion: this one needs a person.'));
  const places = finding.related.map((place) =>
    h(
      'p',
      {class: 'related'},
      h('bdi', {}, place.message),
      ' ',
      button(`line ${place.line}`, () => goTo(place.start, place.end)),
    ),
  );
  nodes.push(...places.slice(0, shownRelated));
  const rest = places.slice(shownRelated);
  if (rest.length > 0) nodes.push(h('details', {}, h('summary', {}, `${rest.length} more places`), ...rest));
  if (rule) {
    const name =
      rule.url === undefined
        ? h('code', {}, rule.id)
        : h('a', {href: rule.url, rel: 'noreferrer noopener', target: '_blank'}, rule.id);
    nodes.push(h('p', {class: 'quiet'}, name, ` · ${finding.category}`));
  }
  return nodes;
}

function changeView(article: PageArticle, change: PageChange): HTMLElement {
  const preview = h('div', {class: 'preview', hidden: true});
  const toggle = button(
    'Show the change',
    () => {
      if (preview.childElementCount === 0) preview.append(...previewOf(article, change));
      preview.hidden = !preview.hidden;
      toggle.textContent = preview.hidden ? 'Show the change' : 'Hide the change';
      toggle.setAttribute('aria-expanded', String(!preview.hidden));
    },
    {'aria-expanded': 'false'},
  );
  const copyText = async (text: string, what: string): Promise<void> => {
    announce((await copy(text)) ? `${what} copied` : 'The browser did not allow copying');
  };
  const buttons = h('div', {class: 'buttons'}, toggle);
  const [only] = change.edits;
  if (change.edits.length === 1 && only && only.text !== '') {
    buttons.append(button('Copy the new words', () => void copyText(only.text, 'The new words were')));
  }
  buttons.append(
    button(
      'Copy the changed article',
      () => void copyText(changedText(article.text, change.edits), 'The changed article was'),
    ),
  );
  return h(
    'div',
    {class: 'change'},
    h('p', {class: change.safe ? 'label safe' : 'label'}, h('bdi', {}, change.label)),
    buttons,
    preview,
  );
}

function previewOf(article: PageArticle, change: PageChange): HTMLElement[] {
  const places = changedPlaces(article.text, change.edits);
  const rows = places
    .slice(0, shownPlaces)
    .map(({line, before, deleted, inserted, after}) =>
      h(
        'p',
        {},
        h('span', {class: 'quiet'}, `line ${line}: `),
        h('bdi', {}, before, h('del', {}, deleted), h('ins', {}, inserted), after),
      ),
    );
  if (places.length > shownPlaces)
    rows.push(h('p', {class: 'quiet'}, `and ${places.length - shownPlaces} more places`));
  return rows;
}
