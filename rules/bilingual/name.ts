import {defineRule} from '../../src/engine/rule.js';
import {Entry, parseLexicon, stemEnd} from '../../src/lexicon/lexicon.js';
import {calendar} from '../../src/names/mentions/calendar.js';
import {PlaceTable, placeKey} from '../../src/names/places/place-table.js';
import {skeleton} from '../../src/romanize/skeleton.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {meantBy} from './_shared/misspelt.js';
import {type SourceWord, sourceWords} from './_shared/name-words.js';
import {Replacements, type TargetName} from './_shared/replaced.js';
import {NameIndex, WordIndex} from './_shared/word-index.js';

/** Parts of names that languages say otherwise. */
const partsOfNames = new Set(
  'europe britain asia africa america england scotland wales korea macedonia catalonia holland persia burma siberia crimea bavaria zealand arabia arabian saudi kingdom states emirates czechoslovak czechoslovakia yugoslav yugoslavia soviet mediterranean pacific atlantic arctic antarctic baltic balkan balkans adriatic caspian nord beijing cairo vienna florence jerusalem alexandria damascus aleppo geneva antwerp hague lviv canton guangzhou chennai madras saigon yangon thessaloniki nicosia izmir plovdiv skopje munich venice milan naples turin genoa seville lisbon athens algiers tangier mecca petersburg easter christmas ramadan'.split(
    ' ',
  ),
);
/** Languages whose names cannot be read without a dictionary. */
const withoutReadings = new Set(['th']);
/** Scripts with capital letters, and the languages that write all nouns with one. */
const withCapitals = /\p{Lu}|\p{Ll}/u;
const ofHan = new Set(['zh', 'ja', 'yue']);
const ofNouns = new Set(['de', 'lb']);

export default defineRule({
  meta: {
    id: 'bilingual/name',
    description: 'Finds names that the source text does not have, and names with a letter changed',
    mqm: 'entity',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    hasSuggestions: true,
    languages: ['en'],
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        replaced: {type: 'boolean', description: 'Whether names that the source does not have are told.'},
      },
    },
    defaultOptions: {replaced: true},
    strictOptions: {replaced: true},
    messages: {
      replaced: 'The source has no name like {{text}} here; it has {{source}}',
      misspelt: '“{{text}}” looks like a slip for “{{right}}”: the source has {{source}}',
      unknown: '“{{text}}” looks like a slip for “{{right}}”',
    },
  },
  create(context) {
    const bitext = context.bitext();
    const language = (bitext.sourceLanguage ?? '').split('-', 1)[0] as string;
    const {text} = context;
    const {starts, ends, flags, zones, hashes, count} = text.tokens;
    const places = context.resource('places.bin', (bytes) => new PlaceTable(bytes));
    const lexicon = context.resource('lexicon-en.bin', parseLexicon);
    if (!lexicon) return {};
    let all: SourceWord[] | undefined;
    const everywhere = (): SourceWord[] => {
      all ??= sourceWords(bitext.source.prose, {start: 0, end: bitext.source.prose.length}, language);
      return all;
    };
    const seeksReplaced = context.options.replaced && !withoutReadings.has(language);
    let sourceIndex: WordIndex | undefined;
    const indexed = (): WordIndex => (sourceIndex ??= new WordIndex(everywhere()));
    let nameIndex: NameIndex | undefined;
    const replacements = new Replacements(bitext, {
      everywhere: indexed,
      names: () => (nameIndex ??= new NameIndex(targetNames(0, text.prose.length))),
      capitals: !withCapitals.test(firstLetters(bitext.source.prose))
        ? 'none'
        : ofNouns.has(language)
          ? 'nouns'
          : 'names',
      isPlace: (word) => partsOfNames.has(word) || (places?.of(word).length ?? 0) > 0,
      isOrdinary: (word) => lexicon.isOrdinaryWord(hashOf(word)),
      cannotBeRead: ofHan.has(language),
      isSpeltBySound: (word) => !partsOfNames.has(word) && (lexicon.get(hashOf(word)) & Entry.Tier) === 0,
      isKnownName: (word) => (lexicon.get(hashOf(word)) & (Entry.Name | Entry.Tier)) === Entry.Name,
    });
    /** What a word was meant for, once for all its places. */
    const judged = new Map<string, boolean>();
    return {
      link(link) {
        if (link.alone || link.sure < 0.6) return;
        let sources: SourceWord[] | undefined;
        const ofLink = (): SourceWord[] => {
          sources ??= within(everywhere(), link.source.start, link.source.end);
          return sources;
        };
        const slips = new Set<number>();
        for (let i = firstToken(starts, link.target.start, count); i < count; i++) {
          if ((starts[i] as number) >= link.target.end) break;
          const f = flags[i] as number;
          if (!(f & TokenFlag.Word) || !(f & TokenFlag.InitialCap) || f & TokenFlag.AllCaps) continue;
          if ((zones[i] as number) & notProse || lexicon.has(hashes[i] as number)) continue;
          if (seekSlip(starts[i] as number, ends[i] as number, ofLink)) slips.add(starts[i] as number);
        }
        if (!seeksReplaced) return;
        const targets = targetNames(link.target.start, link.target.end);
        if (!targets.some(({isName}) => isName)) return;
        for (const [{start, end, word}, source] of replacements.find(link, targets, ofLink())) {
          if (slips.has(start)) continue;
          context.report({
            messageId: 'replaced',
            start,
            end,
            source: {start: source.start, end: source.end},
            data: {text: word, source: bitext.source.prose.slice(source.start, source.end)},
          });
        }
      },
    };

    /** The words of a stretch that begin with a capital. */
    function targetNames(from: number, to: number): TargetName[] {
      const out: TargetName[] = [];
      for (let i = firstToken(starts, from, count); i < count && (starts[i] as number) < to; i++) {
        const f = flags[i] as number;
        if (!(f & TokenFlag.Word) || !(f & TokenFlag.InitialCap) || (zones[i] as number) & notProse) continue;
        const start = starts[i] as number;
        const end = stemEnd(text.prose, start, ends[i] as number);
        const word = text.prose.slice(start, end);
        const name = placeKey(word);
        const hash = hashOf(name);
        const isName =
          !(f & TokenFlag.AllCaps) &&
          /^[a-z]+$/.test(name) &&
          !calendar.has(name) &&
          !isEveryday(lexicon?.get(hash) ?? 0);
        out.push({start, end, word, name, bones: skeleton(name), isName});
      }
      return out;
    }

    /** Tells a word that nobody knows and that is one letter from the name that the source has. */
    function seekSlip(start: number, tokenEnd: number, ofLink: () => SourceWord[]): boolean {
      const end = stemEnd(text.prose, start, tokenEnd);
      const word = text.prose.slice(start, end);
      const name = placeKey(word);
      if (!lexicon || name.length < 3 || !/^\p{Lu}[\p{Ll}]+$/u.test(word) || !/^[a-z]+$/.test(name))
        return false;
      if (judged.get(name) === false || lexicon.has(hashOf(name)) || (places?.of(word).length ?? 0) > 0)
        return false;
      const isThere = judged.has(name) ? false : indexed().has(name);
      const meant = isThere ? undefined : meantBy(name, ofLink(), language, {lexicon, places});
      judged.set(name, meant !== undefined);
      if (!meant) return false;
      const right = meant.name[0]?.toUpperCase() + meant.name.slice(1);
      const {source} = meant;
      context.report({
        messageId: source ? 'misspelt' : 'unknown',
        start,
        end,
        source: source ?? {start: 0, end: 0},
        data: {text: word, right, ...(source ? {source: source.word} : {})},
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
      return true;
    }
  },
});

/** `North`, `Will`: too common to be told from names by their capital. */
const isEveryday = (entry: number): boolean =>
  (entry & Entry.Tier) === 3 || ((entry & Entry.Tier) === 2 && !(entry & Entry.Name));

/** The words that stand in a stretch; `words` are in order. */
function within(words: readonly SourceWord[], start: number, end: number): SourceWord[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as SourceWord).start >= start) high = middle;
    else low = middle + 1;
  }
  let to = low;
  while (to < words.length && (words[to] as SourceWord).end <= end) to++;
  return words.slice(low, to);
}

/** A text's own script is that of most of its letters. */
function firstLetters(text: string): string {
  const letters = text.slice(0, 300).match(/\p{L}/gu) ?? [];
  return letters.sort()[letters.length >> 1] ?? '';
}

function firstToken(starts: Uint32Array, offset: number, count: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
