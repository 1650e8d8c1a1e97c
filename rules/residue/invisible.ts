import type {Block} from '../../src/article/article.js';
import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {type InvisibleKind, invisibleKind} from './_shared/invisible.js';

const mostRelated = 20;
const joiners = new Set([0x200c, 0x200d]);
/** How many signs and marks may stand between a sign and the letter that it shapes. */
const mostPassed = 8;
/** Code points that a message names. */
const mostCodes = 4;
const names: Readonly<Record<InvisibleKind, readonly [one: string, many: string]>> = {
  zeroWidth: ['zero-width character', 'zero-width characters'],
  softHyphen: ['soft hyphen', 'soft hyphens'],
  direction: ['mark of writing direction', 'marks of writing direction'],
  control: ['control character', 'control characters'],
  hidden: ['hidden character', 'hidden characters'],
};
/** What may be invisible; V8 looks for it faster than a loop does. */
const candidate = /[\0-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Tags, which can spell out a text that nobody sees, and selectors of more glyphs, which can hide one. */
const hidden = /(?:\udb40[\udc00-\udc7f\udd00-\uddef])+/g;
/** The flags of England, Scotland and Wales, and of other regions: a black flag, the code of the region, an end. */
const flag = /\u{1f3f4}$/u;
const region = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u;

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
      hidden: '{{what}}, which nobody sees, but programs that read the text do',
    },
    needs: Feature.Invisible | Feature.Replacement,
  },
  create(context) {
    const {article} = context;
    const {prose, blocks} = article;
    const rightToLeftBlocks = new Map<Block, boolean>();
    return {
      article() {
        const found = new Map<InvisibleKind, {start: number; end: number}[]>();
        const add = (kind: InvisibleKind, start: number, end: number): void => {
          const places = found.get(kind);
          const last = places?.[places.length - 1];
          if (last?.end === start) last.end = end;
          else if (places) places.push({start, end});
          else found.set(kind, [{start, end}]);
        };
        let b = 0;
        for (const {index: at} of prose.matchAll(candidate)) {
          while (b < blocks.length && (blocks[b] as Block).end <= at) b++;
          if (b === blocks.length) break;
          if (at < (blocks[b] as Block).start) continue;
          const kind = invisibleKind(prose.charCodeAt(at));
          if (kind === undefined || isNeeded(at, kind)) continue;
          add(kind, at, at + 1);
        }
        if (prose.includes('\udb40')) {
          for (const {0: run, index: at} of prose.matchAll(hidden))
            if (
              (blockAt(at)?.start ?? prose.length) <= at &&
              !isSelector(run, at) &&
              !(flag.test(prose.slice(Math.max(0, at - 2), at)) && region.test(run))
            )
              add('hidden', at, at + run.length);
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
        ...fixOf(places),
        related: others.slice(0, mostRelated).map((place) => ({message: 'Here too', ...place})),
      });
    }

    /** Controls of Windows-1252 stand for dashes and quotation marks: what was meant there is for a person to say. */
    function fixOf(places: readonly {start: number; end: number}[]): {
      fix?: {start: number; end: number; text: string}[];
    } {
      const edits = places
        .filter(({start, end}) => !/[\x80-\x9f]/.test(prose.slice(start, end)))
        .map((place) => ({...place, text: ''}));
      return edits.length > 0 ? {fix: edits} : {};
    }

    /** `A soft hyphen (U+00AD)`; `3 zero-width characters (U+200B, U+FEFF), here and further on`. */
    function inWords(kind: InvisibleKind, places: readonly {start: number; end: number}[]): string {
      const codes = new Set<number>();
      let count = 0;
      for (const {start, end} of places) {
        for (const character of prose.slice(start, end)) {
          codes.add(character.codePointAt(0) as number);
          count++;
        }
      }
      const numbers = [...codes].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      const [one, many] = names[kind];
      const listed = `(${numbers.slice(0, mostCodes).join(', ')}${numbers.length > mostCodes ? ', …' : ''})`;
      return count === 1 ? `A ${one} ${listed}` : `${count} ${many} ${listed}, here and further on`;
    }

    /**
     * Signs that nobody sees shape the letters of some scripts or show where a line of them may break, and join emoji;
     * marks of direction serve scripts that run from right to left.
     */
    function isNeeded(at: number, kind: InvisibleKind): boolean {
      if (isOfMojibake(at)) return true;
      if (kind === 'softHyphen') return article.format === 'html';
      if (kind === 'direction') return nearRightToLeft(at);
      if (kind !== 'zeroWidth') return false;
      const joins = joiners.has(prose.charCodeAt(at));
      return isShaped(before(at), joins) || isShaped(after(at), joins);
    }

    /** A byte of a letter that was decoded wrongly, and without which it can never be decoded again: `Ã\u00ad` for í. */
    function isOfMojibake(at: number): boolean {
      const code = prose.charCodeAt(at);
      if (!(code >= 0x80 && code <= 0x9f) && code !== 0xad) return false;
      const before = prose.charCodeAt(at - 1);
      // Behind ß, é and ä, a soft hyphen is one.
      if (code === 0xad) return (before >= 0xc2 && before <= 0xc5) || before === 0xd0 || before === 0xd1;
      // Letters of two bytes, and of three, of which this is the second or the third.
      return before >= 0x80 && before <= 0xf4;
    }

    /** One selector behind an East Asian character chooses its glyph. */
    function isSelector(run: string, at: number): boolean {
      return (
        run.length === 2 &&
        /^\udb40[\udd00-\uddef]$/.test(run) &&
        /\p{Script=Han}|\p{Script=Mongolian}/u.test(prose.slice(Math.max(0, at - 2), at))
      );
    }

    /** The character before, signs that nobody sees and marks on letters left out. */
    function before(at: number): string {
      let i = at;
      for (let n = 0; i > 0 && n < mostPassed; n++) {
        const low = prose.charCodeAt(i - 1);
        i -= low >= 0xdc00 && low <= 0xdfff && i > 1 ? 2 : 1;
        const character = String.fromCodePoint(prose.codePointAt(i) as number);
        if (!passing.test(character)) return character;
      }
      return '';
    }

    /** The same behind. */
    function after(at: number): string {
      for (let i = at, n = 0; i < prose.length && n < mostPassed; n++) {
        const character = String.fromCodePoint(prose.codePointAt(i) as number);
        if (!passing.test(character)) return character;
        i += character.length;
      }
      return '';
    }

    /** Marks of direction serve a text or a passage that runs from right to left. */
    function nearRightToLeft(at: number): boolean {
      const block = blockAt(at);
      if (!block) return false;
      let answer = rightToLeftBlocks.get(block);
      if (answer === undefined) {
        answer = rightToLeft.test(prose.slice(block.start, block.end));
        rightToLeftBlocks.set(block, answer);
      }
      return answer;
    }

    function blockAt(at: number): Block | undefined {
      let low = 0;
      let high = blocks.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((blocks[middle] as Block).end <= at) low = middle + 1;
        else high = middle;
      }
      return blocks[low];
    }
  },
});

/** What stands between a sign and the letter that it shapes. */
const passing = /^[\p{M}\p{Cf}]$/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Scripts whose letters need no sign that nobody sees: not to be joined, and not to show where a line may break. */
const plainScripts =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]$/u;

/** A letter of a script that such signs shape or part (Arabic, those of India and of South East Asia), or an emoji. */
function isShaped(character: string, joins: boolean): boolean {
  if (/^\p{Extended_Pictographic}$/u.test(character)) return joins && !/^[©®™]$/.test(character);
  return /^\p{L}$/u.test(character) && !plainScripts.test(character);
}
