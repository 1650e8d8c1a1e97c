import type {OptionSpec} from './option-spec.js';

/** Options of the commands about names, dictionaries and lists of names. */
export const nameAndDictionaryOptions = [
  {
    name: 'json',
    type: 'boolean',
    group: 'Output',
    commands: ['names', 'rules', 'config'],
    help: 'as JSON',
  },
  {
    name: 'propose',
    type: 'boolean',
    group: 'Output',
    commands: ['names'],
    help: 'propose dictionary entries for the names in several spellings',
  },
  {
    name: 'html',
    type: 'boolean',
    group: 'Output',
    commands: ['names'],
    help: 'a page that shows where in the article each spelling stands',
  },
  {
    name: 'tsv',
    type: 'boolean',
    group: 'Output',
    commands: ['names'],
    help: 'names compare: read pairs from standard input, one a line',
  },
  {
    name: 'to',
    type: 'string',
    value: 'FILE',
    group: 'Output',
    commands: ['dictionary', 'authority', 'archive'],
    help: 'add, import: write into this dictionary; authority build: the table to write; archive: the file to write, beside which what is done is kept until all is',
  },
  {
    name: 'from',
    type: 'string',
    value: 'FORMAT',
    group: 'Files',
    commands: ['dictionary', 'authority'],
    help: 'import: csv, tsv, tbx, jrc or wikidata (default: by the ending); authority build: wikidata, jrc, opensanctions, jsonl or tsv',
  },
  {
    name: 'as',
    type: 'string',
    value: 'FORMAT',
    group: 'Output',
    commands: ['dictionary'],
    help: 'export: yaml (default), csv, tsv, tbx, jrc or wikidata',
  },
] as const satisfies readonly OptionSpec[];
