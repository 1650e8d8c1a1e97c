import {defineRule} from '../../src/engine/rule.js';
import {Feature, Zone} from '../../src/text/tokens.js';
import {decodeEntity} from './_shared/entities.js';

/** Also encoded twice (`&amp;quot;`) and with spaces pushed in (`& quot ;`). */
const entity = /&(?:amp;)*(?: ?)(#x[\da-f]{2,5}|#\d{2,6}|[a-z]{2,6}\d{0,2})( ?;)?/iy;

export default defineRule({
  meta: {
    id: 'residue/entity',
    description: 'HTML entities that were not decoded, such as &quot; or &amp;nbsp;',
    mqm: 'character-encoding',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    messages: {
      entity: '“{{text}}” is HTML for {{char}}: it was not decoded',
    },
    needs: Feature.Ampersand,
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    let done = 0;
    return {
      mark: {
        chars: '&',
        on(token) {
          if (text.tokens.zones[token]! & (Zone.Code | Zone.Url)) return;
          const start = text.tokens.starts[token]!;
          if (start < done) return;
          entity.lastIndex = start;
          const match = entity.exec(prose);
          if (!match) return;
          const [whole, name = '', semicolon] = match;
          const spaced = /^&(?:amp;)* /.test(whole);
          const closed = semicolon !== undefined;
          if (spaced && !closed) return;
          let end = start + whole.length;
          const decoded = decodeEntity(name, closed);
          if (decoded === undefined || (!closed && /[\p{L}\p{N}]/u.test(prose[end] ?? ''))) return;
          done = end;
          // Tokenizers part the entity from the word it belongs to: `it & apos ; s`.
          let replacement = decoded;
          let from = start;
          if (spaced && /['’]/.test(decoded)) {
            if (prose[end] === ' ' && /[a-z]/.test(prose[end + 1] ?? '')) end++;
            if (prose[from - 1] === ' ') from--;
          } else if (decoded === ' ' && (prose[end] === ' ' || prose[start - 1] === ' ')) {
            replacement = '';
            if (prose[end] === ' ' && prose[start - 1] === ' ') from--;
          }
          const char =
            decoded.trim() === '' ? (decoded === '' ? 'nothing visible' : 'a space') : `“${decoded}”`;
          context.report({
            messageId: 'entity',
            start,
            end: start + whole.length,
            data: {text: whole, char},
            fix: [{start: from, end, text: replacement}],
          });
        },
      },
    };
  },
});
