import {defineRule} from '../../src/engine/rule.js';
import {languageName} from '../../src/lexicon/language-name.js';
import {localeCodes} from '../../src/locale/locale.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** Marks of full width with those that English writes; where a space belongs is told by the character beside. */
const ascii: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '．': '.',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '％': '%',
  '＆': '&',
  '／': '/',
  '－': '-',
  '＂': '"',
  '＇': "'",
};
const opening = '(["\'/-&';
const tight = ')].,:;!?%"\'';
/** In tokens, how far back the words are asked what they are. */
const clause = 16;
const eastAsian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

export default defineRule({
  meta: {
    id: 'punctuation/full-width',
    description: 'Finds commas, stops and brackets of Chinese and Japanese, as in “rain，wind。”',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    languages: ['en', ...localeCodes.filter((code) => !['zh', 'ja'].includes(code))],
    needs: Feature.FullWidth,
    messages: {
      mark: '“{{mark}}” is a mark of full width: {{language}} writes “{{right}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    const {flags, starts, ends, zones, blocks, count} = text.tokens;
    const characterAt = (i: number, at: number): string =>
      i >= 0 && i < count && ((flags[i] as number) & TokenFlag.OtherScript) !== 0 ? '漢' : (prose[at] ?? ' ');
    /** More of East Asia than of other words stand before a mark: `网址是example.com。` */
    const isOfEastAsia = (i: number): boolean => {
      let east = 0;
      let others = 0;
      for (let k = i - 1; k >= Math.max(0, i - clause) && blocks[k] === blocks[i]; k--) {
        if (((flags[k] as number) & TokenFlag.Word) === 0) continue;
        if (eastAsian.test(prose[starts[k] as number] as string))
          east += (ends[k] as number) - (starts[k] as number);
        else others++;
      }
      return east > others;
    };
    return {
      mark: {
        chars: Object.keys(ascii).join(''),
        on(i) {
          if ((zones[i] as number) & notProse) return;
          const start = starts[i] as number;
          const end = ends[i] as number;
          const before = start > 0 && blocks[i - 1] === blocks[i] ? characterAt(i - 1, start - 1) : ' ';
          const after = blocks[i + 1] === blocks[i] ? characterAt(i + 1, end) : ' ';
          // Between words of East Asia it is at home.
          if (eastAsian.test(before) || eastAsian.test(after)) return;
          const mark = prose.slice(start, end);
          if (isOfEastAsia(i)) return;
          const right = ascii[mark] as string;
          const wordBefore = /[\p{L}\p{N}]/u.test(before);
          const wordAfter = /[\p{L}\p{N}"“'‘(]/u.test(after);
          const number = /\p{N}/u.test(before) && /\p{N}/u.test(after) && '.,:/-'.includes(right);
          const lead = '(['.includes(right) && wordBefore ? ' ' : '';
          const trail = wordAfter && !number && !opening.includes(right) ? ' ' : '';
          // `word ，`: the space before goes too.
          const from =
            tight.includes(right) && before === ' ' && blocks[i - 1] === blocks[i] ? start - 1 : start;
          context.report({
            messageId: 'mark',
            start,
            end,
            data: {mark, right, language: languageName(primaryLanguage(context.settings.language))},
            fix: [{start: from, end, text: `${lead}${right}${trail}`}],
          });
        },
      },
    };
  },
});
