import fs from 'node:fs';
import path from 'node:path';
import {ConfigError} from '../../config/config-error.js';
import {checkDictionaries, type DictionaryText} from '../../config/dictionary/check.js';
import {reasonOf} from '../../unified/find-files.js';
import {shownPath} from '../../unified/lint-files.js';
import type {Command} from '../commands.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

const usage = 'usage: calque dictionary check [FILE ...]';

/** Checks dictionaries: those named, else those of the configuration. */
export const command: Command = async ({operands, options}) => {
  const [action, ...files] = operands;
  if (action !== 'check') throw new UsageError(usage);
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
  process.stdout.write(
    `No problem in ${texts.length} ${texts.length === 1 ? 'dictionary' : 'dictionaries'}\n`,
  );
  return 0;
};

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
    throw new UsageError(`${shownPath(file, process.cwd())}: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}
