import {defineRule} from '../../src/engine/rule.js';
import {Feature, Zone} from '../../src/text/tokens.js';

interface Shape {
  /** Sticky: tried where its first character stands. */
  readonly pattern: RegExp;
  readonly messageId: 'joiner' | 'marker' | 'bracket' | 'quote';
  /** What stands there instead; `$1` … are groups. Undefined: only a person knows. */
  readonly replacement?: string;
}

/** Shapes that only tools for machine translation write, by the mark they begin with. */
const shapes: Readonly<Record<string, readonly Shape[]>> = {
  '@': [
    {pattern: /@([-–—/,.:])@/y, messageId: 'joiner', replacement: '$1'},
    {pattern: /@@(?: |$)/y, messageId: 'joiner', replacement: ''},
  ],
  '<': [
    {
      pattern: /<(?:unk|s|\/s|pad|bos|eos|mask|2[a-z]{2}|lang_[a-z]{2}|\|endoftext\||\|im_(?:start|end)\|)>/y,
      messageId: 'marker',
    },
  ],
  '[': [{pattern: /\[(?:UNK|PAD|CLS|SEP|MASK|BOS|EOS|INST|\/INST)\]/y, messageId: 'marker'}],
  // Beside other blocks it is a bar of a chart.
  '▁': [{pattern: /(?<![▂-█])▁+(?![▂-█])/y, messageId: 'joiner', replacement: ' '}],
  '⁇': [{pattern: /⁇/y, messageId: 'marker'}],
  '#': [{pattern: /##(?=[a-z]{1,6}\b)/y, messageId: 'joiner'}],
  '-': [{pattern: /-(?:LRB|RRB|LSB|RSB|LCB|RCB|lrb|rrb|lsb|rsb)-/y, messageId: 'bracket'}],
  '`': [{pattern: /``(?=[ \p{L}])/uy, messageId: 'quote'}],
};

const bracketWords = ['lrb', 'rrb', 'lsb', 'rsb', 'lcb', 'rcb'];
const brackets: Readonly<Record<string, string>> = {l: '(', r: ')'};

export default defineRule({
  meta: {
    id: 'residue/tokenizer',
    description: 'Marks of the tools that cut text into units for translation: @-@, @@, ▁, <unk>, -LRB-',
    mqm: 'markup',
    severity: 'error',
    scope: 'block',
    recommended: true,
    fixable: 'typography',
    hasSuggestions: true,
    needs:
      Feature.At |
      Feature.Angle |
      Feature.SquareBracket |
      Feature.Hash |
      Feature.Backtick |
      Feature.TranslationMark,
    words: bracketWords,
    messages: {
      joiner:
        '“{{text}}” is a joint that translation software puts between pieces of words; it should have been taken out',
      marker: '“{{text}}” is a sign of translation software; a word may be missing here',
      bracket: '“{{text}}” stands for a bracket in the files of translation software',
      quote: '“{{text}}” stands for a quotation mark in the files of translation software',
    },
  },
  create(context) {
    const {text, article} = context;
    const {prose} = text;
    let done = 0;
    return {
      mark: {
        chars: Object.keys(shapes).join(''),
        on(token, code) {
          const start = text.tokens.starts[token]!;
          if (start < done || text.tokens.zones[token]! & (Zone.Code | Zone.Url)) return;
          for (const {pattern, messageId, replacement} of shapes[String.fromCodePoint(code)]!) {
            pattern.lastIndex = start;
            const match = pattern.exec(prose);
            if (!match || !isResidue(match[0], start)) continue;
            const end = start + match[0].length;
            done = end;
            report(messageId, start, end, replacement?.replace('$1', match[1] ?? ''));
            return;
          }
        },
      },
    };

    /** `#` begins a heading of Markdown, `##` a hashtag, and `` a span of code. */
    function isResidue(found: string, start: number): boolean {
      if (found === '##')
        return /\p{Ll} ?$/u.test(prose.slice(Math.max(0, start - 2), start)) && article.format !== 'markdown';
      if (found === '@@ ' || found === '@@') return /[\p{L}\p{N}]/u.test(prose[start - 1] ?? '');
      return found !== '``' || prose.slice(start, start + 400).includes("''");
    }

    function report(
      messageId: Shape['messageId'],
      start: number,
      end: number,
      replacement: string | undefined,
    ): void {
      const found = prose.slice(start, end);
      const place = {messageId, start, end, data: {text: found.trim()}};
      if (messageId === 'bracket') {
        const mark = brackets[found[1]!.toLowerCase()]!;
        context.report({
          ...place,
          suggestions: [{message: `Write “${mark}”`, edits: [{start, end, text: mark}]}],
        });
      } else if (messageId === 'quote') {
        const close = prose.indexOf("''", end);
        const edits = [
          {start, end, text: '“'},
          {start: close, end: close + 2, text: '”'},
        ];
        context.report({...place, suggestions: [{message: 'Write “…”', edits}]});
      } else if (replacement === undefined) {
        context.report(place);
      } else {
        // A joint between words glues them: the spaces round it go too.
        const isJoint = found.startsWith('@') && !found.startsWith('@@');
        const from = isJoint && prose[start - 1] === ' ' ? start - 1 : start;
        const to = isJoint && prose[end] === ' ' ? end + 1 : end;
        context.report({...place, fix: [{start: from, end: to, text: fitted(replacement, from)}]});
      }
    }

    function fitted(replacement: string, from: number): string {
      return replacement === ' ' && (from === 0 || /\s/.test(prose[from - 1]!)) ? '' : replacement;
    }
  },
});
