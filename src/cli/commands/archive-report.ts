import {renderArchiveHtml} from '../../archive/names-page.js';
import {realPath} from '../../config/trust.js';
import {version} from '../../config/version.js';
import {inputsFrom, namesFrom} from '../archive/inputs.js';
import type {Command} from '../command.js';
import {write} from '../output.js';
import {checkReportFiles, writeReport} from '../report-files.js';
import {UsageError} from '../usage-error.js';

/** The names of an archive as a page for a person. */
export const command: Command = async ({operands, options}) => {
  const {to, link} = options;
  if (link !== undefined) checkLink(link);
  const inputs = inputsFrom(operands);
  if (to !== undefined) checkReportFiles([to], inputs.filter((input) => input !== '-').map(realPath));
  const names = await namesFrom(inputs);
  const pieces = renderArchiveHtml(names, {version, ...(link === undefined ? {} : {link})});
  if (to === undefined) for (const piece of pieces) await write(process.stdout, piece);
  else writeReport(to, [...pieces].join(''));
  return 0;
};

/** Addresses of the web, and paths beside the page: nothing that runs. */
function checkLink(link: string): void {
  if (!link.includes('{id}'))
    throw new UsageError(`--link ${link}: say with {id} where the id of an article stands`);
  if (/^[a-z][a-z\d+.-]*:/i.test(link) && !/^https?:\/\//i.test(link))
    throw new UsageError(`--link ${link}: an address of http or https, or a path, is meant`);
}
