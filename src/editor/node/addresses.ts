import path from 'node:path';
import {URI} from 'vscode-uri';
import {isWithin} from '../../files/paths.js';

/** The path of a file's address; undefined for what is not in the file system. */
export function pathOf(uri: string): string | undefined {
  try {
    const {scheme, fsPath} = URI.parse(uri);
    return scheme === 'file' && fsPath !== '' ? path.resolve(fsPath) : undefined;
  } catch {
    return undefined;
  }
}

/** A path as people know it in a folder. */
export function shownIn(file: string, folder: string): string {
  return (isWithin(file, folder) ? path.relative(folder, file) : file).split(path.sep).join('/');
}
