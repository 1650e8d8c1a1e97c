/** What is wrong with a pattern that {@link hasManyFolders}. */
export const tooManyFolders =
  'it has “**” three times or more before its end, which takes too long to match; use fewer';

/**
 * Whether a pattern in the syntax of .gitignore may take very long: each `**` that is not its end is tried at every depth
 * for every other one.
 */
export function hasManyFolders(pattern: string): boolean {
  const folders = pattern.trimEnd().split('/');
  while (folders.at(-1) === '' || folders.at(-1) === '**') folders.pop();
  return folders.filter((folder) => folder.includes('**')).length > 2;
}
