import {archiveOptions} from './options/archive.js';
import {configurationOptions} from './options/configuration.js';
import {fileOptions} from './options/files.js';
import {mendingOptions} from './options/mending.js';
import {nameAndDictionaryOptions} from './options/names-and-dictionaries.js';
import type {OptionSpec} from './options/option-spec.js';
import {reportOptions} from './options/report.js';
import {runningOptions} from './options/running.js';
import {serverOptions} from './options/server.js';

/** Options of every command. */
const generalOptions = [
  {name: 'help', short: 'h', type: 'boolean', group: 'Other', help: 'this help'},
  {name: 'version', short: 'v', type: 'boolean', group: 'Other', help: 'the version'},
] as const satisfies readonly OptionSpec[];

/** The options of the command line. The table feeds the parser, `--help`, shell completion and docs/cli.md. */
export const optionTable = [
  ...configurationOptions,
  ...fileOptions,
  ...mendingOptions,
  ...reportOptions,
  ...nameAndDictionaryOptions,
  ...runningOptions,
  ...archiveOptions,
  ...serverOptions,
  ...generalOptions,
] as const satisfies readonly OptionSpec[];
