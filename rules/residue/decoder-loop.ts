import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, endSentenceOf, firstOfBlock, firstSentenceOf} from '../../src/text/blocks.js';
import {TokenFlag, Zone} from '../../src/text/tokens.js';
import {deleteSpan} from './_shared/delete-block.js';
import {excerpt} from './_shared/short-blocks.js';
import {sentenceRange} from './_shared/tail.js';

/** Longest repeated unit that is looked for, in tokens. */
const longest = 12;
/** Size of the table of words last seen; a power of two. */
const slots = 256;
/** As few as this with nothing between them quote nothing. */
const leastQuotes = 6;
const quotes = new Set([...'"“”'].map((mark) => mark.charCodeAt(0)));
const leastWordsOfSentence = 8;
const leastWordsOfNeighbour = 5;

export default defineRule({
  meta: {
    id: 'residue/decoder-loop',
    description: 'Words or phrases repeated over and over, and sentences that stand in the text twice',
    mqm: 'duplication',
    severity: 'warning',
    passage: 'gone',
    mqmSeverity: 'major',
    recommended: true,
    hasSuggestions: true,
    schema: {
      type: 'object',
      properties: {
        apart: {type: 'boolean', description: 'Also tell sentences that are repeated further on.'},
      },
      additionalProperties: false,
    },
    defaultOptions: {apart: false},
    strictOptions: {apart: true},
    messages: {
      loop: '“{{unit}}” is repeated {{count}} times running: the translation engine was caught in a loop',
      sentence: 'This sentence stands in the text before: “{{text}}”',
    },
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const {hashes, flags, starts, ends, blocks, zones} = text.tokens;
    const lastSeen = new Int32Array(slots).fill(-slots);
    return {
      article() {
        for (let b = 0; b < article.blocks.length; b++) loops(firstOfBlock(text, b), endOfBlock(text, b));
        sentences();
      },
    };

    /**
     * Finds units of one to twelve tokens that follow themselves. A word that stood a few tokens before gives the
     * period; in every unit there is one that stands in it once, or the period is shorter.
     */
    function loops(from: number, to: number): void {
      if (to - from < 6) return;
      for (let i = from; i < to; i++) {
        if (flags[i]! & TokenFlag.Mark) {
          i = Math.max(i, loopOfQuotes(i, to));
          continue;
        }
        if (!(flags[i]! & TokenFlag.Word)) continue;
        const hash = hashes[i]!;
        const slot = hash & (slots - 1);
        const period = i - lastSeen[slot]!;
        lastSeen[slot] = i;
        if (period > longest || period <= 0 || i - period < from || hashes[i - period] !== hash) continue;
        let first = i - period;
        while (first > from && hashes[first - 1] === hashes[first - 1 + period]) first--;
        let end = i + 1;
        while (end < to && hashes[end] === hashes[end - period]) end++;
        if (end - first < 3 * period) continue;
        if (isLoop(first, end, period)) report(first, end, period);
        i = end - 1;
      }
    }

    /** `"" "" ""`: quotation marks with spaces between that quote nothing. The last token of the loop, else -1. */
    function loopOfQuotes(i: number, to: number): number {
      if (!quotes.has(hashes[i]!) || !(flags[i]! & TokenFlag.SpaceBefore)) return -1;
      let last = i;
      let spaces = 0;
      while (last + 1 < to && hashes[last + 1] === hashes[i]) {
        last++;
        if (flags[last]! & TokenFlag.SpaceBefore) spaces++;
      }
      if (last - i + 1 < leastQuotes || spaces < 2) return -1;
      report(i, last + 1, flags[i + 1]! & TokenFlag.SpaceBefore ? 1 : 2);
      return last;
    }

    /** Tells a loop from “no, no, no”, from rows of figures, and from rows of asterisks. */
    function isLoop(first: number, end: number, period: number): boolean {
      let words = 0;
      let numbers = 0;
      for (let i = first; i < first + period; i++) {
        if (flags[i]! & TokenFlag.Word) words++;
        else if (flags[i]! & TokenFlag.Number) numbers++;
      }
      if (words === 0 || numbers > words || prose[starts[first]!] === '<') return false;
      // “Ding-ding-ding” is a sound.
      if (words === 1 && first + 1 < end && starts[first + 1] === ends[first] && prose[ends[first]!] !== ',')
        return false;
      const count = Math.floor((end - first) / period);
      const isQuoted = (zones[first]! & Zone.Quotation) !== 0;
      if (words === 1) return count >= (isQuoted ? 8 : 5);
      if (words === 2) return count >= (isQuoted ? 6 : 4);
      return count >= (isQuoted ? 4 : 3);
    }

    function report(first: number, end: number, period: number): void {
      const start = starts[first]!;
      const stop = ends[end - 1]!;
      const count = Math.floor((end - first) / period);
      const unit = prose.slice(start, ends[first + period - 1]!);
      const kept = ends[first + period - 1]!;
      const suggestions = [{message: 'Keep it once', edits: [{start: kept, end: stop, text: ''}]}];
      const data = {unit: excerpt(unit), count};
      context.report({
        messageId: 'loop',
        start,
        end: stop,
        data,
        facts: {period},
        suggestions,
        severity: 'warning',
      });
    }

    /** Sentences that occur twice; whole blocks are the business of `residue/duplicate-block`. */
    function sentences(): void {
      const {count, first, last} = text.sentences;
      const seen = new Map<number, number>();
      const found: [earlier: number, later: number][] = [];
      for (let s = 0; s < count; s++) {
        const from = first[s]!;
        const to = last[s]!;
        if (to - from < leastWordsOfNeighbour) continue;
        let hash = 0x811c9dc5;
        let words = 0;
        for (let i = from; i <= to; i++) {
          if (flags[i]! & TokenFlag.Mark) continue;
          hash = Math.imul(hash ^ hashes[i]!, 0x01000193);
          words++;
        }
        if (words < leastWordsOfNeighbour) continue;
        const earlier = seen.get(hash);
        if (earlier === undefined) {
          seen.set(hash, s);
          continue;
        }
        const isNeighbour = earlier === s - 1 && blocks[first[earlier]!] === blocks[from];
        if (!isNeighbour && (words < leastWordsOfSentence || !context.options.apart)) continue;
        if (isBlock(earlier) && isBlock(s)) continue;
        if (sameWords(earlier, s)) found.push([earlier, s]);
      }
      // A refrain or a form repeats many sentences; an engine or a scraper repeats few.
      if (found.length > 5) return;
      for (const [earlier, later] of found) {
        const {start, end} = sentenceRange(text, later);
        context.report({
          messageId: 'sentence',
          start,
          end,
          data: {text: excerpt(prose.slice(start, Math.min(end, start + 100)))},
          related: [{message: 'It stands here before', ...sentenceRange(text, earlier)}],
          suggestions: [{message: 'Delete it here', edits: deleteSpan(prose, start, end)}],
        });
      }
    }

    function isBlock(sentence: number): boolean {
      const block = text.sentences.blocks[sentence]!;
      return endSentenceOf(text, block) - firstSentenceOf(text, block) === 1 && article.blocks.length > 1;
    }

    function sameWords(a: number, b: number): boolean {
      const {first, last} = text.sentences;
      let i = first[a]!;
      let k = first[b]!;
      for (;;) {
        while (i <= last[a]! && flags[i]! & TokenFlag.Mark) i++;
        while (k <= last[b]! && flags[k]! & TokenFlag.Mark) k++;
        if (i > last[a]! || k > last[b]!) return i > last[a]! && k > last[b]!;
        if (hashes[i++] !== hashes[k++]) return false;
      }
    }
  },
});
