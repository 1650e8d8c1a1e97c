import {defineRule} from '../../src/engine/rule.js';
import {Feature, Zone} from '../../src/text/tokens.js';
import {deleteBlock, deleteSpan} from './_shared/delete-block.js';
import {excerpt} from './_shared/short-blocks.js';
import {isTailBlock, sentenceOf, sentenceRange} from './_shared/tail.js';

const bold = /\*\*(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*\*/y;
const heading = /^#{1,6} (?=\S)/;
const answer = /^(?:sure|certainly|of course|absolutely|okay|ok)\W$/i;
const fence = /^```[a-z]{0,12}$/i;

export default defineRule({
  meta: {
    id: 'residue/llm-leak',
    description: 'What a language model says about its own work, and its Markdown in plain text',
    mqm: 'addition',
    severity: 'error',
    recommended: true,
    hasSuggestions: true,
    schema: {
      type: 'object',
      properties: {
        bold: {type: 'boolean', description: 'Also tell bold type and headings of Markdown in plain text.'},
      },
      additionalProperties: false,
    },
    defaultOptions: {bold: false},
    strictOptions: {bold: true},
    needs: Feature.Asterisk | Feature.Hash | Feature.Backtick,
    messages: {
      talk: '“{{text}}” is a language model speaking about its work, not the article',
      markdown: '“{{text}}” is Markdown in a plain text, as language models write it',
    },
    dictionaries: ['residue/llm-leak'],
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const told = new Set<number>();
    return {
      phrase(match) {
        if (text.tokens.zones[match.first]! & Zone.Quotation) return;
        const block = text.tokens.blocks[match.first]!;
        if (block > 2 && !isTailBlock(text, block, 4)) return;
        const sentence = sentenceOf(text, match.first);
        if (told.has(sentence)) return;
        told.add(sentence);
        const {end} = sentenceRange(text, sentence);
        const {start} = sentenceRange(text, isAnswer(sentence - 1, block) ? sentence - 1 : sentence);
        if (end - start > 400) return;
        const whole = article.blocks[block]!;
        const isWhole = whole.start === start && whole.end === end;
        const edits = isWhole ? deleteBlock(article, start, end) : deleteSpan(prose, start, end);
        const data = {text: excerpt(prose.slice(start, end))};
        context.report({messageId: 'talk', start, end, data, suggestions: [{message: 'Delete it', edits}]});
      },
      mark: {
        chars: '*',
        on(token) {
          if (
            !context.options.bold ||
            article.format !== 'text' ||
            prose[text.tokens.starts[token]! - 1] === '*'
          )
            return;
          bold.lastIndex = text.tokens.starts[token]!;
          const match = bold.exec(prose);
          if (!match) return;
          const start = match.index;
          const end = start + match[0].length;
          markdown(start, end, [
            {start, end: start + 2, text: ''},
            {start: end - 2, end, text: ''},
          ]);
        },
      },
      article() {
        if (article.format !== 'text' || !(text.features & (Feature.Hash | Feature.Backtick))) return;
        for (const {start, end} of article.blocks) {
          const first = prose.charCodeAt(start);
          if (first === 0x23 && context.options.bold) {
            const mark = heading.exec(prose.slice(start, Math.min(end, start + 10)))?.[0];
            if (mark)
              markdown(start, start + mark.trimEnd().length, [{start, end: start + mark.length, text: ''}]);
          } else if (first === 0x60 && end - start < 20 && fence.test(prose.slice(start, end))) {
            markdown(start, end, deleteBlock(article, start, end));
          }
        }
      },
    };

    /** “Sure!”, “Certainly.”, “Of course!” before the sentence. */
    function isAnswer(sentence: number, block: number): boolean {
      if (sentence < 0 || text.sentences.blocks[sentence] !== block) return false;
      const {start, end} = sentenceRange(text, sentence);
      return end - start < 14 && answer.test(prose.slice(start, end));
    }

    function markdown(start: number, end: number, edits: {start: number; end: number; text: string}[]): void {
      const data = {text: excerpt(prose.slice(start, end))};
      const suggestions = [{message: 'Take the marks out', edits}];
      context.report({messageId: 'markdown', start, end, data, suggestions, severity: 'warning'});
    }
  },
});
