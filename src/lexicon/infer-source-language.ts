import {notProse, type TextIndex, TokenFlag} from '../text/tokens.js';
import {LanguageVotes, Voter} from './fragments/guess-language.js';
import {findScriptRuns} from './fragments/scripts.js';
import type {Target} from './fragments/target.js';
import {findTriggers} from './fragments/triggers.js';
import type {Languages} from './languages.js';
import {isJapanese, isMandarin, languageOfEnding} from './name-endings.js';

/** A guess at the language that an article was translated from. */
export interface SourceGuess {
  /** ISO 639-1. */
  readonly language: string;
  /** 0 to 1: how far it is ahead of the next that is not its close relative. */
  readonly confidence: number;
  /** How many words spoke for it. */
  readonly words: number;
}

/** Names looked at; their letters say much in the beginning and nothing new later. */
const mostNames = 60;
/** How many names must point to one language, and how large a share of the unknown ones. */
const leastNames = 3;
const leastShare = 0.3;
/** With this many strange words in small letters, names are not asked. */
const fewTriggers = 3;
/** What the letters of a name count beside those of a word. */
const nameShare = 0.35;

/**
 * The most likely source language of an article, from the words that its target language does not know, from words in
 * other scripts, and from the letters and endings of names; `undefined` when nothing speaks for any.
 */
export function inferSourceLanguage(
  text: TextIndex,
  target: Target,
  languages: Languages,
): SourceGuess | undefined {
  const scripts = new Map<string, number>();
  for (const run of findScriptRuns(text, target.code, () => languages, undefined)) {
    const [language] = run.languages;
    if (language) scripts.set(language, (scripts.get(language) ?? 0) + run.words);
  }
  const votes = new LanguageVotes(languages, target.code);
  const none = new LanguageVotes(languages, target.code);
  const triggers = findTriggers(text, target);
  for (const i of triggers) votes.add(text, i, Voter.Word);
  const names = unknownNames(text, target);
  const ofNames = new LanguageVotes(languages, target.code);
  for (const i of names) ofNames.add(text, i, Voter.Name);
  for (let l = 0; l < votes.sums.length; l++) votes.sums[l]! += nameShare * Math.max(0, ofNames.sums[l]!);
  const [script] = [...scripts].sort((a, b) => b[1] - a[1]);
  if (script && script[1] >= triggers.length) {
    return {language: script[0], confidence: Math.min(1, script[1] / 4), words: script[1]};
  }
  const shape = triggers.length < fewTriggers ? shapeOfNames(text, names) : undefined;
  if (shape) return shape;
  if (triggers.length + names.length === 0) return undefined;
  const {language, lead} = votes.best(none);
  // Letters of names alone are a weak sign: their spelling may be English.
  const confidence = triggers.length === 0 ? lead * nameShare : lead;
  return {language: language.code, confidence, words: triggers.length + names.length};
}

/** What the endings and syllables of names say, when enough of them say the same. */
function shapeOfNames(text: TextIndex, names: readonly number[]): SourceGuess | undefined {
  const count = new Map<string, number>();
  const add = (code: string | undefined): void => {
    if (code !== undefined) count.set(code, (count.get(code) ?? 0) + 1);
  };
  for (const i of names) {
    const name = text
      .token(i)
      .toLowerCase()
      .replace(/['’]s?$/, '');
    const ending = languageOfEnding(name);
    if (ending) add(ending);
    else if (isMandarin(name)) add('zh');
    else if (isJapanese(name)) add('ja');
  }
  const [best, second] = [...count].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < leastNames || best[1] < names.length * leastShare) return undefined;
  const lead = best[1] - (second?.[1] ?? 0);
  return {language: best[0], confidence: Math.min(1, lead / 6), words: best[1]};
}

/** Different words with a capital, inside sentences, that the target language does not know. */
function unknownNames(text: TextIndex, target: Target): number[] {
  const {count, flags, zones, hashes, starts, ends} = text.tokens;
  const out: number[] = [];
  const seen = new Set<number>();
  const wanted = TokenFlag.Word | TokenFlag.Latin | TokenFlag.InitialCap;
  const wrong = TokenFlag.SentenceStart | TokenFlag.AllCaps | TokenFlag.Alphanumeric;
  for (let i = 0; i < count && out.length < mostNames; i++) {
    if ((flags[i]! & (wanted | wrong)) !== wanted || zones[i]! & notProse) continue;
    if (seen.has(hashes[i]!)) continue;
    if (target.get(text.prose, starts[i]!, ends[i]!, hashes[i]!) !== 0) continue;
    seen.add(hashes[i]!);
    out.push(i);
  }
  return out;
}
