import path from 'node:path';
import type {ReadyConfig} from './ready-config.js';
import {type Forced, type Resolved, SettingsBuilder} from './settings.js';

export interface Languages {
  readonly language?: string;
  readonly sourceLanguage?: string;
}

/**
 * Merges what has a say in the settings of a file: presets and configurations, the overrides that match it, the command
 * line, and the languages that it names itself.
 *
 * @param matching indices of the overrides
 * @param cwd what files that the command line names are relative to
 */
export function resolveSettings(
  ready: ReadyConfig,
  matching: readonly number[],
  forced: Forced,
  languages: Languages,
  cwd: string,
): Resolved {
  const {preset, locale} = forced;
  const builder = new SettingsBuilder(ready.known);
  if (preset) builder.preset(preset);
  else if (!ready.loaded) builder.preset('recommended');
  for (const layer of ready.loaded?.layers ?? []) {
    if (typeof layer === 'string') {
      if (!preset) builder.preset(layer);
      continue;
    }
    builder.add(layer.config, (file) => path.resolve(layer.folder, file));
    if (layer.config.reportUnusedDirectives !== undefined)
      builder.reportUnused(layer.config.reportUnusedDirectives);
  }
  for (const i of matching) {
    const {override, folder} = ready.overrides[i] as ReadyConfig['overrides'][number];
    builder.add(override, (file) => path.resolve(folder, file));
    if (override.format) builder.format = override.format;
  }
  builder.add({...settingsOf(forced), ...(locale ? {locale} : {})}, (file) => path.resolve(cwd, file));
  builder.add(languages);
  return builder.build();
}

/** What the command line or a caller sets, as a configuration would. */
export function settingsOf({
  rules,
  language,
  sourceLanguage,
  source,
  fields,
}: Forced): Pick<Forced, 'rules' | 'language' | 'sourceLanguage' | 'source' | 'fields'> {
  return {
    ...(rules ? {rules} : {}),
    ...(language ? {language} : {}),
    ...(sourceLanguage ? {sourceLanguage} : {}),
    ...(source === undefined ? {} : {source}),
    ...(fields === undefined ? {} : {fields}),
  };
}
