import {defineRule} from '../../src/engine/rule.js';
import {localeOf} from '../../src/locale/locale.js';
import {Feature, TokenFlag} from '../../src/text/tokens.js';
import {findBrackets} from './_shared/brackets.js';
import {findClosingPlace} from './_shared/closing-place.js';
import {ownQuotations} from './_shared/own-quotes.js';
import {quotesLikeEnglish} from './_shared/quotation-marks.js';
import {findQuotations} from './_shared/quotations.js';
import {Quote, type QuoteMark} from './_shared/quote-marks.js';
import {findLoneSingles} from './_shared/single-quotes.js';

export default defineRule({
  meta: {
    id: 'punctuation/unpaired',
    description: 'Finds quotations and brackets that never close or never open',
    mqm: 'unpaired-marks',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        possessives: {
          type: 'boolean',
          description:
            'Report a double mark that stands for the apostrophe of a plural (the players" coach).',
        },
      },
    },
    defaultOptions: {possessives: false},
    strictOptions: {possessives: true},
    needs:
      Feature.CurlyQuote |
      Feature.StraightQuote |
      Feature.ForeignQuote |
      Feature.CurlyApostrophe |
      Feature.Parenthesis |
      Feature.SquareBracket,
    messages: {
      'quote-unclosed': 'This quotation never ends: no closing mark follows',
      'quote-unopened': 'This quotation never begins: no opening mark stands before',
      'bracket-unclosed': 'This bracket is opened and never closed',
      'bracket-unopened': 'This bracket closes nothing: no opening one stands before',
    },
  },
  create(context) {
    const {text, settings, options} = context;
    const hasOwnMarks = localeOf(settings.language) !== undefined;
    // ” opens in some languages and “ closes in others: where it is not known, only straight marks are judged.
    const judgesQuotes =
      !hasOwnMarks && (quotesLikeEnglish(settings.language) || (text.features & Feature.CurlyQuote) === 0);
    const apostrophe = text.features & Feature.CurlyApostrophe ? '’' : "'";

    /** `the players" coach`: what a search and replace made of an apostrophe. */
    const isPluralPossessive = (mark: QuoteMark): boolean => {
      const {prose, tokens} = text;
      const next = mark.token + 1;
      const small =
        next < tokens.count &&
        ((tokens.flags[next] as number) & (TokenFlag.Word | TokenFlag.InitialCap)) === TokenFlag.Word;
      return mark.spaceAfter && small && /[a-z]s$/.test(prose.slice(Math.max(0, mark.start - 2), mark.start));
    };

    const ownMarks = (): void => {
      const found = ownQuotations(context);
      for (const {start, end} of found?.unclosed ?? [])
        context.report({messageId: 'quote-unclosed', start, end});
      for (const {start, end} of found?.unopened ?? [])
        context.report({messageId: 'quote-unopened', start, end});
    };

    return {
      article() {
        if (
          hasOwnMarks &&
          text.features & (Feature.CurlyQuote | Feature.StraightQuote | Feature.ForeignQuote)
        )
          ownMarks();
        if (judgesQuotes && text.features & (Feature.CurlyQuote | Feature.StraightQuote)) {
          const {unclosed, unopened} = findQuotations(context);
          for (const mark of unclosed) {
            const sign = mark.code === Quote.Straight ? '"' : '”';
            const edit = findClosingPlace(text, mark, sign);
            context.report({
              messageId: 'quote-unclosed',
              start: mark.start,
              end: mark.end,
              suggestions: edit
                ? [
                    {
                      message: edit.before
                        ? `Close it before “${edit.before}”`
                        : 'Close it at the end of the paragraph',
                      edits: [edit.edit],
                    },
                  ]
                : [],
            });
          }
          for (const mark of unopened) {
            const {start, end} = mark;
            // U+0022 ("): the mark itself is spoken of.
            if (text.prose[start - 1] === '(' && text.prose[end] === ')') continue;
            // A slip of typing or conversion, which translation does not cause.
            const possessive = isPluralPossessive(mark);
            if (possessive && !options.possessives) continue;
            context.report({
              messageId: 'quote-unopened',
              start,
              end,
              suggestions: possessive
                ? [{message: 'Make it an apostrophe', edits: [{start, end, text: apostrophe}]}]
                : [],
            });
          }
        }
        if (judgesQuotes && text.features & Feature.CurlyApostrophe && text.prose.includes('‘')) {
          for (const token of findLoneSingles(context)) {
            const start = text.tokens.starts[token] as number;
            context.report({messageId: 'quote-unclosed', start, end: start + 1});
          }
        }
        if (text.features & (Feature.Parenthesis | Feature.SquareBracket)) {
          for (const {token, last, opens} of findBrackets(context)) {
            context.report({
              messageId: opens ? 'bracket-unclosed' : 'bracket-unopened',
              start: text.tokens.starts[token] as number,
              end: text.tokens.ends[last] as number,
            });
          }
        }
      },
    };
  },
});
