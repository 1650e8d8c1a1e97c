import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {mayBeAbbreviated} from '../../src/text/abbreviation.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';

const code = (char: string): number => char.charCodeAt(0);
const stop = code('.');
const comma = code(',');
/** More doubled quotation marks than these are told once. */
const mostQuotes = 4;
/** Quotation marks that are found doubled. */
const doubling = new Set([...'"\'`“”'].map(code));
const quoteMarks = new Set([...'"“‘\'(['].map(code));
const points = new Set([...'.,!?…'].map(code));
const closing = new Set([...'”’"\')]»'].map(code));
/** Begin a clause behind two stops with no space; a name in a path does not. */
const joining = wordSet(
  'the a an and but or so it he she they we i you this that these those in on at for by with if when while once whoever then there',
);
/** Pairs of marks that never follow each other, whatever stands before. */
const never = new Set([
  ',.',
  ',,',
  ',;',
  ',:',
  ',!',
  ',?',
  ';,',
  ';.',
  ';;',
  ';:',
  ':,',
  ':.',
  ':;',
  '!,',
  '!;',
  '?;',
]);

/** A quotation mark that stands twice, and what is enough there. */
interface DoubledQuote extends Edit {
  readonly mark: number;
  readonly block: number;
  /** 1 where it opens, -1 where it closes. */
  readonly opens: 1 | -1;
}

export default defineRule({
  meta: {
    id: 'punctuation/doubled',
    description: 'Finds two marks where one belongs, as in “.,”, “,,” and doubled quotation marks',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      marks: '“{{marks}}”: two marks where one is enough',
      twice: '“{{marks}}”: the mark stands twice',
      all: 'The quotation marks of this text are doubled, {{times}} times',
      around: 'A mark stands before and behind the closing {{closing}}; one is enough',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends, zones, count, blocks} = text.tokens;

    const touches = (i: number): boolean =>
      i + 1 < count && ends[i] === starts[i + 1] && blocks[i] === blocks[i + 1];
    const {isMark} = tokenTests(text, context.shared);

    const suggest = (i: number, j: number, replacements: readonly string[]): void => {
      const start = starts[i] as number;
      const end = ends[j] as number;
      const marks = prose.slice(start, end);
      context.report({
        messageId: 'marks',
        start,
        end,
        data: {marks},
        suggestions: replacements.map((r) => ({message: `Keep “${r}”`, edits: [{start, end, text: r}]})),
      });
    };
    /** Doubled quotation marks, told once when there are many: then a program doubled them all. */
    const doubledQuotes: DoubledQuote[] = [];
    const fix = (i: number, j: number, replacement: string): void => {
      const start = starts[i] as number;
      const end = ends[j] as number;
      context.report({
        messageId: 'twice',
        start,
        end,
        data: {marks: prose.slice(start, end)},
        fix: [{start, end, text: replacement}],
      });
    };

    const pair = (i: number, first: number): void => {
      const j = i + 1;
      const second = hashes[j] as number;
      const before = i > 0 && touches(i - 1) ? i - 1 : -1;
      // A run of three or more is an ellipsis, an outcry or a rule.
      if (before >= 0 && (hashes[before] === first || hashes[before] === second)) return;
      // `pjson?.type`, `a..b`: code; but `daily..and`, where a sentence goes on in English.
      if (touches(j) && !isMark(j + 1)) {
        if (first === stop && second === stop && before >= 0 && partsWords(before, j + 1))
          suggestBetween(i, j);
        return;
      }
      const longer = touches(j) && isMark(j + 1) && (hashes[j + 1] === second || hashes[j + 1] === first);
      const marks = prose.slice(starts[i], ends[j]);
      if (first === comma && second === comma) {
        // ,,word“: a low quotation mark, which is another rule's business.
        // `,, word“`: the same with a space behind.
        if (longer || (flags[i] as number) & TokenFlag.SpaceBefore) return;
        fix(i, j, ',');
      } else if (marks === '..') {
        if (
          longer ||
          before < 0 ||
          quoteMarks.has(hashes[before] as number) ||
          (touches(j) && !closing.has(hashes[j + 1] as number))
        )
          return;
        const asked = hashes[before] === code('?') || hashes[before] === code('!');
        // `?..` is how Russian writes `?…`.
        if (asked) suggest(before, j, [prose[starts[before] as number] as string]);
        else suggest(i, j, ['.', '…']);
      } else if (longer) {
        // `?..`, `!..` and the like.
      } else if (first === stop) {
        if (second === comma && before >= 0 && !mayBeAbbreviated(text, i)) suggest(i, j, [',', '.']);
      } else if (marks === '!.' || marks === '?.') {
        if (before >= 0 && isSmall(before)) suggest(i, j, [marks[0] as string]);
      } else if (never.has(marks)) {
        if ((marks[0] === '!' || marks[0] === '?') && (before < 0 || !isSmall(before))) return;
        suggest(i, j, [marks[1] as string, marks[0] as string]);
      }
    };
    /** Two words of the lexicon, the second of which begins a clause. */
    const partsWords = (left: number, right: number): boolean => {
      if (!isSmall(left) || !joining.has(hashes[right] as number) || touches(right)) return false;
      return (
        context.resource('lexicon-en.bin', parseLexicon)?.isOrdinaryWord(hashes[left] as number) ?? false
      );
    };
    const suggestBetween = (i: number, j: number): void => {
      const start = starts[i] as number;
      const end = ends[j] as number;
      context.report({
        messageId: 'marks',
        start,
        end,
        data: {marks: '..'},
        suggestions: ['. ', '… '].map((r) => ({
          message: `Write “${r.trim()}” and a space`,
          edits: [{start, end, text: r}],
        })),
      });
    };
    /** An ordinary word: behind a capital, `Yahoo!.` may be a name. */
    const isSmall = (i: number): boolean =>
      ((flags[i] as number) &
        (TokenFlag.Word | TokenFlag.InitialCap | TokenFlag.InnerCap | TokenFlag.AllCaps)) ===
      TokenFlag.Word;

    /** `.”.`, `,”,`, `.).`: the same mark before and behind a closing one. */
    const around = (i: number, mark: number): void => {
      const j = i + 1;
      const k = i + 2;
      if (!closing.has(hashes[j] as number) || !isMark(j) || !touches(j) || hashes[k] !== mark) return;
      if (
        mark === stop &&
        (mayBeAbbreviated(text, i) || (i > 0 && hashes[i - 1] === stop) || hashes[k + 1] === stop)
      )
        return;
      const start = starts[i] as number;
      const end = ends[k] as number;
      const bracket = hashes[j] === code(')') || hashes[j] === code(']');
      const sign = prose.slice(starts[j], ends[j]);
      const inner = {message: 'Keep the inner one', edits: [{start: starts[k] as number, end, text: ''}]};
      const outer = {message: 'Keep the outer one', edits: [{start, end: ends[i] as number, text: ''}]};
      context.report({
        messageId: 'around',
        start,
        end,
        data: {closing: bracket ? 'bracket' : `mark ${sign}`},
        suggestions: bracket ? [outer, inner] : [inner, outer],
      });
    };

    /** `""word""`, `““word””`, `''word''`, and TeX’s pairs. */
    const quotes = (i: number, mark: number): void => {
      const j = i + 1;
      if (hashes[j] !== mark || (i > 0 && touches(i - 1) && hashes[i - 1] === mark)) return;
      if (touches(j) && hashes[j + 1] === mark) return;
      const left = i > 0 && touches(i - 1);
      const right = touches(j);
      // An empty pair stands free on both sides, or in brackets: push('').
      const held = (k: number): boolean => !isMark(k) || points.has(hashes[k] as number);
      if (!(left && held(i - 1)) && !(right && held(j + 1))) return;
      const single = mark === code("'") || mark === code('`');
      // Two single marks behind a number are inches or seconds, and those inside a word are no quotation.
      if (
        single &&
        left &&
        ((flags[i - 1] as number) & TokenFlag.Number || (right && !isMark(i - 1) && !isMark(j + 1)))
      )
        return;
      const opens = right && !isMark(j + 1) ? 1 : -1;
      const start = starts[i] as number;
      const end = ends[j] as number;
      doubledQuotes.push({
        start,
        end,
        text: single ? '"' : (prose[start] as string),
        mark,
        block: blocks[i] as number,
        opens,
      });
    };

    /**
     * Marks that stand twice because one quotation begins or ends with another are right: `""Yes" and "no"," he said`.
     * There the marks of the block come out even as they are, and would not with one less.
     */
    const areNested = (all: readonly DoubledQuote[]): boolean => {
      const {mark, block} = all[0] as DoubledQuote;
      const gone = all.reduce((sum, {opens}) => sum + opens, 0);
      // ``…'' must open as often as it closes.
      if (mark === code("'") || mark === code('`')) return gone !== 0;
      let balance = 0;
      let count = 0;
      for (let i = firstOfBlock(text, block); i < endOfBlock(text, block); i++) {
        if (mark === code('"')) count += hashes[i] === mark ? 1 : 0;
        else balance += hashes[i] === code('“') ? 1 : hashes[i] === code('”') ? -1 : 0;
      }
      return mark === code('"')
        ? count % 2 === 0 && (count - all.length) % 2 !== 0
        : balance === 0 && gone !== 0;
    };

    /** The doubled quotation marks that are not nested. */
    const needless = (): readonly DoubledQuote[] => {
      const groups = new Map<string, DoubledQuote[]>();
      for (const quote of doubledQuotes) {
        const family =
          quote.mark === code('"') ? '"' : quote.mark === code("'") || quote.mark === code('`') ? "'" : '“';
        const key = `${quote.block} ${family}`;
        const group = groups.get(key);
        if (group) group.push(quote);
        else groups.set(key, [quote]);
      }
      return [...groups.values()].filter((group) => !areNested(group)).flat();
    };

    return {
      mark: {
        chars: ',.;:!?"“”\'`',
        on(i, mark) {
          if (!touches(i) || !isMark(i + 1) || (zones[i] as number) & notProse) return;
          if (doubling.has(mark)) quotes(i, mark);
          else {
            pair(i, mark);
            if (mark === stop || mark === comma) around(i, mark);
          }
        },
      },
      article() {
        const all = needless();
        const many = all.length > mostQuotes;
        const edits = all.map(({start, end, text: one}) => ({start, end, text: one}));
        for (const edit of many ? edits.slice(0, 1) : edits) {
          const {start, end} = edit;
          context.report({
            messageId: many ? 'all' : 'twice',
            start,
            end,
            data: {marks: prose.slice(start, end), times: all.length},
            fix: many ? edits : [edit],
          });
        }
      },
    };
  },
});
