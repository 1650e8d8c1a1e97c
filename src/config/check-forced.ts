import type {AnyRule} from '../engine/rule.js';
import {ConfigError, type ConfigProblem} from './config-error.js';
import {didYouMean} from './did-you-mean.js';
import {hintAtTag, isLanguageTag} from './language-tag.js';
import {faultOfLocale} from './locale.js';
import {isPresetName, presetNames} from './presets.js';
import type {Forced} from './settings.js';
import {faultOfPattern} from './source-pattern.js';

/**
 * Checks what the command line or a caller sets over the configuration.
 *
 * @throws ConfigError with every mistake
 */
export async function checkForced(forced: Forced, known: ReadonlyMap<string, AnyRule>): Promise<void> {
  const problems: ConfigProblem[] = [];
  const {preset, rules, language, sourceLanguage, locale, source} = forced;
  const fault = source === undefined ? undefined : faultOfPattern(source);
  if (fault !== undefined) problems.push({message: `source: “${source}” ${fault}`});
  if (preset !== undefined && !isPresetName(preset))
    problems.push({
      message: `there is no preset “${preset}”${didYouMean(String(preset), presetNames)}; presets are ${presetNames.join(', ')}`,
    });
  for (const [key, tag] of Object.entries({language, sourceLanguage})) {
    if (tag !== undefined && !isLanguageTag(tag))
      problems.push({
        message: `${key}: is “${tag}”, but must be a language tag such as “en” or “pt-BR”${hintAtTag(String(tag))}`,
      });
  }
  const unspoken = locale === undefined ? undefined : faultOfLocale(locale);
  if (unspoken !== undefined) problems.push({message: `locale: ${unspoken}`});
  if (rules) {
    const {checkRuleSetting} = await import('./check-rules.js');
    for (const [id, setting] of Object.entries(rules))
      for (const {message, atKey} of checkRuleSetting(id, setting, known))
        problems.push({message: atKey ? message : `${id}: ${message}`});
  }
  if (problems.length > 0) throw new ConfigError(problems);
}
