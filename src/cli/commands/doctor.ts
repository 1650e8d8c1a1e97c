import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {ConfigError} from '../../config/config-error.js';
import {baselinePath, readBaselineFile} from '../../config/known-findings.js';
import {judges} from '../../config/language-support.js';
import type {FileSettings, Project} from '../../config/project.js';
import {readResource} from '../../config/resources.js';
import {version} from '../../config/version.js';
import {baselineSize} from '../../engine/baseline.js';
import {plural} from '../../report/totals.js';
import {wrapped} from '../../report/wrap.js';
import {primaryLanguage} from '../../text/language-tag.js';
import {findFiles} from '../../unified/find-files.js';
import type {Command} from '../command.js';
import {languageNote} from '../language-note.js';
import {print, terminalWidth} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

interface Told {
  /** `note`: all works, but not as one may expect. `wrong`: it does not work. */
  readonly how: 'ok' | 'note' | 'wrong';
  readonly what: string;
  readonly text: string;
}

const article = 'text.txt';

/** Looks over the installation and the configuration here, and says what is wrong. */
export const command: Command = async ({operands, options}) => {
  if (operands.length > 0) throw new UsageError('`calque doctor` looks at this folder and takes no paths');
  const project = projectOf(options);
  let wrong = false;
  const told: string[] = [];
  const tell = ({how, what, text}: Told): void => {
    wrong ||= how === 'wrong';
    for (const line of text.split('\n'))
      told.push(`${how.padEnd(5)}  ${wrapped(`${what}: ${line}`, 7, terminalWidth())}\n`);
  };
  for (const check of [installation, node, resources, git]) tell(check(project));
  const settings = await settingsOf(project);
  if (settings instanceof Error) tell({how: 'wrong', what: 'configuration', text: settings.message});
  else {
    tell(await configuration(project, settings));
    for (const {file, reason} of project.passedOver)
      tell({how: 'note', what: 'configuration', text: `${file} is not used: ${reason}`});
    tell(await dictionaries(project, settings));
    tell(baseline(project, settings));
  }
  tell(await articles(project));
  await print(told.join(''));
  return wrong ? 2 : 0;
};

/** Which calque runs here, and whether the project has another one. */
function installation({cwd}: Project): Told {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const manifest = path.join(cwd, 'node_modules/calque/package.json');
  const own = fs.existsSync(manifest)
    ? (JSON.parse(fs.readFileSync(manifest, 'utf8')) as {version?: string}).version
    : undefined;
  if (own !== undefined && own !== version)
    return {
      how: 'note',
      what: 'calque',
      text: `this is ${version}, but the project has ${own} in node_modules: \`npx calque\` runs that one`,
    };
  return {how: 'ok', what: 'calque', text: `${version}, in ${path.resolve(here, '../..')}`};
}

function node(): Told {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19)
    ? {how: 'wrong', what: 'Node', text: `${process.version} is too old: calque needs 20.19 or later`}
    : {how: 'ok', what: 'Node', text: process.version};
}

function resources(): Told {
  const missing = ['phrases.bin', 'page-lines.bin', 'lexicon-en.bin', 'languages.bin', 'places.bin'].filter(
    (name) => readResource(name) === undefined,
  );
  return missing.length > 0
    ? {how: 'wrong', what: 'resources', text: `${missing.join(', ')} missing: install calque anew`}
    : {how: 'ok', what: 'resources', text: 'complete'};
}

function git(): Told {
  const {stdout, error} = spawnSync('git', ['--version'], {encoding: 'utf8'});
  return error
    ? {how: 'note', what: 'git', text: 'not found; only --changed-since needs it'}
    : {how: 'ok', what: 'git', text: stdout.trim().replace(/^git version /, '')};
}

async function settingsOf(project: Project): Promise<FileSettings | Error> {
  try {
    return await project.settingsFor(article);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

async function configuration(project: Project, {resolved}: FileSettings): Promise<Told> {
  const file = await project.configFileOf(article);
  const able = [...resolved.rules.keys()].filter((id) =>
    judges(project.rules.get(id)?.meta ?? {}, resolved.language),
  );
  const silent = resolved.rules.size - able.length;
  const from = file === undefined ? 'none, so the recommended rules' : path.relative(project.cwd, file);
  const on = `${plural(able.length, 'rule')} on`;
  // Some rules are for other languages than English alone.
  return silent === 0 || primaryLanguage(resolved.language) === 'en'
    ? {how: 'ok', what: 'configuration', text: `${from}; ${on}`}
    : {
        how: 'note',
        what: 'configuration',
        text: `${from}; ${on}, ${plural(silent, 'other')} cannot judge texts in the language ${resolved.language}\n${languageNote(project, resolved) ?? ''}`.trimEnd(),
      };
}

async function dictionaries(project: Project, {resolved}: FileSettings): Promise<Told> {
  if (resolved.dictionaries.length === 0)
    return {how: 'ok', what: 'dictionaries', text: 'none beside calque’s own'};
  const entries = await project.entriesFor(article);
  const names = resolved.dictionaries.map((file) => path.relative(project.cwd, file)).join(', ');
  return {
    how: 'ok',
    what: 'dictionaries',
    text: `${names}; ${plural(entries.length, 'entry', 'entries')}. \`calque dictionary check\` looks closer`,
  };
}

function baseline({cwd}: Project, {baseline: file}: FileSettings): Told {
  if (file === undefined) return {how: 'ok', what: 'baseline', text: 'none'};
  const shown = baselinePath(file, cwd);
  if (!fs.existsSync(file))
    return {how: 'note', what: 'baseline', text: `${shown} does not exist yet; --update-baseline makes it`};
  try {
    const size = baselineSize(readBaselineFile(file, shown));
    return {how: 'ok', what: 'baseline', text: `${shown}; ${plural(size, 'finding')}`};
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {how: 'wrong', what: 'baseline', text: error.message};
  }
}

async function articles({cwd}: Project): Promise<Told> {
  const {files, missing} = await findFiles(['.'], {cwd});
  const shut = missing.filter(({isPath}) => isPath);
  if (shut.length > 0)
    return {
      how: 'note',
      what: 'articles',
      text: shut.map(({operand, reason}) => `${operand}: ${reason}`).join('\n'),
    };
  return files.length === 0
    ? {how: 'note', what: 'articles', text: missing[0]?.reason ?? 'none: all are ignored'}
    : {how: 'ok', what: 'articles', text: `${plural(files.length, 'file')} in this folder and below`};
}
