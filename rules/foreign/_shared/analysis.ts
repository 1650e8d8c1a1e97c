import type {RuleContext} from '../../../src/engine/rule.js';
import {type Fragment, findFragments} from '../../../src/lexicon/fragments/find-fragments.js';
import {findMixedWords, type MixedWord} from '../../../src/lexicon/fragments/mixed-script.js';
import {findScriptRuns, type ScriptRun} from '../../../src/lexicon/fragments/scripts.js';
import {englishTarget, otherTarget, type Target} from '../../../src/lexicon/fragments/target.js';
import {models} from '../../../src/lexicon/fragments/weights.js';
import {installedSpeller} from '../../../src/lexicon/installed-speller.js';
import {type Languages, parseLanguages} from '../../../src/lexicon/languages.js';
import {parseLexicon} from '../../../src/lexicon/lexicon.js';
import {Feature, TokenFlag} from '../../../src/text/tokens.js';

/** A whole block, or the whole article, in another language. */
export interface ForeignBlock {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly language: string | undefined;
  readonly wholeArticle: boolean;
}

/** What all rules of the family share; every foreign place is in one of the lists alone. */
export interface Analysis {
  readonly fragments: readonly Fragment[];
  readonly inserts: readonly (Fragment | ScriptRun)[];
  readonly scripts: readonly ScriptRun[];
  readonly mixed: readonly MixedWord[];
  readonly blocks: readonly ForeignBlock[];
}

const nothing: Analysis = {fragments: [], inserts: [], scripts: [], mixed: [], blocks: []};
/** A block is foreign as a whole when so much of it is, and it has so many words. */
const wholeBlock = 0.65;
const wholeBlockWords = 4;
/** From this many foreign blocks, when they are nearly all there are, the article is taken for untranslated. */
const wholeArticleBlocks = 3;

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
  const fragments = findFragments({
    text,
    target,
    languages,
    sourceLanguage,
    models,
    spellerOf: (code) => installedSpeller(code, context.resource),
  });
  if (fragments.length + scripts.length === 0) return mixed.length === 0 ? nothing : {...nothing, mixed};
  const blocks = foreignBlocks(context, fragments, scripts);
  const taken = new Set(blocks.map(({block}) => block));
  const wholeArticle = blocks.some((block) => block.wholeArticle);
  const isFree = ({first}: {readonly first: number}): boolean =>
    !wholeArticle && !taken.has(text.tokens.blocks[first]!);
  const isInsert = ({place}: Fragment | ScriptRun): boolean => place.enclosed === 'square';
  const free = {fragments: fragments.filter(isFree), scripts: scripts.filter(isFree)};
  return {
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
  const code = context.settings.language.split(/[-_]/)[0]!.toLowerCase();
  if (code === 'en') return englishTarget(english);
  const language = languages()?.get(code);
  return language && otherTarget(language, english, installedSpeller(code, context.resource));
}

function foreignBlocks(
  {article, text}: Context,
  fragments: readonly Fragment[],
  scripts: readonly ScriptRun[],
): ForeignBlock[] {
  const {flags, blocks} = text.tokens;
  const foreign = new Map<number, number>();
  const languageOf = new Map<number, string | undefined>();
  for (const run of [...fragments, ...scripts]) {
    const block = blocks[run.first]!;
    foreign.set(block, (foreign.get(block) ?? 0) + run.words);
    if (!languageOf.get(block)) languageOf.set(block, run.language);
  }
  const out: ForeignBlock[] = [];
  for (const [block, words] of foreign) {
    if (words < wholeBlockWords) continue;
    let all = 0;
    for (let i = text.blockFirst[block]!; i < text.blockFirst[block + 1]!; i++) {
      if (flags[i]! & TokenFlag.Word) all++;
    }
    if (words < all * wholeBlock) continue;
    const {start, end} = article.blocks[block]!;
    out.push({block, start, end, language: languageOf.get(block), wholeArticle: false});
  }
  out.sort((a, b) => a.block - b.block);
  const first = out[0];
  if (first && out.length >= wholeArticleBlocks && out.length >= article.blocks.length * 0.7) {
    return [{...first, wholeArticle: true}];
  }
  return out;
}
