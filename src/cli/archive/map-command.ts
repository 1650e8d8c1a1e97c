import {availableParallelism} from 'node:os';
import type {BrokenLine, MappedPart} from '../../archive/map-articles.js';
import {mapParts} from '../../archive/map-step.js';
import {inputsOf} from '../../archive/parts.js';
import type {Project} from '../../config/project.js';
import {plural} from '../../report/totals.js';
import {printable} from '../../report/visible.js';
import {openThreads} from '../../service/threads.js';
import {jobsOf} from '../lint-all.js';
import {note} from '../output.js';
import type {Options} from '../parse.js';
import {projectOf, projectOptions} from '../project.js';
import {ProjectNotes} from '../project-notes.js';
import {workerFile} from '../worker-file.js';
import {inputsFrom} from './inputs.js';
import {type ArchiveJob, mapPart} from './map-part.js';
import {StepOutput} from './output.js';
import {ProgressLine} from './progress.js';

/** More threads than that gain little and cost memory each, unless they are asked for. */
const mostThreads = 4;
/** Broken lines that are told one by one. */
const mostTold = 10;

/**
 * Maps articles with one step, in threads where there is much to do, and writes the output.
 *
 * @returns how many findings there are in it
 */
export async function mapCommand(
  step: ArchiveJob['step'],
  operands: readonly string[],
  options: Options,
  {names, settings = {}}: {readonly names?: string; readonly settings?: unknown} = {},
): Promise<void> {
  const inputs = inputsFrom(operands);
  const project = projectOf(options);
  const described = await describe(project);
  const output = new StepOutput(
    options.to,
    {step, settings: {project: described, more: settings}, inputs: inputsOf(inputs)},
    inputs,
  );
  const base = {step, project: projectOptions(options), ...(names === undefined ? {} : {names})} as const;
  const jobs = jobsOf(options);
  const threads = jobs === 'auto' ? Math.min(mostThreads, availableParallelism()) : jobs;
  const pool = threads > 1 ? await openThreads(workerFile(), threads) : undefined;
  const line = new ProgressLine(step);
  const broken: string[] = [];
  let lost = 0;
  try {
    const map = (bytes: Uint8Array): Promise<MappedPart> =>
      pool === undefined
        ? mapPart({...base, bytes}, project)
        : (pool.run({...base, bytes: bytes.slice()}) as Promise<MappedPart>);
    let before = 0;
    await output.write(
      mapParts(inputs, output.isKept ? output.bench : undefined, {
        jobs: threads,
        map,
        onPart(part, done) {
          for (const one of part.broken) {
            if (lost++ < mostTold) broken.push(inWords(one, before));
          }
          before += part.lines;
          line.tell(done.bytes, plural(done.records, 'article'));
        },
      }),
    );
  } catch (error) {
    output.bench.abandon();
    throw error;
  } finally {
    line.end();
    await pool?.destroy();
  }
  output.bench.close();
  for (const text of broken) note(text);
  if (lost > mostTold) note(`calque: … and ${lost - mostTold} more lines that cannot be read\n`);
}

const inWords = ({line, reason}: BrokenLine, before: number): string =>
  `calque: line ${before + line}: ${printable(reason)}\n`;

/** What of the project decides the output, beside the version of calque. */
async function describe(project: Project): Promise<unknown> {
  const notes = new ProjectNotes(project);
  const settings = await project.settingsFor('archive.txt');
  notes.tell();
  return settings.key();
}
