import {formatOf} from '../article/format.js';
import {loadReader} from '../article/read.js';
import type {Project} from '../config/project.js';
import {readResource} from '../config/resources.js';
import {englishTarget} from '../lexicon/fragments/target.js';
import {inferSourceLanguage} from '../lexicon/infer-source-language.js';
import {parseLanguages} from '../lexicon/languages.js';
import {parseLexicon} from '../lexicon/lexicon.js';
import {indexText} from '../text/index-text.js';
import {findFiles} from '../unified/find-files.js';
import {readFile} from '../unified/read-file.js';

/** What the articles of a folder say of the language that they were translated from. */
export interface SourceSeen {
  /** ISO 639-1. */
  readonly language: string;
  /** In how many articles it shows. */
  readonly articles: number;
  /** How many were looked at. */
  readonly of: number;
}

/** Articles that are looked at, and how much of each: their beginnings say it. */
const mostArticles = 300;
const mostUnits = 20_000;
/** The sum of what the articles say must be so many sure ones, so large a share of them, and so far ahead of the next. */
const leastSum = 1;
const leastShare = 0.1;
const leastLead = 3;

/**
 * Guesses the source language of the English articles in a folder, from the words and names that translation left.
 * Undefined where they say too little: languages in other scripts often leave nothing but names in Latin letters.
 */
export async function detectSource(folder: string, project: Project): Promise<SourceSeen | undefined> {
  const lexicon = readResource('lexicon-en.bin');
  const fingerprints = readResource('languages.bin');
  if (!lexicon || !fingerprints) return undefined;
  const target = englishTarget(parseLexicon(lexicon));
  const languages = parseLanguages(fingerprints);
  const {files} = await findFiles([folder], {cwd: folder});
  const step = Math.max(1, files.length / mostArticles);
  const sums = new Map<string, {sum: number; articles: number}>();
  let of = 0;
  for (let i = 0; i < files.length; i += step) {
    const file = files[Math.floor(i)]?.path as string;
    const read = await readFile(file, 64 * 1024 * 1024);
    if ('error' in read) continue;
    of++;
    const {resolved} = await project.settingsFor(file);
    const reader = await loadReader(resolved.format ?? formatOf(file) ?? 'text');
    const guess = inferSourceLanguage(indexText(reader(read.text.slice(0, mostUnits))), target, languages);
    if (!guess || guess.confidence <= 0) continue;
    const seen = sums.get(guess.language) ?? {sum: 0, articles: 0};
    sums.set(guess.language, {sum: seen.sum + guess.confidence, articles: seen.articles + 1});
  }
  const [best, next] = [...sums].sort(([, a], [, b]) => b.sum - a.sum);
  if (!best) return undefined;
  const [language, {sum, articles}] = best;
  if (sum < leastSum || sum < leastShare * of || sum < leastLead * (next?.[1].sum ?? 0)) return undefined;
  return {language, articles, of};
}
