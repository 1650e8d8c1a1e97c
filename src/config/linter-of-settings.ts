import path from 'node:path';
import type {Linter} from '../engine/linter.js';
import type {AnyRule} from '../engine/rule.js';
import {openSlices} from '../files/slices.js';
import {ConfigError} from './config-error.js';
import {isDebugged, tellStack} from './debug.js';
import type {StoredDictionary} from './dictionary-store.js';
import {digestOf} from './digest.js';
import {makeLinter} from './make-linter.js';
import type {ReadyConfig} from './ready-config.js';
import {readResource} from './resources.js';
import type {Resolved} from './settings.js';
import {build, version} from './version.js';

/** What a linter hangs on beside its settings. */
export interface LinterSurroundings {
  /** What files of the settings are relative to. */
  readonly cwd: string;
  readonly obeysDirectives: boolean;
  /** Whether to measure how long each rule takes. */
  readonly timings: boolean;
}

/** A linter, and what tells whether another lints alike. */
export interface SettledLinter {
  readonly linter: Linter;
  readonly resolved: Resolved;
  /** A digest of calque, settings and dictionaries. Empty where plugins or source texts take part. */
  key(): string;
}

/**
 * Makes the linter of settings.
 *
 * @param dictionaries those that the settings name
 * @throws ConfigError where a phrase of them cannot be compiled
 */
export function linterOfSettings(
  {known, pluginRules}: ReadyConfig,
  resolved: Resolved,
  dictionaries: readonly StoredDictionary[],
  {cwd, obeysDirectives, timings}: LinterSurroundings,
): SettledLinter {
  const {language, languageAssumed, sourceLanguage, locale, unusedDirectives, unknownDirectives} = resolved;
  const {ignoreText, unread} = resolved;
  const {linter, problems} = makeLinter(
    {
      rules: [...resolved.rules].map(([id, {severity, options}]) => ({
        rule: known.get(id) as AnyRule,
        severity,
        options,
      })),
      language,
      ...(languageAssumed ? {languageAssumed} : {}),
      ...(sourceLanguage === undefined ? {} : {sourceLanguage}),
      ...(locale === undefined ? {} : {locale}),
      entries: dictionaries.flatMap(({entries}) => entries),
      unusedDirectives,
      unknownDirectives,
      ignoreText,
      unread,
      obeysDirectives,
      pluginRules,
    },
    {
      resources: readResource,
      open: (file) => openSlices(path.resolve(cwd, file)),
      ...(timings ? {clock: () => performance.now()} : {}),
      ...(isDebugged() ? {onFailure: tellStack} : {}),
    },
  );
  if (problems.length > 0) {
    throw new ConfigError(
      problems.map(({entry, phrase, reason}) => ({
        message: `“${phrase}”: ${reason}`,
        ...placeOf(entry.origin),
      })),
    );
  }
  const plain = {
    ...resolved,
    rules: [...resolved.rules],
    dictionaries: dictionaries.map(({digest}) => digest),
    inlineConfig: obeysDirectives,
  };
  let made: string | undefined;
  const key = (): string => {
    // What a file answers hangs on its source text, too.
    made ??=
      pluginRules.length > 0 || resolved.source !== undefined
        ? ''
        : digestOf(`${version} ${build}\n${JSON.stringify(plain)}`);
    return made;
  };
  return {linter, resolved, key};
}

function placeOf(origin: string | undefined): {file?: string; line?: number; column?: number} {
  const parts = /^(.*):(\d+)$/.exec(origin ?? '');
  return parts ? {file: parts[1] as string, line: Number(parts[2]), column: 1} : {};
}
