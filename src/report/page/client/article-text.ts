import {visible} from '../../visible.js';
import type {PageArticle, PageFinding} from '../data.js';
import {segmentsOf} from '../segments.js';
import {h} from './dom.js';
import {severities, severityNames} from './words.js';

export interface ArticleText {
  readonly element: HTMLElement;
  /** Scrolls to a place; with an end, selects it too. */
  goTo(start: number, end?: number): void;
  select(finding: PageFinding | undefined): void;
}

/** A letter, number or mark that can be seen. */
const seen = /[^\s\p{C}\p{Z}]/u;

/** The text of an article with its findings marked. Marks are buttons: they can be reached and heard. */
export function articleText(
  article: PageArticle,
  findings: readonly PageFinding[],
  open: (finding: PageFinding) => void,
): ArticleText {
  const element = h('div', {class: 'text', dir: 'auto'});
  const pieces: {start: number; end: number; node: HTMLElement | Text}[] = [];
  const marks = new Map<PageFinding, HTMLElement[]>();
  for (const segment of segmentsOf(article.text.length, findings)) {
    const text = article.text.slice(segment.start, segment.end);
    const here = segment.findings.map((i) => findings[i] as PageFinding);
    const [worst] = [...here].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
    if (!worst) {
      const node = document.createTextNode(text);
      pieces.push({start: segment.start, end: segment.end, node});
      element.append(node);
      continue;
    }
    const drawn = seen.test(text) ? text : pictured(text);
    const mark = h('mark', {class: worst.severity}, drawn);
    // One stop of the keyboard a finding, at its first piece.
    const fresh = here.filter((finding) => !marks.has(finding));
    const target = fresh[0] ?? worst;
    if (fresh.length > 0) {
      mark.setAttribute('role', 'button');
      mark.setAttribute('tabindex', '0');
      const told = fresh
        .map((finding) => `${severityNames[finding.severity][0]}: ${finding.message}`)
        .join('; ');
      mark.setAttribute('aria-label', `${drawn}, ${told}`);
    }
    mark.title = here.map((finding) => finding.message).join('\n');
    for (const finding of here) marks.set(finding, [...(marks.get(finding) ?? []), mark]);
    mark.addEventListener('click', () => open(target));
    mark.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(target);
    });
    pieces.push({start: segment.start, end: segment.end, node: mark});
    element.append(mark);
  }
  /** Where an offset of the text stands in the page. */
  const pointAt = (offset: number): [Node, number] | undefined => {
    const piece = pieces.find(({start, end}) => offset >= start && offset <= end) ?? pieces.at(-1);
    if (!piece) return undefined;
    const node = piece.node instanceof Text ? piece.node : piece.node.firstChild;
    // What is drawn in place of what cannot be seen has another length.
    const within = Math.min(offset - piece.start, node?.textContent?.length ?? 0);
    return node ? [node, within] : [piece.node, 0];
  };
  let selected: HTMLElement[] = [];
  return {
    element,
    goTo(start, end) {
      const range = document.createRange();
      const first = pointAt(start);
      const last = pointAt(end ?? start + 1);
      if (!first || !last) return;
      range.setStart(...first);
      range.setEnd(...last);
      const {top} = range.getBoundingClientRect();
      const selection = getSelection();
      selection?.removeAllRanges();
      if (end !== undefined) selection?.addRange(range);
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scrollBy({top: top - innerHeight / 3, behavior: still ? 'auto' : 'smooth'});
    },
    select(finding) {
      for (const mark of selected) mark.classList.remove('selected');
      selected = (finding && marks.get(finding)) ?? [];
      for (const mark of selected) mark.classList.add('selected');
    },
  };
}

/** A place that cannot be seen, drawn so that it can: spaces, hidden characters, a place between two characters. */
function pictured(text: string): string {
  if (text === '') return '‸';
  return visible(text.replace(/ /g, '␣').replace(/\u00a0/g, '⍽'));
}
