import fs from 'node:fs';
import path from 'node:path';
import {directiveRules} from '../engine/directives.js';
import type {AnyRule} from '../engine/rule.js';
import {unreadRule} from '../engine/unread.js';
import {compileGlob, GlobError} from '../files/glob.js';
import {hasManyFolders, tooManyFolders} from '../files/ignore-patterns.js';
import {checkSchema, keyName} from './check-schema.js';
import type {FileConfig, Override} from './config.js';
import type {ConfigProblem} from './config-error.js';
import {didYouMean, ruleMeant} from './did-you-mean.js';
import {compileIgnored, PatternError} from './ignore-text.js';
import type {Layer, LoadedConfig} from './load-config.js';

/** Rules and dictionaries that a configuration names, but that do not exist, and options that rules do not take. */
export function checkNamed(
  loaded: LoadedConfig,
  known: ReadonlyMap<string, AnyRule>,
  shown: (file: string) => string,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  // A list can be longer than a function takes arguments.
  const add = (more: readonly ConfigProblem[]): void => {
    for (const problem of more) problems.push(problem);
  };
  for (const layer of loaded.layers) {
    if (typeof layer === 'string') continue;
    add(checkLayer(layer, ['rules'], layer.config.rules, known, shown));
    add(missingDictionaries(layer, ['dictionaries'], layer.config.dictionaries, shown));
    add(brokenPatterns(layer, shown));
    // What is no list is told of as such elsewhere.
    if (!Array.isArray(layer.config.overrides)) continue;
    for (const [i, override] of (layer.config.overrides as readonly Override[]).entries()) {
      const at = ['overrides', String(i)];
      add(checkLayer(layer, [...at, 'rules'], override?.rules, known, shown));
      add(missingDictionaries(layer, [...at, 'dictionaries'], override?.dictionaries, shown));
    }
  }
  return problems;
}

function checkLayer(
  layer: Layer,
  at: readonly string[],
  rules: FileConfig['rules'],
  known: ReadonlyMap<string, AnyRule>,
  shown: (file: string) => string,
): ConfigProblem[] {
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  return Object.entries(rules).flatMap(([id, setting]) =>
    checkRuleSetting(id, setting, known).map(({path: inner, message, atKey}) => {
      const full = [...at, id, ...inner];
      // The index of the options in the list says nothing to a reader.
      const named = inner[0] === '1' ? [...at, id, ...inner.slice(1)] : full;
      const name = keyName(atKey ? named.slice(0, -1) : named);
      return {message: `${name}: ${message}`, file: shown(layer.file), ...layer.locate(full, atKey)};
    }),
  );
}

function missingDictionaries(
  layer: Layer,
  at: readonly string[],
  dictionaries: FileConfig['dictionaries'],
  shown: (file: string) => string,
): ConfigProblem[] {
  if (!Array.isArray(dictionaries)) return [];
  return (dictionaries as readonly unknown[]).flatMap((name, i) => {
    if (typeof name !== 'string') return [];
    const stat = fs.statSync(path.resolve(layer.folder, name), {throwIfNoEntry: false});
    // Of a file that is something else, nothing must be told but this.
    const isOther = stat?.isFile() && !/\.(?:ya?ml|json)$/i.test(name);
    if (stat && !isOther) return [];
    const message = isOther
      ? `“${name}” is no dictionary: its name must end in .yml, .yaml or .json`
      : `there is no dictionary “${name}”`;
    const place = layer.locate([...at, String(i)], false);
    return [{message: `${keyName(at)}: ${message}`, file: shown(layer.file), ...place}];
  });
}

/** Patterns that cannot be matched; what is no list of texts is told of elsewhere. */
function brokenPatterns(layer: Layer, shown: (file: string) => string): ConfigProblem[] {
  const {ignore, ignoreText, overrides} = layer.config as Record<
    'ignore' | 'ignoreText' | 'overrides',
    unknown
  >;
  const problems: ConfigProblem[] = [];
  const tell = (at: readonly string[], pattern: string, reason: string): void => {
    problems.push({
      message: `${keyName(at)}: “${pattern}”: ${reason}`,
      file: shown(layer.file),
      ...layer.locate(at, false),
    });
  };
  for (const [at, pattern] of texts(ignore, ['ignore']))
    if (hasManyFolders(pattern)) tell(at, pattern, tooManyFolders);
  const tellTexts = (value: unknown, key: readonly string[]): void => {
    for (const [at, entry] of texts(value, key)) {
      try {
        compileIgnored(entry);
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        tell(at, entry, error.message);
      }
    }
  };
  tellTexts(ignoreText, ['ignoreText']);
  for (const [i, override] of (Array.isArray(overrides) ? overrides : []).entries()) {
    tellTexts((override as Partial<Override> | null)?.ignoreText, ['overrides', String(i), 'ignoreText']);
    const files = (override as Partial<Override> | null)?.files;
    for (const [at, pattern] of texts(files, ['overrides', String(i), 'files'])) {
      try {
        compileGlob(pattern.replace(/^!/, ''));
      } catch (error) {
        if (!(error instanceof GlobError)) throw error;
        tell(at, pattern, error.message);
      }
    }
  }
  return problems;
}

/** The texts of a key that holds one or a list of them, each with its place. */
function texts(value: unknown, at: readonly string[]): [at: readonly string[], text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, i): [readonly string[], string][] =>
    typeof item === 'string' ? [[[...at, String(i)], item]] : [],
  );
}

const severities: readonly string[] = ['off', 'info', 'warning', 'error'];

/** What is wrong with the setting of one rule. `path` begins beneath the rule's id. */
export function checkRuleSetting(
  id: string,
  setting: unknown,
  known: ReadonlyMap<string, AnyRule>,
): {path: string[]; message: string; atKey: boolean}[] {
  const rule = known.get(id);
  const isDirective = id === directiveRules.unused || id === directiveRules.unknown || id === unreadRule;
  const isFamily = id.endsWith('/*') && [...known.keys()].some((one) => one.startsWith(id.slice(0, -1)));
  if (!rule && !isDirective && !isFamily) {
    return [{path: [], message: `there is no rule “${id}”${ruleMeant(id, [...known.keys()])}`, atKey: true}];
  }
  const list: readonly unknown[] | undefined = Array.isArray(setting) ? setting : undefined;
  const severity = list ? list[0] : setting;
  if (typeof severity !== 'string' || !severities.includes(severity)) {
    const given =
      typeof severity === 'string'
        ? `“${severity}”`
        : severity === undefined
          ? 'missing'
          : JSON.stringify(severity);
    const hint = typeof severity === 'string' ? didYouMean(severity, severities) : '';
    const what =
      list || typeof severity === 'string'
        ? `the severity is ${given}, but must be off, info, warning or error`
        : `is ${given}, but must be off, info, warning or error, or a list of that and options`;
    return [{path: list ? ['0'] : [], message: `${what}${hint}`, atKey: false}];
  }
  if (!list || list.length === 1) return [];
  if (list.length > 2)
    return [{path: ['2'], message: 'must be a list of severity and options, and nothing more', atKey: false}];
  if (!rule) return [{path: ['1'], message: 'takes no options', atKey: false}];
  const options = list[1];
  if (rule.meta.schema === undefined) {
    const empty = typeof options === 'object' && options !== null && Object.keys(options).length === 0;
    return empty ? [] : [{path: ['1'], message: 'takes no options', atKey: false}];
  }
  return checkSchema(rule.meta.schema, options).map((misfit) => ({
    ...misfit,
    path: ['1', ...misfit.path],
    message: misfit.message,
    atKey: misfit.atKey,
  }));
}
