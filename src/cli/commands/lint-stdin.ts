import path from 'node:path';
import type {Project} from '../../config/project.js';
import {printable} from '../../report/visible.js';
import {ignoredBy} from '../../unified/find-files.js';
import {failed, type LintedFile, lintRead} from '../../unified/lint-files.js';
import {decodeFile} from '../../unified/read-file.js';
import {Baselines} from '../baselines.js';
import {stdinPath} from '../checkout.js';
import {conclude} from '../conclude.js';
import {ignoreOptions} from '../find.js';
import {checkFixTypes, fixTypes} from '../fix-types.js';
import {note, write} from '../output.js';
import {openOutputs, report} from '../outputs.js';
import type {Options} from '../parse.js';
import {ProjectNotes} from '../project-notes.js';

/**
 * Lints standard input under the name that `--stdin-filename` gives it. With `--fix` the fixed text goes to standard
 * output, and the report to standard error; with `--fix-dry-run` a diff.
 */
export async function lintStdin(project: Project, options: Options): Promise<number> {
  const cwd = process.cwd();
  const outputs = await openOutputs(options);
  const name = options['stdin-filename'];
  const file = path.resolve(cwd, name ?? 'stdin.txt');
  const settings = await project.settingsFor(file);
  new ProjectNotes(project).tell();
  const bytes = await readAll(process.stdin, settings.maxFileSize);
  const fix = fixTypes(options);
  checkFixTypes(fix, project);
  const isDry = options['fix-dry-run'] === true;
  const ignored =
    name !== undefined &&
    (settings.ignored || (await ignoredBy(name, await ignoreOptions(project, options))) !== undefined);
  if (ignored) {
    if (fix && !isDry) await write(process.stdout, bytes);
    else if (options.format || options['output-file']) await report([], project, outputs, options);
    return 0;
  }
  const read = await decodeFile(bytes, settings.maxFileSize, file);
  const result =
    'error' in read
      ? failed(file, cwd, read.error)
      : await lintRead(file, read, settings, {cwd, ...(fix ? {fix} : {})});
  const baselines = new Baselines(options, cwd);
  if (name !== undefined) baselines.configured(settings.baseline);
  const [shown] = await baselines.apply([result]);
  const one: LintedFile = {...(shown as LintedFile), ...(name === undefined ? {path: stdinPath} : {})};
  if (isDry && options.format === undefined) {
    const {writeDiffs} = await import('../diff.js');
    await writeDiffs([one], options);
    return conclude([one], options);
  }
  // What could not be read comes out as it went in.
  if (fix && !isDry) await write(process.stdout, one.error === undefined ? one.source : bytes);
  await report([one], project, outputs, options, {stream: fix && !isDry ? process.stderr : process.stdout});
  const {language = settings.resolved.language} = one;
  if (!options.quiet && !/^en\b/i.test(language)) {
    const {languageNote} = await import('../language-note.js');
    const text = languageNote(project, {...settings.resolved, language});
    if (text !== undefined) note(`calque: ${printable(text)}\n`);
  }
  return conclude([one], options);
}

async function readAll(input: AsyncIterable<Buffer>, maxSize: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    // One chunk beyond the limit is enough to say that there is too much.
    if (size - chunk.length <= maxSize) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
