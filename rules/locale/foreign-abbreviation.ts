import {defineRule} from '../../src/engine/rule.js';
import {foldWord, hashOf} from '../../src/text/hash.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

interface Abbreviation {
  /** What it is in English. */
  readonly english: string;
  /** It must be written with a full stop, or it could be something else. */
  readonly stop?: true;
  /** It must be written with these capitals. */
  readonly exact?: string;
}

/** Abbreviations that other languages write behind a number. */
const abbreviations: readonly (readonly [string, Abbreviation])[] = [
  // A thousand millions: German, Polish, Czech, Lithuanian, Romanian, Swedish, Turkish …
  ...['mlrd', 'mrd', 'млрд'].map((a) => [a, {english: 'billion'}] as const),
  ...['млн', 'mio'].map((a) => [a, {english: 'million'}] as const),
  ...['tūkst', 'tukst', 'tūkst', 'tys', 'tsd', 'тыс', 'тис'].map((a) => [a, {english: 'thousand'}] as const),
  ['tis', {english: 'thousand', stop: true}],
  ['proc', {english: 'percent'}],
  ['procent', {english: 'percent'}],
  ['procentai', {english: 'percent'}],
  ['procentų', {english: 'percent'}],
  ['procenta', {english: 'percent'}],
  ['procentu', {english: 'percent'}],
  ['prozent', {english: 'percent'}],
  ['prosent', {english: 'percent'}],
  ['prosenttia', {english: 'percent'}],
  ['protsenti', {english: 'percent'}],
  ['процентов', {english: 'percent'}],
  ['процента', {english: 'percent'}],
  // The hour: Lithuanian valanda, German Uhr.
  ['val', {english: 'o’clock', stop: true}],
  ['uhr', {english: 'o’clock', exact: 'Uhr'}],
  ['eur', {english: 'euros', exact: 'Eur'}],
  ['руб', {english: 'rubles'}],
  ['грн', {english: 'hryvnias'}],
  ['litų', {english: 'litas'}],
  ['vnt', {english: 'pieces'}],
  ['шт', {english: 'pieces'}],
];
const byHash = new Map(abbreviations.map(([a, meaning]) => [hashOf(foldWord(a)), meaning]));

export default defineRule({
  meta: {
    id: 'locale/foreign-abbreviation',
    description:
      'Finds abbreviations of other languages behind a number, as 5 mlrd., 20 tys., 3 proc., 18 val.',
    mqm: 'untranslated',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    messages: {abbreviation: '“{{text}}” is left from the source language: “{{english}}”'},
  },
  create(context) {
    const {text} = context;
    const {flags, hashes, starts, ends, zones, blocks, count} = text.tokens;
    return {
      number(i) {
        const next = i + 1;
        if (next >= count || blocks[next] !== blocks[i] || !((flags[next] as number) & TokenFlag.Word))
          return;
        const meaning = byHash.get(hashes[next] as number);
        if (meaning === undefined || (zones[next] as number) & notProse) return;
        if (!((flags[next] as number) & TokenFlag.SpaceBefore)) return;
        const {english, exact, stop} = meaning;
        if (exact !== undefined && text.token(next) !== exact) return;
        const point = next + 1;
        const stopped = point < count && hashes[point] === 0x2e && starts[point] === ends[next];
        if (stop && !stopped) return;
        // The stop of `5 mlrd. euros` goes with it, that of a sentence stays.
        const after = point + 1;
        const goesOn =
          stopped &&
          after < count &&
          blocks[after] === blocks[i] &&
          !((flags[after] as number) & (TokenFlag.InitialCap | TokenFlag.Mark));
        const start = starts[next] as number;
        const end = goesOn ? (ends[point] as number) : (ends[next] as number);
        context.report({
          messageId: 'abbreviation',
          start,
          end,
          data: {text: context.text.prose.slice(start, end), english},
          suggestions: [{message: `Write “${english}”`, edits: [{start, end, text: english}]}],
        });
      },
    };
  },
});
