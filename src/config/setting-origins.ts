import type {Config, Override} from './config.js';
import type {PresetName} from './presets.js';
import type {ReadyConfig} from './ready-config.js';
import {settingsOf} from './resolve-settings.js';
import type {Forced} from './settings.js';

/** Something that has a say in the settings of a file. */
export interface SettingOrigin {
  /** A preset sets all rules. */
  readonly preset?: PresetName;
  readonly config: Omit<Partial<Override>, 'files'> & Pick<Config, 'maxFileSize' | 'ignore'>;
  /** Where it sets a key, in words: `calque.config.json:12`. */
  at(key: readonly string[]): string;
}

/**
 * What has a say in the settings of a file, what counts least first. Absolute path.
 *
 * @param shown a path as messages show it
 */
export function originsOf(
  ready: ReadyConfig,
  forced: Forced,
  file: string,
  shown: (file: string) => string,
): SettingOrigin[] {
  const {preset} = forced;
  const origins: SettingOrigin[] = [];
  const ofPreset = (name: PresetName, where = ''): void => {
    origins.push({preset: name, config: {}, at: () => `preset ${name}${where}`});
  };
  if (preset) ofPreset(preset, ' (--preset)');
  else if (!ready.loaded) ofPreset('recommended', ' (default)');
  const layers = ready.loaded?.layers ?? [];
  const placed =
    (layer: Exclude<(typeof layers)[number], string>, before: readonly string[]) =>
    (key: readonly string[]): string => {
      const place = layer.locate([...before, ...key], true) ?? layer.locate(before, true);
      return `${shown(layer.file)}${place ? `:${place.line}` : ''}`;
    };
  for (const layer of layers) {
    if (typeof layer === 'string') {
      if (!preset) ofPreset(layer);
    } else origins.push({config: layer.config, at: placed(layer, [])});
  }
  for (const {override, matches} of ready.overrides) {
    if (!matches(file)) continue;
    for (const layer of layers) {
      const i = typeof layer === 'string' ? -1 : (layer.config.overrides?.indexOf(override) ?? -1);
      if (typeof layer !== 'string' && i >= 0)
        origins.push({config: override, at: placed(layer, ['overrides', String(i)])});
    }
  }
  origins.push({config: settingsOf(forced), at: () => 'command line'});
  return origins;
}
