import type {Block} from '../../src/article/article.js';
import {defineRule} from '../../src/engine/rule.js';
import {deletion, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isSectionName} from './_shared/page/shapes.js';
import {excerpt, isMarkedHeading, type ShortBlock, shortBlocks} from './_shared/short-blocks.js';

const mostWordsOfSuffix = 8;
const marks = new Set([...'|–—-»•:'].map((c) => c.charCodeAt(0)));
/** What stands behind the name all the same. */
const tail = '"”’\'. \u00a0';
const mostBlocks = 2;
const longest = 400;
const leastHeadline = 15;
/** Words of a line that stands above the headline. */
const mostWordsOfKicker = 12;

/** `Новости (en)`: the site in another language. */
const languageMark = /^[^\s()][^()]{1,40} ?\((?:en|eng|ru|lt|lv|et|uk|pl|de|fr|es|ar)\)$/i;
/** Headings of parts of an article, as well as sections. */
const genre = /^(?:comments?|opinions?|interview|analysis|background|review|column|debate|history)$/i;
const mostWordsOfMasthead = 12;
const mostWordsOfSection = 4;
/** A head or a tail is that of an article if so many paragraphs stand between. */
const leastProse = 2;

const sections =
  'politics|domestic politics|foreign policy|domestic|foreign|world|international|economy|economics|business|society|culture|sports?|football|news|latest news|breaking news|local|local news|regions?|opinions?|technology|science|health|incidents|accidents|crime|video|photos?|interview|analysis|article|articles|home|home ?page|main page|front ?page|free press|online newspaper|news portal|politik|wirtschaft|kultur|panorama|nachrichten|политика|экономика|общество|новости|política|economía|politique|actualités|haberler|gündem|son dakika';
const section = new RegExp(`^(?:${sections})$`, 'iu');
/** `Culture and art`, `Health & science`. */
const pairOfSections = /^[\p{L}]+ (?:and|&) [\p{L}]+$/u;
const site =
  /^(?:\p{Lu}[\p{L}\d.’'-]*\s){1,5}(?:News|Newspaper|Online|Portal|Post|Press Agency|News Agency|News Service|Network|Website|Media|Radio|TV|Daily|Herald|Gazette|Tribune)$/u;
const slogan = /^(?:[\p{L}’'-]+\s){1,5}news (?:website|site|portal|network|agency)$/iu;
const domain =
  /^(?:www\.)?[a-z\d-]{2,30}\.(?:com|net|org|info|news|ru|ua|de|lt|lv|ee|pl|cz|sk|fr|es|it|tr|az|kz|kg|ge|am|by|md|rs|bg|ro|hu|gr|ir|il|eu|tv)(?:\.[a-z]{2})?$/i;
/** Sources that a headline may honestly name after a dash. */
const said =
  /^(?:reports?|sources?|study|poll|survey|officials?|police|ministry|minister|reuters|afp|ap|bbc|as it happened|live)$/i;

/** A mark between the headline and a name. */
interface Separator {
  /** Where the space before it begins. */
  readonly at: number;
  readonly mark: number;
  readonly sign: string;
  readonly name: number;
  readonly spaced: boolean;
}

/** The last separator of `text` before `end`: with a space behind it, or a hyphen between a word and a capital. */
function lastSeparator(text: string, end: number): Separator | undefined {
  for (let mark = end - 1; mark >= leastHeadline; mark--) {
    if (!marks.has(text.charCodeAt(mark))) continue;
    const sign = text[mark] as string;
    const name = text[mark + 1] === ' ' ? mark + 2 : mark + 1;
    const at = text[mark - 1] === ' ' ? mark - 1 : mark;
    const spaced = at < mark;
    // One colon is punctuation; `::` is a separator.
    if (sign === ':' && !(text[mark - 1] === ':' && spacedPair(text, mark))) continue;
    if (name === mark + 1 && !(sign === '-' && !spaced && /^\p{Lu}/u.test(text[name] ?? ''))) continue;
    if (sign === ':') return {at: mark - 2, mark: mark - 1, sign: '::', name, spaced: true};
    return {at, mark, sign, name, spaced};
  }
  return undefined;
}

const spacedPair = (text: string, mark: number): boolean => text[mark - 2] === ' ' && text[mark + 1] === ' ';

export default defineRule({
  meta: {
    id: 'residue/site-name',
    description: 'The name of a site or a section glued to the headline, or on a line of its own',
    mqm: 'addition',
    severity: 'info',
    recommended: true,
    hasSuggestions: true,
    messages: {
      masthead: '“{{text}}” is the name of a site or a section, not part of the article',
      suffix: '“{{text}}” is the name of a site or a section, not part of the headline',
    },
  },
  create(context) {
    const {article} = context;
    const {prose} = article;
    const page = pageOf(context);
    return {
      article() {
        for (const block of shortBlocks(context)) if (isMasthead(block)) tellMasthead(block);
        for (let b = 0; b < mostBlocks && b < article.blocks.length; b++) {
          const block = article.blocks[b] as Block;
          if (block.end - block.start > longest || isPageTitle(block)) return;
          // A bar and a section are enough in a title alone.
          if (lint(block, block.kind === 'title') || !isKicker(block)) return;
        }
      },
    };

    /** A line above the article, below it, or among other lines of the page that names the site or a section. */
    function isMasthead(block: ShortBlock): boolean {
      const {index, text, words} = block;
      if (words > mostWordsOfMasthead || page.isMarked(index) || isMarkedHeading(article, block))
        return false;
      if (block.kind === 'list-item' || block.kind === 'caption') return false;
      if (isTwice(text)) return true;
      // A dash before the name of an agency makes a signature.
      if (/^[–—-]/.test(prose.slice(block.start, block.start + 1))) return false;
      if (!isNameOfSite(text) && !(words <= mostWordsOfSection && isSectionName(text))) return false;
      const before = page.proseBefore(index);
      const after = page.proseAfter(index);
      // “Interview” under the headline is a sub-heading.
      if (before === 0)
        return after >= leastProse && (index === 0 ? hasOtherLine(index) : isBesidePage(index) || words > 1);
      if (after === 0) return before >= leastProse && (!genre.test(text) || isBesidePage(index));
      return isBesidePage(index);
    }

    /** `Norrik News Norrik News |`: the name of the picture and that of the link. */
    function isTwice(text: string): boolean {
      const name = repeatedName(text);
      return name !== undefined && (isNameOfSite(name) || text.trimEnd().endsWith('|'));
    }

    function isNameOfSite(text: string): boolean {
      return site.test(text) || slogan.test(text) || languageMark.test(text);
    }

    /** The head holds a headline too. */
    function hasOtherLine(index: number): boolean {
      const other = index === 0 ? 1 : 0;
      return page.proseBefore(other) === 0 && !page.isProse(other) && !page.isMarked(other);
    }

    function isBesidePage(index: number): boolean {
      return (index > 0 && page.isPage(index - 1)) || page.isPage(index + 1);
    }

    function tellMasthead(block: ShortBlock): void {
      context.report({messageId: 'masthead', ...placeOf(block), ...deletion(context, block)});
    }

    function isKicker({start, end}: Block): boolean {
      let words = 1;
      for (let at = prose.indexOf(' ', start); at >= 0 && at < end; at = prose.indexOf(' ', at + 1)) {
        if (++words > mostWordsOfKicker) return false;
      }
      return true;
    }

    /** From the end to the front, as long as names of sites and sections stand there. */
    function lint(block: Block, isTitle: boolean): boolean {
      let last = block.end;
      while (last > block.start && tail.includes(prose[last - 1] as string)) last--;
      const text = prose.slice(block.start, last);
      let from: Separator | undefined;
      let end = text.length;
      let mark = lastSeparator(text, end);
      while (mark) {
        // Before the name of a site, a section may stand without more.
        const known = isTitle || from !== undefined;
        if (isSite(text.slice(mark.name, end), mark.sign, mark.spaced, known)) {
          from = mark;
          end = mark.at;
        } else if (mark.name > mark.mark + 1) break;
        // A hyphen without spaces may stand inside the name: Al-Ahram News.
        mark = lastSeparator(text, mark.at);
      }
      if (!from) return false;
      const edits = [{start: block.start + from.at, end: block.start + text.length, text: ''}];
      context.report({
        messageId: 'suffix',
        start: block.start + from.mark,
        end: block.end,
        data: {text: excerpt(text.slice(from.name))},
        suggestions: [{message: 'Delete it', edits}],
      });
      return true;
    }

    /** The `title` element of a page rightly names its site. */
    function isPageTitle({start, end}: {start: number; end: number}): boolean {
      if (article.format !== 'html') return false;
      const at = article.map.toSource(start, end).start;
      return /<title\b[^<>]{0,60}>\s*$/i.test(article.source.slice(Math.max(0, at - 80), at));
    }

    function isSite(suffix: string, mark: string, spaced: boolean, known: boolean): boolean {
      if (said.test(suffix) || suffix.split(' ').length > mostWordsOfSuffix) return false;
      if (domain.test(suffix)) return true;
      if (site.test(suffix) && (spaced || /\s\S+\s/.test(suffix))) return true;
      if (slogan.test(suffix)) return true;
      if (!known || !spaced) return false;
      // After a bar stands nothing else than a site or a section, if it is a name.
      return (
        section.test(suffix) ||
        (pairOfSections.test(suffix) && isSectionName(suffix)) ||
        (mark === '|' && /^\p{Lu}[^.!?]*$/u.test(suffix) && suffix.split(' ').length <= 5)
      );
    }
  },
});

const parting = /[\s|·–—-]/;
const longestName = 60;

/** What stands twice in a line and makes it up, with marks between and behind. */
function repeatedName(line: string): string | undefined {
  let end = line.length;
  while (end > 0 && parting.test(line[end - 1]!)) end--;
  for (let to = 4; to <= longestName && to < end; to++) {
    if (!parting.test(line[to]!)) continue;
    const from = end - to;
    if (from <= to || line.slice(from, end) !== line.slice(0, to)) continue;
    let at = to;
    while (at < from && parting.test(line[at]!)) at++;
    if (at === from) return line.slice(0, to);
  }
  return undefined;
}
