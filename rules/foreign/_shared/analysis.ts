import type {RuleContext} from '../../../src/engine/rule.js';
import {models} from '../../../src/generated/foreign-fragments.js';
import {findEnglish} from '../../../src/lexicon/fragments/english-runs.js';
import {type Fragment, findFragments} from '../../../src/lexicon/fragments/find-fragments.js';
import {isNative, joinSentences} from '../../../src/lexicon/fragments/foreign-sentences.js';
import {kinOf} from '../../../src/lexicon/fragments/kin.js';
import {findMixedWords, type MixedWord} from '../../../src/lexicon/fragments/mixed-script.js';
import {findScriptRuns, type ScriptRun, scriptBits} from '../../../src/lexicon/fragments/scripts.js';
import {
  englishTarget,
  otherTarget,
  type Target,
  unknownWords,
} from '../../../src/lexicon/fragments/target.js';
import {installedSpeller} from '../../../src/lexicon/installed-speller.js';
import {type Languages, parseLanguages} from '../../../src/lexicon/languages.js';
import {parseLexicon} from '../../../src/lexicon/lexicon.js';
import {localeOf} from '../../../src/locale/locale.js';
import {blockOf, endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {primaryLanguage} from '../../../src/text/language-tag.js';
import {Feature, type TextIndex, TokenFlag} from '../../../src/text/tokens.js';

/** A whole block, or the whole article, in another language. */
export interface ForeignBlock {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** ISO 639-1 codes: one, two that cannot be told apart or stand side by side, or none that is sure. */
  readonly languages: readonly string[];
  readonly wholeArticle: boolean;
}

/** What all rules of the family share; every foreign place is in one of the lists alone. */
export interface Analysis {
  readonly fragments: readonly Fragment[];
  /** Fragments that look like names. */
  readonly names: readonly Fragment[];
  readonly inserts: readonly (Fragment | ScriptRun)[];
  readonly scripts: readonly ScriptRun[];
  readonly mixed: readonly MixedWord[];
  readonly blocks: readonly ForeignBlock[];
}

const nothing: Analysis = {fragments: [], names: [], inserts: [], scripts: [], mixed: [], blocks: []};
/** A block is foreign as a whole when so much of it is, and it has so many words. */
const wholeBlock = 0.65;
const wholeBlockWords = 4;
/** And so much of its characters, more in Chinese and Japanese, where one says more. */
const wholeBlockLetters = 0.5;
const wholeBlockDense = 0.85;
/** A block that begins or ends with so many words of its own is no foreign one. */
const nativeWords = 2;
/** The share of the words that make a language, or two, that of a block. */
const mostWords = 0.8;
/** In other languages than English, with no source language told, so many words in small letters make a leftover. */
const leastWordsUntold = 3;
/** And so many where the source language is a near one, as Slovak is to Czech. */
const leastWordsOfKin = 4;
/** How sure it must be, with no source language told, that words in another language than English are of a third one. */
const surelyOther = 0.9;
/** From this many foreign blocks, when they are nearly all there are, the article is taken for untranslated. */
const wholeArticleBlocks = 2;

type Context = Pick<RuleContext, 'article' | 'text' | 'settings' | 'resource' | 'shared'>;

export function foreignAnalysis(context: Context): Analysis {
  return context.shared('foreign', () => analyse(context));
}

function analyse(context: Context): Analysis {
  const {text, settings} = context;
  const languages = (): Languages | undefined => context.resource('languages.bin', parseLanguages);
  const target = targetOf(context, languages);
  if (!target) return nothing;
  const {sourceLanguage} = settings;
  const others = Feature.Cyrillic | Feature.Greek | Feature.OtherScript;
  const mixed = text.features & (Feature.Cyrillic | Feature.Greek) ? findMixedWords(text, target) : [];
  const isMixed = new Set(mixed.map(({token}) => token));
  const scripts =
    text.features & others
      ? findScriptRuns(text, target.code, languages, sourceLanguage).filter(
          ({first, last}) => !(first === last && isMixed.has(first)),
        )
      : [];
  // Where no word of the language is known, all its words would be strange.
  const ofOthers =
    target.size === 0
      ? []
      : findFragments({
          text,
          target,
          languages,
          sourceLanguage,
          models,
          spellerOf: (code) => installedSpeller(code, context.resource),
        });
  const found =
    target.code === 'en'
      ? joinSentences(text, ofOthers, target, ofOthers.length > 0 ? languages() : undefined)
      : withEnglish(context, target, ofOthers);
  const fragments = found.filter(({isName}) => !isName);
  if (found.length + scripts.length === 0) return mixed.length === 0 ? nothing : {...nothing, mixed};
  const blocks = foreignBlocks(context, found, scripts, target, languages);
  const taken = new Set(blocks.map(({block}) => block));
  const wholeArticle = blocks.some((block) => block.wholeArticle);
  const isFree = ({first}: {readonly first: number}): boolean =>
    !wholeArticle && !taken.has(blockOf(text, first));
  const isInsert = ({place}: Fragment | ScriptRun): boolean => place.enclosed === 'square';
  const free = {fragments: fragments.filter(isFree), scripts: scripts.filter(isFree)};
  return {
    names: found.filter(({isName}) => isName).filter(isFree),
    fragments: free.fragments.filter((fragment) => !isInsert(fragment)),
    scripts: free.scripts.filter((run) => !isInsert(run)),
    inserts: [...free.fragments, ...free.scripts].filter(isInsert),
    mixed: wholeArticle ? [] : mixed,
    blocks,
  };
}

function targetOf(context: Context, languages: () => Languages | undefined): Target | undefined {
  const english = context.resource('lexicon-en.bin', parseLexicon);
  if (!english) return undefined;
  const code = codeOf(context);
  if (code === 'en') return englishTarget(english);
  const all = languages();
  const language = all?.get(code);
  const near = kinOf(code, context.settings.sourceLanguage).flatMap((one) => all?.get(one) ?? []);
  return otherTarget(language ?? unknownWords(code), english, installedSpeller(code, context.resource), near);
}

/** Serbian is written in two scripts; in Latin letters its words are those of Croatian and Bosnian. */
function codeOf({text, settings}: Context): string {
  const code = primaryLanguage(settings.language.replace('_', '-'));
  if (code !== 'sr') return code;
  if (/-latn\b/i.test(settings.language)) return 'hr';
  if (/-cyrl\b/i.test(settings.language)) return code;
  const {flags, count} = text.tokens;
  let cyrillic = 0;
  let words = 0;
  for (let i = 0; i < count; i++) {
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    words++;
    if (flags[i]! & TokenFlag.Cyrillic) cyrillic++;
  }
  return cyrillic * 2 < words ? 'hr' : code;
}

/** Of an article in another language than English: English that was left, and what is surely of a third language. */
function withEnglish(context: Context, target: Target, others: readonly Fragment[]): Fragment[] {
  const {text, settings} = context;
  const english = context.resource('lexicon-en.bin', parseLexicon);
  const isLatin = scriptBits(target.code) === TokenFlag.Latin;
  // English words are told in Latin letters by what the language of the text does not know.
  const left = english && (target.size > 0 || !isLatin) ? findEnglish(text, target, english, isLatin) : [];
  const source = primaryLanguage(settings.sourceLanguage ?? '');
  const isTold = source !== '' && source !== 'en';
  // A word that one list lacks and another has is nothing strange: it takes some of them.
  const least = !isTold
    ? leastWordsUntold
    : kinOf(target.code, undefined).includes(source)
      ? leastWordsOfKin
      : 2;
  const kept = others.filter(
    ({first, last, start, end, languages, certainty}) =>
      // A long word that a list lacks looks foreign, too: the language must be sure.
      (isTold || (languages.length > 0 && certainty >= surelyOther)) &&
      smallWords(text, first, last) >= least &&
      !hasTranslation(text.prose, start, end) &&
      !left.some((run) => run.first <= last && first <= run.last),
  );
  return [...left, ...kept].sort((a, b) => a.first - b.first);
}

/** `势在必行（il faut bien le faire）`, `il faut bien le faire (tak to má být)`: the original beside its translation. */
function hasTranslation(prose: string, start: number, end: number): boolean {
  return (
    /[(（][“"«„‘]?$/.test(prose.slice(Math.max(0, start - 2), start)) ||
    /^[.。]?[”"»“’]?[ ]?[(（]/.test(prose.slice(end, end + 4))
  );
}

/** Words in small letters from token `first` to `last`. */
const smallWords = (text: TextIndex, first: number, last: number): number =>
  wordsOf(text, first, last + 1, (i) => (text.tokens.flags[i]! & TokenFlag.InitialCap) === 0);

function foreignBlocks(
  {article, text, settings}: Context,
  fragments: readonly Fragment[],
  scripts: readonly ScriptRun[],
  target: Target,
  known: () => Languages | undefined,
): ForeignBlock[] {
  const {flags, blocks} = text.tokens;
  const runsOf = new Map<number, (Fragment | ScriptRun)[]>();
  for (const run of [...fragments, ...scripts]) {
    const block = blocks[run.first]!;
    const runs = runsOf.get(block);
    if (runs) runs.push(run);
    else runsOf.set(block, [run]);
  }
  const out: ForeignBlock[] = [];
  for (const [block, runs] of runsOf) {
    const words = runs.reduce((sum, run) => sum + run.words, 0);
    if (words < wholeBlockWords) continue;
    const from = firstOfBlock(text, block);
    const to = endOfBlock(text, block);
    let all = 0;
    for (let i = from; i < to; i++) if (flags[i]! & TokenFlag.Word) all++;
    if (words < all * wholeBlock) continue;
    const spoken = languagesOf(runs);
    // Words that both languages have are no sign that the other one begins or ends the block.
    const other = target.code === 'en' && spoken[0] !== undefined ? known()?.get(spoken[0]) : undefined;
    const nativeIn = (a: number, b: number): number =>
      other ? wordsOf(text, a, b, (i) => isNative(text, i, target, other)) : nativeAtEdge(text, a, b);
    if (nativeIn(from, Math.min(...runs.map(({first}) => first))) >= nativeWords) continue;
    if (nativeIn(Math.max(...runs.map(({last}) => last)) + 1, to) >= nativeWords) continue;
    const {start, end} = article.blocks[block]!;
    // Between words of Chinese there are no spaces to count them by.
    const locale = localeOf(settings.language);
    const letters = runs.reduce((sum, run) => sum + run.end - run.start, 0);
    if (locale && letters < (end - start) * (locale.isDense ? wholeBlockDense : wholeBlockLetters)) continue;
    out.push({block, start, end, languages: spoken, wholeArticle: false});
  }
  out.sort((a, b) => a.block - b.block);
  const first = out[0];
  if (first && out.length >= wholeArticleBlocks && out.length >= article.blocks.length * 0.7) {
    return [{...first, wholeArticle: true}];
  }
  return out;
}

/** Words from token `from` up to `to` that are so. */
function wordsOf({tokens: {flags}}: TextIndex, from: number, to: number, is: (i: number) => boolean): number {
  let words = 0;
  for (let i = from; i < to; i++) if (flags[i]! & TokenFlag.Word && is(i)) words++;
  return words;
}

/** Words from token `from` up to `to`, but for names. */
const nativeAtEdge = (text: TextIndex, from: number, to: number): number =>
  wordsOf(
    text,
    from,
    to,
    (i) =>
      (text.tokens.flags[i]! & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) !== TokenFlag.InitialCap,
  );

/** The language of most words of a block; where two share them, both. */
function languagesOf(runs: readonly (Fragment | ScriptRun)[]): readonly string[] {
  const words = new Map<string, number>();
  let all = 0;
  for (const {languages, words: count} of runs) {
    all += count;
    for (const code of languages) words.set(code, (words.get(code) ?? 0) + count / languages.length);
  }
  const ranked = [...words].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  const ofOneRun = runs.find(({languages}) => languages.length > 1)?.languages;
  if (!first) return [];
  if (first[1] >= all * mostWords) return [first[0]];
  if (ofOneRun && runs.every(({languages}) => languages.every((code) => ofOneRun.includes(code))))
    return ofOneRun;
  return second && first[1] + second[1] >= all * mostWords ? [first[0], second[0]] : [];
}
