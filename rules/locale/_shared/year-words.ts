import type {RuleContext} from '../../../src/engine/rule.js';
import {hashOf, wordSet} from '../../../src/text/hash.js';
import {primaryLanguage} from '../../../src/text/language-tag.js';
import {tokenTests} from '../../../src/text/token-tests.js';
import {TokenFlag} from '../../../src/text/tokens.js';
import {monthNames} from './calendar.js';

/** What source languages leave behind a year: “m.”, “г.”, “gada”, “yil”. */
const yearMarks = wordSet('m г гг р рр r g год года году роке року рок yil gada gadā metų metais év');
/** Short marks that are a unit too, or may be anything: metres, grams. */
const shortMarks = new Map(
  Object.entries({m: 'lt', r: 'pl cs sk', g: 'lv bs hr sr', г: 'ru bg', гг: 'ru bg', р: 'uk', рр: 'uk'}).map(
    ([mark, languages]) => [hashOf(mark), new Set(languages.split(' '))],
  ),
);
/** Before a year, and hardly ever before a length: `of 2000 m`, `from 1985 m to 2100 m`. */
const onlyBeforeYear = wordSet('in since during');
/** Behind “year of”: what happened in it. */
const events: Readonly<Record<string, string>> = {
  birth: 'born',
  issue: 'issued',
  manufacture: 'made',
  production: 'made',
  construction: 'built',
  publication: 'published',
  release: 'released',
  foundation: 'founded',
};
/** Go on with the word “year”: year to date, year by year, year and a half, year on year. */
const afterYearPhrase = wordSet('year date half end');
/** Words that may follow “in 2020 year” where the phrase ends. */
const afterYearWord = wordSet(
  'the a an in of and or but to at by for from with as that which when where who was were is are has had will it he she they we his her its their this these there no not under',
);
const beforeYear = wordSet('in of since until till by from during');
const year = hashOf('year');

/** Reports what the source language says behind a year, as in `2020 m.` and `in 2020 year`: call the result with each number. */
export function yearWords(
  context: RuleContext<'year-mark' | 'year-of' | 'year-word'>,
): (token: number) => void {
  const {text, settings} = context;
  const {prose} = text;
  const {starts, ends, flags, hashes} = text.tokens;
  const source = primaryLanguage(settings.sourceLanguage);
  const {same, spaced} = tokenTests(text, context.shared);
  return afterYear;

  /** A year and what stands behind it. */
  function afterYear(i: number): void {
    const length = (ends[i] as number) - (starts[i] as number);
    if (length !== 4 || !same(i, i + 1) || !((flags[i + 1] as number) & TokenFlag.Word)) return;
    const next = i + 1;
    const hash = hashes[next] as number;
    const isMark = yearMarks.has(hash);
    if (!isMark && hash !== year) return;
    if (!/^(?:1[5-9]|20)\d\d$/.test(text.token(i))) return;
    if (isMark) yearMark(i, next, hash);
    else yearWord(i, next);
  }

  /** `2020 m.`, `2020 года`. */
  function yearMark(i: number, next: number, hash: number): void {
    const start = starts[next] as number;
    const stopped = same(i, next + 1) && hashes[next + 1] === 0x2e && !spaced(next + 1);
    const led = same(i, i - 1) && onlyBeforeYear.has(hashes[i - 1] as number);
    const languages = shortMarks.get(hash);
    const round = text.token(i).endsWith('00');
    if (languages) {
      // `2020 m.` needs its stop: `2020 m` is metres.
      if (hash === hashOf('m') || hash === hashOf('r') || hash === hashOf('g')) {
        if (!stopped || !spaced(next)) return;
      }
      const ofSource = languages.has(source);
      const begins = ((flags[i] as number) & TokenFlag.SentenceStart) !== 0;
      const leads =
        same(i, i - 1) &&
        (beforeYear.has(hashes[i - 1] as number) ||
          hashes[i - 1] === 0x28 ||
          (monthNames as readonly string[]).includes(text.token(i - 1)));
      // `took 1500 m.`, `at a depth of 2000 m.`: a length.
      if (ofSource ? !leads && !begins : !led || round) return;
    }
    const sentenceEnd =
      stopped && (!same(i, next + 2) || ((flags[next + 2] as number) & TokenFlag.InitialCap) !== 0);
    const end = stopped && !sentenceEnd ? (ends[next + 1] as number) : (ends[next] as number);
    const edits = [{start: ends[i] as number, end, text: ''}];
    // Only m and г are units too.
    const isUnit = hash === hashOf('m') || hash === hashOf('г');
    const safe = !languages || (led && !round) || (languages.has(source) && !isUnit);
    const mark = prose.slice(start, stopped ? ends[next + 1] : end);
    context.report({
      messageId: 'year-mark',
      start,
      end: stopped ? (ends[next + 1] as number) : end,
      data: {mark},
      ...(safe ? {fix: edits} : {suggestions: [{message: `Leave out “${mark}”`, edits}]}),
    });
  }

  /** `in 2020 year`, `of 2006 year of birth`. */
  function yearWord(i: number, next: number): void {
    if (!same(i, i - 1) || !beforeYear.has(hashes[i - 1] as number)) return;
    const place = {
      start: starts[next] as number,
      end: ends[next] as number,
      data: {before: text.token(i - 1), year: text.token(i), word: text.token(next)},
    };
    const behind = next + 1;
    if (same(i, behind)) {
      const f = flags[behind] as number;
      // `in 2020 year-end results`, `in 2020 year 7 pupils`, `from 2020 year groups`: only a function word or a mark
      // shows that the phrase ends with the year.
      if (f & TokenFlag.Mark ? hashes[behind] === 0x2d : !afterYearWord.has(hashes[behind] as number)) return;
      if (hashes[behind] === hashOf('of')) {
        const event = same(i, behind + 1) ? events[text.token(behind + 1).toLowerCase()] : undefined;
        if (event === undefined) return;
        const right = `${event} in ${text.token(i)}`;
        const edits = [{start: starts[i - 1] as number, end: ends[behind + 1] as number, text: right}];
        context.report({
          messageId: 'year-of',
          ...place,
          end: ends[behind + 1] as number,
          data: {right},
          suggestions: [{message: `Write “${right}”`, edits}],
        });
        return;
      }
      if (same(i, behind + 1) && afterYearPhrase.has(hashes[behind + 1] as number)) return;
      if (
        hashes[behind] === hashOf('and') &&
        same(i, behind + 2) &&
        afterYearPhrase.has(hashes[behind + 2] as number)
      )
        return;
    }
    context.report({
      messageId: 'year-word',
      ...place,
      fix: [{start: ends[i] as number, end: ends[next] as number, text: ''}],
    });
  }
}
