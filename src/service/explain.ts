import {ruleMeant} from '../config/did-you-mean.js';
import {readPage} from '../config/resources.js';
import type {AnyRule} from '../engine/rule.js';

/** The page of a rule as Markdown. */
export function pageOfRule({meta}: AnyRule): string {
  const page = readPage(meta.id);
  if (page !== undefined) return page.replace(/<!-- \/?generated -->\n?/g, '');
  // A plugin's rule has no page here; its meta says what there is to say.
  const {id, description, severity, mqm, docs} = meta;
  return `# ${id}\n\n${description}.\n\nSeverity: ${severity}. MQM: ${mqm}.${docs?.url ? ` ${docs.url}` : ''}\n`;
}

/** The page of the rule that is asked for, or what to ask for. */
export function explainRule(
  id: string,
  rules: ReadonlyMap<string, AnyRule>,
): {readonly page: string} | {readonly error: string} {
  const rule = rules.get(id);
  if (rule) return {page: pageOfRule(rule)};
  return {error: `there is no rule “${id.slice(0, 100)}”${ruleMeant(id, [...rules.keys()])}`};
}
