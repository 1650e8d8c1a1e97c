import type {Link} from '../../src/bitext/bitext.js';
import {defineRule} from '../../src/engine/rule.js';
import {countries} from '../../src/generated/countries.js';
import {parseLexicon, stemEnd} from '../../src/lexicon/lexicon.js';
import {calendar} from '../../src/names/mentions/calendar.js';
import {PlaceTable, placeKey} from '../../src/names/places/place-table.js';
import {skeleton} from '../../src/romanize/skeleton.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {meantBy} from './_shared/misspelt.js';
import {answers, isSameBones, type SourceWord, sourceWords} from './_shared/name-words.js';

const shortest = 4;
/** Nationalities and languages: other words in every language. */
const nationality =
  /(?:ian|ean|ese|ish|ican|man|tch|nch|eek|aqi|ani|eli|wiss|hai|ssian|rab|urk|inn|ole|erb|roat|zech|ane|ede|ot)s?$/;
const regions = new Set(
  'europe britain asia africa america england scotland wales korea macedonia catalonia holland persia burma siberia crimea bavaria'.split(
    ' ',
  ),
);
/** How far apart the two may stand, as parts of their passages. */
const away = 0.2;
/** Scripts with capital letters, in which a name can be told from other words. */
const withCapitals = new Set(
  'de nl sv da no is fr es it pt ca ro ru uk be bg mk sr hr bs sl cs sk pl lt lv el sq fi et hu tr az kk ky hy en'.split(
    ' ',
  ),
);

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
    defaultOptions: {replaced: false},
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
    const seeksReplaced = context.options.replaced && withCapitals.has(language);
    /** What a word was meant for, once for all its places. */
    const judged = new Map<string, boolean>();
    return {
      link(link) {
        if (link.alone || link.sure < 0.6) return;
        const names: Name[] = [];
        const others: {name: string; bones: string}[] = [];
        let sources: SourceWord[] | undefined;
        const ofLink = (): SourceWord[] => {
          sources ??= sourceWords(bitext.source.prose, link.source, language);
          return sources;
        };
        for (
          let i = firstToken(starts, link.target.start, count);
          i < count && (starts[i] as number) < link.target.end;
          i++
        ) {
          const f = flags[i] as number;
          if (!(f & TokenFlag.Word) || !(f & TokenFlag.InitialCap) || (zones[i] as number) & notProse)
            continue;
          const isOddCase = (f & TokenFlag.AllCaps) !== 0;
          if (!seeksReplaced && (isOddCase || lexicon.has(hashes[i] as number))) continue;
          const start = starts[i] as number;
          const end = stemEnd(text.prose, start, ends[i] as number);
          const word = text.prose.slice(start, end);
          if (!isOddCase) seekSlip(word, start, end, ofLink);
          if (!seeksReplaced) continue;
          const name = word.toLowerCase();
          const bones = skeleton(name);
          others.push({name, bones});
          if (f & TokenFlag.SentenceStart || isOddCase || word.length < shortest || !/^[A-Za-z]+$/.test(word))
            continue;
          if (
            lexicon.isOrdinaryWord(hashOf(name)) ||
            countries.has(name) ||
            nationality.test(name) ||
            calendar.has(name)
          )
            continue;
          names.push({start, end, word, name, bones});
        }
        for (const name of names) seekReplaced(name, link, others, ofLink());
      },
    };

    /** Tells a word that nobody knows and that is one letter from the name that the source has. */
    function seekSlip(word: string, start: number, end: number, ofLink: () => SourceWord[]): void {
      const name = placeKey(word);
      if (!lexicon || name.length < 3 || !/^\p{Lu}[\p{Ll}]+$/u.test(word) || !/^[a-z]+$/.test(name)) return;
      if (judged.get(name) === false || lexicon.has(hashOf(name)) || (places?.of(word).length ?? 0) > 0)
        return;
      const isThere = judged.has(name) ? false : everywhere().some(({latin}) => latin === name);
      const meant = isThere ? undefined : meantBy(name, ofLink(), language, {lexicon, places});
      judged.set(name, meant !== undefined);
      if (!meant) return;
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
    }

    function seekReplaced(
      name: Name,
      link: Link,
      others: readonly {name: string; bones: string}[],
      sources: readonly SourceWord[],
    ): void {
      if (sources.some(({latin}) => latin === name.name) || judged.get(name.name)) return;
      if (name.bones.length < 2 || sources.some((s) => answers(s, name.name, name.bones))) return;
      if (
        everywhere().some(
          (s) =>
            s.latin === name.name || (name.bones.length >= 3 && s.isName && isSameBones(s.bones, name.bones)),
        )
      )
        return;
      // Places have names of their own in every language.
      if (regions.has(name.name) || (places?.of(name.word).length ?? 0) > 0) return;
      const along = (name.start - link.target.start) / (link.target.end - link.target.start);
      const left = sources.find(
        (s) =>
          s.isName &&
          Math.abs((s.start - link.source.start) / (link.source.end - link.source.start) - along) < away &&
          s.latin.length >= shortest &&
          s.bones.length >= 2 &&
          !others.some((o) => answers(s, o.name, o.bones)),
      );
      if (!left) return;
      const {start, end, word} = name;
      context.report({
        messageId: 'replaced',
        start,
        end,
        source: {start: left.start, end: left.end},
        data: {text: word, source: left.word},
      });
    }
  },
});

/** A name of the translation. */
interface Name {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly name: string;
  readonly bones: string;
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
