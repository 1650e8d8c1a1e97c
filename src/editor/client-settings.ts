import type {EditorSettings} from './host.js';

/** Settings as clients send them: the section itself, or an object that holds it. */
export function settingsIn(value: unknown): EditorSettings {
  if (typeof value !== 'object' || value === null) return {};
  const {calque} = value as {calque?: unknown};
  return settingsOf(calque ?? value) ?? {};
}

/** What a client says about the section, without what it leaves empty. */
export function settingsOf(value: unknown): EditorSettings | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {enable, config, preset, language, sourceLanguage, locale, delay, trusted} = value as Record<
    string,
    unknown
  >;
  return {
    ...(typeof enable === 'boolean' ? {enable} : {}),
    ...(typeof trusted === 'boolean' ? {trusted} : {}),
    ...(isText(config) ? {config} : {}),
    ...(preset === 'recommended' || preset === 'strict' || preset === 'off' ? {preset} : {}),
    ...(isText(language) ? {language} : {}),
    ...(isText(sourceLanguage) ? {sourceLanguage} : {}),
    ...(isText(locale) ? {locale} : {}),
    ...(typeof delay === 'number' && delay >= 0 ? {delay: Math.min(delay, 60_000)} : {}),
  };
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
