import {LineReader, LineWriter} from '../../archive/line-file.js';
import {mergeMentions} from '../../archive/merge-step.js';
import {inputsOf} from '../../archive/parts.js';
import {FormTally} from '../../archive/tally.js';
import {readResource} from '../../config/resources.js';
import {parseLexicon} from '../../lexicon/lexicon.js';
import {KnownWords} from '../../names/between-articles.js';
import {PlaceTable} from '../../names/places/place-table.js';
import {jsonText} from '../../report/json-text.js';
import {plural} from '../../report/totals.js';
import {inputsFrom} from '../archive/inputs.js';
import {StepOutput} from '../archive/output.js';
import {ProgressLine} from '../archive/progress.js';
import type {Command} from '../command.js';
import {note} from '../output.js';
import {projectOf} from '../project.js';

/** The names that mention records write in several ways. */
export const command: Command = async ({operands, options}) => {
  const inputs = inputsFrom(operands);
  const project = projectOf(options);
  const settings = await project.settingsFor('archive.txt');
  const dictionary = new Set<string>();
  for (const {kind, phrase} of await project.entriesFor('archive.txt'))
    if (kind === 'name') dictionary.add(phrase);
  const output = new StepOutput(
    options.to,
    {step: 'names', settings: settings.key(), inputs: inputsOf(inputs)},
    inputs,
  );
  const line = new ProgressLine('names');
  const pairs = options.pairs === undefined ? undefined : new LineWriter(options.pairs);
  try {
    const found = await mergeMentions(inputs, output.bench, knownWords(), dictionary, {
      onPart: ({bytes, parts}) => line.tell(bytes, plural(parts, 'part')),
      onMerged: (forms) => line.tell(0, `comparing ${plural(forms, 'spelling')}`),
      ...(pairs === undefined ? {} : {onPair: (pair) => pairs.write(jsonText(pair))}),
    });
    pairs?.close();
    if (options.forms !== undefined) writeLines(options.forms, formLines(found.formsFile));
    await output.write(found.names.map((name) => `${jsonText(name)}\n`));
    line.end();
    if (found.broken > 0)
      note(
        `calque: ${plural(found.broken, 'line')} left out that ${found.broken === 1 ? 'is' : 'are'} no mention\n`,
      );
    if (found.errors > 0)
      note(
        `calque: ${plural(found.errors, 'article')} could not be read when mentions were taken, and left out\n`,
      );
    output.bench.close();
    return 0;
  } catch (error) {
    output.bench.abandon();
    throw error;
  } finally {
    line.end();
  }
};

export function knownWords(): KnownWords {
  const lexicon = readResource('lexicon-en.bin');
  const places = readResource('places.bin');
  return new KnownWords(lexicon && parseLexicon(lexicon), places && new PlaceTable(places));
}

function writeLines(file: string, lines: Iterable<string>): void {
  const writer = new LineWriter(file);
  for (const line of lines) writer.write(line);
  writer.close();
}

function* formLines(file: string): Generator<string> {
  const reader = new LineReader(file);
  for (let line = reader.next(); line !== undefined; line = reader.next())
    yield jsonText({v: 1, ...FormTally.of(line).toRecord()});
}
