import {inputsOf} from '../../archive/parts.js';
import {findStoriesIn} from '../../archive/story-step.js';
import {jsonText} from '../../report/json-text.js';
import {plural} from '../../report/totals.js';
import {inputsFrom} from '../archive/inputs.js';
import {StepOutput} from '../archive/output.js';
import {ProgressLine} from '../archive/progress.js';
import type {Command} from '../command.js';

/** Articles that tell one story, by the rare names and numbers that they share. */
export const command: Command = async ({operands, options}) => {
  const inputs = inputsFrom(operands);
  const output = new StepOutput(
    options.to,
    {step: 'stories', settings: {}, inputs: inputsOf(inputs)},
    inputs,
  );
  const line = new ProgressLine('stories');
  try {
    const stories = await findStoriesIn(inputs, output.bench, {
      onPart: (parts, bytes) => line.tell(bytes, plural(parts, 'part')),
    });
    await output.write(stories.map((story) => `${jsonText(story)}\n`));
    output.bench.close();
    return 0;
  } catch (error) {
    output.bench.abandon();
    throw error;
  } finally {
    line.end();
  }
};
