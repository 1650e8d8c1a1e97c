import fs from 'node:fs';
import path from 'node:path';
import {ConfigError} from '../../config/config-error.js';
import {addToDictionary} from '../../config/dictionary/add-names.js';
import {checkDictionaries, type DictionaryText} from '../../config/dictionary/check.js';
import type {NewName} from '../../config/dictionary/new-name.js';
import {parseDictionary} from '../../config/dictionary/parse.js';
import {reasonOf} from '../../config/system-error.js';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {
  exportDictionary,
  type ImportFormat,
  importDictionary,
  type NameFormat,
} from '../../names/dictionary/index.js';
import {shownPath} from '../../unified/lint-files.js';
import type {Command} from '../commands.js';
import {addNames} from '../interactive/new-names.js';
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
       calque dictionary export [FILE ...] [--as yaml|csv|tsv|tbx|jrc|wikidata]`;

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
  if (problems.length > 0) throw new ConfigError(problems);
  await print(`No problem in ${texts.length} ${texts.length === 1 ? 'dictionary' : 'dictionaries'}\n`);
  return 0;
}

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
  await addToDictionary(path.resolve(file), names);
  return `${names.length === 1 ? 'one name' : `${names.length} names`} added to ${shownPath(path.resolve(file), process.cwd())}`;
}

/** Reads names of another format; writes them as YAML to standard output, or into the dictionary named by `--to`. */
async function importNames(files: readonly string[], options: Options): Promise<number> {
  if (files.length === 0) throw new UsageError(usage);
  let code = 0;
  const entries: DictionaryEntry[] = [];
  for (const file of files) {
    for (const {file: shown, text} of readTexts(path.resolve(file))) {
      const read = importDictionary(importFormat(options.from, file), text, shown);
      entries.push(...read.entries);
      for (const {line, message} of read.problems) {
        note(`calque: ${shown}${line > 0 ? `:${line}` : ''}: ${message}\n`);
        code = 1;
      }
    }
  }
  if (options.to === undefined) await write(process.stdout, exportDictionary('yaml', entries));
  else {
    const names = entries.map(({phrase, variants = [], type}) => ({
      phrase,
      variants,
      ...(type ? {type} : {}),
    }));
    await print(`${await addTo(options.to, names)}\n`);
  }
  return code;
}

/** Writes the names of dictionaries (those named, else those of the configuration) in another format. */
async function exportNames(files: readonly string[], options: Options): Promise<number> {
  const format = options.as ?? 'yaml';
  if (!isFormat(format)) throw new UsageError(`--as ${format}: it must be one of: ${formats.join(', ')}`);
  const {resolved} = await projectOf(options).settingsFor('text.txt');
  const named = files.length > 0 ? files.map((file) => path.resolve(file)) : resolved.dictionaries;
  if (named.length === 0) throw new UsageError(`the configuration names no dictionaries. ${usage}`);
  const entries: DictionaryEntry[] = [];
  for (const {file, text} of named.flatMap(readTexts)) {
    const parsed = parseDictionary(text, file);
    if (parsed.problems.length > 0)
      throw new ConfigError(parsed.problems.map((problem) => ({...problem, file})));
    entries.push(...parsed.entries.filter((entry) => entry.kind === 'name'));
  }
  await write(process.stdout, exportDictionary(format, entries));
  return 0;
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
    return [{file: shownPath(file, process.cwd()), text: fs.readFileSync(file, 'utf8')}];
  } catch (error) {
    throw new UsageError(`${shownPath(file, process.cwd())}: ${reasonOf(error)}`);
  }
}
