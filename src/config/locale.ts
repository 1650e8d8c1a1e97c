import {catalogueFor, catalogueLocales} from '../engine/catalogue.js';

/** What is wrong with a locale of messages, for the end of a sentence; `undefined` where there is a catalogue of it. */
export function faultOfLocale(tag: string): string | undefined {
  if (/^en\b/i.test(tag) || catalogueFor(tag) !== undefined) return undefined;
  return `messages are in no such language as “${tag}”; there are en, ${catalogueLocales.join(', ')}`;
}
