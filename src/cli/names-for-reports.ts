import {formatOf} from '../article/format.js';
import {loadReader} from '../article/read.js';
import type {Project} from '../config/project.js';
import {tellsNames} from '../report/names-of.js';
import type {ReportOptions} from '../report/report.js';
import {reportedNames} from '../report/reported-names.js';
import {shownFindings} from '../report/totals.js';
import type {LintedFile} from '../unified/lint-files.js';

/** The results with the names that reports draw. Articles are read anew: neither threads nor the cache keep names. */
export async function withNames(
  files: readonly LintedFile[],
  project: Project,
  told: Pick<ReportOptions, 'quiet'>,
): Promise<LintedFile[]> {
  const named: LintedFile[] = [];
  for (const file of files) {
    const findings = shownFindings(file, told).filter(({data}) => tellsNames(data));
    if (findings.length === 0) named.push({...file, names: []});
    else {
      const {linter, resolved} = await project.settingsFor(file.file);
      const read = await loadReader(resolved.format ?? formatOf(file.file) ?? 'text');
      const article = read(file.source);
      named.push({...file, names: reportedNames(article, linter.names(article), findings)});
    }
  }
  return named;
}
