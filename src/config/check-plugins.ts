import type {AnyRule} from '../engine/rule.js';
import {mqmCategories} from '../mqm/categories.js';
import type {Plugin} from './config.js';

/** What is wrong with the plugins of a configuration. */
export function checkPlugins(plugins: unknown): string[] {
  if (!Array.isArray(plugins)) return ['plugins: must be a list of imported plugins'];
  return plugins.flatMap((plugin: unknown, i) => {
    const at = `plugins[${i}]`;
    if (typeof plugin !== 'object' || plugin === null) {
      return [
        typeof plugin === 'string'
          ? `${at}: is the text “${plugin}”: import the plugin and put the object here`
          : `${at}: must be a plugin`,
      ];
    }
    const {name, rules} = plugin as Partial<Plugin>;
    const wrong: string[] = [];
    if (typeof name !== 'string' || name === '') wrong.push(`${at}: has no name`);
    if (rules !== undefined && !Array.isArray(rules)) wrong.push(`${at}: its rules must be a list`);
    else
      for (const rule of rules ?? [])
        wrong.push(
          ...checkRuleObject(rule as unknown).map((message) => `${at} (${String(name)}): ${message}`),
        );
    return wrong;
  });
}

/** What keeps an object of a plugin from being a rule. */
export function checkRuleObject(rule: unknown): string[] {
  const {meta, create} = (rule ?? {}) as Partial<AnyRule>;
  if (typeof meta !== 'object' || meta === null) return ['a rule has no meta'];
  const id = String(meta.id);
  const wrong: string[] = [];
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id))
    wrong.push(`the rule id “${id}” is not of the form family/name`);
  if (typeof create !== 'function') wrong.push(`the rule ${id} has no function create`);
  if (typeof meta.messages !== 'object' || meta.messages === null)
    wrong.push(`the rule ${id} has no messages`);
  if (!['info', 'warning', 'error'].includes(meta.severity))
    wrong.push(`the rule ${id} has no severity info, warning or error`);
  if (!Object.hasOwn(mqmCategories, meta.mqm))
    wrong.push(`the rule ${id} has no MQM category that calque knows (“${String(meta.mqm)}”)`);
  return wrong;
}
