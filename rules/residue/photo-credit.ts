import {defineRule} from '../../src/engine/rule.js';
import {blockOf, endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {Feature, TokenFlag} from '../../src/text/tokens.js';
import {deleteBlock, deleteSpan} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {excerpt, isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';
import {endsWithStop} from './_shared/stops.js';

const mostWords = 14;

const agencies = new Set(
  'AFP|AP|AP Photo|Reuters|dpa|EPA|EFE|ANSA|TASS|ITAR|RIA Novosti|Sputnik|Xinhua|Anadolu|AA|PAP|ČTK|CTK|BNS|ELTA|LETA|Getty Images|Getty Image|Scanpix|picture alliance|Shutterstock|iStock|Unsplash|Pixabay|Depositphotos|Imago|Keystone|Bloomberg|UNIAN|Ukrinform|Interfax'.split(
    '|',
  ),
);
/** The first word of each, so that most texts need no look at all. */
const agencyWords = [...new Set([...agencies].map((name) => hashOf(name.split(' ')[0] as string)))];
const brackets = /^[\s([©]{1,8}|[\s)\]]{1,8}$/g;
const between = / via | ?[/,–-] ?/;
const person = /^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}$/u;
const mostSources = 4;

/** `Reuters`, `(AFP/Jean Dubois)`, `Getty Images via AP`: an agency, with others or photographers behind it. */
function isAgencyAlone(text: string): boolean {
  const sources = text.replace(brackets, '').split(between);
  return (
    sources.length <= mostSources &&
    agencies.has(sources[0] as string) &&
    sources.every((source) => agencies.has(source) || person.test(source))
  );
}

/** A firm, a party or a thing of the same name may head a part of the article. */
const heading = new Set('AP AA PAP EFE ITAR Sputnik Keystone Bloomberg Imago'.split(' '));

/** One such name and nothing else, brackets or photographers. */
function isHeading(text: string): boolean {
  return heading.has(text.trim());
}

/** `The bridge at dawn. Photo: J. Weber / AFP`: the word for a picture behind the caption, then names to the end. */
const creditWord =
  /(?<=\s)(?:Photo|PHOTO|Photos|Photograph|Image|Images|Picture|Foto|FOTO|Credit|Illustration|Archive photo|File photo)(?: (?:by|credit|courtesy of|source|from|courtesy))?\s?(?:[:：/©|]|(?<=by|of))\s?/gu;
const beforeCredit = /[.!?”"’)\]/|–—\-\p{Ll}]$/u;
const longestSource = 60;
/** Longer than any word for a picture with the names behind it. */
const longestTail = 120;

/** The credit at the end of a caption, and the names in it. */
function trailing(text: string): {credit: string; source: string} | undefined {
  const base = Math.max(0, text.length - longestTail);
  for (const match of text.slice(base).matchAll(creditWord)) {
    const start = base + match.index;
    const source = text.slice(start + match[0].length);
    if (source.length < 2 || source.length > longestSource || /[:：!?]/.test(source)) continue;
    if (beforeCredit.test(text.slice(Math.max(0, start - 20), start).trimEnd()))
      return {credit: text.slice(start), source};
  }
  return undefined;
}

/** `The mayor opens the bridge. © J. Weber` */
const signed = /[\p{L}.!?”"’)]\s(©\s?([^©:!?\d]{2,60}))$/u;
/** `… (J. Weber/AFP)`, `… (AFP via Getty Images)` at the end. */
const bracketed = /\s(\(([^()]{3,60})\))\.?$/;
const smallWords = new Set(
  'of from the via for and by de la del van der den archive personal press service social networks office media screenshot video courtesy'.split(
    ' ',
  ),
);
const mostWordsOfCaption = 45;
/** A longer credit above everything is a headline. */
const mostWordsOfFirst = 6;

/** Names, agencies, addresses of sites: no sentence. */
function isSourceName(text: string): boolean {
  const words = text.split(/[\s/|,&–—-]+/).filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.length <= 8 &&
    words.every(
      (word) =>
        /^[\p{Lu}\d@©"“”'’(]/u.test(word) || smallWords.has(word.toLowerCase()) || /\.[a-z]{2,4}$/.test(word),
    )
  );
}

/** Two sources or more, one of them an agency: `Jonas Weber/AFP`. One alone in brackets may close a report. */
function isAgencyCredit(text: string): boolean {
  const sources = text.split(between);
  return (
    sources.length > 1 &&
    sources.length <= mostSources &&
    sources.some((source) => agencies.has(source)) &&
    sources.every((source) => agencies.has(source) || person.test(source))
  );
}

const sign = /^©\s?[\p{L}@][^\d!?]{1,60}$/u;
const credits = wordSet('photo photos foto picture image bild');
const creditHashes = 'photo photos photograph image images picture foto credit illustration'
  .split(' ')
  .map(hashOf);

export default defineRule({
  meta: {
    id: 'residue/photo-credit',
    description: 'Credits of pictures that were left behind without their picture',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      credit: '“{{text}}” is the credit or the caption of a picture, but no picture stands here',
      agency: '“{{text}}” alone on a line is the credit of a picture or an agency, not part of the article',
      inside: '“{{text}}” is the credit of a picture, left inside the text',
      glued: 'The credit of a picture is glued to the text here: “{{text}}”',
    },
    dictionaries: ['residue/photo-credit'],
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends} = text.tokens;
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.kind === 'caption' || block.words > mostWords || seen.has(block.index)) return;
        if (match.entry.position !== 'whole-block' && block.words < 2) return;
        // “Picture: the minister laughed.” is a sentence.
        if (endsWithStop(block.text) && block.words > 8) return;
        // `PHOTOS: Egypt opens two tombs to visitors`: the headline.
        if (block.index === 0 && block.words > mostWordsOfFirst) return;
        seen.add(block.index);
        pageOf(context).markCredit(block.index);
        context.report({messageId: 'credit', ...placeOf(block), ...deletion(context, block)});
      },
      mark: {
        chars: '(©',
        on(token, code) {
          if (code === 0xa9) glued(token);
          else inside(token);
        },
      },
      article() {
        for (const line of interfaceLines(context, 'photo-credit', isToldOrAgency))
          context.report({messageId: 'credit', ...line});
        const mayCredit = agencyWords.some(text.mayHold);
        if (mayCredit || text.features & Feature.Replacement || creditHashes.some(text.mayHold))
          captions(mayCredit);
        if (!mayCredit && !(text.features & Feature.Replacement)) return;
        for (const block of shortBlocks(context)) {
          if (block.index === 0 || block.words > 10 || block.kind === 'caption' || seen.has(block.index))
            continue;
          if (isMarkedHeading(article, block)) continue;
          if (mayCredit && isAgencyAlone(block.text)) {
            const edits = isHeading(block.text)
              ? deletion(context, block)
              : {fix: deleteBlock(article, block.start, block.end)};
            context.report({messageId: 'agency', ...placeOf(block), ...edits});
          } else if (text.features & Feature.Replacement && block.words < 8 && sign.test(block.text)) {
            context.report({messageId: 'credit', ...placeOf(block), ...deletion(context, block)});
          }
        }
      },
    };

    /** What the names of agencies tell is told below. */
    function isToldOrAgency(index: number): boolean {
      const block = article.blocks[index]!;
      if (seen.has(index) || block.kind === 'caption') return true;
      const line = prose.slice(block.start, block.end);
      return isAgencyAlone(line) || sign.test(line);
    }

    /** Credits at the end of a caption that stands in the text. */
    function captions(mayCredit: boolean): void {
      for (const block of shortBlocks(context)) {
        if (block.index === 0 || block.kind === 'caption' || block.words > mostWordsOfCaption) continue;
        if (seen.has(block.index) || isMarkedHeading(article, block)) continue;
        const raw = prose.slice(block.start, block.end);
        const tail = trailing(raw);
        const sign = tail ? null : signed.exec(raw);
        const bracket = tail || sign || !mayCredit ? null : bracketed.exec(raw);
        const source = tail?.source ?? sign?.[2];
        const isCredit =
          source === undefined ? bracket !== null && isAgencyCredit(bracket[2]!) : isSourceName(source);
        const credit = isCredit ? (tail?.credit ?? (sign ?? bracket)?.[1]) : undefined;
        if (credit === undefined) continue;
        const start = block.start + raw.lastIndexOf(credit);
        const end = start + credit.length;
        const suggestions = [{message: 'Delete the credit', edits: deleteSpan(prose, start, end)}];
        context.report({messageId: 'inside', start, end, data: {text: excerpt(credit)}, suggestions});
      }
    }

    /** `(Photo: J. Smith/AFP)` after other words of a paragraph. */
    function inside(token: number): void {
      if (!credits.has(hashes[token + 1] ?? 0) || hashes[token + 2] !== 0x3a) return;
      const block = blockOf(text, token);
      if (article.blocks[block]!.kind === 'caption' || seen.has(block) || token === firstOfBlock(text, block))
        return;
      let last = token + 3;
      while (last < endOfBlock(text, block) && last < token + 20 && hashes[last] !== 0x29) last++;
      if (hashes[last] !== 0x29 || !(flags[last]! & TokenFlag.Mark)) return;
      const start = starts[token]!;
      const end = ends[last]!;
      const suggestions = [{message: 'Delete the credit', edits: deleteSpan(prose, start, end)}];
      context.report({
        messageId: 'inside',
        start,
        end,
        data: {text: excerpt(prose.slice(start, end))},
        suggestions,
      });
    }

    /** `the bridge© Agency`: the credit begins right behind a small letter. */
    function glued(token: number): void {
      const start = starts[token]!;
      if (
        start === 0 ||
        !/\p{Ll}/u.test(prose[start - 1]!) ||
        !/^© ?\p{Lu}/u.test(prose.slice(start, start + 3))
      )
        return;
      const end = ends[Math.min(token + 2, endOfBlock(text, blockOf(text, token)) - 1)]!;
      context.report({
        messageId: 'glued',
        start,
        end,
        data: {text: prose.slice(start, end)},
        severity: 'info',
      });
    }
  },
});
