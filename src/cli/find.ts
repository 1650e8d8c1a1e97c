import type {Project} from '../config/project.js';
import {type Found, findFiles} from '../unified/find-files.js';
import type {IgnoreOptions} from '../unified/ignore-files.js';
import type {Options} from './parse.js';

/** The articles that operands name, as the options and the configuration of the working directory say. */
export async function find(
  operands: readonly string[],
  project: Project,
  options: Pick<Options, 'ignore-pattern' | 'no-ignore' | 'no-gitignore' | 'ext'>,
): Promise<Found> {
  const extensions = options.ext
    ?.flatMap((list) => list.split(','))
    .map((one) => one.trim().replace(/^\./, ''));
  return findFiles(operands, {
    ...(await ignoreOptions(project, options)),
    ...(extensions ? {extensions: extensions.map((one) => one.toLowerCase())} : {}),
    readsIn: (folder) => project.readsIn(folder),
  });
}

/** Which ignore files count. */
export async function ignoreOptions(
  project: Project,
  options: Pick<Options, 'ignore-pattern' | 'no-ignore' | 'no-gitignore'>,
): Promise<IgnoreOptions> {
  const ignoreFiles = !options['no-ignore'];
  return {
    cwd: project.cwd,
    ...(options['ignore-pattern'] ? {ignorePatterns: options['ignore-pattern']} : {}),
    ignoreFiles,
    gitignore: ignoreFiles && !options['no-gitignore'] && (await project.obeysGitignore()),
  };
}
