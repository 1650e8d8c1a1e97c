import {defineRule} from '../../src/engine/rule.js';
import {sureEnough} from './_shared/compare.js';

type Kind = 'address' | 'handle' | 'placeholder';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  [
    'address',
    /https?:\/\/[^\s<>"'”“»)\]，。、]+|(?<![\w.])www\.[^\s<>"'”“»)\]，。、]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/gu,
  ],
  ['handle', /(?<![\w/&@.])@[A-Za-z]\w{2,}/gu],
  ['placeholder', /\{\d+\}|\{\{\s*\w+\s*\}\}|\$\{\w+\}|%(?:\d+\$)?[sd](?![\p{L}\p{N}])|%\(\w+\)[sd]/gu],
];

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly text: string;
}

export default defineRule({
  meta: {
    id: 'bilingual/address',
    description:
      'Finds web and mail addresses, handles and placeholders that are not those of the source text',
    mqm: 'no-translate',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    hasSuggestions: true,
    messages: {
      changed: 'The source says {{source}}, the text {{text}}',
      missing: 'The placeholder {{source}} of the source is missing',
    },
  },
  create(context) {
    const bitext = context.bitext();
    return {
      link(link) {
        if (link.alone || link.sure < sureEnough) return;
        const sources = placesIn(bitext.source.prose, link.source.start, link.source.end);
        if (sources.length === 0) return;
        const targets = placesIn(context.article.prose, link.target.start, link.target.end);
        const missed = sources.filter((s) => !targets.some((t) => isSame(s, t)));
        for (const target of targets) {
          if (sources.some((s) => isSame(s, target))) continue;
          const at = missed.findIndex(({kind}) => kind === target.kind);
          const [source] = at < 0 ? [] : missed.splice(at, 1);
          if (!source) continue;
          const {start, end, text} = target;
          context.report({
            messageId: 'changed',
            start,
            end,
            source,
            data: {source: source.text, text},
            suggestions: [{message: `Write “${source.text}”`, edits: [{start, end, text: source.text}]}],
          });
        }
        for (const source of missed) {
          if (source.kind !== 'placeholder') continue;
          context.report({
            messageId: 'missing',
            start: link.target.end,
            end: link.target.end,
            source,
            data: {source: source.text},
          });
        }
      },
    };
  },
});

function placesIn(text: string, start: number, end: number): Place[] {
  const out: Place[] = [];
  const piece = text.slice(start, end);
  // Most passages have nothing of the kind.
  if (!/[@{%:]|www/.test(piece)) return out;
  for (const [kind, pattern] of kinds)
    for (const match of piece.matchAll(pattern)) {
      const found = withoutStops(match[0]);
      out.push({start: start + match.index, end: start + match.index + found.length, kind, text: found});
    }
  return out;
}

/** A stop behind an address ends the sentence. */
function withoutStops(text: string): string {
  let end = text.length;
  while (end > 0 && '.,;:!?'.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

const isSame = (a: Place, b: Place): boolean =>
  a.kind === b.kind && a.text.toLowerCase() === b.text.toLowerCase();
