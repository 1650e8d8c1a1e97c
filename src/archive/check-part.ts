import type {Linter} from '../engine/linter.js';
import {answerOf} from '../stream/lint-stream.js';
import {type BrokenLine, linesOf, type MappedPart} from './map-articles.js';

/** Lints whole lines of articles as `calque stream` does; answers do not tell the number of a line. */
export async function mapCheck(
  bytes: Uint8Array,
  linterFor: (languages: {language?: string; sourceLanguage?: string}) => Promise<Linter>,
): Promise<MappedPart & {readonly findings: number}> {
  const out: string[] = [];
  const broken: BrokenLine[] = [];
  let records = 0;
  let findings = 0;
  let number = 0;
  for (const line of linesOf(bytes)) {
    number++;
    if (line.every((byte) => byte === 32 || byte === 13 || byte === 9)) continue;
    records++;
    const answer = await answerOf(
      line,
      {
        linterFor,
        maxLength: Number.POSITIVE_INFINITY,
        onLinted: (result) => {
          findings += result.findings.length;
        },
      },
      undefined,
    );
    if (!answer.ok) broken.push({line: number, reason: (JSON.parse(answer.line) as {error: string}).error});
    out.push(answer.line);
  }
  return {text: out.join(''), lines: number, records, broken, findings};
}
