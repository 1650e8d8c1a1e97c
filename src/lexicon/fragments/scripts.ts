import {notProse, type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';
import type {Languages} from '../languages.js';
import {strangeLetters} from './own-script.js';
import {languageOfScript, type ScriptName} from './script-language.js';
import {glossFollows, type Place, surroundings} from './surroundings.js';

/** Words of another script. */
export interface ScriptRun {
  /** Token indexes, both included. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  readonly script: ScriptName;
  /** ISO 639-1 codes: the language, two that cannot be told apart, or none. */
  readonly languages: readonly string[];
  readonly words: number;
  readonly place: Place;
}

const nonLatin = TokenFlag.Cyrillic | TokenFlag.Greek | TokenFlag.OtherScript;
const cyrillicTargets = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'tg', 'mn']);

/** Script bits of `TokenFlag` in which a language is written. */
export function scriptBits(language: string): number {
  const code = language.split(/[-_]/)[0]!;
  if (cyrillicTargets.has(code)) return TokenFlag.Cyrillic;
  if (code === 'el') return TokenFlag.Greek;
  return 'ar he fa ur hi mr ne bn ta te th ka hy ja zh ko gu'.includes(code)
    ? TokenFlag.OtherScript
    : TokenFlag.Latin;
}

/**
 * Runs of words in a script that the target language does not use, leaving out Latin (which is everywhere), single
 * letters of Greek (symbols), and originals given with their translation or transliteration:
 * `Kyiv (Київ)`, `“Слава Україні” (Glory to Ukraine)`, `in Russian: …`.
 */
export function findScriptRuns(
  text: TextIndex,
  target: string,
  languages: () => Languages | undefined,
  sourceLanguage: string | undefined,
): ScriptRun[] {
  const {flags, zones, count, blocks, starts, ends} = text.tokens;
  const strange = strangeLetters(target);
  if (strange) return findByLetters(text, strange, languages, sourceLanguage);
  const foreign = nonLatin & ~scriptBits(target);
  const out: ScriptRun[] = [];
  for (let i = 0; i < count; i++) {
    if ((flags[i]! & foreign) === 0 || !isForeign(text, i, foreign) || zones[i]! & notProse) continue;
    let last = i;
    for (let k = i + 1; k < count && blocks[k] === blocks[i]; k++) {
      if (flags[k]! & TokenFlag.Word) {
        if (!isForeign(text, k, foreign)) break;
        last = k;
      } else if (flags[k]! & TokenFlag.Mark && isWall(text.tokens.hashes[k]!)) break;
    }
    const run = {first: i, last};
    i = last;
    if (isSymbol(text, run.first, run.last)) continue;
    const place = surroundings(text, run.first, run.last);
    if (place.hasLanguageName || isOriginal(text, run.first, run.last, place)) continue;
    const start = starts[run.first]!;
    const end = lastEnd(text, run.last, foreign);
    const script = scriptName(text.prose, start, end);
    let words = 0;
    for (let k = run.first; k <= run.last; k++) if (flags[k]! & TokenFlag.Word) words++;
    const {codes} = languageOfScript(text, run.first, run.last, script, languages, sourceLanguage);
    out.push({...run, start, end: Math.min(end, ends[run.last]!), script, languages: codes, words, place});
  }
  return out;
}

/** Fewest letters of a run: one may be a sign, a mark of a list or of a brand. */
const fewestLetters = 2;
/** What may stand between two words of a run. */
const betweenWords = /^[ \u00a0,.:;!?'’-]{1,3}$/;

/** Words of one script, with what may stand between them. UTF-16 offsets. */
interface LetterRun {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly script: ScriptName;
}

/** Runs as their letters tell them, which may begin and end within a token. */
function findByLetters(
  text: TextIndex,
  strange: RegExp,
  languages: () => Languages | undefined,
  sourceLanguage: string | undefined,
): ScriptRun[] {
  const {prose, tokens} = text;
  const {starts, ends, zones} = tokens;
  const out: ScriptRun[] = [];
  let token = 0;
  const tell = ({start, end, words, script}: LetterRun): void => {
    if (end - start < fewestLetters) return;
    while (ends[token]! <= start) token++;
    const first = token;
    let last = first;
    while (last + 1 < tokens.count && starts[last + 1]! < end) last++;
    if (zones[first]! & notProse || (script === 'Greek' && end - start < 3)) return;
    const place = surroundings(text, first, last);
    if (place.hasLanguageName || isOriginal(text, first, last, place)) return;
    const {codes} = languageOfScript(text, first, last, script, languages, sourceLanguage);
    out.push({first, last, start, end, script, languages: codes, words, place});
  };
  let open: LetterRun | undefined;
  for (const {0: letters, index} of prose.matchAll(strange)) {
    const end = index + letters.length;
    const script = scriptName(prose, index, end);
    if (open?.script === script && betweenWords.test(prose.slice(open.end, index)))
      open = {...open, end, words: open.words + 1};
    else {
      if (open) tell(open);
      open = {start: index, end, words: 1, script};
    }
  }
  if (open) tell(open);
  return out;
}

/** All letters of another script, but for an English ending after an apostrophe: `Путин’s`. */
function isForeign(text: TextIndex, i: number, foreign: number): boolean {
  const flag = text.tokens.flags[i]!;
  if ((flag & foreign) === 0) return false;
  if ((flag & ((nonLatin | TokenFlag.Latin) & ~foreign)) === 0) return true;
  return lastEnd(text, i, foreign) < text.tokens.ends[i]!;
}

/** Where the foreign letters of a token end, when only an apostrophe and Latin letters follow; else its end. */
function lastEnd(text: TextIndex, i: number, foreign: number): number {
  const {starts, ends, flags} = text.tokens;
  const end = ends[i]!;
  if ((flags[i]! & TokenFlag.Apostrophe) === 0 || (flags[i]! & TokenFlag.Latin & ~foreign) === 0) return end;
  for (let k = end - 1; k > starts[i]!; k--) {
    const code = text.prose.charCodeAt(k);
    if (code === 0x27 || code === 0x2019) return k;
    if (code > 0x7f) break;
  }
  return end;
}

function isWall(code: number): boolean {
  return '()[]{}<>"“”„«»‹›|'.includes(String.fromCharCode(code));
}

/** `α`, `Ω`, `β-carotene`, `15 °С`: one or two letters of Greek, or none but single letters of Cyrillic. */
function isSymbol(text: TextIndex, first: number, last: number): boolean {
  const {starts, ends, flags} = text.tokens;
  if (first === last && flags[first]! & TokenFlag.Greek) return ends[first]! - starts[first]! <= 2;
  for (let i = first; i <= last; i++) {
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    if (ends[i]! - starts[i]! > 1 || (flags[i]! & TokenFlag.Cyrillic) === 0) return false;
  }
  return true;
}

/** In tokens, back to the bracket that opens. */
const longestOriginal = 60;

/** In round brackets after a name or a quotation, or with a translation behind. */
function isOriginal(text: TextIndex, first: number, last: number, place: Place): boolean {
  if (glossFollows(text, last, () => false)) return true;
  const {flags, zones, hashes} = text.tokens;
  if ((zones[first]! & Zone.Parenthesis) === 0) return place.hasMarker && place.inQuotation;
  let open = first - 1;
  const limit = Math.max(0, first - longestOriginal);
  while (open > limit && hashes[open] !== 0x28) open--;
  if (hashes[open] !== 0x28) return false;
  const before = open - 1;
  if (before < 0 || text.tokens.blocks[before] !== text.tokens.blocks[first]) return false;
  return (
    (flags[before]! & (TokenFlag.InitialCap | TokenFlag.Mark)) !== 0 ||
    flags[before]! === 0 ||
    place.enclosed === 'round'
  );
}

function scriptName(text: string, start: number, end: number): ScriptName {
  let name: ScriptName = 'other';
  for (let i = start; i < end; i++) {
    const here = scriptOf(text.charCodeAt(i));
    // Kana decide between Japanese and Chinese.
    if (here === 'Japanese') return here;
    if (here !== undefined && name === 'other') name = here;
  }
  return name;
}

function scriptOf(code: number): ScriptName | undefined {
  if (code < 0x370) return undefined;
  if (code < 0x400) return 'Greek';
  if (code < 0x530) return 'Cyrillic';
  if (code < 0x590) return 'Armenian';
  if (code < 0x600) return 'Hebrew';
  if (code < 0x780) return 'Arabic';
  if (code >= 0x900 && code < 0x980) return 'Devanagari';
  if (code >= 0xe00 && code < 0xe80) return 'Thai';
  if ((code >= 0x10a0 && code < 0x1100) || (code >= 0x2d00 && code < 0x2d30)) return 'Georgian';
  if ((code >= 0x1100 && code < 0x1200) || (code >= 0xac00 && code < 0xd7b0)) return 'Korean';
  if (code >= 0x3040 && code < 0x3100) return 'Japanese';
  if ((code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00)) return 'Chinese';
  return undefined;
}
