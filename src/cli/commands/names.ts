import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import type {ListedName, ListedSpelling} from '../../names/listing.js';
import {jsonText} from '../../report/json-text.js';
import {printable, printablePath} from '../../report/visible.js';
import {shownPath} from '../../unified/lint-files.js';
import {articleOfFile} from '../article-of-file.js';
import type {Command} from '../command.js';
import {find} from '../find.js';
import {note, terminalWidth, write} from '../output.js';
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
  if (options.propose && options.json)
    throw new UsageError('--propose writes entries of a dictionary, which are YAML: leave --json out');
  const cwd = process.cwd();
  const project = projectOf(options);
  const found = await find(operands, project, options);
  if (options.html && found.files.length !== 1)
    throw new UsageError('--html makes a page of one article: name one file');
  let code = 0;
  const fail = (shown: string, reason: string): void => {
    note(`calque: ${printable(shown)}: ${reason}\n`);
    code = 2;
  };
  for (const {operand, reason} of found.missing) fail(operand, reason);
  const all: {path: string; names: readonly ListedName[]}[] = [];
  const dictionary = new Set<DictionaryEntry>();
  for (const {path: file} of found.files) {
    const shown = shownPath(file, cwd);
    const read = await articleOfFile(file, project);
    if ('error' in read) {
      fail(shown, read.error);
      continue;
    }
    const {linter, article} = read;
    if (options.html) {
      const {renderNamesHtml} = await import('../../report/names-html.js');
      await write(process.stdout, renderNamesHtml(shown, linter.names(article), article));
    } else all.push({path: shown, names: linter.listNames(article)});
    if (options.propose) for (const entry of linter.entries('name')) dictionary.add(entry);
  }
  if (options.html) return code;
  if (options.json) await write(process.stdout, `${jsonText(all, 2)}\n`);
  else if (options.propose) {
    const {proposeDictionary} = await import('../../names/dictionary/propose.js');
    await write(process.stdout, proposeDictionary(all, dictionary));
  } else
    for (const {path, names} of all)
      await write(
        process.stdout,
        all.length > 1 ? `${printablePath(path)}\n${namesTable(names)}\n` : namesTable(names),
      );
  return code;
};

function namesTable(names: readonly ListedName[]): string {
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
  return table(rows, terminalWidth());
}

function spellingText({text, lines}: ListedSpelling): string {
  const shown = [...new Set(lines)];
  return `${text} ×${lines.length} (${shown.slice(0, 8).join(', ')}${shown.length > 8 ? ', …' : ''})`;
}
