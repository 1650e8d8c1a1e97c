import fs from 'node:fs';
import path from 'node:path';
import type {Mention} from './name-in-config.js';
import type {FileSettings, Project} from './project.js';

const defaultConfig = '.calquerc.yaml';
const defaultName = {dictionaries: 'calque-names.yml', baseline: '.calque-baseline.json'} as const;

/** A file of a project that calque itself writes. */
export interface OwnFile {
  readonly file: string;
  readonly key: Mention['key'];
  /** No configuration names it yet. */
  readonly isNew: boolean;
  /** The configuration that names it, or is to. */
  readonly config: string;
}

/**
 * The dictionary that holds the names of a project, or the baseline: what the configuration of an article names (the
 * first dictionary; in a folder of them `names.yml`), else a file beside it.
 *
 * @param article path of an article; need not exist
 * @param folder where a configuration is put if there is none
 */
export async function ownFileOf(
  key: Mention['key'],
  project: Project,
  article: string,
  folder: string,
): Promise<OwnFile> {
  const config = (await project.configFileOf(article)) ?? path.join(folder, defaultConfig);
  const named = configured(key, await project.settingsFor(article));
  const file = named ?? path.join(path.dirname(config), defaultName[key]);
  return {file, key, isNew: named === undefined, config};
}

/**
 * Makes the configuration name a file that it does not name yet.
 *
 * @returns what the person must still do, if anything
 * @throws Error when the configuration is broken
 */
export async function nameOwnFile({file, key, isNew, config}: OwnFile): Promise<string | undefined> {
  if (!isNew) return undefined;
  const value = path.relative(path.dirname(config), file).split(path.sep).join('/');
  const {nameInConfig} = await import('./name-in-config.js');
  return nameInConfig(config, {key, value});
}

function configured(key: Mention['key'], {resolved, baseline}: FileSettings): string | undefined {
  if (key === 'baseline') return baseline;
  for (const file of resolved.dictionaries) {
    if (fs.statSync(file, {throwIfNoEntry: false})?.isDirectory()) return path.join(file, 'names.yml');
    if (/\.ya?ml$/.test(file)) return file;
  }
  return undefined;
}
