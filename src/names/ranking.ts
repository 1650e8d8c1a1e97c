import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {nameDictionaryOf} from './name-dictionary.js';
import type {NameCluster, NameForm, NameTable} from './name-table.js';
import {foldLatin} from './spelling/fold.js';

/** A spelling that may be the one to keep, and why. */
export interface RankedForm {
  readonly form: NameForm;
  /** In plain English, strongest first; may be empty. */
  readonly reasons: readonly string[];
  /** A dictionary in force writes the name so. */
  readonly canonical: boolean;
}

/**
 * The spellings of a name, the likeliest to keep first: the dictionary's, then by how often it stands, whether the full
 * name is first given with it, and whether English has its letters. Only the dictionary is right; the rest is a guess.
 */
export function rankForms(
  cluster: NameCluster,
  table: NameTable,
  dictionary: readonly DictionaryEntry[],
): RankedForm[] {
  const first = firstInFullName(cluster, table);
  const most = cluster.forms[0]!.count;
  const ranked = cluster.forms.map((form) => {
    const reasons: string[] = [];
    let score = form.count;
    const canonical = nameDictionaryOf(dictionary).writes(form.text);
    if (canonical) {
      reasons.push('the dictionary writes it so');
      score += 1000;
    }
    if (form.count === most && cluster.forms.some((other) => other.count < most))
      reasons.push(`stands ${form.count} times`);
    if (form === first) {
      reasons.push('the first full name has it');
      score += 1.5;
    }
    if (cluster.forms.some((other) => foldLatin(other.text) !== other.text)) {
      if (foldLatin(form.text) === form.text) {
        reasons.push('plain English letters');
        score += 0.75;
      }
    }
    if (form.derivation) score -= 500;
    return {form, reasons, canonical, score};
  });
  ranked.sort((a, b) => b.score - a.score || a.form.mentions[0]!.start - b.form.mentions[0]!.start);
  return ranked.map(({form, reasons, canonical}) => ({form, reasons, canonical}));
}

/** The form that stands in the first mention of two words or more. */
function firstInFullName(cluster: NameCluster, table: NameTable): NameForm | undefined {
  let best: NameForm | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const entry of table.entries) {
    for (const full of entry.mentions) {
      if (full.start >= at || full.firstToken === full.lastToken || full.text === full.text.toUpperCase())
        continue;
      for (const form of cluster.forms) {
        if (
          form.mentions.some(
            (mention) =>
              mention.start >= full.start &&
              mention.end <= full.end &&
              mention.end - mention.start < full.end - full.start,
          )
        ) {
          best = form;
          at = full.start;
        }
      }
    }
  }
  return best;
}
