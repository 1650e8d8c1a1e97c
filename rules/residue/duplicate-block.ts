import {defineRule} from '../../src/engine/rule.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {deleteBlock} from './_shared/delete-block.js';
import {findRepeatedBlocks, type Repetition} from './_shared/repeated-blocks.js';
import {excerpt} from './_shared/short-blocks.js';

/** Shorter blocks may well stand twice: labels of speakers, sub-headings, refrains. */
const leastWordsApart = 8;
/** More sentences than this that stand twice apart make a form, a list of recipes or an interview with set questions. */
const mostApart = 3;
const leastWordsOfTitle = 4;
/** A block that goes on where the headline ends, or breaks off before, is the headline if it is this long. */
const leastPrefix = 40;

export default defineRule({
  meta: {
    id: 'residue/duplicate-block',
    description: 'The headline, a caption or a paragraph that stands in the text a second time',
    mqm: 'duplication',
    severity: 'warning',
    basis: 'article',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      adjacent: 'The same block stands twice running: “{{text}}”',
      title: 'The headline is repeated in the text: “{{text}}”',
      repeated: 'This block says the same as an earlier one: “{{text}}”',
      near: 'This paragraph is nearly the same as an earlier one: “{{text}}”',
    },
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const {blocks} = article;
    /** The last block of the run of equal ones that a block begins. */
    const runEnds = new Map<number, number>();
    return {
      article() {
        const done = new Set<number>();
        const apart: Repetition[] = [];
        for (const repetition of findRepeatedBlocks(text, isAside)) {
          if (report(repetition)) done.add(repetition.second);
          else if (isTold(repetition)) apart.push(repetition);
        }
        if (apart.length <= mostApart)
          for (const {first, second} of apart) tell('repeated', first, second, done);
        titleAgain(done);
      },
    };

    /** Reports what needs no look at the other repetitions of the text. */
    function report({first, second, likeness}: Repetition): boolean {
      if (likeness < 1) return tell('near', first, second);
      if (isTitle(first)) return countWords(second) >= leastWordsOfTitle && tell('title', first, second);
      if (second !== (runEnds.get(first) ?? first) + 1) return false;
      runEnds.set(first, second);
      const {start, end} = blocks[second]!;
      return (countWords(second) > 1 || end - start >= 12) && tell('adjacent', first, second);
    }

    /** A whole sentence or more that stands again further on. */
    function isTold({first, second}: Repetition): boolean {
      const {kind, end} = blocks[second]!;
      return (
        !isTitle(first) &&
        kind === 'paragraph' &&
        countWords(second) >= leastWordsApart &&
        /[.!?…"”’)]/.test(prose[end - 1]!)
      );
    }

    function tell(
      messageId: 'near' | 'title' | 'adjacent' | 'repeated',
      first: number,
      second: number,
      done?: Set<number>,
    ): true {
      const earlier = blocks[first]!;
      const {start, end} = blocks[second]!;
      const edits = deleteBlock(article, start, end);
      const place = {
        messageId,
        start,
        end,
        data: {text: excerpt(prose.slice(start, Math.min(end, start + 100)))},
        related: [{message: 'It stood here before', start: earlier.start, end: earlier.end}],
      };
      const isSame = prose.slice(earlier.start, earlier.end) === prose.slice(start, end);
      if (messageId === 'adjacent' && isSame) context.report({...place, fix: edits});
      else context.report({...place, suggestions: [{message: 'Delete the second one', edits}]});
      done?.add(second);
      return true;
    }

    function isTitle(block: number): boolean {
      return block === 0 && blocks.length > 2 && countWords(0) <= 30;
    }

    /** Cells repeat each other, and the alternative text of a picture may well repeat its caption. */
    function isAside(block: number): boolean {
      const {kind} = blocks[block]!;
      return kind === 'cell' || kind === 'alt';
    }

    /** Hash of the first word, 0 when there is none. */
    function firstWord(block: number): number {
      const {flags, hashes} = text.tokens;
      for (let i = text.blockFirst[block]!; i < text.blockFirst[block + 1]!; i++) {
        if (!(flags[i]! & TokenFlag.Mark)) return hashes[i]!;
      }
      return 0;
    }

    function countWords(block: number): number {
      let words = 0;
      for (let i = text.blockFirst[block]!; i < text.blockFirst[block + 1]!; i++) {
        const {flags} = text.tokens;
        if (!(flags[i]! & TokenFlag.Mark)) words++;
      }
      return words;
    }

    /** The headline cut short or with a tail, as the first or a later block. */
    function titleAgain(done: ReadonlySet<number>): void {
      const title = blocks[0];
      if (!title || !isTitle(0) || title.end - title.start < leastPrefix) return;
      const wanted = fold(prose.slice(title.start, title.end));
      if (wanted.length < leastPrefix) return;
      const opening = firstWord(0);
      for (let b = 1; b < blocks.length; b++) {
        const block = blocks[b]!;
        const length = block.end - block.start;
        if (length < leastPrefix || length > wanted.length * 1.4 + 20 || done.has(b)) continue;
        if (firstWord(b) !== opening) continue;
        const raw = prose.slice(block.start, block.end);
        const isCut = /(?:\.\.|…)\s*$/.test(raw);
        const got = fold(raw);
        const isTail = got.startsWith(`${wanted} `) && !/[.!?]["”’]?$/.test(raw);
        if (!(isCut && wanted.startsWith(got) && got.length >= leastPrefix) && !isTail) continue;
        context.report({
          messageId: 'title',
          start: block.start,
          end: block.end,
          data: {text: excerpt(raw)},
          related: [{message: 'The headline', start: title.start, end: title.end}],
          suggestions: [{message: 'Delete it here', edits: deleteBlock(article, block.start, block.end)}],
        });
      }
    }
  },
});

/** Small letters and digits with single spaces between; marks of all kinds are dropped. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
