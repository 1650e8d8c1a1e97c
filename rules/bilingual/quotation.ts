import {sentencesOf} from '../../src/bitext/split.js';
import {defineRule} from '../../src/engine/rule.js';
import {sureEnough} from './_shared/compare.js';
import {hasQuotes, quotedIn} from './_shared/quotes.js';

/** Letters of the translation that a quotation makes; shorter ones are names, titles and single words. */
const shortest = 14;

export default defineRule({
  meta: {
    id: 'bilingual/quotation',
    description: 'Finds quotations of the source text that have lost their quotation marks',
    mqm: 'unpaired-marks',
    severity: 'warning',
    recommended: true,
    needsSource: true,
    messages: {
      lost: 'The source quotes this: “{{source}}”; the translation has no quotation marks',
    },
  },
  create(context) {
    const bitext = context.bitext();
    const {prose} = context.article;
    return {
      link(link) {
        const {source, target, alone, sure} = link;
        if (alone || sure < sureEnough || hasQuotes(prose, target)) return;
        const quoted = quotedIn(bitext.source.prose, source);
        const whole = source.end - source.start;
        for (const range of quoted) {
          const size = (range.end - range.start) * bitext.ratio;
          if (size < shortest || !isPhrase(bitext.source.prose.slice(range.start, range.end))) continue;
          // Where it must stand, as far along as in the source, and not beyond the sentence.
          const at = target.start + ((range.start - source.start) / whole) * (target.end - target.start);
          const to = target.start + ((range.end - source.start) / whole) * (target.end - target.start);
          const sentences = sentencesOf(prose, target.start, target.end);
          const middle = (at + to) / 2;
          const sentence = sentences.find(({end}) => end >= middle) ?? target;
          const start = snapStart(prose, Math.round(at), sentence.start);
          const end = Math.max(start + 1, snapEnd(prose, Math.round(to), sentence.end));
          context.report({
            messageId: 'lost',
            start,
            end,
            source: range,
            data: {source: cut(bitext.source.prose.slice(range.start, range.end))},
          });
          return;
        }
      },
    };
  },
});

/** Whether it is more than a name, a title or a word: three words, not all with capitals; a clause of Chinese. */
function isPhrase(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    const kana = text.match(/\p{Script=Hiragana}/gu)?.length ?? 0;
    return kana > 0 ? kana >= 3 && text.length >= 9 : /[，。！？；,]/u.test(text) || text.length >= 12;
  }
  // One capital after the other: a name.
  const small = words.filter((word) => /^\p{Ll}|^\p{Lo}/u.test(word)).length;
  return words.length >= 3 && small >= 2;
}

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);

/** How far from the place by length a comma or the sentence's bound may be. */
const near = 16;

/** Behind a comma or colon that is near, at the sentence's beginning, or else at that of a word. */
function snapStart(text: string, at: number, least: number): number {
  if (at - least <= near) return least;
  for (let away = 0; away <= near; away++)
    for (const from of [at - away, at + away])
      if (/^[,:] \S/.test(text.slice(from, from + 3))) return from + 2;
  let start = at;
  while (start > least && /\S/.test(text[start - 1] as string)) start--;
  return start;
}

function snapEnd(text: string, at: number, most: number): number {
  if (most - at <= near) return most;
  for (let away = 0; away <= near; away++)
    for (const to of [at + away, at - away]) if (/^[,.:;!?] /.test(text.slice(to, to + 2))) return to;
  let end = at;
  while (end < most && /\S/.test(text[end] as string)) end++;
  return end;
}
