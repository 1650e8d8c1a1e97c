import {fromMarkdown} from 'mdast-util-from-markdown';
import type {Format} from '../../src/article/article.js';

/** One example of a rule's page. */
export interface Example {
  readonly format: Format;
  readonly good: boolean;
  /** The text to lint, markers taken out. */
  readonly text: string;
  /** UTF-16 ranges between ▸ and ◂. */
  readonly marked: readonly {start: number; end: number}[];
  readonly fixed?: string;
  readonly suggested?: string;
  readonly language?: string;
  readonly sourceLanguage?: string;
  /** The text that it was translated from. */
  readonly original?: string;
  readonly options?: object;
  /** Line of the page, 1-based. */
  readonly line: number;
}

/** Reads the fenced `bad`, `good`, `fixed` and `suggested` blocks of a rule's page. */
export function readExamples(page: string): Example[] {
  const examples: {-readonly [K in keyof Example]: Example[K]}[] = [];
  let original: string | undefined;
  for (const node of fromMarkdown(page).children) {
    if (node.type !== 'code' || !node.lang) continue;
    const [verdict = '', ...settings] = (node.meta ?? '').split(/\s+/);
    const line = node.position?.start.line ?? 0;
    if (verdict === 'source') original = node.value;
    else if (verdict === 'fixed' || verdict === 'suggested') {
      const last = examples.at(-1);
      if (!last) throw new Error(`line ${line}: a ${verdict} block follows no example`);
      last[verdict] = node.value;
    } else if (verdict === 'bad' || verdict === 'good') {
      const {text, marked} = takeMarkers(node.value, line);
      const option = (name: string): string | undefined =>
        settings.find((s) => s.startsWith(`${name}=`))?.slice(name.length + 1);
      const language = option('language');
      const sourceLanguage = option('source');
      const options = option('options');
      examples.push({
        format: node.lang as Format,
        good: verdict === 'good',
        text,
        marked,
        line,
        ...(language ? {language} : {}),
        ...(sourceLanguage ? {sourceLanguage} : {}),
        ...(options ? {options: JSON.parse(options) as object} : {}),
        ...(original === undefined ? {} : {original}),
      });
      original = undefined;
    }
  }
  return examples;
}

function takeMarkers(value: string, line: number): {text: string; marked: {start: number; end: number}[]} {
  const marked: {start: number; end: number}[] = [];
  let text = '';
  let start = -1;
  for (const char of value) {
    if (char === '▸') start = text.length;
    else if (char === '◂') {
      if (start < 0) throw new Error(`line ${line}: ◂ without ▸`);
      marked.push({start, end: text.length});
      start = -1;
    } else text += char;
  }
  if (start >= 0) throw new Error(`line ${line}: ▸ without ◂`);
  return {text, marked};
}
