import {ruleMeant} from '../../config/did-you-mean.js';
import {pageOfRule} from '../../service/explain.js';
import type {Command} from '../command.js';
import {print, terminalWidth, useColor, write} from '../output.js';
import type {Options} from '../parse.js';
import {projectOf} from '../project.js';
import {table} from '../table.js';
import {UsageError} from '../usage-error.js';

/** Shows the page of a rule, laid out at a terminal and as Markdown elsewhere; or lists the rules of a family. */
export const command: Command = async ({operands, options}) => {
  const [id, ...more] = operands;
  if (id === undefined || more.length > 0)
    throw new UsageError('usage: calque explain RULE, for example: calque explain residue/ad-marker');
  const project = projectOf(options);
  await project.settingsFor('text.txt');
  const rule = project.rules.get(id);
  if (rule) {
    await show(pageOfRule(rule), options);
    return 0;
  }
  const family = [...project.rules.values()].filter(({meta}) =>
    meta.id.startsWith(`${id.replace(/\/\*?$/, '')}/`),
  );
  if (family.length === 0)
    throw new UsageError(
      `there is no rule “${id}”${ruleMeant(id, [...project.rules.keys()])}; \`calque rules\` lists them`,
    );
  const rows = family.map(({meta}) => [meta.id, meta.description]).sort(([a], [b]) => (a! < b! ? -1 : 1));
  await print(table([['RULE', 'WHAT IT FINDS'], ...rows], terminalWidth()));
  return 0;
};

async function show(page: string, options: Options): Promise<void> {
  const width = terminalWidth();
  if (width === undefined) {
    await print(page);
    return;
  }
  const {layOutMarkdown} = await import('../markdown-page.js');
  await write(process.stdout, layOutMarkdown(page, width, useColor(options, process.stdout)));
}
