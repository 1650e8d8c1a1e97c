import type {Finding} from '../engine/finding.js';
import type {FileResult, ReportedName} from './report.js';

/**
 * The names of an article that stand in several spellings: those of the result, or else those that its findings tell
 * in `data.forms`, each spelling wherever it stands as a whole word.
 */
export function namesOf(file: FileResult): readonly ReportedName[] {
  if (file.names) return file.names;
  const names = new Map<string, ReportedName>();
  for (const {data} of file.findings) {
    if (!tellsNames(data)) continue;
    const {forms, kind} = data;
    const key = forms.join('\n');
    if (names.has(key)) continue;
    names.set(key, {
      name: forms[0] ?? '',
      kind: typeof kind === 'string' ? kind : 'name',
      forms: forms.map((text) => ({text, places: wholeWords(file.source, text)})),
    });
  }
  return [...names.values()];
}

/** Whether the data of a finding say that a name is spelt in several ways. */
export function tellsNames(
  data: Finding['data'],
): data is Finding['data'] & {readonly forms: readonly string[]} {
  const {forms} = data;
  return (
    Array.isArray(forms) && forms.length > 1 && forms.every((form) => typeof form === 'string' && form !== '')
  );
}

const partOfWord = /[\p{L}\p{M}\p{N}]/u;

function wholeWords(source: string, word: string): number[] {
  const places: number[] = [];
  for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + word.length)) {
    const after = source.codePointAt(at + word.length);
    const isInside =
      partOfWord.test(source.slice(Math.max(0, at - 1), at)) ||
      (after !== undefined && partOfWord.test(String.fromCodePoint(after)));
    if (!isInside) places.push(at);
  }
  return places;
}
