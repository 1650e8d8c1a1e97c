import {readResource} from '../config/resources.js';
import {catalogueFile, parseCatalogue, Translator} from '../engine/catalogue.js';
import {inEnglish, type Say} from '../report/frame.js';

/** Says what stands round the findings of a report in the language of a catalogue. */
export function sayIn(locale: string): Say {
  const bytes = readResource(catalogueFile(locale));
  if (bytes === undefined) return inEnglish;
  const translator = new Translator(parseCatalogue(bytes));
  return (key, values = {}) => translator.frame(key, values) ?? inEnglish(key, values);
}
