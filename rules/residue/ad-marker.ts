import {defineRule} from '../../src/engine/rule.js';
import {blockOf} from '../../src/text/blocks.js';
import {Feature, Zone} from '../../src/text/tokens.js';
import {deletePlace} from './_shared/block-place.js';
import {shortcodeKind} from './_shared/shortcodes.js';

/** A name in square brackets, with a slash or attributes; spaces that a translation engine put round `_` included. */
const shortcode = /\[ ?(\/?)([a-z][a-z-]{0,30}(?: ?_ ?[a-z0-9]{1,20}){0,4})((?: [^[\]\n]{0,300})?)(\/?)\]/iy;

export default defineRule({
  meta: {
    id: 'residue/ad-marker',
    description: 'Advertising slots and shortcodes of the page’s template, left in the text',
    mqm: 'markup',
    severity: 'error',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      slot: '“{{text}}” is an unfilled slot of the page’s template: an advertisement or a link should have stood here',
      shortcode: '“{{text}}” is a shortcode of the publishing system, not text: readers should never see it',
    },
    needs: Feature.SquareBracket,
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    return {
      mark: {
        chars: '[',
        on(token) {
          if (text.tokens.zones[token]! & Zone.Code) return;
          const start = text.tokens.starts[token]!;
          shortcode.lastIndex = start;
          const match = shortcode.exec(prose);
          if (!match) return;
          const [whole, slash, name = '', attributes = '', closed] = match;
          const marked = slash !== '' || closed !== '' || /[\w-]=|\d/.test(attributes);
          const kind = shortcodeKind(name.replaceAll(' ', '').toLowerCase(), marked);
          if (!kind || (attributes.trim() !== '' && !marked)) return;
          const end = start + whole.length;
          const edits = deletePlace(article, blockOf(text, token), start, end);
          const place = {start, end, data: {text: whole.length > 60 ? `${whole.slice(0, 59)}…` : whole}};
          if (kind === 'slot') context.report({messageId: 'slot', ...place, fix: edits});
          else if (kind === 'shortcode') context.report({messageId: 'shortcode', ...place, fix: edits});
          else {
            const suggestions = [{message: 'Delete the shortcode', edits}];
            context.report({messageId: 'shortcode', ...place, suggestions});
          }
        },
      },
    };
  },
});
