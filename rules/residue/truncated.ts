import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {excerpt} from './_shared/short-blocks.js';

const leastWords = 8;
const mostTokensOfVerse = 12;
/** Words after which no sentence ends. */
const open = wordSet('the a an of than because whose into its their although unless');
/** Words after which a list may begin; in the last block none does. */
const openAtEnd = wordSet('and or with for from by to');

export default defineRule({
  meta: {
    id: 'residue/truncated',
    description: 'Text that breaks off in the middle of a sentence',
    mqm: 'omission',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    languages: ['en'],
    schema: {
      type: 'object',
      properties: {
        lastBlock: {type: 'boolean', description: 'Also tell a last paragraph that ends without a stop.'},
      },
      additionalProperties: false,
    },
    defaultOptions: {lastBlock: false},
    strictOptions: {lastBlock: true},
    messages: {
      open: 'The text breaks off after “{{text}}”: a sentence does not end there',
      excerpt: '“{{text}}” shows that only the beginning of the article was taken over',
      last: 'The last paragraph ends without a full stop, after “{{text}}”: the text may have been cut',
    },
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends} = text.tokens;
    return {
      article() {
        for (let b = 0; b < article.blocks.length; b++) {
          const block = article.blocks[b]!;
          if (
            block.kind === 'cell' ||
            block.kind === 'alt' ||
            block.kind === 'title' ||
            block.kind === 'caption'
          )
            continue;
          if (article.format !== 'text' && block.kind === 'heading') continue;
          check(b);
        }
      },
    };

    function check(b: number): void {
      const first = firstOfBlock(text, b);
      const last = endOfBlock(text, b) - 1;
      if (last - first < leastWords) return;
      const isLast = b === article.blocks.length - 1;
      if (!(flags[last]! & TokenFlag.Mark)) {
        if (
          (open.has(hashes[last]!) || (isLast && openAtEnd.has(hashes[last]!))) &&
          countWords(first, last) >= leastWords
        ) {
          // “Vitamin A”, “Group A”: a capital is a name.
          if (flags[last]! & (TokenFlag.InitialCap | TokenFlag.AllCaps)) return;
          tell('open', starts[last]!, ends[last]!);
        } else if (isLast && context.options.lastBlock && countWords(first, last) >= 12) {
          tell('last', starts[last]!, ends[last]!);
        }
        return;
      }
      if (hashes[last] !== 0x5d) {
        if (hashes[last] === 0x2c && isLast && !isVerse(b)) tell('open', starts[last - 1]!, ends[last]!);
        return;
      }
      const end = ends[last]!;
      const mark = /\[(?:…|\.{3}|&hellip;|&#8230;)\]$/.exec(
        prose.slice(Math.max(starts[first]!, end - 12), end),
      )?.[0];
      if (mark) tell('excerpt', end - mark.length, end);
    }

    /** A line of a poem ends where it likes, beside another that ends with no stop. */
    function isVerse(b: number): boolean {
      if (b < 1 || endOfBlock(text, b) - firstOfBlock(text, b) > mostTokensOfVerse) return false;
      if (!(flags[firstOfBlock(text, b)]! & TokenFlag.InitialCap)) return true;
      const end = endOfBlock(text, b - 1) - 1;
      const isShort = end - firstOfBlock(text, b - 1) < mostTokensOfVerse;
      return isShort && (!(flags[end]! & TokenFlag.Mark) || hashes[end] === 0x2c);
    }

    function countWords(first: number, last: number): number {
      let words = 0;
      for (let i = first; i <= last; i++) if (!(flags[i]! & TokenFlag.Mark)) words++;
      return words;
    }

    function tell(messageId: 'open' | 'excerpt' | 'last', start: number, end: number): void {
      const from =
        messageId === 'excerpt' ? start : Math.max(0, prose.lastIndexOf(' ', Math.max(0, start - 25)) + 1);
      const data = {text: excerpt(prose.slice(Math.max(from, start - 60), end))};
      context.report({messageId, start, end, data, severity: messageId === 'last' ? 'info' : 'warning'});
    }
  },
});
