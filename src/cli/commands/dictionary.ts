import fs from 'node:fs';
import path from 'node:path';
import {bundledPhrases} from '../../config/bundled-phrases.js';
import {ConfigError} from '../../config/config-error.js';
import {addEntries, addToDictionary} from '../../config/dictionary/add-names.js';
import {checkDictionaries, type DictionaryText} from '../../config/dictionary/check.js';
import {lossesOf} from '../../config/dictionary/check-export.js';
import type {NewName} from '../../config/dictionary/new-name.js';
import {parseDictionary} from '../../config/dictionary/parse.js';
import {reasonOf} from '../../config/system-error.js';
import {mostOfDictionary, readRegularText} from '../../files/read-regular.js';
import {writeWhole} from '../../files/write-whole.js';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {overruleBundled} from '../../lexicon/phrases/house-first.js';
import {
  exportDictionary,
  type ImportFormat,
  importDictionary,
  type NameFormat,
} from '../../names/dictionary/index.js';
import {printable} from '../../report/visible.js';
import {shownPath} from '../../unified/lint-files.js';
import type {Command} from '../command.js';
import {addedInWords, addNames} from '../interactive/new-names.js';
import {note, print, write} from '../output.js';
import type {Options} from '../parse.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

/** Works on dictionaries: checks them, adds to them, and reads and writes the formats of others. */
export const command: Command = async (line) => {
  const [action = '', ...operands] = line.operands;
  switch (action) {
    case 'check':
      return check(operands, line.options);
    case 'add':
      return add(operands, line.options);
    case 'import':
      return importNames(operands, line.options);
    case 'export':
      return exportNames(operands, line.options);
  }
  throw new UsageError(usage);
};

const usage = `usage: calque dictionary check [FILE ...]
       calque dictionary add NAME [VARIANT ...] [--to FILE]
       calque dictionary import FILE ... [--from csv|tsv|tbx|jrc|wikidata] [--to FILE]
       calque dictionary export [FILE ...] [--as yaml|csv|tsv|tbx|jrc|wikidata] [--to FILE]`;

/** Checks dictionaries: those named, else those of the configuration. */
async function check(files: readonly string[], options: Options): Promise<number> {
  const project = projectOf(options);
  const {resolved} = await project.settingsFor('text.txt').catch((error: unknown) => {
    // A broken dictionary breaks the configuration too; the check tells more of it.
    if (files.length > 0 && error instanceof ConfigError) return {resolved: {dictionaries: []}};
    throw error;
  });
  const named = files.length > 0 ? files.map((file) => path.resolve(file)) : resolved.dictionaries;
  if (named.length === 0) throw new UsageError(`the configuration names no dictionaries. ${usage}`);
  const kinds = new Set([...project.rules.values()].flatMap(({meta}) => meta.dictionaries ?? []));
  // Names and terms are also read without a listener of their own.
  for (const kind of ['name', 'term']) kinds.add(kind);
  const texts = named.flatMap(readTexts);
  const problems = checkDictionaries(texts, kinds);
  if (problems.length > 0) throw new ConfigError(problems, 'the dictionaries');
  const lines = overruled(texts.flatMap(({file, text}) => parseDictionary(text, file).entries));
  lines.push(`No problem in ${texts.length} ${texts.length === 1 ? 'dictionary' : 'dictionaries'}`);
  await write(process.stdout, printableLines(lines));
  return 0;
}

/** Which entries that come with calque are overruled, for whoever wonders why they say nothing. */
function overruled(entries: readonly DictionaryEntry[]): string[] {
  const {overruled: pairs} = overruleBundled(bundledPhrases().entries, entries);
  return [...pairs].map(
    ([bundled, own]) =>
      `${own.origin}: “${own.phrase}” counts more than the entry that comes with calque (${bundled.origin})`,
  );
}

const printableLines = (lines: readonly string[]): string =>
  lines.map((line) => `${printable(line)}\n`).join('');

/** Writes a name with its other spellings into a dictionary: `--to`, else the one of the project. */
async function add([phrase, ...variants]: readonly string[], options: Options): Promise<number> {
  if (phrase === undefined) throw new UsageError(usage);
  const told =
    options.to === undefined
      ? await addNames('text.txt', [{phrase, variants}], projectOf(options))
      : await addTo(options.to, [{phrase, variants}]);
  await print(`${told}\n`);
  return 0;
}

async function addTo(file: string, names: readonly NewName[]): Promise<string> {
  const full = path.resolve(file);
  return addedInWords(await addToDictionary(full, names), shownPath(full, process.cwd()), 'name');
}

/** Reads entries of another format; writes them as YAML to standard output, or into the dictionary named by `--to`. */
async function importNames(files: readonly string[], options: Options): Promise<number> {
  if (files.length === 0) throw new UsageError(usage);
  let code = 0;
  const entries: DictionaryEntry[] = [];
  for (const file of files) {
    for (const {file: shown, text} of readTexts(path.resolve(file))) {
      const read = importDictionary(importFormat(options.from, file), text, shown);
      entries.push(...read.entries);
      for (const {line, message} of read.problems) {
        note(`calque: ${printable(`${shown}${line > 0 ? `:${line}` : ''}: ${message}`)}\n`);
        code = 1;
      }
    }
  }
  if (entries.length === 0) {
    note('calque: nothing was imported\n');
    return Math.max(code, 1);
  }
  if (options.to === undefined) await write(process.stdout, exportDictionary('yaml', entries));
  else {
    const full = path.resolve(options.to);
    const added = await addEntries(
      full,
      entries.map(({origin: _, ...entry}) => entry),
    );
    await write(
      process.stdout,
      printableLines([addedInWords(added, shownPath(full, process.cwd()), 'entry')]),
    );
  }
  return code;
}

/**
 * Writes the entries of dictionaries (those named, else those of the configuration) in another format, to standard
 * output or a new file. What could not be read again is not written.
 */
async function exportNames(files: readonly string[], options: Options): Promise<number> {
  const format = options.as ?? 'yaml';
  if (!isFormat(format)) throw new UsageError(`--as ${format}: it must be one of: ${formats.join(', ')}`);
  if (options.to !== undefined && fs.existsSync(options.to))
    throw new UsageError(`--to ${options.to}: there is such a file; an export is written into a new one`);
  const {resolved} = await projectOf(options).settingsFor('text.txt');
  const named = files.length > 0 ? files.map((file) => path.resolve(file)) : resolved.dictionaries;
  if (named.length === 0) throw new UsageError(`the configuration names no dictionaries. ${usage}`);
  const all: DictionaryEntry[] = [];
  for (const {file, text} of named.flatMap(readTexts)) {
    const parsed = parseDictionary(text, file);
    if (parsed.problems.length > 0)
      throw new ConfigError(
        parsed.problems.map((problem) => ({...problem, file})),
        'the dictionaries',
      );
    all.push(...parsed.entries);
  }
  const entries = all.filter(({kind}) => kind === 'name' || (format !== 'jrc' && format !== 'wikidata'));
  const lost = all.length - entries.length;
  const exported = exportDictionary(format, entries);
  const {broken, fields} = lossesOf(format, entries, exported);
  if (broken.length > 0)
    throw new UsageError(
      `nothing was exported: ${format} cannot hold ${broken.map((phrase) => `“${phrase}”`).join(', ')}`,
    );
  if (lost > 0)
    note(
      `calque: ${format} is a format of names: ${lost} other ${lost === 1 ? 'entry is' : 'entries are'} left out\n`,
    );
  for (const [field, count] of fields)
    note(
      `calque: ${format} has no place for “${field}”, which ${count === 1 ? 'one entry has' : `${count} entries have`}\n`,
    );
  if (options.to === undefined) await write(process.stdout, exported);
  else writeWhole(path.resolve(options.to), exported);
  return lost > 0 || fields.size > 0 ? 1 : 0;
}

const formats = ['yaml', 'csv', 'tsv', 'tbx', 'jrc', 'wikidata'] as const;
const isFormat = (name: string): name is NameFormat => (formats as readonly string[]).includes(name);

/** The format that `--from` names, or that the ending of the file tells. */
function importFormat(from: string | undefined, file: string): ImportFormat {
  const ending = path.extname(file).slice(1).toLowerCase();
  const format =
    from ??
    (
      {csv: 'csv', tsv: 'tsv', tbx: 'tbx', xml: 'tbx', json: 'wikidata', txt: 'jrc'} as Record<string, string>
    )[ending];
  if (format !== undefined && isFormat(format) && format !== 'yaml') return format;
  throw new UsageError(
    `${from === undefined ? file : `--from ${from}`}: say with --from which format it is: ${formats.slice(1).join(', ')}`,
  );
}

function readTexts(file: string): DictionaryText[] {
  try {
    if (fs.statSync(file).isDirectory()) {
      return fs
        .readdirSync(file)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .flatMap((name) => readTexts(path.join(file, name)));
    }
    return [{file: shownPath(file, process.cwd()), text: readRegularText(file, mostOfDictionary)}];
  } catch (error) {
    throw new UsageError(`${shownPath(file, process.cwd())}: ${reasonOf(error)}`);
  }
}
