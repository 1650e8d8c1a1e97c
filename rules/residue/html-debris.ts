import {defineRule} from '../../src/engine/rule.js';
import {blockOf, endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {sentenceOf} from '../../src/text/positions.js';
import {Feature, Zone} from '../../src/text/tokens.js';
import {deletePlace, fillsBlock} from './_shared/block-place.js';
import {deleteBlock} from './_shared/delete-block.js';
import {type Debris, findDebris} from './_shared/markup-debris.js';
import {excerpt, isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';
import {sentenceRange} from './_shared/tail.js';

const names =
  'p|li|ul|ol|div|br|hr|strong|em|b|i|u|span|a|img|figure|figcaption|iframe|script|style|table|tbody|tr|td|th|h[1-6]|blockquote|section|article|header|footer|aside|center|font|small|sup|sub|video|source|amp-[a-z]{2,12}|noscript|o:p|svg|path|button|input|form|label|image|embed|object|param|picture|main|nav|canvas|meta|link|html|head|body|dl|dt|dd|del|ins|mark|select|option|textarea|audio|track|wbr|nobr|strike|item|description|guid|enclosure|(?:media|dc|content|itunes|atom|wp|og|fb):[a-z]{2,20}';
/** A tag with what a translation engine does to it: spaces inside, capitals, curly quotation marks. */
const tag = new RegExp(
  `< ?/? ?(?:${names})(\\s[^<>\\n]{0,300})?/? ?>|<!--[^<>\\n]{0,200}-->|<\\?php|<%=?|<!\\[CDATA\\[`,
  'iy',
);
/** A tag that lost its opening bracket, alone on a line. */
const brokenTag = new RegExp(`^/?(?:${names})(?:\\s[^<>\\n]{0,80})?\\s?/?>$`, 'i');
const styleSheet =
  /^(?:[.#@][\w-]{1,40}(?:[\s,.>#:][\w\s,.>#:-]{0,80})?\{.*|[\w\s.#:-]{1,60}\{(?:\s?[\w-]{2,30}\s?:[^;{}]{1,80};)+\s?\}?)$/;
const script =
  /^(?:(?:var|let|const)\s[\w$]{1,40}\s?=.*[;{]$|\(function\s?\(|!function\s?\(|jQuery\(|\$\(document\)|if\s?\(typeof\s|window\.[\w$]{1,40}\s?=|<script|\/\*.*\*\/$)/;

/** What all debris holds. */
const trace = /=|!\s?\[|\]\s?\(|\| ?:?-|\*\* |^[{[]|data ?:|http|[A-Za-z\d+/]{80}/;

export default defineRule({
  meta: {
    id: 'residue/html-debris',
    description: 'Tags, scripts, style sheets and placeholders of a page’s theme that stand in the text',
    mqm: 'markup',
    severity: 'error',
    passage: 'gone',
    recommended: true,
    readsDebris: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    needs:
      Feature.Angle |
      Feature.Brace |
      Feature.Parenthesis |
      Feature.SquareBracket |
      Feature.Asterisk |
      Feature.Slash |
      Feature.Pipe,
    messages: {
      tag: '“{{text}}” is a tag of the page, left in the text',
      code: '“{{text}}” is a script or a style sheet of the page, not text',
      debris: '“{{text}}” is what is left of a tag of the page, not text',
      data: '“{{text}}” is data of the page, not text',
      markdown: '“{{text}}” is Markdown that no longer works: marks and spaces of it were moved or lost',
      address: '“{{text}}” is an address that was cut up: spaces stand inside it',
    },
    dictionaries: ['residue/html-debris'],
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const codeBlocks = new Set<number>();
    /** Tokens at which a known call or placeholder begins. */
    const calls: number[] = [];
    const tags: {start: number; end: number}[] = [];
    let done = 0;
    /** The end of the last tag that becomes a space. */
    let spacedTo = -1;
    return {
      mark: {
        chars: '<',
        on(token) {
          if (text.tokens.zones[token]! & (Zone.Code | Zone.Url)) return;
          const start = text.tokens.starts[token]!;
          if (start < done) return;
          tag.lastIndex = start;
          const match = tag.exec(prose);
          // `<b of c>` has no attribute.
          if (!match || (match[1] !== undefined && /\w/.test(match[1]) && !match[1].includes('='))) return;
          const [found] = match;
          done = start + found.length;
          tags.push({start, end: done});
          const isWhole = fillsBlock(article, blockOf(text, token), start, done);
          const edits = isWhole ? deleteBlock(article, start, done) : tagEdits(start, done);
          if (isMention(done)) return;
          context.report({
            messageId: 'tag',
            start,
            end: done,
            data: {text: excerpt(found)},
            // Without its tag, 10<sup>5</sup> is another number.
            ...(/^< ?\/? ?su[bp]\b/i.test(found)
              ? {suggestions: [{message: 'Delete the tag', edits}]}
              : {fix: edits}),
          });
        },
      },
      phrase(match) {
        if (!(text.tokens.zones[match.first]! & (Zone.Code | Zone.Quotation))) calls.push(match.first);
      },
      article() {
        const features = Feature.Angle | Feature.Brace | Feature.Parenthesis;
        if (text.features & features) shapes();
        debris();
        for (const token of calls) tellCall(token);
      },
    };

    function debris(): void {
      const isPlain = article.format === 'text';
      for (const [index, block] of article.blocks.entries()) {
        if (codeBlocks.has(index)) continue;
        const raw = prose.slice(block.start, block.end);
        if (!trace.test(raw)) continue;
        for (const found of findDebris(raw, isPlain)) tellDebris(index, block.start, found);
      }
    }

    function tellDebris(index: number, offset: number, found: Debris): void {
      const start = offset + found.start;
      const end = offset + found.end;
      if (tags.some((tag) => start < tag.end && end > tag.start)) return;
      const first = firstTokenFrom(index, start);
      const zone = text.tokens.zones[first]!;
      if (article.format !== 'text' && zone & Zone.Code) return;
      if (found.kind === 'data' && zone & Zone.Url && !prose.startsWith('data', start)) return;
      const data = {text: excerpt(prose.slice(start, Math.min(end, start + 200)))};
      const messageId =
        found.kind === 'json' || found.kind === 'data'
          ? 'data'
          : found.kind === 'attributes'
            ? 'debris'
            : found.kind;
      if (found.kind === 'markdown' || found.kind === 'address') {
        context.report({messageId, start, end, data, severity: 'warning'});
        return;
      }
      const edits = deletePlace(article, index, start, end);
      context.report({messageId, start, end, data, suggestions: [{message: 'Delete it', edits}]});
    }

    function firstTokenFrom(block: number, start: number): number {
      let token = firstOfBlock(text, block);
      const last = endOfBlock(text, block) - 1;
      while (token < last && text.tokens.starts[token]! < start) token++;
      return token;
    }

    /** A known call inside a longer text: only a person can tell where the script ends. */
    function tellCall(token: number): void {
      const block = blockOf(text, token);
      if (codeBlocks.has(block)) return;
      codeBlocks.add(block);
      const {start, end} = sentenceRange(text, sentenceOf(text, token));
      const edits = deletePlace(article, block, start, end);
      const suggestions = [{message: 'Delete it', edits}];
      context.report({
        messageId: 'code',
        start,
        end,
        data: {text: excerpt(prose.slice(start, end))},
        suggestions,
      });
    }

    function shapes(): void {
      for (const block of shortBlocks(context)) {
        if (codeBlocks.has(block.index) || isMarkedHeading(article, block)) continue;
        const raw = prose.slice(block.start, block.end);
        const isTag = raw.length < 100 && brokenTag.test(raw);
        if (!isTag && !styleSheet.test(raw) && !script.test(raw)) continue;
        if (text.tokens.zones[firstOfBlock(text, block.index)]! & Zone.Code) continue;
        const {start, end} = block;
        const edits = deleteBlock(article, start, end);
        codeBlocks.add(block.index);
        context.report({
          messageId: isTag ? 'tag' : 'code',
          start,
          end,
          data: {text: excerpt(raw)},
          // An article may show a line of code.
          ...(isTag ? {fix: edits} : {suggestions: [{message: 'Delete it', edits}]}),
        });
      }
    }

    /** `the <b> tag`: an article about HTML. */
    function isMention(end: number): boolean {
      return /^[”"’')\]]? (?:tags?|elements?|attributes?|markup)\b/.test(prose.slice(end, end + 14));
    }

    /** A tag that parts blocks or cells becomes a space; other tags leave nothing. */
    function tagEdits(start: number, end: number): {start: number; end: number; text: string}[] {
      const isBreak = !/^< ?\/? ?(?:strong|em|b|i|u|span|a|font|small|sup|sub|!--)\b/i.test(
        prose.slice(start, end),
      );
      const touches = /\S/.test(prose[start - 1] ?? ' ') && /\S/.test(prose[end] ?? ' ');
      // Of two tags side by side, one becomes a space.
      if (isBreak && touches && start !== spacedTo) {
        spacedTo = end;
        return [{start, end, text: ' '}];
      }
      const spaces = prose[start - 1] === ' ' && (prose[end] === ' ' || prose[end] === undefined);
      return [{start: spaces ? start - 1 : start, end, text: ''}];
    }
  },
});
