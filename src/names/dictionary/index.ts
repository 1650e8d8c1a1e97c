import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import type {ImportResult, NameFormat} from './entries.js';
import {exportJrc, importJrc} from './jrc.js';
import {exportTable, importTable} from './tables.js';
import {exportTbx, importTbx} from './tbx.js';
import {exportWikidata, importWikidata} from './wikidata.js';
import {exportYaml} from './yaml.js';

export type {ImportProblem, ImportResult, NameFormat} from './entries.js';

/** Formats that {@link importDictionary} reads; calque's own YAML is read by the configuration. */
export type ImportFormat = Exclude<NameFormat, 'yaml'>;

/** Reads names of another format as dictionary entries; what cannot be read is told, nothing is thrown. */
export function importDictionary(
  format: ImportFormat,
  text: string,
  origin = format as string,
): ImportResult {
  switch (format) {
    case 'csv':
      return importTable(text, ',', origin);
    case 'tsv':
      return importTable(text, '\t', origin);
    case 'tbx':
      return importTbx(text, origin);
    case 'jrc':
      return importJrc(text, origin);
    case 'wikidata':
      return importWikidata(text, origin);
  }
}

/** Writes entries of names in a format. */
export function exportDictionary(format: NameFormat, entries: readonly DictionaryEntry[]): string {
  switch (format) {
    case 'csv':
      return exportTable(entries, ',');
    case 'tsv':
      return exportTable(entries, '\t');
    case 'tbx':
      return exportTbx(entries);
    case 'jrc':
      return exportJrc(entries);
    case 'wikidata':
      return exportWikidata(entries);
    case 'yaml':
      return exportYaml(entries);
  }
}
