import path from 'node:path';
import type {NewName} from '../../config/dictionary/new-name.js';
import {nameOwnFile, type OwnFile, ownFileOf} from '../../config/project-files.js';
import type {ProjectFiles, Target} from '../host.js';
import {pathOf, shownIn} from './addresses.js';
import {addToBaselineFile} from './baseline-file.js';
import type {Root} from './root.js';

type Place = Target & OwnFile;

/** The files of a project that actions write: its dictionary of names, its baseline. */
export class WorkspaceFiles implements ProjectFiles {
  /** @param workspace says which open folder a document belongs to */
  constructor(private readonly workspace: {rootOf(uri: string): Root}) {}

  dictionaryOf(uri: string): Promise<Place> {
    return this.place(uri, 'dictionaries');
  }

  baselineOf(uri: string): Promise<Place> {
    return this.place(uri, 'baseline');
  }

  async addNames(uri: string, names: readonly NewName[]): Promise<string | undefined> {
    const place = await this.dictionaryOf(uri);
    const {addToDictionary} = await import('../../config/dictionary/add-names.js');
    await addToDictionary(place.file, names);
    return nameOwnFile(place);
  }

  async addToBaseline(uri: string, rule: string, fingerprint: string): Promise<string | undefined> {
    const place = await this.baselineOf(uri);
    const article = pathOf(uri);
    if (article === undefined) return 'Only a saved article can have findings in the baseline.';
    const named = path.relative(path.dirname(place.file), article).split(path.sep).join('/');
    await addToBaselineFile(place.file, place.shown, {path: named, rule, fingerprint});
    return nameOwnFile(place);
  }

  private async place(uri: string, key: OwnFile['key']): Promise<Place> {
    const {project, folder} = this.workspace.rootOf(uri);
    const article = pathOf(uri) ?? path.join(folder, 'untitled.txt');
    const own = await ownFileOf(key, project, article, folder);
    return {...own, shown: shownIn(own.file, folder)};
  }
}
