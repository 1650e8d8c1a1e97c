import {defineRule} from '../../src/engine/rule.js';
import {Feature, Zone} from '../../src/text/tokens.js';
import {tokenFrom} from './_shared/block-place.js';
import {decodeEntity} from './_shared/entities.js';

/** Also encoded twice (`&amp;quot;`). */
const entity = /&(?:amp;)*(#x[\da-f]{2,5}|#\d{2,6}|[a-z]{2,6}\d{0,2})( ?;)?/iy;
/** With a space pushed in (`& quot ;`). */
const spacedEntity = /&(?:amp;)* (#x[\da-f]{2,5}|#\d{2,6}|[a-z]{2,6}\d{0,2})( ?;)/iy;

/**
 * Escapes of JSON and of programs: `\u2019`, with its backslash lost too (`donu2019t`, `u003cb`), and `\n`, `\"` where no
 * path of Windows and no formula has them.
 */
const escapes =
  /\\u([\da-fA-F]{4})|[uU](00(?:3[cCeE]|2[267])|20(?:1[89cdCD]|1[34]|26))(?=[^\da-fA-F]|[a-f]?[g-z]|$)|(?<=[.!?,"”'’)\]]|^|\s|\\n)((?:\\r)?\\n)(?=[\s\\A-Z"“([]|$)|(\\["“”])/g;
const trace = /\\|u00|u20/;

export default defineRule({
  meta: {
    id: 'residue/entity',
    description: 'HTML entities and escapes that were not decoded, such as &quot;, &amp;nbsp; or \\u2019',
    mqm: 'character-encoding',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    messages: {
      entity: '“{{text}}” is HTML for {{char}}: it was not decoded',
      escape: '“{{text}}” is an escape of program text for {{char}}: it was not decoded',
    },
    needs: Feature.Ampersand | Feature.Slash | Feature.Digit,
  },
  create(context) {
    const {text, article} = context;
    const {prose} = text;
    let done = 0;
    return {
      block(index) {
        const block = article.blocks[index]!;
        const raw = prose.slice(block.start, block.end);
        if (!trace.test(raw)) return;
        for (const match of raw.matchAll(escapes)) {
          const start = block.start + match.index;
          const end = start + match[0].length;
          if (text.tokens.zones[tokenFrom(text, index, start)]! & (Zone.Code | Zone.Url)) continue;
          const decoded = decodeEscape(match);
          const char = decoded === '\n' ? 'a new line' : `“${decoded}”`;
          const suggestions = [{message: `Write ${char}`, edits: [{start, end, text: decoded}]}];
          context.report({messageId: 'escape', start, end, data: {text: match[0], char}, suggestions});
        }
      },
      mark: {
        chars: '&',
        on(token) {
          if (text.tokens.zones[token]! & (Zone.Code | Zone.Url)) return;
          const start = text.tokens.starts[token]!;
          if (start < done) return;
          entity.lastIndex = start;
          spacedEntity.lastIndex = start;
          const apart = spacedEntity.exec(prose);
          const spaced = apart !== null && decodeEntity(apart[1] ?? '', true) !== undefined;
          const match = spaced ? apart : entity.exec(prose);
          if (!match) return;
          const [whole, name = '', semicolon] = match;
          const closed = semicolon !== undefined;
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

function decodeEscape([, unicode, bare, line, mark]: RegExpMatchArray): string {
  const point = unicode ?? bare;
  if (point !== undefined) return String.fromCharCode(Number.parseInt(point, 16));
  return line !== undefined ? '\n' : (mark as string).slice(1);
}
