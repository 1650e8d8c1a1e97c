import {stringify} from 'yaml';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';

/** Writes entries as a calque dictionary. */
export function exportYaml(entries: readonly DictionaryEntry[]): string {
  const kinds = new Set(entries.map(({kind}) => kind));
  const common = kinds.size === 1 ? [...kinds][0] : 'name';
  return stringify(
    {
      kind: common,
      entries: entries.map(({kind, origin: _origin, house: _house, ...rest}) =>
        kind === common ? rest : {kind, ...rest},
      ),
    },
    {lineWidth: 0},
  );
}
