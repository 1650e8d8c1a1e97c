import type {Fragment} from '../../../src/lexicon/fragments/find-fragments.js';
import type {ScriptRun} from '../../../src/lexicon/fragments/scripts.js';
import {languageName} from '../../../src/lexicon/language-name.js';

/** In words, for the middle of a sentence. */
export function howSure(certainty: number): string {
  if (certainty >= 0.98) return 'almost certainly';
  return certainty >= 0.9 ? 'very likely' : 'probably';
}

/** `Lithuanian`, `text in Cyrillic letters`. */
export function whatLanguage(run: Fragment | ScriptRun): string {
  if (run.language !== undefined) return languageName(run.language);
  return 'script' in run && run.script !== 'other'
    ? `text in ${run.script} letters`
    : 'text in another script';
}

/** Speech, or a quotation or bracket that holds little else: the author may have meant to leave it so. */
export function isDeliberate({place}: Fragment | ScriptRun): boolean {
  return place.coverage >= 0.6 || place.inParenthesis || place.isUttered;
}

/** For the message: long runs are cut. */
export function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function factsOf(run: Fragment | ScriptRun): Record<string, unknown> {
  return {
    ...(run.language === undefined ? {} : {language: run.language}),
    ...('certainty' in run ? {certainty: Number(run.certainty.toFixed(3))} : {script: run.script}),
    words: run.words,
  };
}
