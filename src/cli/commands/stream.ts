import fs from 'node:fs';
import path from 'node:path';
import {getHeapStatistics} from 'node:v8';
import type {Project} from '../../config/project.js';
import type {Baseline} from '../../engine/baseline.js';
import {mostFindings} from '../../report/limit.js';
import {plural} from '../../report/totals.js';
import {errorLine, lintStream} from '../../stream/lint-stream.js';
import type {MentionsFile} from '../archive/mentions-file.js';
import type {Command} from '../command.js';
import {bytesOfHeap} from '../lint-all.js';
import {note, write} from '../output.js';
import type {Options} from '../parse.js';
import {projectOf, projectOptions} from '../project.js';
import {ProjectNotes} from '../project-notes.js';
import {UsageError} from '../usage-error.js';
import type {RecordJob} from '../worker.js';

/** Longest line of input, in bytes: a text of 64 MB, should every character of it be escaped. */
const maxLength = 6 * 64 * 1024 * 1024;

export const command: Command = async ({operands, options}) => {
  if (operands.length > 0) throw new UsageError('`calque stream` reads standard input and takes no paths');
  const project = projectOf(options);
  const baseline = await baselineOf(options, project);
  const most = options['max-findings'] ?? mostFindings;
  const notes = new ProjectNotes(project);
  const timings: Record<string, number> = {};
  let words = 0;
  let records = 0;
  const mentions = options.mentions === undefined ? undefined : await mentionsFile(options.mentions, options);
  const answers = lintStream(process.stdin, {
    maxLength,
    linterFor: async (languages) => {
      const linter = await project.linterFor(languages);
      notes.tell();
      return linter;
    },
    mostFindings: most,
    ...(baseline ? {baseline} : {}),
    ...(mentions ? {names: mentions} : {}),
    tellsLine: options['no-line'] !== true,
    heavy: {
      from: getHeapStatistics().heap_size_limit / bytesOfHeap,
      answer: (line, number) =>
        answerHeavy({
          line,
          number,
          mostFindings: most,
          project: projectOptions(options),
          ...(baseline ? {baseline} : {}),
        }),
    },
    onLinted: (result) => {
      words += result.score.words;
      records++;
      for (const [rule, time] of Object.entries(result.timings ?? {}))
        timings[rule] = (timings[rule] ?? 0) + time;
    },
  });
  try {
    for await (const text of answers) await write(process.stdout, text);
    mentions?.close();
  } catch (error) {
    mentions?.abandon();
    throw error;
  }
  if (options.stats)
    note((await import('../stats.js')).statsTable(timings, words, plural(records, 'record')));
  return 0;
};

async function mentionsFile(file: string, options: Options): Promise<MentionsFile> {
  const {MentionsFile} = await import('../archive/mentions-file.js');
  const map = async (line: Uint8Array): Promise<string> => {
    const {mapLineInThread} = await import('../lint-parallel.js');
    return mapLineInThread({step: 'mentions', bytes: line, project: projectOptions(options)});
  };
  return new MentionsFile(file, map);
}

/** In a thread of its own: where there is too little memory for a record, only that dies. */
async function answerHeavy(job: RecordJob): Promise<string> {
  const {answerInThread} = await import('../lint-parallel.js');
  try {
    return await answerInThread(job);
  } catch (error) {
    const {whyItDied} = await import('../lint-parallel.js');
    return errorLine(null, job.number, whyItDied(error));
  }
}

/** The baseline that the options or the configuration of the working directory name. */
async function baselineOf(options: Options, project: Project): Promise<Baseline | undefined> {
  const named = options.baseline;
  if (named !== undefined && !fs.existsSync(named))
    throw new UsageError(`--baseline ${named}: there is no such file`);
  const file = named ?? (await project.settingsFor('stream.txt')).baseline;
  if (file === undefined) return undefined;
  const {readBaselineFile} = await import('../../config/known-findings.js');
  return readBaselineFile(path.resolve(file), path.relative(process.cwd(), path.resolve(file)));
}
