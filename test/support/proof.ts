import type {Article, Format} from '../../src/article/article.js';
import {lettersOf} from '../../src/engine/fix-class.js';
import {allRules} from '../../src/generated/rules.js';

const classOf = (id: string): string | undefined => {
  const meta = allRules.find((rule) => rule.meta.id === id)?.meta;
  return meta?.fixable === 'typography' ? 'typography' : meta?.letters;
};
const classes = new Map(allRules.map(({meta}) => [meta.id as string, classOf(meta.id)]));

/** Whether the fixes of a rule change marks and spaces alone. */
export const isTypography = (rule: string): boolean => classes.get(rule) === 'typography';
/** Whether the fixes of a rule write no letters. */
export const writesNothing = (rule: string): boolean => isTypography(rule) || classes.get(rule) === 'delete';

/** All letters and digits of the prose, in order. */
export const proseLetters = ({prose, blocks}: Article): string =>
  blocks.map(({start, end}) => lettersOf(prose.slice(start, end))).join('');

/** Whether `part` is `whole` with some characters left out. */
export function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length && at < part.length; i++) if (whole[i] === part[at]) at++;
  return at === part.length;
}

/** The tree of markup without paragraphs that hold nothing but words, and without directives. */
export function bareMarkup(article: Article): string {
  return article
    .markup()
    .filter((event) => !event.includes('calque-'))
    .join('\n')
    .replace(/(?:^|\n)paragraph(?=\n\/paragraph(?:\n|$))\n\/paragraph/g, '');
}

/** What a page would read as markup, in a text that is pasted into one. */
export const liveSigns = (text: string): number =>
  (text.match(/<[a-z!/?]|&(?:#x?[\da-f]|[a-z][a-z\d]{1,31};)|\]\(|!\[|\{[{%#]/gi) ?? []).length;

/** A text as it would be written in a format, in a plain way. */
export function writtenAs(format: Format, text: string): string {
  if (format !== 'html' || /<(?:p|div|html|body)\b/i.test(text)) return text;
  return text
    .split(/\n\s*\n/)
    .map((block) => `<p>${block.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('\n');
}
