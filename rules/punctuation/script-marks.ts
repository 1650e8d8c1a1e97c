import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {languageName} from '../../src/lexicon/language-name.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';

/** A mark as English has it, and as the language does. */
interface MarksOfScript {
  readonly marks: Readonly<Record<string, string>>;
  /** The letters behind which the language writes its own. */
  readonly letters: RegExp;
  /** Marks behind which no space stands. */
  readonly isDense: boolean;
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々」』”）》]/u;
const arabic = {marks: {',': '،', ';': '؛', '?': '؟'}, letters: /\p{Script=Arabic}/u, isDense: false};
const scripts: Readonly<Record<string, MarksOfScript>> = {
  zh: {
    marks: {',': '，', ';': '；', '?': '？', '!': '！', ':': '：', '.': '。'},
    letters: han,
    isDense: true,
  },
  // A colon of half width is common in Japanese print.
  ja: {marks: {',': '、', '?': '？', '!': '！', '.': '。'}, letters: han, isDense: true},
  ar: arabic,
  fa: arabic,
};
/** `:tada:`, `:(`, `:-)` */
const isSymbol = /^:(?:[a-z][\w+-]*:|-?[()DPp])/;
const longestSymbol = 40;
/** What may follow a full stop that ends a sentence without a space. */
const sentenceFollows = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}“「『（]/u;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly edit: Edit;
}

export default defineRule({
  meta: {
    id: 'punctuation/script-marks',
    description:
      'Finds commas, stops and question marks of Latin text in Chinese, Japanese, Arabic and Persian',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    languages: Object.keys(scripts),
    messages: {
      mark: '“{{mark}}” is a mark of Latin text: {{language}} writes “{{right}}”{{more}}',
    },
  },
  create(context) {
    const {text, settings} = context;
    const {prose, tokens} = text;
    const code = primaryLanguage(settings.language);
    const script = scripts[code] as MarksOfScript;
    const found = new Map<string, Place[]>();
    const blockEnd = (i: number): number =>
      context.article.blocks[tokens.blocks[i] as number]?.end ?? prose.length;

    const editOf = (i: number, mark: string): Edit | undefined => {
      const start = tokens.starts[i] as number;
      const end = tokens.ends[i] as number;
      const next = prose.charAt(end);
      const ends = end >= blockEnd(i);
      // A full stop also ends abbreviations and parts names in Latin letters.
      if (mark === '.' && !ends && !sentenceFollows.test(next)) return undefined;
      if (mark === ':' && /\d/.test(next)) return undefined;
      const isSpaced = /^[ \u00a0]/.test(prose.slice(end, end + 1)) && end + 1 < blockEnd(i);
      return {
        start,
        end: script.isDense && isSpaced ? end + 1 : end,
        text:
          (script.marks[mark] as string) +
          (!script.isDense && !ends && /[\p{L}\p{N}]/u.test(next) ? ' ' : ''),
      };
    };

    return {
      mark: {
        chars: Object.keys(script.marks).join(''),
        on(i) {
          const start = tokens.starts[i] as number;
          const previous = i - 1;
          if (previous < 0 || tokens.blocks[previous] !== tokens.blocks[i] || tokens.ends[previous] !== start)
            return;
          if ((tokens.zones[i] as number) & notProse || !script.letters.test(prose.charAt(start - 1))) return;
          const mark = prose.charAt(start);
          // A row of them is something else: `...`, `?!`.
          const next = i + 1;
          const touches = next < tokens.count && tokens.starts[next] === tokens.ends[i];
          if (touches && (tokens.flags[next] as number) & TokenFlag.Mark && mark in script.marks) {
            if ('.?!,;:'.includes(prose.charAt(tokens.starts[next] as number))) return;
          }
          if (mark === ':' && isSymbol.test(prose.slice(start, start + longestSymbol))) return;
          const edit = editOf(i, mark);
          if (!edit) return;
          const place = {start, end: tokens.ends[i] as number, edit};
          const places = found.get(mark);
          if (places) places.push(place);
          else found.set(mark, [place]);
        },
      },
      article() {
        for (const [mark, places] of found) {
          const [{start, end}] = places as [Place];
          context.report({
            messageId: 'mark',
            start,
            end,
            data: {
              mark,
              right: script.marks[mark] as string,
              language: languageName(code),
              more: places.length === 1 ? '' : ` (${places.length} times in this text)`,
            },
            facts: {count: places.length},
            fix: places.map(({edit}) => edit),
          });
        }
      },
    };
  },
});
