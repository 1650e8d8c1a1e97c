import type {Block} from '../../src/article/article.js';
import {defineRule} from '../../src/engine/rule.js';
import {CharClass, classOf, Script} from '../../src/text/characters.js';
import {Feature} from '../../src/text/tokens.js';
import {type InvisibleKind, invisibleKind} from './_shared/invisible.js';

const mostRelated = 20;
/** Code points that a message names. */
const mostCodes = 4;
const names: Readonly<Record<InvisibleKind, readonly [one: string, many: string]>> = {
  zeroWidth: ['zero-width character', 'zero-width characters'],
  softHyphen: ['soft hyphen', 'soft hyphens'],
  direction: ['mark of writing direction', 'marks of writing direction'],
  control: ['control character', 'control characters'],
};
/** What may be invisible; V8 looks for it faster than a loop does. */
const candidate = /[\0-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const joiners = new Set([0x200c, 0x200d]);

export default defineRule({
  meta: {
    id: 'residue/invisible',
    description: 'Characters that nobody sees: zero-width spaces, soft hyphens, direction marks, controls',
    mqm: 'character-encoding',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    messages: {
      zeroWidth: '{{what}}, which nobody sees, but search and spelling stumble on',
      softHyphen: '{{what}}, left from where the page of the original broke words',
      direction: '{{what}}, in a text that runs from left to right',
      control: '{{what}}, of no use in any text',
    },
    needs: Feature.Invisible | Feature.Replacement,
  },
  create(context) {
    const {article} = context;
    const {prose, blocks} = article;
    return {
      article() {
        const found = new Map<InvisibleKind, {start: number; end: number}[]>();
        let b = 0;
        for (const {index: at} of prose.matchAll(candidate)) {
          while (b < blocks.length && (blocks[b] as Block).end <= at) b++;
          if (b === blocks.length) break;
          if (at < (blocks[b] as Block).start) continue;
          const kind = invisibleKind(prose.charCodeAt(at));
          if (kind === undefined || isNeeded(at, kind)) continue;
          const places = found.get(kind);
          const last = places?.[places.length - 1];
          if (last?.end === at) last.end = at + 1;
          else if (places) places.push({start: at, end: at + 1});
          else found.set(kind, [{start: at, end: at + 1}]);
        }
        for (const [kind, places] of found) report(kind, places);
      },
    };

    function report(kind: InvisibleKind, places: readonly {start: number; end: number}[]): void {
      const [first, ...others] = places;
      if (!first) return;
      const count = places.reduce((n, p) => n + p.end - p.start, 0);
      context.report({
        messageId: kind,
        ...first,
        data: {count, what: inWords(kind, places)},
        fix: places.map((place) => ({...place, text: ''})),
        related: others.slice(0, mostRelated).map((place) => ({message: 'Here too', ...place})),
      });
    }

    /** `A soft hyphen (U+00AD)`; `3 zero-width characters (U+200B, U+FEFF), here and further on`. */
    function inWords(kind: InvisibleKind, places: readonly {start: number; end: number}[]): string {
      const codes = new Set<number>();
      let count = 0;
      for (const {start, end} of places) {
        count += end - start;
        for (let at = start; at < end; at++) codes.add(prose.charCodeAt(at));
      }
      const numbers = [...codes].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      const [one, many] = names[kind];
      const listed = `(${numbers.slice(0, mostCodes).join(', ')}${numbers.length > mostCodes ? ', …' : ''})`;
      return count === 1 ? `A ${one} ${listed}` : `${count} ${many} ${listed}, here and further on`;
    }

    /** Joiners shape emoji and scripts other than Latin; direction marks serve scripts that run from right to left. */
    function isNeeded(at: number, kind: InvisibleKind): boolean {
      if (kind === 'softHyphen') return article.format === 'html';
      if (joiners.has(prose.charCodeAt(at)))
        return isShaped(prose.charCodeAt(at - 1)) || isShaped(prose.charCodeAt(at + 1));
      return kind === 'direction' && (nearRightToLeft(at - 1, -1) || nearRightToLeft(at + 1, 1));
    }

    function nearRightToLeft(from: number, step: number): boolean {
      for (let i = from, n = 0; n < 4 && i >= 0 && i < prose.length; i += step, n++) {
        const code = prose.charCodeAt(i);
        if (code >= 0x590 && code <= 0x8ff) return true;
        if ((classOf(code) & 7) >= CharClass.Lower && (classOf(code) & 7) <= CharClass.Digit) return false;
      }
      return false;
    }
  },
});

/** A letter of a script that joiners shape, a surrogate (emoji), or a variation selector. */
function isShaped(code: number): boolean {
  if (
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    code === 0xfe0f ||
    code === 0x2640 ||
    code === 0x2642
  )
    return true;
  const klass = classOf(code || 0);
  return (klass & 7) === CharClass.Caseless && (klass & Script.mask) === Script.Other;
}
