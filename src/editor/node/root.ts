import {faultOfLocale} from '../../config/locale.js';
import {Project} from '../../config/project.js';
import type {EditorSettings} from '../host.js';

/** An open folder with its project; the one without a folder is for everything else. */
export interface Root {
  readonly folder: string;
  readonly settings: EditorSettings;
  readonly project: Project;
}

export function makeRoot(folder: string, settings: EditorSettings): Root {
  const {config, preset, language, sourceLanguage, locale, trusted} = settings;
  const project = new Project({
    cwd: folder,
    ...(trusted === false ? {codeConfig: false} : {}),
    ...(config === undefined ? {} : {config}),
    ...(preset === undefined ? {} : {preset}),
    ...(language === undefined ? {} : {language}),
    ...(sourceLanguage === undefined ? {} : {sourceLanguage}),
    ...(locale === undefined || faultOfLocale(locale) !== undefined ? {} : {locale}),
  });
  return {folder, settings, project};
}
