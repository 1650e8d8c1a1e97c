import type {Block} from '../../src/article/article.js';
import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {deleteBlock} from './_shared/delete-block.js';
import {excerpt} from './_shared/short-blocks.js';

const reporterWords = 'reporter reporters correspondent correspondents journalist journalists'.split(' ');
const reporters = new Set(reporterWords.map(hashOf));
const before = wordSet('by intern staff our special trainee the');
const joining = wordSet('and with');
const editorWords = 'editor editors edited proofreader reviewer'.split(' ');
const editors = new Set(editorWords.map(hashOf));
/** “responsible editor”, “editor in charge”, “edited by”. */
const ofEditors = wordSet('responsible executive duty in charge by');
const sources = wordSet('source');
/** The widget that sets the size of letters. */
const font = hashOf('font');
const sizes = wordSet('large medium middle small big size and');
const mostTokens = 14;
const months = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);

const code = (char: string): number => char.charCodeAt(0);
const closing = new Map([
  [code('('), code(')')],
  [code('['), code(']')],
  [code('【'), code('】')],
]);
const colons = new Set([':', '：', '/'].map(code));
const betweenNames = new Set([...',、:：/&.-'].map(code));

export default defineRule({
  meta: {
    id: 'residue/reporter-note',
    description: 'Brackets that name the reporter or the editor of the page, as in “(Reporter Ann Lee)”',
    mqm: 'addition',
    severity: 'info',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: [...reporterWords, ...editorWords, 'font'],
    messages: {
      reporter: '“{{text}}” is how the original names its reporter; English news has a byline',
      page: '“{{text}}” comes from the page of the original, not from the article',
    },
  },
  create(context) {
    const {text, article} = context;
    const {hashes, flags, starts, ends, zones, blocks, count} = text.tokens;
    const isWord = (i: number): boolean => ((flags[i] as number) & TokenFlag.Word) !== 0;
    let told = -1;

    return {
      mark: {
        chars: '([【',
        on(open, sign) {
          if (open <= told || (zones[open] as number) & notProse) return;
          const close = closeOf(open, sign);
          if (close < 0) return;
          if (isReporter(open, close)) report('reporter', open, close);
          else if (isEditor(open, close)) report('page', ...row(open, close));
          else if (isFont(open, close)) report('page', open - 2, close);
        },
      },
    };

    function closeOf(open: number, sign: number): number {
      const wanted = closing.get(sign);
      for (let i = open + 1; i <= open + mostTokens && i < count && blocks[i] === blocks[open]; i++) {
        if (hashes[i] === wanted && !isWord(i)) return i;
      }
      return -1;
    }

    /** `(Reporters Zhao Bo and Huang Yang)`: the word, then names alone. */
    function isReporter(open: number, close: number): boolean {
      let i = open + 1;
      while (i < close && before.has(hashes[i] as number)) i++;
      if (!reporters.has(hashes[i] as number)) return false;
      return areNames(i + 1, close);
    }

    /** `[Editor: Li Yang]`, `[Editor in charge: Li Yang]`. */
    function isEditor(open: number, close: number): boolean {
      let label = false;
      for (let i = open + 1; i < close; i++) {
        const hash = hashes[i] as number;
        if (editors.has(hash)) label = true;
        else if (label && (colons.has(hash) || hash === hashOf('by'))) return areNames(i + 1, close);
        else if (!ofEditors.has(hash)) return false;
      }
      return false;
    }

    /** `Font: [Large Medium Small]`. */
    function isFont(open: number, close: number): boolean {
      if (!colons.has(hashes[open - 1] as number) || hashes[open - 2] !== font || close === open + 1)
        return false;
      for (let i = open + 1; i < close; i++) {
        if (isWord(i) && !sizes.has(hashes[i] as number)) return false;
      }
      return blocks[open - 2] === blocks[open];
    }

    function areNames(from: number, close: number): boolean {
      let names = 0;
      for (let i = from; i < close; i++) {
        const hash = hashes[i] as number;
        if (isWord(i)) {
          // `Kim Ha-na`
          const joined = hashes[i - 1] === code('-') && i - 1 > from;
          if ((flags[i] as number) & TokenFlag.InitialCap) names++;
          else if (joined) continue;
          else if (!joining.has(hash)) return false;
        } else if (!betweenNames.has(hash)) return false;
      }
      return names > 0;
    }

    /** With a source named in brackets right before, and the widget right behind. */
    function row(open: number, close: number): [number, number] {
      let first = open;
      const back = open - 1;
      if (
        back > 0 &&
        blocks[back] === blocks[open] &&
        [...closing.values()].includes(hashes[back] as number)
      ) {
        for (let i = back - 1; i >= back - mostTokens && blocks[i] === blocks[open]; i--) {
          if (!closing.has(hashes[i] as number)) continue;
          if (sources.has(hashes[i + 1] as number)) first = i;
          break;
        }
      }
      const next = close + 3;
      if (blocks[next] !== blocks[open] || !closing.has(hashes[next] as number)) return [first, close];
      const end = closeOf(next, hashes[next] as number);
      return end > 0 && isFont(next, end) ? [first, end] : [first, close];
    }

    /** The time of the page stands before it, and nothing else in the block. */
    function isWholeLine(first: number, last: number): boolean {
      const block = blocks[first] as number;
      if (last + 1 !== endOfBlock(text, block)) return false;
      for (let i = firstOfBlock(text, block); i < first; i++) {
        if (isWord(i) && !months.has(hashes[i] as number)) return false;
      }
      return true;
    }

    function report(messageId: 'reporter' | 'page', first: number, last: number): void {
      told = last;
      const block = article.blocks[blocks[first] as number] as Block;
      const whole = isWholeLine(first, last);
      const start = whole ? block.start : (starts[first] as number);
      const end = ends[last] as number;
      const space = ((flags[first] as number) & TokenFlag.SpaceBefore) !== 0 && start > block.start;
      const edits = whole
        ? deleteBlock(article, block.start, block.end)
        : [{start: space ? (ends[first - 1] as number) : start, end, text: ''}];
      context.report({
        messageId,
        start,
        end,
        data: {text: excerpt(text.prose.slice(start, end))},
        suggestions: [{message: 'Delete it', edits}],
      });
    }
  },
});
