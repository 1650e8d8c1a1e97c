import type {FileResult, ReportedName} from './report.js';

/**
 * The names of an article that stand in several spellings: those of the result, or else those that its findings tell
 * in `data.forms`, each spelling wherever it stands as a whole word.
 */
export function namesOf(file: FileResult): readonly ReportedName[] {
  if (file.names) return file.names;
  const names = new Map<string, ReportedName>();
  for (const {data} of file.findings) {
    const {forms, kind} = data;
    if (!isForms(forms)) continue;
    const key = forms.join('\n');
    if (names.has(key)) continue;
    names.set(key, {
      kind: typeof kind === 'string' ? kind : 'name',
      forms: forms.map((text) => ({text, places: wholeWords(file.source, text)})),
    });
  }
  return [...names.values()];
}

function isForms(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 1 && value.every((form) => typeof form === 'string' && form !== '')
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
