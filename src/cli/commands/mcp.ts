import {explainRule} from '../../service/explain.js';
import {serveMcp} from '../../service/mcp.js';
import {openAnswerPool} from '../../service/pool.js';
import type {Command} from '../command.js';
import {projectOf, projectOptions} from '../project.js';
import {ProjectNotes} from '../project-notes.js';
import {UsageError} from '../usage-error.js';
import {workerFile} from '../worker-file.js';

const limits = {threads: 1, timeout: 20_000, waiting: 32};
const maxLength = 4_000_000;

/** Serves calque's tools to a program that speaks the Model Context Protocol, until that ends. */
export const command: Command = async ({operands, options}) => {
  if (operands.length > 0)
    throw new UsageError('`calque mcp` speaks with a program over standard input and takes no paths');
  const project = projectOf(options);
  await project.settingsFor('text.txt');
  new ProjectNotes(project).tell();
  const pool = await openAnswerPool(workerFile(), projectOptions(options), limits);
  serveMcp({pool, maxLength, explain: async (rule) => explainRule(rule, project.rules)});
  return new Promise((resolve) => {
    process.stdin.on('end', () => void pool.close().then(() => resolve(0)));
  });
};
