import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {localeOf} from '../../src/locale/locale.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {isClitic} from './_shared/clitics.js';
import {findDoubleSpaces} from './_shared/double-spaces.js';
import {isHalfLetter} from './_shared/mojibake.js';
import {innerRange, type OwnPair, ownQuotations} from './_shared/own-quotes.js';
import {findQuotations} from './_shared/quotations.js';

/** What may follow a closing quotation mark directly: endings (“X”s, “OK”ed). */
const endings = new Set(['s', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'th'].map(hashOf));

/** Begin sentences, and are no name of a file, a program or a domain. */
const openers = wordSet(
  `the a an this that these those it he she they we you i there here his her their its our my in on at by for from with as if when
  while after before since but and or so yet however also then now not no what who why how where according one two`,
);

const {Word, Number: Digits, Mark, SpaceBefore, InitialCap, InnerCap, AllCaps, Alphanumeric} = TokenFlag;

const code = (char: string): number => char.charCodeAt(0);
const comma = code(',');
const stop = code('.');
const colon = code(':');
const openRound = code('(');
const closeRound = code(')');
const openSquare = code('[');
const closeSquare = code(']');
const apostrophe = code("'");
const curlyApostrophe = code('’');

/** Marks behind which another mark may follow without a space and that may themselves end a phrase. */
const closers = new Set([...'”’"\')]}%»°$€£…'].map(code));

/** How far a bracket's partner is looked for, in tokens. */
const bracketReach = 80;

export default defineRule({
  meta: {
    id: 'punctuation/spacing',
    description: 'Finds spaces that are missing, doubled, or on the wrong side of a mark',
    mqm: 'whitespace',
    severity: 'warning',
    recommended: true,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        afterStop: {
          type: 'boolean',
          description: 'Report two spaces behind a full stop too, where few of them stand.',
        },
      },
    },
    defaultOptions: {afterStop: false},
    strictOptions: {afterStop: true},
    fixable: 'typography',
    messages: {
      before: 'No space stands before “{{mark}}”',
      side: 'The space belongs behind the full stop, not before it',
      inside: 'No space stands inside brackets',
      after: 'A space is missing after “{{mark}}”',
      bracket: 'A space is missing before the bracket',
      quote: 'A space is missing {{side}} the quotation',
      clitic: 'A space parts a word from its ending “{{ending}}”',
      double: 'Two spaces where one is enough',
      'quote-inside': 'No space stands inside these quotation marks{{more}}',
      'quote-space': 'French sets a no-break space inside « »{{more}}',
    },
  },
  create(context) {
    const {text, article, settings} = context;
    const language = primaryLanguage(settings.language);
    const isEnglish = language === 'en';
    const isFrench = language === 'fr';
    const locale = localeOf(settings.language);
    /** Chinese and Japanese set no spaces round marks; Korean puts particles and brackets to words without one. */
    const isDense = locale?.isDense === true;
    const joinsBrackets = language === 'ko';
    const {prose} = text;
    const {flags, hashes, starts, ends, zones, count} = text.tokens;

    const isMark = (i: number): boolean => ((flags[i] as number) & Mark) !== 0;
    const hasSpace = (i: number): boolean => ((flags[i] as number) & SpaceBefore) !== 0;
    const sameBlock = (i: number, j: number): boolean =>
      j >= 0 && j < count && text.tokens.blocks[i] === text.tokens.blocks[j];
    const isOrdinary = (i: number): boolean =>
      context.resource('lexicon-en.bin', parseLexicon)?.isOrdinaryWord(hashes[i] as number) ?? true;
    /** The token right behind, with nothing between. */
    const touches = (i: number): boolean => sameBlock(i, i + 1) && !hasSpace(i + 1);
    const size = (i: number): number => (ends[i] as number) - (starts[i] as number);

    const insert = (messageId: 'after' | 'bracket', i: number, at: number, mark: string): void => {
      context.report({
        messageId,
        start: starts[i] as number,
        end: ends[i] as number,
        data: {mark},
        fix: [{start: at, end: at, text: ' '}],
      });
    };

    const partnerAfter = (i: number): number => {
      const wanted = hashes[i] === openRound ? closeRound : closeSquare;
      for (let k = i + 1; k < i + bracketReach && sameBlock(i, k); k++) {
        if (hashes[k] === wanted && isMark(k)) return k;
        if (hashes[k] === hashes[i] && isMark(k)) return -1;
      }
      return -1;
    };
    const partnerBefore = (i: number): number => {
      const wanted = hashes[i] === closeRound ? openRound : openSquare;
      for (let k = i - 1; k > i - bracketReach && sameBlock(i, k); k--) {
        if (hashes[k] === wanted && isMark(k)) return k;
        if (hashes[k] === hashes[i] && isMark(k)) return -1;
      }
      return -1;
    };

    const spaceBefore = (i: number, mark: number): void => {
      const previous = i - 1;
      if (!sameBlock(i, previous) || (isFrench && mark !== comma && mark !== stop)) return;
      const pointed = mark === stop || mark === colon || mark === code(';');
      if (touches(i)) {
        const next = hashes[i + 1] as number;
        // ` .5`, ` .NET`, ` ...`, ` :)`, ` ;-)`, ` :smile:` and the commas of a low quotation mark.
        if (mark === stop && beginsSentence(i)) {
          misplacedStop(i);
          return;
        }
        if (pointed && (!isMark(i + 1) || next === mark || next === code('=') || isFace(next))) return;
        if (mark === comma && next === comma) return;
        // ` ?ivica`, ` !Kung`: a letter that was lost, or one that looks like a mark.
        if ((mark === code('?') || mark === code('!')) && !isMark(i + 1)) return;
      }
      // `. . .`
      if (mark === stop && sameBlock(i, i + 1) && hashes[i + 1] === stop) return;
      if (isMark(previous) && !closers.has(hashes[previous] as number)) return;
      if (mark === colon && !isMark(previous) && (flags[previous] as number) & Digits && nextIsNumber(i))
        return;
      const start = ends[previous] as number;
      const end = starts[i] as number;
      // Glued to an address, a mark is part of it.
      if (isHalfLetter(prose, start) || (zones[previous] as number) & notProse) return;
      // `2 ,3`: two numbers, or one.
      const beforeNumber = touches(i) && nextIsNumber(i);
      context.report({
        messageId: 'before',
        start,
        end: ends[i] as number,
        data: {mark: prose[end] as string},
        ...(beforeNumber ? {} : {fix: [{start, end, text: ''}]}),
      });
    };
    /** `is open .It is`: a word that begins sentences, which `.NET` and `.Net` do not. */
    const beginsSentence = (i: number): boolean => {
      const before = flags[i - 1] as number;
      const next = flags[i + 1] as number;
      return (
        isEnglish &&
        (before & (Word | Alphanumeric | AllCaps)) === Word &&
        (next & (InitialCap | AllCaps | InnerCap)) === InitialCap &&
        openers.has(hashes[i + 1] as number) &&
        sameBlock(i, i + 2) &&
        hasSpace(i + 2)
      );
    };
    const misplacedStop = (i: number): void => {
      const start = ends[i - 1] as number;
      const end = ends[i] as number;
      context.report({messageId: 'side', start, end, fix: [{start, end, text: '. '}]});
    };
    const nextIsNumber = (i: number): boolean =>
      sameBlock(i, i + 1) && ((flags[i + 1] as number) & Digits) !== 0;

    /** `(` or `[` at token `i`. */
    const openBracket = (i: number): void => {
      const previous = i - 1;
      if (sameBlock(i, i + 1) && hasSpace(i + 1)) {
        // `f( x )`: a call, not a remark.
        const call = !hasSpace(i) && sameBlock(i, previous) && !isMark(previous);
        // `:-(` is a face.
        const face = !hasSpace(i) && sameBlock(i, previous) && isFace(hashes[previous] as number);
        if (!call && !face && partnerAfter(i) > i + 1) inside(ends[i] as number, starts[i + 1] as number);
      }
      if (hasSpace(i) || !sameBlock(i, previous) || isMark(previous) || !touches(i)) return;
      const f = flags[previous] as number;
      if (!(f & Word) || f & (Alphanumeric | InnerCap) || size(previous) < 3) return;
      if (hashes[previous - 1] === stop && !hasSpace(previous)) return;
      const close = partnerAfter(i);
      if (close < 0) return;
      const first = flags[i + 1] as number;
      const words = close - i - 1;
      const roman = words === 1 && /^[ivxIVX]+$/.test(text.token(i + 1));
      // `player(s)`, `hero(ine)`, `iron(II)`, `f(x, y)` are one word; a name, a number or several words are not.
      const content = prose.slice(ends[i], starts[close]);
      const apart = words > 1 && first & Word && content.includes(' ') && !/[,:=|]/.test(content);
      if ((apart || (first & (InitialCap | AllCaps) && size(i + 1) > 2)) && !roman) {
        insert('bracket', i, starts[i] as number, '(');
      }
    };

    /** `)` or `]` at token `i`. */
    const closeBracket = (i: number): void => {
      const previous = i - 1;
      // ` :)` closes nothing inside.
      const face = isMark(previous) && (hashes[previous] === colon || hashes[previous] === code(';'));
      if (hasSpace(i) && sameBlock(i, previous) && !face) {
        const open = partnerBefore(i);
        const call = open > 0 && sameBlock(open, open - 1) && !hasSpace(open) && !isMark(open - 1);
        if (open >= 0 && open < previous && !call) inside(ends[previous] as number, starts[i] as number);
      }
      if (hashes[i] !== closeRound || !touches(i) || !((flags[i + 1] as number) & Word) || size(i + 1) < 3)
        return;
      // `(re-)evaluate`
      if (hashes[previous] === code('-')) return;
      const open = partnerBefore(i);
      if (open < 0 || !hasSpace(open)) return;
      const one = i - open === 2;
      // `(re)build`, `(wo)men`, `(S)he`: part of a word.
      if (
        one &&
        !((flags[open + 1] as number) & (Digits | AllCaps)) &&
        !((flags[open + 1] as number) & InitialCap && size(open + 1) > 3)
      )
        return;
      if (one && size(open + 1) < 3 && !((flags[open + 1] as number) & Digits)) return;
      if (one && (flags[open + 1] as number) & Digits && size(open + 1) < 2) return;
      insert('after', i, ends[i] as number, ')');
    };

    const inside = (start: number, end: number): void => {
      context.report({messageId: 'inside', start, end, fix: [{start, end, text: ''}]});
    };

    /** One of `, ; : ! ? .` glued to the word behind it. */
    const missingAfter = (i: number, mark: number): void => {
      const previous = i - 1;
      const next = i + 1;
      if (!sameBlock(i, previous) || hasSpace(i)) return;
      const f = flags[next] as number;
      const before = flags[previous] as number;
      if (mark === colon && before & Word && (hashes[next] === openRound || hashes[next] === openSquare)) {
        // `Font:[Large`, but not `Well:(` and `a:[1]`.
        const word = next + 1;
        if (
          sameBlock(i, word) &&
          !hasSpace(word) &&
          (flags[word] as number) & InitialCap &&
          size(previous) > 2 &&
          partnerAfter(next) > 0
        ) {
          insert('after', i, ends[i] as number, ':');
        }
        return;
      }
      if (!(f & Word)) return;
      const capital = (f & (InitialCap | AllCaps)) !== 0;
      const wordBefore = (before & Word) !== 0;
      if ((zones[next] as number) & notProse || (zones[previous] as number) & notProse) return;
      switch (mark) {
        case comma:
          if (before & Mark && !closers.has(hashes[previous] as number)) return;
          // `a,b`, `TL,DR`.
          if (size(previous) <= 2 && size(next) <= 2) return;
          break;
        case code(';'):
          if (!wordBefore || hashes[i - 2] === code('&') || hashes[i - 2] === code('#')) return;
          if (size(previous) <= 2 && size(next) <= 2) return;
          if (size(next) === 1) return;
          break;
        case colon:
          if (!wordBefore || !capital || size(previous) < 3 || size(next) < 2) return;
          break;
        case stop:
          if (!isGluedSentence(i)) return;
          break;
        default:
          // Behind a capital it may be a name: Yahoo!News.
          if (!wordBefore || !capital || size(previous) < 2 || before & (InitialCap | AllCaps)) return;
          // `Ko?Ice`, `caf?Noir`: a letter may have been lost there.
          if (mark === code('?') && isEnglish && !isOrdinary(previous)) return;
      }
      insert('after', i, ends[i] as number, String.fromCharCode(mark));
    };

    /** `the end.The next`: an ordinary small word (or a year), a stop, and a capital that begins a word. */
    const isGluedSentence = (i: number): boolean => {
      const before = flags[i - 1] as number;
      const next = flags[i + 1] as number;
      if (!(next & InitialCap) || next & (Alphanumeric | InnerCap)) return false;
      // A sentence goes on with a word: net.Socket} does not.
      if (!sameBlock(i, i + 2) || !hasSpace(i + 2) || isMark(i + 2)) return false;
      // Domains, file names and code go on with a stop, a slash or a bracket.
      if (touches(i + 1) && /[./\\_@(=]/.test(prose[ends[i + 1] as number] as string)) {
        if (prose[ends[i + 1] as number] !== '.' || (touches(i + 2) && !isMark(i + 3))) return false;
      }
      if (next & AllCaps && size(i + 1) > 1 && size(i - 1) < 4) return false;
      if (size(i + 1) === 1 && !/^[AI]$/.test(text.token(i + 1))) return false;
      if (before & Digits) return size(i - 1) >= 4 && !(before & Alphanumeric);
      if (before & Mark) return hashes[i - 1] === closeRound || hashes[i - 1] === code('%');
      if (!(before & Word) || before & (InitialCap | AllCaps | Alphanumeric)) return false;
      return size(i - 1) >= 2 && !(i >= 2 && hashes[i - 2] === stop && !hasSpace(i - 1));
    };

    const clitic = (i: number): void => {
      if (!isEnglish) return;
      const next = i + 1;
      if (!hasSpace(i) || !sameBlock(i, i - 1) || !sameBlock(i, next) || !((flags[i - 1] as number) & Word))
        return;
      if (
        !((flags[next] as number) & Word) ||
        size(next) > 2 ||
        !isClitic(text.token(i - 1), text.token(next))
      )
        return;
      const behind = next + 1;
      if (sameBlock(i, behind) && !hasSpace(behind) && isMark(behind)) {
        const h = hashes[behind] as number;
        if (h === apostrophe || h === curlyApostrophe) return;
      }
      const start = ends[i - 1] as number;
      const end = starts[next] as number;
      const sign = prose.slice(starts[i], ends[i]);
      context.report({
        messageId: 'clitic',
        start,
        end: ends[next] as number,
        data: {ending: sign + text.token(next)},
        fix: [{start, end, text: sign}],
      });
    };

    const quotes = (): void => {
      const {pairs, misplaced} = findQuotations(context);
      const elsewhere = new Set(misplaced.map(({mark}) => mark));
      for (const {open, close} of pairs) {
        const left = open.token - 1;
        if (
          !open.spaceBefore &&
          sameBlock(open.token, left) &&
          ((flags[left] as number) & Word || hashes[left] === comma)
        ) {
          if (size(left) > 1 || hashes[left] === comma) quote(open, open.start, 'before');
        }
        const right = close.token + close.end - close.start;
        if (
          !close.spaceAfter &&
          !elsewhere.has(close) &&
          sameBlock(close.token, right) &&
          (flags[right] as number) & Word &&
          // `Mar"inka`: the sign of a letter.
          ((flags[right] as number) & InitialCap || isOrdinary(right)) &&
          !endings.has(hashes[right] as number)
        ) {
          quote(close, close.end, 'after');
        }
      }
    };
    const quote = (
      {start, end}: {start: number; end: number},
      at: number,
      side: 'before' | 'after',
    ): void => {
      context.report({messageId: 'quote', start, end, data: {side}, fix: [{start: at, end: at, text: ' '}]});
    };

    /** French parts « and » from the words between them, other languages do not; one finding a text. */
    const insideQuotes = (): void => {
      const found = ownQuotations(context);
      const wanted = found?.locale.inside ?? '';
      const wrong = (found?.pairs ?? []).filter((pair) => {
        const {open, close} = pair;
        const {start, end} = innerRange(prose, pair);
        if (start >= end || !'«“„»”'.includes(open.sign) || open.sign === '"') return false;
        const isParted = start > open.end && end < close.start;
        if (open.sign === '«' && close.sign === '»' && wanted !== '')
          return start === open.end && end === close.start;
        return isParted;
      });
      if (wrong.length === 0) return;
      wrong.sort((a, b) => a.open.start - b.open.start);
      const [{open, close}] = wrong as [OwnPair];
      const space = open.sign === '«' ? wanted : '';
      context.report({
        messageId: space === '' ? 'quote-inside' : 'quote-space',
        start: open.start,
        end: open.end,
        data: {more: wrong.length === 1 ? '' : ` (${wrong.length} times in this text)`},
        facts: {count: wrong.length},
        related: [{message: 'closed here', start: close.start, end: close.end}],
        fix: wrong
          .filter((pair) => (pair.open.sign === '«' ? wanted : '') === space)
          .flatMap((pair) => {
            const {start, end} = innerRange(prose, pair);
            return [
              {start: pair.open.end, end: start, text: space},
              {start: end, end: pair.close.start, text: space},
            ];
          }),
      });
    };

    return {
      mark: {
        chars: ",.;:!?()[]'’",
        on(i, mark) {
          if (isDense || (zones[i] as number) & notProse) return;
          if (joinsBrackets && (mark === openRound || mark === closeRound)) return;
          if (mark === openRound || mark === openSquare) openBracket(i);
          else if (mark === closeRound || mark === closeSquare) closeBracket(i);
          else if (mark === apostrophe || mark === curlyApostrophe) clitic(i);
          else {
            if (hasSpace(i)) spaceBefore(i, mark);
            if (touches(i)) missingAfter(i, mark);
          }
        },
      },
      article() {
        if (text.features & Feature.DoubleSpace) {
          for (const {start, end, afterStop} of findDoubleSpaces(article)) {
            if (afterStop && !context.options.afterStop) continue;
            context.report({messageId: 'double', start, end, fix: [{start, end, text: ' '}]});
          }
        }
        if (isEnglish && text.features & (Feature.StraightQuote | Feature.CurlyQuote)) quotes();
        if (locale && text.features & (Feature.CurlyQuote | Feature.ForeignQuote)) insideQuotes();
      },
    };
  },
});

const marksOfFaces = new Set([...')(-|/:;='].map(code));

/** A mark that makes a face with another: `:-(`, `;)`, `=|`. */
function isFace(mark: number): boolean {
  return marksOfFaces.has(mark);
}
