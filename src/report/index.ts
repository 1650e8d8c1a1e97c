import {didYouMean} from '../config/did-you-mean.js';
import type {Reporter} from './report.js';

/** Each format is a module of its own, loaded when it is asked for. */
const loaders = {
  stylish: async () => (await import('./stylish.js')).stylish,
  compact: async () => (await import('./compact.js')).compact,
  json: async () => (await import('./json.js')).json,
  jsonl: async () => (await import('./jsonl.js')).jsonl,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  rdjson: async () => (await import('./rdjson.js')).rdjson,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type ReporterName = keyof typeof loaders;

/** Names of the output formats, the one for terminals first. */
export const reporterNames = Object.keys(loaders) as readonly ReporterName[];

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(loaders, name);
}

/**
 * Loads an output format.
 *
 * @throws RangeError when no format has this name.
 */
export async function loadReporter(name: string): Promise<Reporter> {
  if (!isReporterName(name)) {
    throw new RangeError(
      `There is no format “${name}”${didYouMean(name, reporterNames)}. Formats are: ${reporterNames.join(', ')}.`,
    );
  }
  return loaders[name]();
}
