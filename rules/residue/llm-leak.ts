import {defineRule} from '../../src/engine/rule.js';
import {blockOf} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {sentenceOf} from '../../src/text/positions.js';
import {Feature, TokenFlag, Zone} from '../../src/text/tokens.js';
import {deletePlace} from './_shared/block-place.js';
import {deleteBlock} from './_shared/delete-block.js';
import {pageOf} from './_shared/page/page.js';
import {excerpt} from './_shared/short-blocks.js';
import {isTailBlock, sentenceRange} from './_shared/tail.js';

const bold = /\*\*(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*\*/y;
const heading = /^#{1,6} (?=\S)/;
const answer = /^(?:sure|certainly|of course|absolutely|okay|ok)\W$/i;
/** Talk about a task has two of these at least. */
const taskWords = wordSet(
  'translate translated translating translation rewrite rewriting rewritten paraphrase output prompt instruction instructions guidelines constraint user readers audience tone style headline wording phrasing markdown formatting paragraph paragraphs sentence sentences words original source english article text natural naturally literal literally meaning summary content',
);
const leastTaskWords = 2;
/** Tags that prompts ask for, and marks of the formats that models are trained in. */
const tagName =
  /^(?:think|thinking|reasoning|reflection|scratchpad|analysis|answer|final|final[_-]?(?:answer|translation|text|version)|translation|translated(?:[_-]?text)?|output|response|result|source[_-]text|target(?:[_-]text)?|instructions?|prompt|system|user|assistant|input|rewritten(?:[_-]\w{1,20})?)$/iu;
const tag =
  /<\/?([a-z][\w-]{1,30})>|<\|[a-z_]{2,30}\|>|<<\/?SYS>>|\[\/?INST\]|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|【\d{1,3}(?::\d{1,3})?†[^【】]{1,40}】|citeturn\d+\w{1,20}/giu;
const leads = wordSet("here here's below i've i'll let let's");
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
    needs: Feature.Asterisk | Feature.Hash | Feature.Backtick | Feature.Angle | Feature.SquareBracket,
    messages: {
      tag: '“{{text}}” is a tag or a mark of a language model, left in the text',
      talk: '“{{text}}” is a language model speaking about its work, not the article',
      markdown: '“{{text}}” is Markdown in a plain text, as language models write it',
    },
    dictionaries: ['residue/llm-leak', 'residue/llm-trace'],
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    /** Sentences that speak of the work, and whether they do so surely. */
    const talk = new Map<number, boolean>();
    return {
      phrase(match) {
        if (text.tokens.zones[match.first]! & Zone.Quotation) return;
        const sentence = sentenceOf(text, match.first);
        const {kind, near, severity} = match.entry;
        if (answer.test(prose.slice(match.start, match.end))) {
          const block = blockOf(text, match.first);
          if (isAnswer(sentence, block) && leadsOn(sentence + 1, block)) talk.set(sentence + 1, true);
          return;
        }
        if (kind === 'residue/llm-trace') {
          if (near === undefined || countTaskWords(sentence) >= leastTaskWords) talk.set(sentence, true);
        } else if (talk.get(sentence) !== true && isAtEdge(blockOf(text, match.first)))
          talk.set(sentence, severity !== 'info');
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
        let told = false;
        for (const [sentence, isSure] of talk) if (isSure) told = tellTalk(sentence) || told;
        // “Hope this helps!” is what people say too, unless “Let me know if …” follows.
        for (const [sentence, isSure] of talk)
          if (!isSure && (told || talk.has(sentence + 1) || talk.has(sentence - 1))) tellTalk(sentence);
        if (text.features & (Feature.Angle | Feature.SquareBracket) || prose.includes('oaicite')) tags();
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

    /** “Here is …”, “Below …”, “I have …”, “Let me …” behind “Sure!”. */
    function leadsOn(sentence: number, block: number): boolean {
      if (sentence >= text.sentences.count || text.sentences.blocks[sentence] !== block) return false;
      return leads.has(text.tokens.hashes[text.sentences.first[sentence]!]!);
    }

    /** Within the first blocks, or where hardly any prose follows. */
    function isAtEdge(block: number): boolean {
      const page = pageOf(context);
      return (
        block <= 2 ||
        isTailBlock(text, block, 4) ||
        page.proseBefore(block) === 0 ||
        page.proseAfter(block) <= 2
      );
    }

    function countTaskWords(sentence: number): number {
      const {hashes, flags} = text.tokens;
      const seen = new Set<number>();
      for (let i = text.sentences.first[sentence]!; i <= text.sentences.last[sentence]!; i++) {
        if (!(flags[i]! & TokenFlag.Mark) && taskWords.has(hashes[i]!)) seen.add(hashes[i]!);
      }
      return seen.size;
    }

    function tellTalk(sentence: number): boolean {
      const block = text.sentences.blocks[sentence]!;
      const {end} = sentenceRange(text, sentence);
      const {start} = sentenceRange(text, isAnswer(sentence - 1, block) ? sentence - 1 : sentence);
      if (end - start > 400) return false;
      const edits = deletePlace(article, block, start, end);
      const data = {text: excerpt(prose.slice(start, end))};
      context.report({messageId: 'talk', start, end, data, suggestions: [{message: 'Delete it', edits}]});
      return true;
    }

    function tags(): void {
      for (const match of prose.matchAll(tag)) {
        if (match[1] !== undefined && !tagName.test(match[1])) continue;
        const start = match.index;
        const end = start + match[0].length;
        const suggestions = [{message: 'Take the tag out', edits: [{start, end, text: ''}]}];
        context.report({messageId: 'tag', start, end, data: {text: match[0]}, suggestions});
      }
    }

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
