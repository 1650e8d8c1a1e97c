import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {nameDictionaryOf} from './name-dictionary.js';
import type {Mention, NameCluster, NameForm, NameTable} from './name-table.js';
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
  const ofPlace = placeForm(cluster);
  const ranked = cluster.forms.map((form) => {
    const reasons: string[] = [];
    let score = form.count;
    const canonical = nameDictionaryOf(dictionary).writes(form.text);
    if (canonical) {
      reasons.push('the dictionary writes it so');
      score += 1000;
    }
    if (form === ofPlace) {
      reasons.push(asGeoNames);
      score += 100;
    }
    if (form.count === most && cluster.forms.some((other) => other.count < most))
      reasons.push(`stands ${form.count} times`);
    if (form === first) {
      reasons.push('the first full name has it');
      score += 1.5;
    }
    const isEnglish = form.stem === undefined;
    if (isEnglish && cluster.forms.some((other) => foldLatin(other.text) !== other.text)) {
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

/** Why the spelling of a place is offered. */
export const asGeoNames = 'GeoNames writes the place so';

/** The one form that is written as the table of places writes it, marks aside. */
function placeForm({place, forms}: NameCluster): NameForm | undefined {
  if (place === undefined) return undefined;
  const alike = forms.filter(({text}) => foldLatin(text).toLowerCase() === foldLatin(place).toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

/** The form that stands in the first mention of two words or more. */
function firstInFullName(cluster: NameCluster, table: NameTable): NameForm | undefined {
  const full = fullMentions(table);
  let best: NameForm | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const form of cluster.forms) {
    for (const {start, end} of form.mentions) {
      const around = lastBefore(full, start);
      if (around === undefined || around.end < end || around.end - around.start === end - start) continue;
      if (around.start > at) break;
      best = form;
      at = around.start;
      break;
    }
  }
  return best;
}

const made = new WeakMap<NameTable, readonly Mention[]>();

/** Mentions of two words or more, but for lines in capitals, in the order of the text. */
function fullMentions(table: NameTable): readonly Mention[] {
  let full = made.get(table);
  if (full === undefined) {
    full = table.entries
      .flatMap(({mentions}) =>
        mentions.filter(
          ({firstToken, lastToken, text}) => firstToken !== lastToken && text !== text.toUpperCase(),
        ),
      )
      .sort((a, b) => a.start - b.start);
    made.set(table, full);
  }
  return full;
}

/** The last of sorted mentions that begins at or before an offset. */
function lastBefore(mentions: readonly Mention[], offset: number): Mention | undefined {
  let from = 0;
  let to = mentions.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (mentions[middle]!.start <= offset) from = middle + 1;
    else to = middle;
  }
  return mentions[from - 1];
}
