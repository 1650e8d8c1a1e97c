import {fnvOffset, foldCode, hashOf, hashStep, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';

/** Where a run of words stands, for judging it. Token indexes, both included. */
export interface Place {
  /** The run is all that stands between two marks of this kind. */
  readonly enclosed: 'none' | 'quotes' | 'square' | 'round';
  /** A language is named close by: `in Czech`, `Latvian for`. */
  readonly hasLanguageName: boolean;
  /** A word such as `film`, `party`, `slogan` stands right before. */
  readonly hasMarker: boolean;
  /** Such a word stands right behind. */
  readonly markerFollows: boolean;
  readonly inQuotation: boolean;
  /** How much of the quotation that it stands in is the run, 0 to 1; 0 outside quotations. */
  readonly coverage: number;
  readonly inParenthesis: boolean;
  /** Introduced as speech or as a saying: `we say …`, `the crowd chanted: …`. Not a feature of the model. */
  readonly isUttered: boolean;
  /** A capitalised word stands right before, or right after, without a mark between. */
  readonly capitalBefore: boolean;
  readonly capitalAfter: boolean;
  /** Joined by a hyphen to a word outside the run. */
  readonly hyphened: boolean;
}

const opening = new Set(['“', '"', '‘', '„', '«', '‹', '‚', '”', '»', '’', "'"].map((c) => c.charCodeAt(0)));
const closing = new Set(['”', '"', '’', '“', '»', '›', '«', "'", '‘'].map((c) => c.charCodeAt(0)));

/** Nouns, and verbs of naming, after which foreign words are a name, a title or a quotation. */
const markers =
  wordSet(`film movie documentary cartoon series show programme program telecast broadcast podcast episode soap drama comedy
  opera musical ballet play song album single anthem hymn track record ballad novel book poem story tale essay memoir
  diary trilogy bestseller comic magazine newspaper daily weekly monthly tabloid journal gazette outlet paper portal
  website site blog page channel station broadcaster radio television tv network agency column rubric supplement
  exhibition show festival fair contest competition award prize medal order painting sculpture fresco game app
  application platform software brand label company firm corporation conglomerate holding manufacturer retailer chain
  supermarket shop store restaurant cafe bar pub hotel club team band group ensemble choir orchestra troupe theatre
  theater cinema gallery museum library university school institute academy college foundation fund charity
  association union federation confederation league alliance coalition bloc party movement initiative campaign
  project organisation organization ngo society committee council ministry office bureau unit battalion brigade
  regiment squad ship vessel ferry yacht boat submarine frigate yacht street avenue boulevard square lane alley
  district quarter village town municipality castle palace mine plant factory stadium arena slogan motto chant
  hashtag headline headlined title titled entitled caption captioned inscription inscribed banner poster sign graffiti
  word words term terms phrase expression proverb saying idiom acronym abbreviation nickname nicknamed dubbed called
  named so-called known christened translated pronounced spelled spelt meaning means dish delicacy soup cake bread
  cheese wine beer liqueur dessert pastry sausage drink dance costume holiday feast custom tradition species genus
  horse breed law decree act programme operation plan films movies documentaries comedies operas musicals ballets plays
  songs albums hymns novels ballads books poems stories magazines newspapers shows programmes podcasts parties clubs
  companies paintings titles`);
const languageNames =
  wordSet(`albanian arabic armenian azerbaijani azeri basque belarusian bosnian bulgarian catalan chinese croatian czech danish
  dutch english estonian farsi filipino finnish flemish french gaelic galician georgian german greek hausa hebrew hindi
  hungarian icelandic indonesian irish italian japanese kazakh korean kurdish kyrgyz latin latvian lithuanian
  luxembourgish macedonian malay maltese mandarin montenegrin norwegian persian polish portuguese romanian russian
  sanskrit serbian slovak slovene slovenian somali spanish swahili swedish tagalog tatar thai turkish turkmen ukrainian
  urdu uzbek vietnamese welsh yiddish zulu xhosa sotho tswana shona afrikaans yoruba igbo amharic tigrinya oromo berber
  tamil telugu kannada malayalam marathi gujarati punjabi bengali assamese odia nepali sinhala pashto dari tajik uyghur
  khmer lao burmese javanese sundanese cebuano mongolian tibetan cantonese ainu hawaiian maori samoan tongan fijian
  quechua guarani aymara nahuatl navajo inuktitut creole breton corsican occitan sami faroese frisian romani ladino
  aramaic patois pidgin original romanized transliterated`);
/** Verbs whose object is words; not `said`, behind which a translation may just as well break off. */
const uttering = wordSet(
  'say says goes shout shouts shouted shouting chant chants chanted chanting sing sings sang singing exclaim exclaims exclaimed whisper whispers whispered recite recites recited read reads quip quips quipped',
);
const forWord = hashOf('for');
const inWord = hashOf('in');
const andWord = hashOf('and');
const wordNouns = wordSet(
  'word words term phrase expression name title slogan saying proverb version original spelling verb noun',
);
/** Small words that may stand between a marker and what it marks. */
const between = wordSet('the a an is was of as by named called like such');
/** How far back such a word may stand, in tokens. */
const markerReach = 24;

export function surroundings(text: TextIndex, first: number, last: number): Place {
  const {flags, hashes, zones, starts, ends, blocks} = text.tokens;
  const block = blocks[first]!;
  const inBlock = (i: number): boolean => i >= 0 && i < text.tokens.count && blocks[i] === block;
  const mark = (i: number): number => (inBlock(i) && flags[i]! & TokenFlag.Mark ? hashes[i]! : 0);
  const capital = (i: number): boolean =>
    inBlock(i) && (flags[i]! & TokenFlag.InitialCap) !== 0 && (flags[i]! & TokenFlag.SentenceStart) === 0;
  let after = last + 1;
  // A comma or full stop may stand inside the closing quotation mark.
  if ([0x2c, 0x2e, 0x21, 0x3f, 0x2026].includes(mark(after)) && closing.has(mark(after + 1))) after++;
  const before = first - 1;
  let enclosed: Place['enclosed'] = 'none';
  if (mark(before) === 0x5b && mark(after) === 0x5d) enclosed = 'square';
  else if (mark(before) === 0x28 && mark(after) === 0x29) enclosed = 'round';
  else if (opening.has(mark(before)) && closing.has(mark(after))) enclosed = 'quotes';
  const zone = zones[first]!;
  let outside = enclosed === 'none' ? before : before - 1;
  let coverage = 0;
  if (zone & Zone.Quotation) {
    let from = first;
    let to = last;
    let words = 0;
    while (inBlock(from - 1) && zones[from - 1]! & Zone.Quotation && first - from < 40) from--;
    while (inBlock(to + 1) && zones[to + 1]! & Zone.Quotation && to - last < 40) to++;
    for (let i = from; i <= to; i++) if (flags[i]! & TokenFlag.Word) words++;
    coverage = wordsIn(text, first, last) / Math.max(words, 1);
    // What introduces a title stands before the whole of it.
    if (coverage >= 0.5) outside = from - 1;
  }
  return {
    enclosed,
    hasLanguageName: languageNamed(
      text,
      outside,
      enclosed === 'none' ? last + 1 : after + 1,
      block,
      enclosed === 'quotes',
    ),
    hasMarker: markerBefore(text, outside, block),
    markerFollows: markerAfter(text, last + 1, block),
    inQuotation: (zone & Zone.Quotation) !== 0,
    coverage,
    inParenthesis: (zone & Zone.Parenthesis) !== 0,
    isUttered: uttering.has(hashes[flags[before]! & TokenFlag.Mark ? before - 1 : before]!),
    capitalBefore: capital(before),
    capitalAfter: capital(last + 1),
    hyphened:
      (mark(before) === 0x2d && starts[first] === ends[before] && ends[before - 1] === starts[before]) ||
      (mark(last + 1) === 0x2d && starts[last + 1] === ends[last] && starts[last + 2] === ends[last + 1]),
  };
}

/**
 * Whether a translation in brackets follows a title whose foreign part ends with token `last`: the quotation that
 * holds it ends, or words that `mayGoOn` end, at a bracket that holds a word in small letters of ASCII.
 */
export function glossFollows(text: TextIndex, last: number, mayGoOn: (token: number) => boolean): boolean {
  const {flags, hashes, blocks, zones, count} = text.tokens;
  const block = blocks[last]!;
  const plain = TokenFlag.InitialCap | TokenFlag.NonAscii | TokenFlag.Mark | TokenFlag.Number;
  const quoted = zones[last]! & Zone.Quotation;
  for (let i = last + 1; i < Math.min(last + 16, count) && blocks[i] === block; i++) {
    if ((flags[i]! & TokenFlag.Mark) === 0) {
      if (!(quoted && zones[i]! & Zone.Quotation) && !mayGoOn(i)) return false;
      continue;
    }
    if (hashes[i] !== 0x28 && hashes[i] !== 0x5b) continue;
    const close = hashes[i] === 0x28 ? 0x29 : 0x5d;
    for (let k = i + 1; k < Math.min(i + 40, count) && blocks[k] === block; k++) {
      if (hashes[k] === close && flags[k]! & TokenFlag.Mark) return false;
      // `(phone: 090 …)` translates nothing.
      if ((flags[k]! & plain) === 0) return hashes[k + 1] !== 0x3a;
    }
    return false;
  }
  return false;
}

/** How far behind a quoted word its language may be named, in tokens. */
const nearby = 8;

/** `in Czech: …`, `the Lithuanian word …`, `…, Latvian for …`, `… in Polish`. */
function languageNamed(text: TextIndex, from: number, to: number, block: number, isQuoted: boolean): boolean {
  const {flags, hashes, blocks, count} = text.tokens;
  const isMark = (i: number): boolean => (flags[i]! & TokenFlag.Mark) !== 0;
  const at = (i: number): number => (i >= 0 && i < count && blocks[i] === block ? hashes[i]! : 0);
  let i = from;
  let colon = false;
  for (let marks = 0; i >= 0 && blocks[i] === block && isMark(i) && marks < 3; marks++, i--) {
    if (hashes[i] === 0x3a) colon = true;
    if (hashes[i] === 0x2e) return false;
  }
  if (languageNames.has(at(i))) return colon || at(i - 1) === inWord;
  if (wordNouns.has(at(i)) && languageNames.has(at(i - 1))) return true;
  let k = to;
  for (let marks = 0; k < count && blocks[k] === block && isMark(k) && marks < 3; marks++, k++);
  if (languageNames.has(at(k)) && at(k + 1) === forWord) return true;
  // In quotation marks it may stand a little further on: `the “gogos”, as old women are called in Zulu`.
  const reach = isQuoted ? nearby : 1;
  for (let n = 0; n < reach; n++) {
    if (at(k + n) === inWord && languageNames.has(at(k + n + 1))) return true;
    if (isMark(k + n) && hashes[k + n] === 0x2e) break;
  }
  return false;
}

function wordsIn(text: TextIndex, first: number, last: number): number {
  let words = 0;
  for (let i = first; i <= last; i++) if (text.tokens.flags[i]! & TokenFlag.Word) words++;
  return words;
}

function markerBefore(text: TextIndex, from: number, block: number): boolean {
  const {flags, hashes, blocks, zones} = text.tokens;
  let looked = 0;
  let capitals = 0;
  for (let i = from; i >= 0 && i > from - markerReach && looked < 3 && blocks[i] === block; i--) {
    const flag = flags[i]!;
    // `Bach’s “O Haupt voll Blut und Wunden”`
    if (i === from && flag & TokenFlag.Possessive && flags[i + 1]! & TokenFlag.Mark) return true;
    // One title of several: `shows such as “1789” and “Les amants”`.
    if (i < from && zones[i]! & Zone.Quotation) continue;
    if (flag & TokenFlag.Mark) {
      // A colon, a comma, a hyphen or an opening mark.
      if (![0x3a, 0x2c, 0x2d, 0x22, 0x201c, 0x2018, 0x28].includes(hashes[i]!)) return false;
      continue;
    }
    if (markers.has(hashes[i]!)) return true;
    if (hashes[i] === andWord && i > 0 && zones[i - 1]! & Zone.Quotation) continue;
    // Names within the title that stand before its foreign words: `the association Za vodu pro lidi`.
    if (flag & TokenFlag.InitialCap && capitals++ < 3) continue;
    looked++;
    if (!between.has(hashes[i]!)) return false;
  }
  return false;
}

/** `Milion chvilek pro demokracii association`. */
function markerAfter(text: TextIndex, from: number, block: number): boolean {
  const {flags, hashes, blocks, count} = text.tokens;
  for (let i = from; i < Math.min(count, from + 3) && blocks[i] === block; i++) {
    if (flags[i]! & TokenFlag.Mark) return false;
    if (markers.has(hashes[i]!)) return true;
    if ((flags[i]! & (TokenFlag.InitialCap | TokenFlag.Number)) === 0) return false;
  }
  return false;
}

/** `hashOf` of the words of a run in small letters with one blank between: how phrases are filed in the lexicon. */
export function phraseHash(text: TextIndex, first: number, last: number): number {
  const {flags, starts, ends} = text.tokens;
  let hash = fnvOffset;
  let some = false;
  for (let i = first; i <= last; i++) {
    if (flags[i]! & TokenFlag.Mark) continue;
    if (some) hash = hashStep(hash, 0x20);
    some = true;
    for (let k = starts[i]!; k < ends[i]!; k++) hash = hashStep(hash, foldCode(text.prose.charCodeAt(k)));
  }
  return hash >>> 0;
}
