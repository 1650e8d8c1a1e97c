import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {deletion, placeOf} from '../residue/_shared/labels.js';
import {type ShortBlock, shortBlocks} from '../residue/_shared/short-blocks.js';

/** Blocks at the head and at the foot may name the author. */
const head = 2;
const foot = 2;
/** Tokens of the next block among which a sub-heading’s name would come up. */
const soon = 40;

export default defineRule({
  meta: {
    id: 'structure/bare-caption',
    description: 'The bare name of a person as a block of its own: the caption of a picture that is gone',
    mqm: 'addition',
    severity: 'info',
    recommended: 'strict',
    hasSuggestions: true,
    messages: {
      name: '“{{text}}” alone on a line looks like the caption of a picture that is not here',
    },
  },
  create(context) {
    const {article, text} = context;
    const {flags, hashes} = text.tokens;
    return {
      article() {
        const last = article.blocks.length - 1;
        const names = shortBlocks(context).filter((b) => b.words >= 2 && b.words <= 3 && isName(b));
        if (names.length === 0) return;
        const counts = new Map<string, number>();
        for (const {text: name} of names) counts.set(name, (counts.get(name) ?? 0) + 1);
        let before: ShortBlock | undefined;
        for (const block of names) {
          const isCopy = before?.text === block.text && before.index === block.index - 1;
          before = block;
          if (isCopy || block.index < head || block.index > last - foot) continue;
          // A name that stands alone again and again is the label of a speaker.
          if (counts.get(block.text)! > 2) continue;
          const surname = hashes[lastWord(block.index)]!;
          if (isSubheading(block, surname) || !occursInProse(block.index, surname)) continue;
          context.report({messageId: 'name', ...placeOf(block), ...deletion(context, block)});
        }
      },
    };

    function isName({index, kind}: ShortBlock): boolean {
      if (kind === 'title' || kind === 'list-item' || (article.format !== 'text' && kind === 'heading'))
        return false;
      for (let i = firstOfBlock(text, index); i < endOfBlock(text, index); i++) {
        const f = flags[i]!;
        if (f & TokenFlag.Mark ? hashes[i] !== 0x2e && hashes[i] !== 0x2d : !isCapitalWord(f)) return false;
      }
      return true;
    }

    function isCapitalWord(f: number): boolean {
      return (
        (f & (TokenFlag.Word | TokenFlag.InitialCap | TokenFlag.AllCaps)) ===
        (TokenFlag.Word | TokenFlag.InitialCap)
      );
    }

    function lastWord(b: number): number {
      let i = endOfBlock(text, b) - 1;
      while (flags[i]! & TokenFlag.Mark) i--;
      return i;
    }

    /** The block after it speaks of that person: then the name is its heading. */
    function isSubheading(block: ShortBlock, surname: number): boolean {
      let next = block.index + 1;
      while (next < article.blocks.length && prose(next) === prose(block.index)) next++;
      if (next >= article.blocks.length) return false;
      const stop = Math.min(endOfBlock(text, next), firstOfBlock(text, next) + soon);
      for (let i = firstOfBlock(text, next); i < stop; i++) if (hashes[i] === surname) return true;
      return false;
    }

    function occursInProse(b: number, surname: number): boolean {
      const {count, blocks} = text.tokens;
      for (let i = 0; i < count; i++) {
        if (hashes[i] !== surname || !(flags[i]! & TokenFlag.InitialCap)) continue;
        const other = blocks[i]!;
        if (other !== b && endOfBlock(text, other) - firstOfBlock(text, other) > 12) return true;
      }
      return false;
    }

    function prose(b: number): string {
      const {start, end} = article.blocks[b]!;
      return text.prose.slice(start, Math.min(end, start + 80));
    }
  },
});
