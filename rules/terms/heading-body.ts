import {defineRule} from '../../src/engine/rule.js';
import {stemEnd} from '../../src/lexicon/lexicon.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {foldWord, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {sameStem} from './_shared/related-words.js';

/** Words that one source word is translated by, beside those of one stem. */
const twins = [
  'popular people',
  'electoral voting',
  'presidential president',
  'foreign external',
  'interior internal',
  'temporary interim',
  'provisional interim',
  'temporary provisional',
  'emergency extraordinary',
  'security safety',
  'main central',
  'youth young',
].flatMap((pair) => {
  const [a, b] = pair.split(' ') as [string, string];
  return [`${a} ${b}`, `${b} ${a}`];
});
const twin = new Set(twins);
/** A phrase of two words is compared only where the second is one of these: the heads of political terms. */
const heads = wordSet(
  'government council commission committee court law party party movement assembly front republic army police bank fund union alliance',
);
/** Most words are no head: one look at the lower bits of the hash tells. */
const headFilter = new Uint8Array(1024);
for (const head of heads) headFilter[head & 1023] = 1;
const mostWords = 8;

interface Pair {
  readonly first: string;
  readonly start: number;
  readonly end: number;
}

export default defineRule({
  meta: {
    id: 'terms/heading-body',
    description: 'A heading that names something otherwise than the text under it',
    mqm: 'term-inconsistency',
    severity: 'info',
    basis: 'article',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      other: 'The heading says “{{heading}}”, the text “{{body}}”: one thing, two names',
    },
  },
  create(context) {
    const {text, article} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    const inHeadings = new Map<number, Pair[]>();
    const inBody = new Map<number, Pair[]>();
    const isHeading = (block: number): boolean => {
      const kind = article.blocks[block]?.kind;
      if (kind === 'heading' || kind === 'title') return true;
      const from = firstOfBlock(text, block);
      const to = endOfBlock(text, block) - 1;
      return (
        to - from < mostWords && ((flags[to] as number) & TokenFlag.Mark) === 0 && article.blocks.length > 2
      );
    };
    const see = (i: number): void => {
      const hash = hashes[i] as number;
      if (blocks[i - 1] !== blocks[i] || (zones[i] as number) & notProse) return;
      if (!((flags[i - 1] as number) & TokenFlag.Word)) return;
      const start = starts[i - 1] as number;
      const first = foldWord(text.prose.slice(start, stemEnd(text.prose, start, ends[i - 1] as number)));
      const into = isHeading(blocks[i] as number) ? inHeadings : inBody;
      const list = into.get(hash) ?? [];
      list.push({first, start, end: ends[i] as number});
      into.set(hash, list);
    };
    const {first, last} = text.sentences;
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = (first[s] as number) + 1; i <= end; i++)
          if (headFilter[(hashes[i] as number) & 1023] && heads.has(hashes[i] as number)) see(i);
      },
      article() {
        for (const [hash, headings] of inHeadings) {
          const body = inBody.get(hash);
          if (!body) continue;
          for (const heading of headings) {
            if (body.some((b) => b.first === heading.first)) continue;
            const other = body.find(
              (b) => twin.has(`${b.first} ${heading.first}`) || sameStem(b.first, heading.first),
            );
            if (!other) continue;
            const {start, end} = heading;
            const written = text.prose.slice(other.start, other.end);
            const capital = text.prose[start] !== text.prose[start]?.toLowerCase();
            const better = capital ? written.charAt(0).toUpperCase() + written.slice(1) : written;
            context.report({
              messageId: 'other',
              start,
              end,
              data: {heading: text.prose.slice(start, end), body: written},
              related: [{message: `“${written}” here`, start: other.start, end: other.end}],
              suggestions: [{message: `Write “${better}”`, edits: [{start, end, text: better}]}],
            });
          }
        }
      },
    };
  },
});
