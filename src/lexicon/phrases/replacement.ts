import {foldWord} from '../../text/hash.js';
import type {TextIndex} from '../../text/tokens.js';
import {TokenFlag} from '../../text/tokens.js';
import type {PhraseMatch} from './entry.js';
import {type Forms, formsOf} from './inflections.js';

const auxiliaries = new Set(
  'has have had having is are was were be been being am get gets got getting'.split(' '),
);

/** `\(`, `<2>`, `<2->` or `<2-3>`, `~word`. */
const operator = /\\([\\()<>|~])|<(-?\d+)(-\d*)?>|~(\p{L}+)/gsu;

/**
 * The text that replaces a match. In a replacement `~drive` takes the form that the phrase's own `~word` has in the
 * text (`forging` → `driving`); `<2>` stands for the match's second token as written, `<-1>` for its last, `<2->` for
 * all from the second on, `<2-3>` for the second and the third. After a backslash a sign stands for itself.
 * The first letter becomes a capital when the match begins with one.
 *
 * @returns `undefined` when the replacement asks for a token that the match does not have.
 */
export function fillReplacement(
  text: TextIndex,
  match: PhraseMatch,
  replacement: string,
): string | undefined {
  const {starts, ends, flags} = text.tokens;
  let missing = false;
  const cut = (from: number, to: number): string => {
    if (from < match.first || to > match.last || from > to) {
      missing = true;
      return '';
    }
    return text.prose.slice(starts[from], Math.min(ends[to] as number, match.end));
  };
  const at = (n: number): number => (n < 0 ? match.last + 1 + n : match.first + n - 1);
  let form: keyof Forms | undefined;
  let out = replacement.replace(
    operator,
    (whole, sign?: string, n?: string, open?: string, word?: string) => {
      if (sign !== undefined) return sign;
      if (word !== undefined) {
        form ??= formInText(text, match);
        return formsOf(word)[form];
      }
      if (n === undefined) return whole;
      const from = at(Number(n));
      const to = open === undefined ? from : open === '-' ? match.last : at(Number(open.slice(1)));
      return cut(from, to);
    },
  );
  if (missing) return undefined;
  const first = flags[match.first] as number;
  // A capital of the sentence or of a headline is kept; one of a name in the replacement stays its own.
  const capital = first & TokenFlag.AllCaps ? first & TokenFlag.SentenceStart : first & TokenFlag.InitialCap;
  if (capital && !startsWithSameWord(text, match, replacement)) {
    out = (out[0] ?? '').toUpperCase() + out.slice(1);
  }
  return out;
}

function startsWithSameWord(text: TextIndex, match: PhraseMatch, replacement: string): boolean {
  return /^<1-?>/.test(replacement) || replacement.startsWith(text.token(match.first));
}

/** Which form the first inflected word of the phrase has in the text. */
function formInText(text: TextIndex, match: PhraseMatch): keyof Forms {
  const phrases = match.form === 'phrase' ? [match.entry.phrase] : (match.entry.variants ?? []);
  const bases = phrases.flatMap((p) => [...p.matchAll(/~([\p{L}]+)/gu)].map((m) => m[1] as string));
  for (let i = match.first; i <= match.last; i++) {
    const word = foldWord(text.token(i));
    for (const base of bases) {
      const forms = formsOf(base);
      if (word === forms.base) return 'base';
      if (word === forms.s) return 's';
      if (word === forms.ing) return 'ing';
      if (word === forms.past || word === forms.participle) {
        if (forms.past !== forms.participle) return word === forms.past ? 'past' : 'participle';
        return afterAuxiliary(text, i) ? 'participle' : 'past';
      }
    }
  }
  return 'base';
}

/** `had forged`, `has not yet forged`, `was forged`: a participle; at most two words may stand between. */
function afterAuxiliary(text: TextIndex, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (!((text.tokens.flags[i] as number) & TokenFlag.Word)) return false;
    if (auxiliaries.has(foldWord(text.token(i)))) return true;
  }
  return false;
}
