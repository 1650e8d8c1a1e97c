import type {Fragment} from '../../../src/lexicon/fragments/find-fragments.js';
import type {ScriptRun} from '../../../src/lexicon/fragments/scripts.js';
import {languageName} from '../../../src/lexicon/language-name.js';

/** In words, for the middle of a sentence; of a language that cannot be named nobody is quite sure. */
export function howSure({certainty, languages}: Fragment): string {
  if (languages.length === 0) return 'probably';
  if (certainty >= 0.98) return 'almost certainly';
  return certainty >= 0.9 ? 'very likely' : 'probably';
}

/** `Lithuanian`, `Indonesian or Malay`; `undefined` when none is sure. */
export function namesOf(languages: readonly string[]): string | undefined {
  const names = languages.map(languageName);
  const last = names.pop();
  return last === undefined || names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** What stands behind `is`: `Lithuanian`, `text in Cyrillic letters`, `in another language`. */
export function whatLanguage(run: Fragment | ScriptRun): string {
  const named = namesOf(run.languages);
  if (named !== undefined) return named;
  if (!('script' in run)) return 'in another language';
  return run.script !== 'other' ? `text in ${run.script} letters` : 'text in another script';
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
    ...languageFacts(run.languages),
    ...('certainty' in run ? {certainty: Number(run.certainty.toFixed(3))} : {script: run.script}),
    words: run.words,
  };
}

/** `language` where one is sure, `languages` where several are possible. */
export function languageFacts(languages: readonly string[]): Record<string, unknown> {
  if (languages.length > 1) return {languages};
  return languages.length === 1 ? {language: languages[0]} : {};
}
