import type {Block} from '../../src/article/article.js';
import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {deleteBlock, deleteSpan} from './_shared/delete-block.js';
import {pageOf} from './_shared/page/page.js';
import {findRepeatedBlocks, type Repetition} from './_shared/repeated-blocks.js';
import {excerpt, shortBlocks} from './_shared/short-blocks.js';
import {findSlogans} from './_shared/slogans.js';
import {endsSentence} from './_shared/stops.js';

/** Letters of scripts that set no space between words, of which a word has some two. */
const dense = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]/;
const charactersOfWord = 2;
/** Only where words seem longer than this can they be runs without spaces. */
const longestMean = 4;
/** Shorter blocks may well stand twice: labels of speakers, sub-headings, refrains. */
const leastWordsApart = 8;
/** More sentences than this that stand twice apart make a form, a list of recipes or an interview with set questions. */
const mostApart = 3;
const leastWordsOfTitle = 4;
const mostWordsOfTitle = 30;
/** So many lines may stand above the first paragraph. */
const mostLinesOfHead = 8;
/** A block that goes on where the headline ends, or breaks off before, is the headline if it is this long. */
const leastPrefix = 40;
/** A headline glued to the paragraph has so many words, and so many follow. */
const leastWordsGlued = 5;

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
      slogan: 'The same sentence stands in {{count}} paragraphs: “{{text}}”',
      near: 'This paragraph is nearly the same as an earlier one: “{{text}}”',
    },
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const {blocks} = article;
    const page = pageOf(context);
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
        for (let b = 0; b < mostLinesOfHead && b < blocks.length; b++) if (isTitle(b)) titleAgain(b, done);
        twice(done);
        for (const {places} of findSlogans(text, (block) => blocks[block]!.kind === 'paragraph')) {
          const ranges = places.map(({first, last}) => ({
            start: text.tokens.starts[first]!,
            end: text.tokens.ends[last]!,
          }));
          const [{start, end}] = ranges as [{start: number; end: number}];
          context.report({
            messageId: 'slogan',
            start,
            end,
            data: {text: excerpt(prose.slice(start, end)), count: places.length},
            related: ranges.slice(1).map((range) => ({message: 'and here', ...range})),
            suggestions: [
              {
                message: 'Delete it everywhere',
                edits: ranges.flatMap((range) => deleteSpan(prose, range.start, range.end)),
              },
            ],
          });
        }
      },
    };

    /** Reports what needs no look at the other repetitions of the text. */
    function report({first, second, likeness}: Repetition): boolean {
      if (likeness < 1) return tell('near', first, second);
      const isAdjacent = second === (runEnds.get(first) ?? first) + 1;
      if (isTitle(first) && !(isAdjacent && first > 0))
        return countWords(second) >= leastWordsOfTitle && tell('title', first, second);
      if (!isAdjacent) return false;
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
        (/["”’)]/.test(prose[end - 1]!) || endsSentence(prose.slice(end - 4, end)))
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
      if (messageId === 'adjacent' && isSame && isSentence(second) && second === first + 1)
        context.report({...place, fix: edits});
      else context.report({...place, suggestions: [{message: 'Delete the second one', edits}]});
      done?.add(second);
      return true;
    }

    /** Verses, chants, labels and rows may well stand twice; a whole sentence of prose does not. */
    function isSentence(block: number): boolean {
      const {kind, end} = blocks[block]!;
      return (
        kind === 'paragraph' &&
        countWords(block) >= leastWordsApart &&
        endsSentence(prose.slice(end - 4, end))
      );
    }

    function isTitle(block: number): boolean {
      if (blocks.length <= 2 || countWords(block) > mostWordsOfTitle) return false;
      return block === 0 || (block < mostLinesOfHead && isHeadLine(block));
    }

    /** A line above the first paragraph that may be the headline: the name of the site may stand before it. */
    function isHeadLine(block: number): boolean {
      const {kind} = blocks[block]!;
      if (kind !== 'heading' && kind !== 'title' && kind !== 'paragraph') return false;
      return (
        page.proseBefore(block) === 0 &&
        page.proseAfter(block) > 0 &&
        !page.isProse(block) &&
        !page.isMarked(block)
      );
    }

    /** Cells repeat each other, and the alternative text of a picture may well repeat its caption. */
    function isAside(block: number): boolean {
      const {kind} = blocks[block]!;
      return kind === 'cell' || kind === 'alt';
    }

    /** Hash of the first word, 0 when there is none. */
    function firstWord(block: number): number {
      const {flags, hashes} = text.tokens;
      for (let i = firstOfBlock(text, block); i < endOfBlock(text, block); i++) {
        if (!(flags[i]! & TokenFlag.Mark)) return hashes[i]!;
      }
      return 0;
    }

    function countWords(block: number): number {
      let words = 0;
      for (let i = firstOfBlock(text, block); i < endOfBlock(text, block); i++) {
        const {flags} = text.tokens;
        if (!(flags[i]! & TokenFlag.Mark)) words++;
      }
      const {start, end} = blocks[block]!;
      if (end - start < words * longestMean || !dense.test(prose.slice(start, end))) return words;
      return Math.max(words, Math.floor((end - start) / charactersOfWord));
    }

    /** The headline cut short or with a tail, as a later block, and glued to the head of a paragraph. */
    function titleAgain(at: number, done: Set<number>): void {
      const title = blocks[at]!;
      if (done.has(at)) return;
      const wanted = fold(prose.slice(title.start, title.end));
      const isLong = wanted.length >= leastPrefix;
      if (!isLong && countWords(at) < leastWordsGlued) return;
      const opening = firstWord(at);
      for (let b = at + 1; b < blocks.length; b++) {
        const block = blocks[b]!;
        if (done.has(b) || firstWord(b) !== opening) continue;
        const length = block.end - block.start;
        const end = glued(at, b);
        if (end > 0) {
          tellTitle(title, block.start, end, deleteSpan(prose, block.start, end));
          done.add(b);
          continue;
        }
        if (!isLong || length < leastPrefix || length > wanted.length * 1.4 + 20) continue;
        const raw = prose.slice(block.start, block.end);
        const isCut = /(?:\.\.|…)\s*$/.test(raw);
        const got = fold(raw);
        const isTail = got.startsWith(`${wanted} `) && !/[.!?]["”’]?$/.test(raw);
        if (!(isCut && wanted.startsWith(got) && got.length >= leastPrefix) && !isTail) continue;
        tellTitle(title, block.start, block.end, deleteBlock(article, block.start, block.end));
        done.add(b);
      }
    }

    /**
     * Where the headline ends that a paragraph begins with, all its words and no mark behind them before a capital:
     * `Three roads are closed The council …`; 0 when there is none.
     */
    function glued(title: number, block: number): number {
      const {flags, hashes, ends} = text.tokens;
      const stop = endOfBlock(text, block);
      let i = firstOfBlock(text, block);
      let words = 0;
      for (let k = firstOfBlock(text, title); k < endOfBlock(text, title); k++) {
        if (flags[k]! & TokenFlag.Mark) continue;
        while (i < stop && flags[i]! & TokenFlag.Mark) i++;
        if (i >= stop || hashes[i] !== hashes[k]) return 0;
        words++;
        i++;
      }
      if (words < leastWordsGlued || i + leastWordsGlued > stop) return 0;
      return flags[i]! & TokenFlag.InitialCap ? ends[i - 1]! : 0;
    }

    function tellTitle(title: Block, start: number, end: number, edits: Edit[]): void {
      context.report({
        messageId: 'title',
        start,
        end,
        data: {text: excerpt(prose.slice(start, Math.min(end, start + 100)))},
        related: [{message: 'The headline', start: title.start, end: title.end}],
        suggestions: [{message: 'Delete it here', edits}],
      });
    }

    /** A line that says the same two or three times: `Roads closed in Aluste | Roads closed in Aluste`. */
    function twice(done: ReadonlySet<number>): void {
      const {flags, hashes, starts, ends} = text.tokens;
      for (const {index, words} of shortBlocks(context)) {
        if (words < 2 * leastWordsOfTitle || done.has(index)) continue;
        const tokens: number[] = [];
        for (let i = firstOfBlock(text, index); i < endOfBlock(text, index); i++)
          if (!(flags[i]! & TokenFlag.Mark)) tokens.push(i);
        const times = [2, 3].find((n) => isRepeated(tokens, n, hashes));
        if (times === undefined) continue;
        // In a refrain the second half goes on with a small letter.
        if (!(flags[tokens[tokens.length / times]!]! & TokenFlag.InitialCap)) continue;
        const start = starts[tokens[tokens.length / times]!]!;
        const end = ends[tokens.at(-1)!]!;
        const kept = ends[tokens[tokens.length / times - 1]!]!;
        // Whole sentences that stand twice are told as a loop.
        if (endsSentence(prose.slice(Math.max(kept, start - 4), start).trimEnd())) continue;
        context.report({
          messageId: 'adjacent',
          start,
          end,
          data: {text: excerpt(prose.slice(start, end))},
          suggestions: [{message: 'Delete it here', edits: [{start: kept, end, text: ''}]}],
        });
      }
    }
  },
});

/** Whether the words are `times` the same, four words or more. */
function isRepeated(tokens: readonly number[], times: number, hashes: Uint32Array): boolean {
  const period = tokens.length / times;
  if (!Number.isInteger(period) || period < leastWordsOfTitle) return false;
  for (let i = period; i < tokens.length; i++)
    if (hashes[tokens[i]!] !== hashes[tokens[i - period]!]) return false;
  return true;
}

/** Small letters and digits with single spaces between; marks of all kinds are dropped. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
