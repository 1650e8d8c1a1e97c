import type {Project, ProjectOptions} from '../config/project.js';
import {jsonText} from '../report/json-text.js';
import {limited} from '../report/limit.js';
import {answerOf, reasonOf, toolsFor} from '../stream/lint-stream.js';
import {parseRecord, RecordError} from '../stream/records.js';
import {fixArticle} from '../unified/fix.js';

/** What can be asked of a text. */
export type Task = 'lint' | 'fix' | 'names';

/** One question: a record as `calque stream` reads it, in UTF-8. */
export interface Question {
  readonly task: Task;
  readonly record: Uint8Array;
  /** Most findings that are told; default: all. */
  readonly mostFindings?: number;
}

/** A question for a thread of its own; everything in it can be cloned. */
export interface QuestionJob extends Question {
  readonly project: ProjectOptions;
}

/** The answer as JSON text, and whether the record was one that could be answered. */
export interface Answer {
  readonly ok: boolean;
  readonly json: string;
}

/**
 * Answers one question. `lint` answers as `calque stream` does: `{id, findings, score}`; `fix` has `text` and `fixed`
 * (how many fixes were made), and `findings` and `score` are of the fixed text; `names` has `names`.
 *
 * @throws ConfigError where the project is broken
 */
export async function answerTo(
  {task, record, mostFindings = 0}: Question,
  project: Project,
): Promise<Answer> {
  const linterFor = project.linterFor.bind(project);
  if (task === 'lint') {
    const {ok, line} = await answerOf(
      record,
      {linterFor, maxLength: Number.POSITIVE_INFINITY, mostFindings},
      1,
    );
    return {ok, json: line.trimEnd()};
  }
  let id: unknown = null;
  try {
    // Segments are of the text as it was, and hold no more when it is fixed.
    const {text, segments: _, ...rest} = parseRecord(record);
    id = rest.id;
    const {read, linter} = await toolsFor(rest, linterFor);
    if (task === 'names') return {ok: true, json: jsonText({id, names: linter.listNames(read(text))})};
    const {text: after, fixed, score, ...told} = fixArticle(text, linter, read, 'all');
    const {findings} = limited(told, mostFindings);
    return {ok: true, json: jsonText({id, text: after, fixed, findings, score})};
  } catch (error) {
    if (error instanceof RecordError) return mistake(error.id, error.message);
    // So deep or so long that it can be read and not answered.
    if (error instanceof RangeError) return mistake(id, reasonOf(error));
    throw error;
  }
}

/** An id that cannot be written is left out. */
function mistake(id: unknown, error: string): Answer {
  try {
    return {ok: false, json: jsonText({id, error})};
  } catch {
    return {ok: false, json: jsonText({id: null, error})};
  }
}
