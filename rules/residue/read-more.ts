import {defineRule} from '../../src/engine/rule.js';
import {blockOf, endOfBlock} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {sentenceOf} from '../../src/text/positions.js';
import {TokenFlag, Zone} from '../../src/text/tokens.js';
import {closesBlock as endsBlock, opensBlock} from './_shared/block-place.js';
import {deleteSpan} from './_shared/delete-block.js';
import {deletion, interfaceLines, isInHeading, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {excerpt, type ShortBlock} from './_shared/short-blocks.js';
import {endsWithStop} from './_shared/stops.js';
import {sentenceRange} from './_shared/tail.js';

const mostWords = 30;
const mostWordsOfLabel = 5;
const colons = new Set([':', '：'].map((mark) => mark.charCodeAt(0)));
const stops = new Set(['.', '!', '?'].map((mark) => mark.charCodeAt(0)));
/** A link this long holds a sentence of the article too. */
const mostUnitsOfLink = 120;
/** Words that open sentences of an article and stand in no headline with a capital, but for its first. */
const openers = wordSet(
  'the a an this that these those it he she they we i in on at as to for from with by after before when while since thanks according there but and however although also earlier later meanwhile during under over if',
);
/** Words that go on with an ordinary sentence: “Also read the report”, “Read too much”. */
const ordinary = wordSet('the a an this that much many out and in on from to aloud');

export default defineRule({
  meta: {
    id: 'residue/read-more',
    description: 'Links to other articles: read also, read more, related articles',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    messages: {
      label: '“{{text}}” introduces links to other articles; it is not part of this one',
      lead: '“{{text}}” leads to the headline of another article, which runs on into the text',
      link: '“{{text}}” is a link to another article, not part of this one',
    },
    dictionaries: ['residue/read-more'],
  },
  create(context) {
    const {text} = context;
    const page = pageOf(context);
    const {flags, hashes, zones} = text.tokens;
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (match.entry.position === 'whole-block') {
          // “VIDEO: …” may well be the headline.
          const isHeadline = block?.index === 0 && block.words > mostWordsOfLabel;
          if (block && !isHeadline && !seen.has(block.index)) tell(block, 'label');
          return;
        }
        if (zones[match.first]! & Zone.Quotation || isInHeading(context, match)) return;
        const next = match.last + 1;
        const sentence = sentenceOf(text, match.first);
        const last = text.sentences.last[sentence]!;
        const leads = colons.has(hashes[match.last]!) || (next <= last && colons.has(hashes[next]!));
        const isForeign = match.entry.source !== undefined;
        const isAlone = next > last;
        // Without a colon the title of the other article must follow: a capital, and no ordinary sentence.
        if (!leads && !isForeign && !isAlone) {
          if (!(flags[next]! & TokenFlag.InitialCap) || ordinary.has(hashes[next]!)) return;
        }
        if (block && block.words <= mostWords && opensBlock(text, match.first)) {
          if (!leads && !isAlone && !isForeign && endsWithStop(block.text)) return;
          if (!seen.has(block.index)) tell(block, isAlone ? 'label' : 'link');
          return;
        }
        const {start, end} = sentenceRange(text, sentence);
        if (isAlone && closesBlock(last)) {
          const suggestions = [{message: 'Delete it', edits: deleteSpan(text.prose, start, end)}];
          const data = {text: excerpt(text.prose.slice(start, end))};
          context.report({messageId: 'label', start, end, data, suggestions});
          return;
        }
        if (!leads && !isForeign) return;
        const stop = headlineEnd(next, last, end);
        // Where the other headline ends, only a person can tell: the lead alone is sure.
        if (stop - start > mostUnitsOfLink) {
          const after = leads && next <= last ? text.tokens.ends[next]! : match.end;
          const data = {text: excerpt(text.prose.slice(start, after))};
          context.report({messageId: 'lead', start, end: after, data});
          return;
        }
        const edits = deleteSpan(text.prose, start, stop);
        const data = {text: excerpt(text.prose.slice(start, stop))};
        context.report({
          messageId: 'link',
          start,
          end: stop,
          data,
          suggestions: [{message: 'Delete it', edits}],
        });
      },
      article() {
        for (const line of interfaceLines(context, 'read-more'))
          context.report({messageId: 'label', ...line});
      },
    };

    function tell(block: ShortBlock, messageId: 'label' | 'link'): void {
      seen.add(block.index);
      page.mark(block.index);
      context.report({messageId, ...placeOf(block), ...deletion(context, block)});
    }

    /** Nothing but arrows and dots behind it in its block. */
    function closesBlock(last: number): boolean {
      if (!endsBlock(text, last)) return false;
      const end = endOfBlock(text, blockOf(text, last));
      const mark = hashes[end - 1]!;
      return !(flags[end - 1]! & TokenFlag.Mark) || !stops.has(mark);
    }

    /**
     * Where the other headline ends: before a word that opens a sentence, with a capital, behind a small word
     * (`an attack Thanks to the aid …`), else with the sentence.
     */
    function headlineEnd(from: number, last: number, end: number): number {
      for (let i = from + 3; i < last; i++) {
        if (!(flags[i]! & TokenFlag.InitialCap) || !openers.has(hashes[i]!)) continue;
        const before = flags[i - 1]!;
        if (before & TokenFlag.Word && !(before & (TokenFlag.InitialCap | TokenFlag.AllCaps)))
          return text.tokens.ends[i - 1]!;
      }
      return end;
    }
  },
});
