import {printable, printablePath} from '../../report/visible.js';
import {findFiles} from '../../unified/find-files.js';
import {shownPath} from '../../unified/lint-files.js';
import type {Command} from '../commands.js';
import type {NameInFile, SpellingInFile} from '../names-of-file.js';
import {namesOfFile, namesPage} from '../names-of-file.js';
import {note, write} from '../output.js';
import {projectOf} from '../project.js';
import {table} from '../table.js';
import {UsageError} from '../usage-error.js';

/** A table of the names of articles, with their spellings, counts and lines; or as JSON; or as entries of a dictionary. */
export const command: Command = async (line) => {
  const {operands, options} = line;
  if (operands[0] === 'compare') return (await import('./names-compare.js')).command(line);
  if (options.tsv) throw new UsageError('--tsv goes with `calque names compare`');
  if (operands.length === 0)
    throw new UsageError('usage: calque names PATH ..., or: calque names compare A B');
  const cwd = process.cwd();
  const project = projectOf(options);
  const found = await findFiles(operands, {
    cwd,
    ...(options['ignore-pattern'] ? {ignorePatterns: options['ignore-pattern']} : {}),
  });
  if (options.html && found.files.length !== 1)
    throw new UsageError('--html makes a page of one article: name one file');
  let code = 0;
  const all: {path: string; names: readonly NameInFile[]}[] = [];
  for (const {operand, reason} of found.missing) {
    note(`calque: ${printable(operand)}: ${reason}\n`);
    code = 2;
  }
  for (const {path: file} of found.files) {
    if (options.html) {
      const page = await namesPage(file, shownPath(file, cwd), project);
      if (typeof page === 'string') await write(process.stdout, page);
      else {
        note(`calque: ${printable(shownPath(file, cwd))}: ${page.error}\n`);
        code = 2;
      }
      continue;
    }
    const names = await namesOfFile(file, project);
    const shown = shownPath(file, cwd);
    if ('error' in names) {
      note(`calque: ${printable(shown)}: ${names.error}\n`);
      code = 2;
    } else all.push({path: shown, names});
  }
  if (options.html) return code;
  if (options.json) await write(process.stdout, `${JSON.stringify(all, undefined, 2)}\n`);
  else if (options.propose) await write(process.stdout, proposal(all));
  else
    for (const {path, names} of all)
      await write(
        process.stdout,
        all.length > 1 ? `${printablePath(path)}\n${namesTable(names)}\n` : namesTable(names),
      );
  return code;
};

function namesTable(names: readonly NameInFile[]): string {
  if (names.length === 0) return 'No names found\n';
  const rows = [['NAME', 'KIND', 'SPELLINGS AND LINES']];
  for (const {name, kind, spellings, variants} of names) {
    const [first, ...rest] = spellings.map(spellingText);
    rows.push([name, kind === 'unknown' ? '' : kind, first ?? '']);
    for (const text of rest) rows.push(['', '', text]);
    for (const {forms, evidence} of variants)
      rows.push([
        '',
        '',
        `! ${forms.map(spellingText).join(' / ')}${evidence.length > 0 ? `: ${evidence.join(', ')}` : ''}`,
      ]);
  }
  return table(rows);
}

function spellingText({text, lines}: SpellingInFile): string {
  const shown = [...new Set(lines)];
  return `${text} ×${lines.length} (${shown.slice(0, 8).join(', ')}${shown.length > 8 ? ', …' : ''})`;
}

/** Entries of a house dictionary for all names in several spellings; which one to keep is for a person to say. */
function proposal(files: readonly {names: readonly NameInFile[]}[]): string {
  const entries = new Map<string, string[]>();
  for (const {names} of files) {
    for (const {variants, kind} of names) {
      for (const {forms, evidence} of variants) {
        const [keep, ...others] = forms.map((form) => form.text);
        if (keep === undefined || entries.has(forms.map((form) => form.text).join())) continue;
        const type = ['person', 'place', 'organisation'].includes(kind) ? kind : 'other';
        entries.set(forms.map((form) => form.text).join(), [
          `  # ${forms.map(spellingText).join(', ')}${evidence.length > 0 ? `: ${evidence.join(', ')}` : ''}`,
          `  - phrase: ${JSON.stringify(keep)}`,
          `    type: ${type}`,
          `    variants: ${JSON.stringify(others)}`,
        ]);
      }
    }
  }
  const head =
    '# Names in several spellings. `phrase` is the spelling to keep: choose it, the first is only the most frequent.\nkind: name\nentries:';
  return entries.size === 0 ? `${head} []\n` : `${head}\n${[...entries.values()].flat().join('\n')}\n`;
}
