import {defineRule} from '../../src/engine/rule.js';
import {excerpt} from './_shared/short-blocks.js';

const mostWordsOfSuffix = 8;
const separator = /(?<!\s)\s+(\||–|—|-|::|»|•)\s+/g;

const sections =
  'politics|domestic politics|foreign policy|domestic|foreign|world|international|economy|economics|business|society|culture|sports?|football|news|latest news|breaking news|local|local news|regions?|opinions?|technology|science|health|incidents|accidents|crime|video|photos?|interview|analysis|article|articles|home|home ?page|main page|front ?page|free press|online newspaper|news portal|politik|wirtschaft|kultur|panorama|nachrichten|политика|экономика|общество|новости|política|economía|politique|actualités|haberler|gündem|son dakika';
const section = new RegExp(`^(?:${sections})$`, 'iu');
const site =
  /^(?:\p{Lu}[\p{L}\d.’'-]*\s){1,5}(?:News|Newspaper|Online|Portal|Post|Press Agency|News Agency|Media|Radio|TV|Daily|Herald|Gazette|Tribune)$/u;
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
    severity: 'warning',
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
        const title = article.blocks[0];
        if (title?.kind !== 'title' || title.end - title.start > 300 || isPageTitle(title)) return;
        const text = prose.slice(title.start, title.end);
        let last: RegExpExecArray | undefined;
        for (const match of text.matchAll(separator)) last = match as RegExpExecArray;
        if (!last || last.index < 15) return;
        const suffix = text.slice(last.index + last[0].length);
        const mark = last[1]!;
        if (!isSite(suffix, mark)) return;
        const start = title.start + last.index + last[0].indexOf(mark);
        const edits = [{start: title.start + last.index, end: title.end, text: ''}];
        const suggestions = [{message: 'Delete it', edits}];
        context.report({
          messageId: 'suffix',
          start,
          end: title.end,
          data: {text: excerpt(suffix)},
          suggestions,
        });
      },
    };

    /** The `title` element of a page rightly names its site. */
    function isPageTitle({start, end}: {start: number; end: number}): boolean {
      if (article.format !== 'html') return false;
      const at = article.map.toSource(start, end).start;
      return /<title\b[^<>]{0,60}>\s*$/i.test(article.source.slice(Math.max(0, at - 80), at));
    }

    function isSite(suffix: string, mark: string): boolean {
      if (said.test(suffix) || suffix.split(' ').length > mostWordsOfSuffix) return false;
      if (section.test(suffix) || domain.test(suffix) || site.test(suffix)) return true;
      // After a bar stands nothing else than a site or a section, if it is a name.
      return mark === '|' && /^\p{Lu}[^.!?]*$/u.test(suffix) && suffix.split(' ').length <= 5;
    }
  },
});
