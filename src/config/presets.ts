import type {ActiveRule} from '../engine/linter-setup.js';
import type {AnyRule} from '../engine/rule.js';

/** The presets, by the names that `extends` takes. */
export const presetNames = ['recommended', 'strict', 'off'] as const;
/** `recommended`: the rules that are quiet on honest English. `strict`: those that ask for a closer look too. `off`: none. */
export type PresetName = (typeof presetNames)[number];

export function isPresetName(name: string): name is PresetName {
  return (presetNames as readonly string[]).includes(name);
}

/** The rules of a preset with the severities and options it gives them. */
export function presetRules(preset: PresetName, all: readonly AnyRule[]): ActiveRule[] {
  if (preset === 'off') return [];
  return all.flatMap((rule) => {
    const {meta} = rule;
    if (meta.recommended === false || (meta.recommended === 'strict' && preset !== 'strict')) return [];
    const options = {...meta.defaultOptions, ...(preset === 'strict' ? meta.strictOptions : {})};
    return [{rule, severity: meta.severity, options}];
  });
}
