import {type Lexicon, parseLexicon} from '../../lexicon/lexicon.js';
import {hashOf, wordSet} from '../../text/hash.js';
import {HashSet} from '../../text/hash-set.js';
import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {NameServices} from '../services.js';
import {foldLatin} from '../spelling/fold.js';
import {type Head, isSubject, nearNames} from './heads.js';

/** One capitalised word (hyphens included) at one place. Offsets are UTF-16 offsets into the prose, possessive left out. */
export interface WordMention {
  readonly word: NameWord;
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly lastToken: number;
  readonly sentence: number;
  /** First word of its sentence, or inside a headline: its capital says nothing. */
  readonly capitalByPlace: boolean;
  /** Index into {@link NameWords.runs}. */
  run: number;
  /** Index into the run's words. */
  place: number;
}

/** A distinct spelling of a word that may be a name. */
export interface NameWord {
  /** As it stands, NFC, possessive stripped; from `ZHUKOV` beside `Zhukov` only the latter. */
  readonly text: string;
  /** Small letters without diacritics. */
  readonly folded: string;
  /** Of {@link text}, as token hashes are made. */
  readonly hash: number;
  readonly mentions: WordMention[];
  /** How common as an ordinary English word: 0 not, 1 rare, 2, 3 everyday. */
  readonly tier: number;
  /** In the English lexicon with a capital: `London`, `Peter`. */
  readonly known: boolean;
  /** All letters are capitals and no form with small letters stands beside it. */
  readonly acronym: boolean;
  /** Also stands with a small first letter in this text. */
  alsoSmall: boolean;
  /** Mentions whose capital is not due to their place. */
  free: number;
}

/** Name words with only spaces (or an initial, a particle) between them, as `Almazbek Sh. Atambayev`. */
export interface Run {
  readonly words: WordMention[];
  /** Index of the token before the run, or -1. */
  readonly before: number;
  /** Index of the token after the run. */
  after: number;
  /** An initial that stands directly before word `i` of the run: `A` in `A. Atambayev`; '' without. */
  readonly initials: string[];
}

export interface NameWords {
  readonly words: readonly NameWord[];
  readonly mentions: readonly WordMention[];
  readonly runs: readonly Run[];
  readonly lexicon: Lexicon | undefined;
}

const particles = wordSet(
  'al el bin ibn bint abu ben van von der den de del della di da dos do du la le ten ter af av zu oglu ogly uulu kyzy',
);
/** Small words that begin a sentence with a capital, and are no names there; `It`, `May`, `Will` elsewhere may be. */
const openers = wordSet(
  'on in at to from by with as for of he she it they we his her their our my this that these those there here when where while because if but and or after before during since until what who how so yet although though according however meanwhile',
);
const noRun = -2;
/** A word with digits is a name where it also has five letters on end. */
const longLetters = /\p{L}{5}/u;
/** Endings after an apostrophe that make a verb or a contraction, not a possessive. */
const contraction = /[’'](?:ve|ll|re|d|m|t|em)$/i;
const possessive = /[’'][sS]?$/;

/** The name words of an article, found once for all that ask. */
export function nameWordsOf(text: TextIndex, services: NameServices): NameWords {
  return services.shared('name-words', () => findNameWords(text, services));
}

/** Finds all words that may be (parts of) names, joined to runs, in one pass over the tokens. */
function findNameWords(text: TextIndex, services: NameServices): NameWords {
  const lexicon = services.settings.language.toLowerCase().startsWith('en')
    ? services.resource('lexicon-en.bin', parseLexicon)
    : undefined;
  const {tokens, sentences, prose} = text;
  const {count, starts, ends, flags, zones, hashes} = tokens;
  const headline = headlineSentences(text);
  const small = new HashSet(text.words);
  for (let i = 0; i < count; i++) {
    const f = flags[i]!;
    if (f & TokenFlag.Word && !(f & (TokenFlag.InitialCap | TokenFlag.AllCaps))) small.add(hashes[i]!);
  }
  const byText = new Map<string, NameWord>();
  let heads: Head[] | undefined;
  const mentions: WordMention[] = [];
  const runs: Run[] = [];
  let open: Run | undefined;
  /** The token before initials that begin a run, or `noRun`. */
  let begun = noRun;
  /** The token that would go on with the open run. */
  let next = -1;
  let initial = '';
  let s = 0;
  /** One letter with a hyphen and a word behind it: `X-Faber`. */
  const isCompound = (i: number): boolean =>
    hashes[i + 1] === 0x2d &&
    ends[i] === starts[i + 1] &&
    ends[i + 1] === starts[i + 2] &&
    (flags[i + 2]! & TokenFlag.Word) !== 0 &&
    ends[i + 2]! - starts[i + 2]! > 2;
  /** Whether a capital follows: `Mads Thorsen` at a sentence’s head, though `mads` is a word. */
  const isBeforeName = (last: number): boolean =>
    last + 1 < count &&
    (flags[last + 1]! & TokenFlag.InitialCap) !== 0 &&
    (lexicon === undefined || (lexicon.get(hashes[last + 1]!) & 7) === 0);
  /** `2. Ole Hanssen`: an item of a numbered list that begins with two capitals. */
  const isListed = (i: number, last: number): boolean =>
    i > 1 &&
    hashes[i - 1] === 0x2e &&
    (flags[i - 2]! & TokenFlag.Number) !== 0 &&
    (flags[last + 1]! & TokenFlag.Word) !== 0 &&
    (flags[last + 1]! & TokenFlag.InitialCap) !== 0;
  for (let i = 0; i < count; i++) {
    const f = flags[i]!;
    if (!(f & TokenFlag.Word) || !(f & (TokenFlag.InitialCap | TokenFlag.AllCaps | TokenFlag.InnerCap))) {
      if (i === next) {
        // A particle between two names, or the stop after an initial.
        if (f & TokenFlag.Word && particles.has(hashes[i]!)) next = i + 1;
        // `Dolce & Gabbana`.
        else if (hashes[i] === 0x26 && open && f & TokenFlag.SpaceBefore) next = i + 1;
        else if (hashes[i] === 0x2d && (open || begun !== noRun) && !(f & TokenFlag.SpaceBefore))
          next = i + 1;
        else {
          open = undefined;
          begun = noRun;
        }
      }
      continue;
    }
    while (s + 1 < sentences.count && sentences.first[s + 1]! <= i) s++;
    const length = ends[i]! - starts[i]!;
    const isProse = f & TokenFlag.Latin && !(zones[i]! & notProse);
    if (!isProse || i !== next || sentences.first[s]! > (open?.before ?? begun) + 1) {
      open = undefined;
      begun = noRun;
    }
    if (!isProse) continue;
    if (length === 1 && !isCompound(i)) {
      // An initial: `A.` before a name.
      if (hashes[i + 1] === 0x2e && ends[i] === starts[i + 1]) {
        initial = prose.charAt(starts[i]!);
        next = i + 2;
        if (!open && begun === noRun) begun = i - 1;
        i++;
        continue;
      }
      open = undefined;
      begun = noRun;
      continue;
    }
    let last = i;
    let digits = (f & TokenFlag.Alphanumeric) !== 0;
    while (
      last + 2 < count &&
      (hashes[last + 1] === 0x2d || hashes[last + 1] === 0x2011) &&
      ends[last] === starts[last + 1] &&
      ends[last + 1] === starts[last + 2] &&
      flags[last + 2]! & (TokenFlag.Word | TokenFlag.Number)
    ) {
      last += 2;
      if (flags[last]! & (TokenFlag.Number | TokenFlag.Alphanumeric)) digits = true;
    }
    const start = starts[i]!;
    const isPlain = last === i && !(f & (TokenFlag.Apostrophe | TokenFlag.Possessive));
    let surface = isPlain ? '' : prose.slice(start, ends[last]!);
    // `Zubrin-S1`, not `B2` or `F-16`.
    let isName = !digits || longLetters.test(prose.slice(start, ends[last]!));
    if (!isPlain && flags[last]! & (TokenFlag.Apostrophe | TokenFlag.Possessive)) {
      isName &&= !contraction.test(surface);
      surface = surface.replace(possessive, '');
    }
    const hash = isPlain || surface.length === length ? hashes[i]! : hashOf(surface);
    const entry = lexicon === undefined ? 0 : lexicon.get(hash);
    const tier = entry & 3;
    // An ordinary word that begins a sentence.
    if (f & TokenFlag.SentenceStart && !(entry & 4) && (tier > 0 || small.has(hash)))
      isName &&= isListed(i, last) || (tier === 1 && isBeforeName(last));
    if (f & TokenFlag.SentenceStart && last === i && !(f & TokenFlag.AllCaps) && openers.has(hash))
      isName = false;
    if (!isName) {
      if (tier > 0 && last === i && length > 2 && !openers.has(hash) && !small.has(hash)) {
        surface = isPlain ? prose.slice(start, ends[i]!) : surface;
        const isPossessive = surface.length < length;
        if (isSubject(text, i, isPossessive)) {
          heads ??= [];
          const folded = foldLatin(surface).toLowerCase();
          heads.push({token: i, text: surface, folded, tier, sentence: s});
        }
      }
      open = undefined;
      begun = noRun;
      i = last;
      continue;
    }
    if (isPlain) surface = prose.slice(start, ends[i]!);
    const end = start + surface.length;
    const byPlace = (f & TokenFlag.SentenceStart) !== 0 || headline[s] === 1;
    const normal = f & TokenFlag.NonAscii || last > i ? surface.normalize('NFC') : surface;
    let word = byText.get(normal);
    if (word === undefined) {
      word = {
        text: normal,
        folded: foldLatin(normal).toLowerCase(),
        hash,
        mentions: [],
        tier,
        known: (entry & 4) !== 0,
        acronym: (f & TokenFlag.AllCaps) !== 0 && normal === normal.toUpperCase(),
        alsoSmall: small.has(hash),
        free: 0,
      };
      byText.set(normal, word);
    }
    const mention: WordMention = {
      word,
      start,
      end,
      firstToken: i,
      lastToken: last,
      sentence: s,
      capitalByPlace: byPlace,
      run: 0,
      place: 0,
    };
    word.mentions.push(mention);
    if (!byPlace) word.free++;
    mentions.push(mention);
    if (open === undefined) {
      const isBegun = begun !== noRun;
      open = {
        words: [mention],
        before: isBegun ? begun : i - 1,
        after: last + 1,
        initials: [isBegun ? initial : ''],
      };
      begun = noRun;
      runs.push(open);
    } else {
      mention.place = open.words.length;
      open.words.push(mention);
      open.initials.push(initial);
      open.after = last + 1;
    }
    mention.run = runs.length - 1;
    initial = '';
    next = surface.length < ends[last]! - start ? -1 : last + 1;
    i = last;
  }
  if (heads !== undefined) addHeads(heads, byText, mentions, runs, text);
  return {words: mergeCapitals(byText), mentions, runs, lexicon};
}

/** Adds English words at the heads of sentences that are nearly a name of the text: `Flint spoke`, beside `Flinta`. */
function addHeads(
  heads: readonly Head[],
  byText: Map<string, NameWord>,
  mentions: WordMention[],
  runs: Run[],
  {tokens}: TextIndex,
): void {
  for (const head of nearNames(heads, [...byText.values()])) {
    let word = byText.get(head.text);
    if (word === undefined) {
      word = {
        text: head.text,
        folded: head.folded,
        hash: hashOf(head.text),
        mentions: [],
        tier: head.tier,
        known: false,
        acronym: false,
        alsoSmall: false,
        free: 0,
      };
      byText.set(head.text, word);
    }
    const start = tokens.starts[head.token]!;
    const mention: WordMention = {
      word,
      start,
      end: start + head.text.length,
      firstToken: head.token,
      lastToken: head.token,
      sentence: head.sentence,
      capitalByPlace: false,
      run: runs.length,
      place: 0,
    };
    word.free++;
    word.mentions.push(mention);
    word.mentions.sort((a, b) => a.start - b.start);
    mentions.push(mention);
    runs.push({words: [mention], before: head.token - 1, after: head.token + 1, initials: ['']});
  }
}

/** `ZHUKOV` in a headline is `Zhukov` of the text: its mentions go to the spelling with small letters. */
function mergeCapitals(byText: ReadonlyMap<string, NameWord>): NameWord[] {
  const words: NameWord[] = [];
  let capitals: Map<string, NameWord> | undefined;
  for (const word of byText.values()) {
    if (!word.acronym) continue;
    capitals ??= new Map();
    capitals.set(word.text, word);
  }
  if (capitals === undefined) return [...byText.values()];
  const gone = new Set<NameWord>();
  for (const word of byText.values()) {
    if (word.acronym) continue;
    const twin = capitals.get(word.text.toUpperCase()) ?? capitals.get(word.folded.toUpperCase());
    if (twin === undefined || twin.text.length < 3 || gone.has(twin)) continue;
    gone.add(twin);
    for (const mention of twin.mentions) {
      (mention as {word: NameWord}).word = word;
      word.mentions.push(mention);
    }
    word.mentions.sort((a, b) => a.start - b.start);
  }
  for (const word of byText.values()) if (!gone.has(word)) words.push(word);
  return words;
}

/** Sentences (1) most of whose words have a capital: headlines, captions in capitals, lists of names. */
function headlineSentences(text: TextIndex): Uint8Array {
  const {tokens, sentences} = text;
  const {flags, starts, ends} = tokens;
  const out = new Uint8Array(sentences.count);
  for (let s = 0; s < sentences.count; s++) {
    let long = 0;
    let capital = 0;
    for (let i = sentences.first[s]!; i <= sentences.last[s]!; i++) {
      if (!(flags[i]! & TokenFlag.Word) || ends[i]! - starts[i]! < 4) continue;
      long++;
      if (flags[i]! & (TokenFlag.InitialCap | TokenFlag.AllCaps)) capital++;
    }
    if (long > 3 && capital * 4 >= long * 3) out[s] = 1;
  }
  return out;
}
