import {mapCheck} from '../../archive/check-part.js';
import type {MappedPart} from '../../archive/map-articles.js';
import {mapMentions} from '../../archive/map-articles.js';
import type {Project, ProjectOptions} from '../../config/project.js';
import type {Linter} from '../../engine/linter.js';
import {archiveLinters} from './archive-linter.js';

/** Whole lines of articles for one step of an archive; everything in it can be cloned. */
export interface ArchiveJob {
  readonly step: 'mentions' | 'check';
  readonly bytes: Uint8Array;
  readonly project: ProjectOptions;
  /** check: the file of names. */
  readonly names?: string;
}

type LinterFor = (languages: {language?: string; sourceLanguage?: string}) => Promise<Linter>;
let checking: LinterFor | undefined;

export function mapPart({step, bytes, names}: ArchiveJob, project: Project): Promise<MappedPart> {
  if (step === 'mentions') return mapMentions(bytes, (languages) => project.linterFor(languages));
  checking ??= archiveLinters(project, names as string);
  return mapCheck(bytes, checking);
}
