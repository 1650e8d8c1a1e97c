import {judges} from '../../config/language-support.js';
import {fixFacts} from '../../engine/fix-class.js';
import {jsonText} from '../../report/json-text.js';
import type {Command} from '../command.js';
import {languageNote} from '../language-note.js';
import {print, terminalWidth, write} from '../output.js';
import {projectOf} from '../project.js';
import {table} from '../table.js';
import {UsageError} from '../usage-error.js';

/** Lists the rules: whether they run under the configuration of the working directory, and what they find. */
export const command: Command = async ({operands, options}) => {
  if (operands.length > 0)
    throw new UsageError('`calque rules` takes no paths; `calque explain RULE` tells of one rule');
  const project = projectOf(options);
  const {resolved} = await project.settingsFor('text.txt');
  const rules = [...project.rules.values()].map(({meta}) => meta).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (options.json) {
    const list = rules.map(
      ({
        id,
        description,
        mqm,
        severity,
        recommended,
        fixable,
        letters,
        hasSuggestions = false,
        languages,
      }) => ({
        id,
        description,
        mqm,
        severity: resolved.rules.get(id)?.severity ?? 'off',
        default: severity,
        recommended,
        ...fixFacts({...(fixable === undefined ? {} : {fixable}), ...(letters ? {letters} : {})}),
        hasSuggestions,
        ...(languages ? {languages} : {}),
        judges: judges({...(languages ? {languages} : {})}, resolved.language),
      }),
    );
    await write(process.stdout, `${jsonText(list, 2)}\n`);
    return 0;
  }
  const {language} = resolved;
  const rows = rules.map((meta) => [
    meta.id,
    judges(meta, language) ? (resolved.rules.get(meta.id)?.severity ?? 'off') : `not ${language}`,
    meta.fixable ? 'fix' : meta.hasSuggestions ? 'suggest' : '',
    meta.description,
  ]);
  await print(table([['RULE', 'SEVERITY', '', 'WHAT IT FINDS'], ...rows], terminalWidth()));
  const support = languageNote(project, resolved);
  if (support !== undefined) await print(`\n${support.split('. `calque rules', 1)[0]}\n`);
  return 0;
};
