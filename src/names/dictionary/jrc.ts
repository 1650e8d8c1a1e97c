import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {type ImportProblem, type ImportResult, plainText, spellingsOf, toEntry, typeOf} from './entries.js';

/**
 * Reads the text format of JRC-Names: one spelling a line, tab separated: number of the entity, type (P, O, T, u),
 * language, spelling with `+` for spaces. Spellings of one number are one name; the first in the language (else in
 * `u`, any language) is canonical. Spellings in another script are left out: the text to be linted has none.
 */
export function importJrc(text: string, origin: string, language = 'en'): ImportResult {
  const problems: ImportProblem[] = [];
  const byNumber = new Map<
    string,
    {line: number; type: string; spellings: {text: string; language: string}[]}
  >();
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '' || row.startsWith('#')) continue;
    const [number, type, tag, spelling] = row.split('\t');
    if (!number || !/^\d+$/.test(number) || type === undefined || tag === undefined || !spelling) {
      problems.push({message: 'not “number, type, language, spelling” parted by tabs', line: i + 1});
      continue;
    }
    const written = spelling.replaceAll('+', ' ').trim();
    if (!/^[\p{Script=Latin}\p{M}\p{N}\p{P}\s]+$/u.test(written)) continue;
    const known = byNumber.get(number);
    if (known) known.spellings.push({text: written, language: tag});
    else byNumber.set(number, {line: i + 1, type, spellings: [{text: written, language: tag}]});
  }
  const entries: DictionaryEntry[] = [];
  for (const {line, type, spellings} of byNumber.values()) {
    const canonical =
      spellings.find((s) => s.language === language) ??
      spellings.find((s) => s.language === 'u') ??
      spellings[0]!;
    const kind = typeOf(type);
    entries.push(
      toEntry(
        {canonical: canonical.text, variants: spellings.map((s) => s.text), ...(kind ? {type: kind} : {})},
        `${origin}:${line}`,
      ),
    );
  }
  return {entries, problems};
}

export function exportJrc(entries: readonly DictionaryEntry[]): string {
  const letters: Readonly<Record<string, string>> = {person: 'P', organisation: 'O', work: 'T'};
  return entries
    .flatMap((entry, i) => {
      const {canonical, variants} = spellingsOf(entry);
      const type = letters[entry.type ?? ''] ?? 'u';
      return [[canonical, 'en'] as const, ...variants.map((v) => [v, 'u'] as const)].map(
        ([text, tag]) => `${i + 1}\t${type}\t${tag}\t${plainText(text).replaceAll(' ', '+')}\n`,
      );
    })
    .join('');
}
