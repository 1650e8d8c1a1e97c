import {didYouMean} from '../../config/did-you-mean.js';
import {readPage} from '../../config/resources.js';
import type {Command} from '../commands.js';
import {write} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

/** Prints the page of a rule. */
export const command: Command = async ({operands, options}) => {
  const [id, ...more] = operands;
  if (id === undefined || more.length > 0)
    throw new UsageError('usage: calque explain RULE, for example: calque explain residue/ad-marker');
  const project = projectOf(options);
  await project.settingsFor('text.txt');
  const rule = project.rules.get(id);
  if (!rule)
    throw new UsageError(
      `there is no rule “${id}”${didYouMean(id, [...project.rules.keys()])}; \`calque rules\` lists them`,
    );
  const page = readPage(id);
  // A plugin's rule has no page here; its meta says what there is to say.
  const {description, severity, mqm, docs} = rule.meta;
  await write(
    process.stdout,
    page?.replace(/<!-- \/?generated -->\n?/g, '') ??
      `# ${id}\n\n${description}.\n\nSeverity: ${severity}. MQM: ${mqm}.${docs?.url ? ` ${docs.url}` : ''}\n`,
  );
  return 0;
};
