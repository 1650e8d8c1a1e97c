import type {Hover} from 'vscode-languageserver';
import type {RuleMeta} from '../engine/rule.js';
import type {Linted} from './articles.js';
import {hoverOf, plain} from './name-views.js';

/** What is known of a name under the cursor, then what is found there, with the sentence that says what its rule is for. */
export function hoverAt(
  checked: Linted,
  offset: number,
  rules: ReadonlyMap<string, Pick<RuleMeta, 'description'>>,
): Hover | undefined {
  const name = hoverOf(checked, offset);
  const findings = checked.findings.filter(({start, end}) => start <= offset && offset <= end);
  const [first] = findings;
  if (!first) return name;
  const parts = findings.map(({message, rule}) => {
    const description = rules.get(rule)?.description;
    return `${plain(message)}  \n*${plain(rule)}${description ? `: ${plain(description)}` : ''}*`;
  });
  const known =
    name && typeof name.contents === 'object' && 'value' in name.contents ? [name.contents.value] : [];
  return {
    contents: {kind: 'markdown', value: [...known, ...parts].join('\n\n---\n\n')},
    range: name?.range ?? checked.text.places.range(first.start, first.end),
  };
}
