import type {Block} from '../../src/article/article.js';
import {defineRule} from '../../src/engine/rule.js';
import {excerpt} from './_shared/short-blocks.js';

const mostWordsOfSuffix = 8;
const separator = /(?<!\s)\s*(\||–|—|-|::|»|•)\s+/g;
/** `the speed of light-Example.com`: a hyphen without spaces before a domain or a name that can be no second half. */
const glued = /(?<=[\p{L}\p{N}"”’'!?])-(?=\p{Lu})/gu;
/** What stands behind the name all the same. */
const tail = /["”’'.\s]+$/;
const mostBlocks = 2;
const longest = 400;
const leastHeadline = 15;
/** Words of a line that stands above the headline. */
const mostWordsOfKicker = 12;

const sections =
  'politics|domestic politics|foreign policy|domestic|foreign|world|international|economy|economics|business|society|culture|sports?|football|news|latest news|breaking news|local|local news|regions?|opinions?|technology|science|health|incidents|accidents|crime|video|photos?|interview|analysis|article|articles|home|home ?page|main page|front ?page|free press|online newspaper|news portal|politik|wirtschaft|kultur|panorama|nachrichten|политика|экономика|общество|новости|política|economía|politique|actualités|haberler|gündem|son dakika';
const section = new RegExp(`^(?:${sections})$`, 'iu');
const site =
  /^(?:\p{Lu}[\p{L}\d.’'-]*\s){1,5}(?:News|Newspaper|Online|Portal|Post|Press Agency|News Agency|News Service|Network|Website|Media|Radio|TV|Daily|Herald|Gazette|Tribune)$/u;
const slogan = /^(?:[\p{L}’'-]+\s){1,5}news (?:website|site|portal|network|agency)$/iu;
const domain =
  /^(?:www\.)?[a-z\d-]{2,30}\.(?:com|net|org|info|news|ru|ua|de|lt|lv|ee|pl|cz|sk|fr|es|it|tr|az|kz|kg|ge|am|by|md|rs|bg|ro|hu|gr|ir|il|eu|tv)(?:\.[a-z]{2})?$/i;
/** Sources that a headline may honestly name after a dash. */
const said =
  /^(?:reports?|sources?|study|poll|survey|officials?|police|ministry|minister|reuters|afp|ap|bbc|as it happened|live)$/i;

export default defineRule({
  meta: {
    id: 'residue/site-name',
    description: 'The name of a site or a section glued to the headline',
    mqm: 'addition',
    severity: 'info',
    recommended: true,
    hasSuggestions: true,
    messages: {
      suffix: '“{{text}}” is the name of a site or a section, not part of the headline',
    },
  },
  create(context) {
    const {article} = context;
    const {prose} = article;
    return {
      article() {
        for (let b = 0; b < mostBlocks && b < article.blocks.length; b++) {
          const block = article.blocks[b] as Block;
          if (block.end - block.start > longest || isPageTitle(block)) return;
          // A bar and a section are enough in a title alone.
          if (lint(block, block.kind === 'title') || words(block) > mostWordsOfKicker) return;
        }
      },
    };

    function words({start, end}: Block): number {
      return prose.slice(start, end).split(' ', mostWordsOfKicker + 1).length;
    }

    function lint(block: Block, isTitle: boolean): boolean {
      const written = prose.slice(block.start, block.end);
      const text = written.replace(tail, '');
      const marks = [...text.matchAll(separator)].map((m) => ({
        at: m.index,
        mark: m.index + m[0].indexOf(m[1] as string),
        sign: m[1] as string,
        name: m.index + m[0].length,
        spaced: m[0] !== (m[1] as string) && /^\s/.test(m[0]),
      }));
      for (const m of text.matchAll(glued)) {
        marks.push({at: m.index, mark: m.index, sign: '-', name: m.index + 1, spaced: false});
      }
      marks.sort((x, y) => y.at - x.at);
      // From the end to the front, as long as names of sites and sections stand there.
      let from: (typeof marks)[number] | undefined;
      let end = text.length;
      for (const mark of marks) {
        if (mark.at < leastHeadline) break;
        // Before the name of a site, a section may stand without more.
        const known = isTitle || from !== undefined;
        if (!isSite(text.slice(mark.name, end), mark.sign, mark.spaced, known)) break;
        from = mark;
        end = mark.at;
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
        (mark === '|' && /^\p{Lu}[^.!?]*$/u.test(suffix) && suffix.split(' ').length <= 5)
      );
    }
  },
});
