import fs from 'node:fs';
import path from 'node:path';
import type {ProjectFiles, Target} from '../host.js';
import {addToBaselineFile} from './baseline-file.js';
import type {Root, Workspace} from './workspace.js';
import {pathOf, shownIn} from './workspace.js';

const defaultDictionary = 'calque-names.yml';
const defaultBaseline = '.calque-baseline.json';
const defaultConfig = '.calquerc.yaml';

interface Place extends Target {
  readonly file: string;
  /** The configuration has to be told of the file first. */
  readonly isNew: boolean;
  readonly config: string;
  readonly root: Root;
}

/** The files of a project that actions write: its dictionary of names, its baseline. */
export class WorkspaceFiles implements ProjectFiles {
  constructor(private readonly workspace: Workspace) {}

  dictionaryOf(uri: string): Promise<Place> {
    return this.place(uri, defaultDictionary, (settings) => {
      const [file] = settings.resolved.dictionaries.filter((f) => /\.ya?ml$/.test(f) || isFolder(f));
      return file !== undefined && isFolder(file) ? path.join(file, 'names.yml') : file;
    });
  }

  baselineOf(uri: string): Promise<Place> {
    return this.place(uri, defaultBaseline, ({baseline}) => baseline);
  }

  async addNames(
    uri: string,
    names: readonly {readonly phrase: string; readonly variants: readonly string[]}[],
  ): Promise<string | undefined> {
    const place = await this.dictionaryOf(uri);
    const {addToDictionary} = await import('../../config/dictionary/add-names.js');
    await addToDictionary(place.file, names);
    return mention(place, 'dictionaries');
  }

  async addToBaseline(uri: string, rule: string, fingerprint: string): Promise<string | undefined> {
    const place = await this.baselineOf(uri);
    const article = pathOf(uri);
    if (article === undefined) return 'Only a saved article can have findings in the baseline.';
    const named = path.relative(path.dirname(place.file), article).split(path.sep).join('/');
    await addToBaselineFile(place.file, place.shown, {path: named, rule, fingerprint});
    return mention(place, 'baseline');
  }

  private async place(
    uri: string,
    fallback: string,
    configured: (settings: Awaited<ReturnType<Root['project']['settingsFor']>>) => string | undefined,
  ): Promise<Place> {
    const root = this.workspace.rootOf(uri);
    const article = pathOf(uri) ?? path.join(root.folder, 'untitled.txt');
    const {project, folder} = root;
    const config = (await project.configFileOf(article)) ?? path.join(folder, defaultConfig);
    const known = configured(await project.settingsFor(article));
    const file = known ?? path.join(path.dirname(config), fallback);
    return {file, shown: shownIn(file, folder), isNew: known === undefined, config, root};
  }
}

async function mention(place: Place, key: 'dictionaries' | 'baseline'): Promise<string | undefined> {
  if (!place.isNew) return undefined;
  const {nameInConfig} = await import('../../config/name-in-config.js');
  const value = path.relative(path.dirname(place.config), place.file).split(path.sep).join('/');
  return nameInConfig(place.config, {key, value});
}

function isFolder(file: string): boolean {
  return fs.statSync(file, {throwIfNoEntry: false})?.isDirectory() === true;
}
