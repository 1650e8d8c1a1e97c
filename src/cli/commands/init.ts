import fs from 'node:fs';
import path from 'node:path';
import {ConfigFinder} from '../../config/find-config.js';
import {tagOfLanguage} from '../../config/language-tag.js';
import {isPresetName} from '../../config/presets.js';
import {Project} from '../../config/project.js';
import {languageName} from '../../lexicon/language-name.js';
import type {Command} from '../command.js';
import type {SourceSeen} from '../detect-source.js';
import {note} from '../output.js';
import type {Options} from '../parse.js';
import {projectOptions} from '../project.js';
import {Questions} from '../questions.js';
import {UsageError} from '../usage-error.js';

const target = '.calquerc.yaml';

interface Answers {
  readonly language: string;
  /** Undefined: several, or unknown. */
  readonly source: string | undefined;
  readonly preset: string;
}

/** Writes a commented configuration; asks for what it does not know, where there is a terminal to ask on. */
export const command: Command = async ({operands, options}) => {
  if (operands.length > 0) throw new UsageError('`calque init` takes no operands');
  const cwd = process.cwd();
  const existing = new ConfigFinder(cwd, true).find(cwd);
  if (existing !== undefined && path.dirname(existing) === cwd)
    throw new UsageError(`${path.basename(existing)} configures this folder already`);
  const {language = 'en', sourceLanguage, preset = 'recommended'} = projectOptions(options);
  const seen = sourceLanguage === undefined && language.startsWith('en') ? await look(cwd) : undefined;
  const given = {language, source: sourceLanguage ?? seen?.language, preset};
  const answers = process.stdin.isTTY && process.stderr.isTTY ? await ask(options, given, seen) : given;
  if (!answers) {
    note('\ncalque: stopped; nothing was written\n');
    return 130;
  }
  fs.writeFileSync(target, configuration(answers, answers.source === seen?.language ? seen : undefined), {
    flag: 'wx',
  });
  note(`calque: wrote ${target}; \`calque .\` lints this folder\n`);
  return 0;
};

/** What the articles here say of their source language. */
async function look(folder: string): Promise<SourceSeen | undefined> {
  const {detectSource} = await import('../detect-source.js');
  return detectSource(folder, new Project({cwd: folder, config: false}));
}

/** Asks for what the options do not say; undefined when nobody answers any more. */
async function ask(
  options: Options,
  given: Answers,
  seen: SourceSeen | undefined,
): Promise<Answers | undefined> {
  const questions = new Questions();
  try {
    const language = options.language
      ? given.language
      : await questions.ask(`Language of the articles [${given.language}]: `, (answer) =>
          answer === '' ? given.language : tag(answer),
        );
    if (language === undefined) return undefined;
    const hint = seen ? `${languageName(seen.language)}, as ${seenInWords(seen)}; - for several` : 'several';
    const source = options['source-language']
      ? given.source
      : await questions.ask(`Language they are translated from [${hint}]: `, (answer) => {
          if (answer === '') return given.source ?? '';
          return answer === '-' ? '' : tag(answer);
        });
    if (source === undefined && !options['source-language']) return undefined;
    const preset = options.preset
      ? given.preset
      : await questions.ask('Preset, recommended or strict [recommended]: ', (answer) => {
          const preset = answer === '' ? 'recommended' : answer;
          if (!isPresetName(preset)) throw new UsageError('presets are recommended, strict and off');
          return preset;
        });
    return preset === undefined ? undefined : {language, source: source || undefined, preset};
  } finally {
    questions.close();
  }
}

function tag(answer: string): string {
  const found = tagOfLanguage(answer);
  if (found === undefined) throw new UsageError('that is no language: write lt, or Lithuanian');
  return found;
}

const seenInWords = ({articles, of}: SourceSeen): string =>
  `it shows in ${articles} of ${of} ${of === 1 ? 'article' : 'articles'}`;

function configuration({language, source, preset}: Answers, seen: SourceSeen | undefined): string {
  const why = seen ? ` # ${languageName(seen.language)}: ${seenInWords(seen)} here` : '';
  return `# Configuration of calque. Rules: calque rules; one rule: calque explain RULE.
# recommended: quiet on honest English. strict: everything worth a look. off: only the rules named below.
extends: ${preset}

# The language of the articles, and the one they were translated from. With the second known, more is found.
language: ${language}
${source === undefined ? '# sourceLanguage: lt' : `sourceLanguage: ${source}${why}`}

# off, info, warning or error; with options: [warning, {option: value}]; a whole family: residue/*
rules: {}

# Names and terms of the house, each with the spelling to keep.
# dictionaries: [house.yml]

# Files to leave out, in the syntax of .gitignore.
# ignore: [drafts/]

# Settings for some of the files, the later over the earlier.
# overrides:
#   - files: wire/**/*.html
#     sourceLanguage: ru
#     rules: {residue/boilerplate: error}

# What was found before today, to start without: calque . --update-baseline
# baseline: .calque-baseline.json
`;
}
