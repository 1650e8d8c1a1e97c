import fs from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline/promises';
import {ConfigFinder} from '../../config/find-config.js';
import type {Command} from '../commands.js';
import {note} from '../output.js';
import {UsageError} from '../usage-error.js';

const target = '.calquerc.yaml';

/** Writes a commented configuration; asks for what it does not know, where there is a terminal to ask on. */
export const command: Command = async ({operands, options}) => {
  if (operands.length > 0) throw new UsageError('`calque init` takes no operands');
  const existing = new ConfigFinder(process.cwd()).find(process.cwd());
  if (existing !== undefined && path.dirname(existing) === process.cwd())
    throw new UsageError(`${path.basename(existing)} configures this folder already`);
  let language = options.language ?? 'en';
  let source = options['source-language'];
  let preset: string = options.preset ?? 'recommended';
  if (process.stdin.isTTY && process.stderr.isTTY) {
    const ask = createInterface({input: process.stdin, output: process.stderr});
    try {
      if (!options.language)
        language = (await ask.question(`Language of the articles [${language}]: `)).trim() || language;
      if (!source)
        source =
          (await ask.question('Language they are translated from, empty when there are several: ')).trim() ||
          undefined;
      if (!options.preset)
        preset =
          (await ask.question(`Preset, recommended or strict [${preset}]: `)).trim() === 'strict'
            ? 'strict'
            : preset;
    } finally {
      ask.close();
    }
  }
  fs.writeFileSync(target, configuration(language, source, preset), {flag: 'wx'});
  note(`calque: wrote ${target}; \`calque .\` lints this folder\n`);
  return 0;
};

function configuration(language: string, source: string | undefined, preset: string): string {
  return `# Configuration of calque. Rules: calque rules; one rule: calque explain RULE.
# recommended: quiet on honest English. strict: everything worth a look. off: only the rules named below.
extends: ${preset}

# The language of the articles, and the one they were translated from. With the second known, more is found.
language: ${language}
${source === undefined ? '# sourceLanguage: lt' : `sourceLanguage: ${source}`}

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
