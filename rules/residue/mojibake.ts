import {defineRule} from '../../src/engine/rule.js';
import {Feature, Zone} from '../../src/text/tokens.js';
import {decodeMisread, misreadCyrillic, misreadUtf8} from './_shared/mojibake.js';

export default defineRule({
  meta: {
    id: 'residue/mojibake',
    description: 'Letters that were read in the wrong encoding or lost: â€™, Ã©, Ð¿Ñ€, �',
    mqm: 'character-encoding',
    severity: 'error',
    passage: 'gone',
    recommended: true,
    hasSuggestions: true,
    schema: {
      type: 'object',
      properties: {
        questionMarks: {
          type: 'boolean',
          description: 'Also tell question marks between letters (`Vy?niauskas`).',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {questionMarks: false},
    strictOptions: {questionMarks: true},
    messages: {
      misread: '“{{text}}” was read in the wrong encoding; it was probably “{{was}}”',
      cyrillic: '“{{text}}” is Cyrillic that was read in the wrong encoding',
      lost: 'A character was lost here when the encoding was changed',
      question:
        'The question mark inside “{{text}}” stands for a letter that was lost, or a space is missing after it',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    return {
      mark: {
        chars: context.options.questionMarks ? '\ufffd?' : '\ufffd',
        on(token, code) {
          if (code === 0x3f) question(token);
          else lost(token);
        },
      },
      article() {
        if (text.features & (Feature.Replacement | Feature.LatinDiacritic)) misread();
        if (text.features & Feature.Cyrillic) {
          for (const match of prose.matchAll(misreadCyrillic)) {
            const start = match.index;
            const end = start + match[0].length;
            context.report({messageId: 'cyrillic', start, end, data: {text: match[0].slice(0, 40)}});
          }
        }
      },
    };

    function misread(): void {
      for (const match of prose.matchAll(misreadUtf8)) {
        const [found] = match;
        const start = match.index;
        const end = start + found.length;
        const was = decodeMisread(found, prose[start - 1] ?? '', prose[end] ?? '');
        if (was === undefined) continue;
        const suggestions = [{message: `Write “${was}”`, edits: [{start, end, text: was}]}];
        const data = {text: found.slice(0, 40), was: was.slice(0, 40)};
        context.report({messageId: 'misread', start, end, data, suggestions});
      }
    }

    function lost(token: number): void {
      const {starts, hashes, blocks, count} = text.tokens;
      const start = starts[token]!;
      if (start > 0 && prose[start - 1] === '\ufffd') return;
      let last = token;
      while (last + 1 < count && hashes[last + 1] === 0xfffd && blocks[last + 1] === blocks[token]) last++;
      context.report({messageId: 'lost', start, end: text.tokens.ends[last]!});
    }

    function question(token: number): void {
      if (!context.options.questionMarks || text.tokens.zones[token]! & (Zone.Url | Zone.Code | Zone.Email))
        return;
      const {starts, ends, blocks, count} = text.tokens;
      const start = starts[token]!;
      if (token === 0 || token + 1 >= count || blocks[token - 1] !== blocks[token + 1]) return;
      if (ends[token - 1] !== start || starts[token + 1] !== start + 1) return;
      if (!/^\p{L}\?\p{Ll}/u.test(prose.slice(start - 1, start + 2))) return;
      const from = starts[token - 1]!;
      const to = ends[token + 1]!;
      context.report({
        messageId: 'question',
        start: from,
        end: to,
        data: {text: prose.slice(from, to)},
        severity: 'info',
      });
    }
  },
});
