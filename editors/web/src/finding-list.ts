import type {Choice} from '../../../src/codemirror/index.js';
import type {Severity} from '../../../src/engine/finding.js';
import {button, element} from './dom.js';
import type {Told} from './protocol.js';

/** More than these are shown when asked for: a list of thousands helps nobody and takes the browser long. */
const page = 100;
const names: Readonly<Record<Severity, string>> = {error: 'Error', warning: 'Warning', info: 'Note'};

export interface ListHandlers {
  readonly show: (told: Told) => void;
  readonly choose: (choice: Choice) => void;
}

/** The findings as a list: each with its place, its reason, and a button for each change. */
export function renderFindings(list: HTMLElement, told: readonly Told[], handlers: ListHandlers): void {
  let shown = 0;
  const more = (): void => {
    const items = told.slice(shown, shown + page).map((one) => itemOf(one, handlers));
    shown += items.length;
    list.append(...items);
    if (shown < told.length) {
      const rest = element('li', 'more');
      rest.append(
        button(`Show ${Math.min(page, told.length - shown)} of ${told.length - shown} more`, 'quiet', () => {
          rest.remove();
          more();
        }),
      );
      list.append(rest);
    }
  };
  list.replaceChildren();
  more();
}

function itemOf(told: Told, {show, choose}: ListHandlers): HTMLElement {
  const {finding, choices} = told;
  const {severity, line, rule, message} = finding;
  const go = button(message, 'message', () => show(told));
  go.dataset.place = String(finding.start);
  const [first, ...others] = choices;
  const actions = element('div', 'actions');
  if (first) actions.append(button(first.label, finding.fix ? 'choice safe' : 'choice', () => choose(first)));
  if (others.length > 0) {
    const rest = element('details', 'others', element('summary', '', 'More'));
    rest.append(...others.map((choice) => button(choice.label, 'choice', () => choose(choice))));
    actions.append(rest);
  }
  const head = element(
    'div',
    'head',
    element('span', `severity ${severity}`, names[severity]),
    ` line ${line} · `,
    element('code', '', rule),
  );
  return element('li', `finding ${severity}`, head, go, ...(choices.length > 0 ? [actions] : []));
}
