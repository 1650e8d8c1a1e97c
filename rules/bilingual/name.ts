import {defineRule} from '../../src/engine/rule.js';
import {countries} from '../../src/generated/countries.js';
import {parseLexicon, stemEnd} from '../../src/lexicon/lexicon.js';
import {calendar} from '../../src/names/mentions/calendar.js';
import {PlaceTable} from '../../src/names/places/place-table.js';
import {skeleton} from '../../src/romanize/skeleton.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {answers, distance, isSameBones, type SourceWord, sourceWords} from './_shared/name-words.js';

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
      misspelt: 'The source spells it {{source}}, the text {{text}}',
    },
  },
  create(context) {
    const bitext = context.bitext();
    const language = (bitext.sourceLanguage ?? '').split('-', 1)[0] as string;
    if (!withCapitals.has(language)) return {};
    const {text} = context;
    const {starts, ends, flags, zones, count} = text.tokens;
    const places = context.resource('places.bin', (bytes) => new PlaceTable(bytes));
    const lexicon = context.resource('lexicon-en.bin', parseLexicon);
    if (!lexicon) return {};
    let all: SourceWord[] | undefined;
    const everywhere = (): SourceWord[] => {
      all ??= sourceWords(bitext.source.prose, {start: 0, end: bitext.source.prose.length}, language);
      return all;
    };
    return {
      link(link) {
        if (link.alone || link.sure < 0.6) return;
        const names: {start: number; end: number; word: string; name: string; bones: string}[] = [];
        const others: {name: string; bones: string}[] = [];
        for (
          let i = firstToken(starts, link.target.start, count);
          i < count && (starts[i] as number) < link.target.end;
          i++
        ) {
          const f = flags[i] as number;
          if (!(f & TokenFlag.Word) || !(f & TokenFlag.InitialCap) || (zones[i] as number) & notProse)
            continue;
          const start = starts[i] as number;
          const end = stemEnd(text.prose, start, ends[i] as number);
          const word = text.prose.slice(start, end);
          const name = word.toLowerCase();
          const bones = skeleton(name);
          others.push({name, bones});
          if (
            f & (TokenFlag.SentenceStart | TokenFlag.AllCaps) ||
            word.length < shortest ||
            !/^[A-Za-z]+$/.test(word)
          )
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
        if (names.length === 0) return;
        const sources = sourceWords(bitext.source.prose, link.source, language);
        for (const name of names) {
          const exact = sources.some(({latin}) => latin === name.name);
          if (exact) continue;
          const near = sources.find((s) => isMisspelt(name.name, s));
          if (near && !everywhere().some(({latin}) => latin === name.name)) {
            tell('misspelt', name, near);
            continue;
          }
          if (
            !context.options.replaced ||
            name.bones.length < 2 ||
            sources.some((s) => answers(s, name.name, name.bones))
          )
            continue;
          if (
            everywhere().some(
              (s) =>
                s.latin === name.name ||
                (name.bones.length >= 3 && s.isName && isSameBones(s.bones, name.bones)),
            )
          )
            continue;
          // Places have names of their own in every language.
          if (regions.has(name.name) || (places?.of(name.word).length ?? 0) > 0) continue;
          const along = (name.start - link.target.start) / (link.target.end - link.target.start);
          const left = sources.find(
            (s) =>
              s.isName &&
              Math.abs((s.start - link.source.start) / (link.source.end - link.source.start) - along) <
                away &&
              s.latin.length >= shortest &&
              s.bones.length >= 2 &&
              !others.some((o) => answers(s, o.name, o.bones)),
          );
          if (left) tell('replaced', name, left);
        }
      },
    };

    function tell(
      messageId: 'replaced' | 'misspelt',
      {start, end, word}: {start: number; end: number; word: string},
      source: SourceWord,
    ): void {
      context.report({
        messageId,
        start,
        end,
        source: {start: source.start, end: source.end},
        data: {text: word, source: source.word},
        suggestions:
          messageId === 'misspelt'
            ? [{message: `Write “${source.word}”`, edits: [{start, end, text: source.word}]}]
            : [],
      });
    }
  },
});

/** A letter lost, doubled, changed or swapped inside a name that the source writes in plain Latin letters. */
function isMisspelt(name: string, {word, latin, isName}: SourceWord): boolean {
  if (!isName || !/^[A-Z][a-z]+$/.test(word) || latin.length < 5) return false;
  if (Math.abs(latin.length - name.length) > 1 || latin[0] !== name[0]) return false;
  // Endings are of grammar, not of spelling.
  if (latin.slice(-2) !== name.slice(-2)) return false;
  if (distance(latin, name) !== 1) return false;
  // What languages write otherwise: Tanewski and Tanevski, Zahar and Zakhar.
  let i = 0;
  while (latin[i] === name[i]) i++;
  const changed =
    latin.length === name.length ? [latin[i], name[i]] : [latin.length > name.length ? latin[i] : name[i]];
  return !changed.every((c) => 'wvhjyizscktdeao'.includes(c ?? ''));
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
