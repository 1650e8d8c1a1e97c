import {stringify} from 'yaml';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';

/** Writes entries as a calque dictionary of names. */
export function exportYaml(entries: readonly DictionaryEntry[]): string {
  return stringify(
    {
      kind: 'name',
      entries: entries.map(({kind: _kind, origin: _origin, ...rest}) => rest),
    },
    {lineWidth: 0},
  );
}
