import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {localeOf} from '../../src/locale/locale.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {isClitic} from './_shared/clitics.js';
import {findDoubleSpaces} from './_shared/double-spaces.js';
import {bracketSpaces} from './_shared/spacing/bracket-spaces.js';
import {gluedMarks} from './_shared/spacing/glued-marks.js';
import {looseMarks} from './_shared/spacing/loose-marks.js';
import {closeRound, closeSquare, code, openRound, openSquare} from './_shared/spacing/marks.js';
import {spacesInsideQuotes, spacesOutsideQuotes} from './_shared/spacing/quotation-spaces.js';

/** Marks of Arabic, Chinese and Japanese text, which stand close behind the word like all others. */
const ofOtherScripts = '،؛؟۔，。、！？；：';
const others = new Set([...ofOtherScripts].map(code));
const apostrophe = code("'");
const curlyApostrophe = code('’');

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
    const {flags, hashes, starts, ends, zones} = text.tokens;
    const {isMark, spaced: hasSpace, same: sameBlock, touches, size} = tokenTests(text, context.shared);
    const isOrdinary = (i: number): boolean =>
      context.resource('lexicon-en.bin', parseLexicon)?.isOrdinaryWord(hashes[i] as number) ?? true;
    const spaceBefore = looseMarks(context, {isEnglish, isFrench});
    const missingAfter = gluedMarks(context, (i) => isEnglish && !isOrdinary(i));
    const {openBracket, closeBracket} = bracketSpaces(context);

    const clitic = (i: number): void => {
      if (!isEnglish) return;
      const next = i + 1;
      if (
        !hasSpace(i) ||
        !sameBlock(i, i - 1) ||
        !sameBlock(i, next) ||
        !((flags[i - 1] as number) & TokenFlag.Word)
      )
        return;
      if (
        !((flags[next] as number) & TokenFlag.Word) ||
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

    return {
      mark: {
        chars: `,.;:!?()[]'’${ofOtherScripts}`,
        on(i, mark) {
          if (others.has(mark)) {
            if (hasSpace(i) && !((zones[i] as number) & notProse)) spaceBefore(i, mark);
            return;
          }
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
        if (isEnglish && text.features & (Feature.StraightQuote | Feature.CurlyQuote))
          spacesOutsideQuotes(context, isOrdinary);
        if (locale && text.features & (Feature.CurlyQuote | Feature.ForeignQuote))
          spacesInsideQuotes(context);
      },
    };
  },
});
