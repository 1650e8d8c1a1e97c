import fs from 'node:fs';
import path from 'node:path';
import type {Ignore} from 'ignore';
import {catalogueFor} from '../engine/catalogue.js';
import type {Linter} from '../engine/linter.js';
import type {AnyRule} from '../engine/rule.js';
import {mostOfDictionary, readRegularText} from '../files/read-regular.js';
import {openSlices} from '../files/slices.js';
import {allRules} from '../generated/rules.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {checkForced} from './check-forced.js';
import {type Config, defaultMaxFileSize, type Override, type Plugin} from './config.js';
import {ConfigError, type ConfigProblem} from './config-error.js';
import {isDebugged, tellStack} from './debug.js';
import {ConfigFinder, isCode} from './find-config.js';
import type {LoadedConfig} from './load-config.js';
import {makeLinter} from './make-linter.js';
import type {PresetName} from './presets.js';
import {readResource} from './resources.js';
import {type Forced, type Resolved, SettingsBuilder} from './settings.js';
import {reasonOf} from './system-error.js';
import {build, version} from './version.js';

/** Where configurations are looked for, and what counts more than they do. */
export interface ProjectOptions extends Forced {
  /** Default: the working directory. */
  readonly cwd?: string;
  /** A configuration file to use instead of those found; `false`: none. */
  readonly config?: string | false;
  /** Whether configurations may be code (JavaScript, TypeScript). Default: true, where the project may be trusted. */
  readonly codeConfig?: boolean;
  /** Whether directives in articles are obeyed (`calque-disable` and its like). Default: true. */
  readonly inlineConfig?: boolean;
  /** Whether to measure how long each rule takes. */
  readonly timings?: boolean;
}

/** What holds for one file. */
export interface FileSettings {
  readonly linter: Linter;
  readonly resolved: Resolved;
  readonly ignored: boolean;
  /** Bytes. */
  readonly maxFileSize: number;
  /** Absolute path of the configuration's baseline. */
  readonly baseline?: string;
  /** Equal for files that are linted alike: a digest of calque, settings and dictionaries. Empty where plugins take part. */
  key(): string;
  /** The same for a file that says itself which languages it is in. */
  speaking(languages: Languages): Promise<FileSettings>;
}

/** Something that has a say in the settings of a file. */
export interface SettingOrigin {
  /** A preset sets all rules. */
  readonly preset?: PresetName;
  readonly config: Omit<Partial<Override>, 'files'> & Pick<Config, 'maxFileSize' | 'ignore'>;
  /** Where it sets a key, in words: `calque.config.json:12`. */
  at(key: readonly string[]): string;
}

export interface Languages {
  readonly language?: string;
  readonly sourceLanguage?: string;
}

/** A configuration made ready: checked, its patterns compiled. */
interface Ready {
  readonly loaded: LoadedConfig | undefined;
  readonly known: ReadonlyMap<string, AnyRule>;
  readonly pluginRules: readonly string[];
  readonly overrides: readonly {
    readonly matches: (file: string) => boolean;
    readonly override: Override;
    readonly folder: string;
  }[];
  readonly ignore: Ignore | undefined;
  readonly maxFileSize: number;
  readonly gitignore: boolean;
  readonly baseline: string | undefined;
  readonly linters: Map<string, Pick<FileSettings, 'linter' | 'resolved' | 'key'>>;
}

/** Most linters kept for languages that records name. */
const mostLinters = 64;
const builtIn: ReadonlyMap<string, AnyRule> = new Map(allRules.map((rule) => [rule.meta.id as string, rule]));

/** Finds, reads and merges the configuration of files, and makes their linters; each once. */
export class Project {
  readonly cwd: string;
  private readonly finder: ConfigFinder;
  private readonly ready = new Map<string | undefined, Promise<Ready>>();
  private readonly byFolder = new Map<string, Promise<Ready>>();
  private readonly dictionaries = new Map<
    string,
    Promise<{entries: readonly DictionaryEntry[]; digest: string}>
  >();
  private readonly plugins = new Map<string, AnyRule>();
  private readonly contradictions = new Map<string, ConfigProblem>();

  constructor(private readonly options: ProjectOptions = {}) {
    this.cwd = path.resolve(options.cwd ?? '.');
    this.finder = new ConfigFinder(this.cwd, options.codeConfig !== false);
  }

  /** Rules that findings may come from, by id: calque's own, and those of plugins seen so far. */
  get rules(): ReadonlyMap<string, AnyRule> {
    return this.plugins.size === 0 ? builtIn : new Map([...builtIn, ...this.plugins]);
  }

  /** Configurations that were passed over, and why; their code is not trusted, or they lead elsewhere. */
  get passedOver(): readonly {readonly file: string; readonly reason: string}[] {
    return [...this.finder.passedOver].map(([file, reason]) => ({file: this.shown(file), reason}));
  }

  /** Where entries of dictionaries that were read so far contradict each other. */
  get conflicts(): readonly ConfigProblem[] {
    return [...this.contradictions.values()];
  }

  /**
   * What holds for a file. Its path need not exist.
   *
   * @throws ConfigError with every mistake in its configuration
   */
  async settingsFor(file: string, languages: Languages = {}): Promise<FileSettings> {
    const full = path.resolve(this.cwd, file);
    const ready = await this.readyFor(path.dirname(full));
    const matching: number[] = [];
    for (const [i, {matches}] of ready.overrides.entries()) if (matches(full)) matching.push(i);
    const made = await this.made(ready, matching, languages);
    const {maxFileSize, baseline} = ready;
    return {
      ...made,
      speaking: (own) => this.settingsFor(file, own),
      ignored: isIgnored(ready, full),
      maxFileSize,
      ...(baseline === undefined ? {} : {baseline}),
    };
  }

  /** Which files of a folder the configuration reads as articles whatever their extension; undefined: none. */
  async readsIn(folder: string): Promise<((file: string) => boolean) | undefined> {
    let ready: Ready;
    try {
      ready = await this.readyFor(folder);
    } catch (error) {
      // It is told with the files that it concerns.
      if (error instanceof ConfigError) return undefined;
      throw error;
    }
    const reading = ready.overrides.filter(({override}) => override.format !== undefined);
    return reading.length === 0 ? undefined : (file) => reading.some(({matches}) => matches(file));
  }

  /** The catalogue that reports of a run in a folder are said by; `undefined` for English. */
  async localeOf(folder: string): Promise<string | undefined> {
    if (this.options.locale !== undefined) return catalogueFor(this.options.locale);
    let locale: string | undefined;
    try {
      for (const layer of (await this.readyFor(folder)).loaded?.layers ?? [])
        if (typeof layer !== 'string' && layer.config.locale !== undefined) locale = layer.config.locale;
    } catch {
      // What is wrong with the configuration is told where files are linted with it.
    }
    return locale === undefined ? undefined : catalogueFor(locale);
  }

  /** Whether the configuration of the working directory has `.gitignore` obeyed when folders are searched. */
  async obeysGitignore(): Promise<boolean> {
    try {
      return (await this.readyFor(this.cwd)).gitignore;
    } catch (error) {
      if (error instanceof ConfigError) return true;
      throw error;
    }
  }

  /** The linter of a text without a file, by the configuration of the working directory. What `languages` says counts most. */
  async linterFor(languages: Languages): Promise<Linter> {
    return (await this.made(await this.readyFor(this.cwd), [], languages)).linter;
  }

  /** Entries of the project's own dictionaries that hold for a file. */
  async entriesFor(file: string): Promise<readonly DictionaryEntry[]> {
    const {resolved} = await this.settingsFor(file);
    const read = await Promise.all(resolved.dictionaries.map((dictionary) => this.dictionary(dictionary)));
    return read.flatMap((dictionary) => dictionary.entries);
  }

  /** The configuration file of a file, if any. */
  async configFileOf(file: string): Promise<string | undefined> {
    return (await this.readyFor(path.dirname(path.resolve(this.cwd, file)))).loaded?.file;
  }

  /** The configuration file of a file and those that it extends. */
  async configFilesOf(file: string): Promise<readonly string[]> {
    const {loaded} = await this.readyFor(path.dirname(path.resolve(this.cwd, file)));
    return loaded ? loaded.layers.flatMap((layer) => (typeof layer === 'string' ? [] : [layer.file])) : [];
  }

  /** What has a say in the settings of a file, what counts least first. */
  async originsFor(file: string): Promise<SettingOrigin[]> {
    const absolute = path.resolve(this.cwd, file);
    const ready = await this.readyFor(path.dirname(absolute));
    const {preset, rules, language, sourceLanguage, source, fields} = this.options;
    const origins: SettingOrigin[] = [];
    const ofPreset = (name: PresetName, where = ''): void => {
      origins.push({preset: name, config: {}, at: () => `preset ${name}${where}`});
    };
    if (preset) ofPreset(preset, ' (--preset)');
    else if (!ready.loaded) ofPreset('recommended', ' (default)');
    const layers = ready.loaded?.layers ?? [];
    const placed =
      (layer: Exclude<(typeof layers)[number], string>, before: readonly string[]) =>
      (key: readonly string[]): string => {
        const place = layer.locate([...before, ...key], true) ?? layer.locate(before, true);
        return `${this.shown(layer.file)}${place ? `:${place.line}` : ''}`;
      };
    for (const layer of layers) {
      if (typeof layer === 'string') {
        if (!preset) ofPreset(layer);
      } else origins.push({config: layer.config, at: placed(layer, [])});
    }
    for (const {override, matches} of ready.overrides) {
      if (!matches(absolute)) continue;
      for (const layer of layers) {
        const i = typeof layer === 'string' ? -1 : (layer.config.overrides?.indexOf(override) ?? -1);
        if (typeof layer !== 'string' && i >= 0)
          origins.push({config: override, at: placed(layer, ['overrides', String(i)])});
      }
    }
    const forced = {
      ...(rules ? {rules} : {}),
      ...(language ? {language} : {}),
      ...(sourceLanguage ? {sourceLanguage} : {}),
      ...(source === undefined ? {} : {source}),
      ...(fields === undefined ? {} : {fields}),
    };
    origins.push({config: forced, at: () => 'command line'});
    return origins;
  }

  private readyFor(folder: string): Promise<Ready> {
    let ready = this.byFolder.get(folder);
    if (!ready) {
      ready = this.load(folder);
      this.byFolder.set(folder, ready);
    }
    return ready;
  }

  private async load(folder: string): Promise<Ready> {
    const {config} = this.options;
    const file =
      config === false
        ? undefined
        : config === undefined
          ? this.finder.find(folder)
          : path.resolve(this.cwd, config);
    let ready = this.ready.get(file);
    if (!ready) {
      ready = this.prepare(file);
      this.ready.set(file, ready);
    }
    return ready;
  }

  private async prepare(file: string | undefined): Promise<Ready> {
    if (file === undefined) {
      await checkForced(this.options, builtIn);
      return {
        loaded: undefined,
        known: builtIn,
        pluginRules: [],
        overrides: [],
        ignore: undefined,
        maxFileSize: defaultMaxFileSize,
        gitignore: true,
        baseline: undefined,
        linters: new Map(),
      };
    }
    // Everything that reads and checks a configuration is only loaded where there is one.
    const [{loadConfig}, {checkNamed}, {compileConfig}] = await Promise.all([
      import('./load-config.js'),
      import('./check-rules.js'),
      import('./compile-config.js'),
    ]);
    if (this.options.codeConfig === false && isCode(file))
      throw new ConfigError([
        {message: 'is code, and no configuration that is code is to run', file: this.shown(file)},
      ]);
    const loaded = await loadConfig(file, (f) => this.shown(f));
    const problems: ConfigProblem[] = [...loaded.problems];
    const known = new Map(builtIn);
    const pluginRules: string[] = [];
    for (const plugin of loaded.layers.flatMap((layer): readonly Plugin[] =>
      typeof layer === 'string' || loaded.problems.length > 0 ? [] : (layer.config.plugins ?? []),
    )) {
      for (const rule of plugin.rules ?? []) {
        const {id} = rule.meta;
        if (builtIn.has(id))
          problems.push({
            message: `plugins: ${plugin.name} has a rule ${id}, but that is the name of one of calque's own`,
            file: this.shown(file),
          });
        else if (!known.has(id)) {
          known.set(id, rule);
          this.plugins.set(id, rule);
          pluginRules.push(id);
        }
      }
    }
    for (const problem of checkNamed(loaded, known, (f) => this.shown(f))) problems.push(problem);
    if (problems.length > 0) throw new ConfigError(inOrder(problems));
    await checkForced(this.options, known);
    return {loaded, known, pluginRules, linters: new Map(), ...compileConfig(loaded)};
  }

  private async made(
    ready: Ready,
    matching: readonly number[],
    languages: Languages,
  ): Promise<Pick<FileSettings, 'linter' | 'resolved' | 'key'>> {
    const id = `${matching.join(',')} ${languages.language ?? ''} ${languages.sourceLanguage ?? ''}`;
    const known = ready.linters.get(id);
    if (known) return known;
    if (ready.linters.size >= mostLinters) ready.linters.clear();
    const resolved = this.resolve(ready, matching, languages);
    const {linter, key} = await this.makeLinter(ready, resolved);
    const made = {linter, resolved, key};
    ready.linters.set(id, made);
    return made;
  }

  private resolve(ready: Ready, matching: readonly number[], languages: Languages): Resolved {
    const {preset, rules, language, sourceLanguage, locale, source, fields} = this.options;
    const builder = new SettingsBuilder(ready.known);
    if (preset) builder.preset(preset);
    else if (!ready.loaded) builder.preset('recommended');
    for (const layer of ready.loaded?.layers ?? []) {
      if (typeof layer === 'string') {
        if (!preset) builder.preset(layer);
        continue;
      }
      builder.add(layer.config, (file) => path.resolve(layer.folder, file));
      if (layer.config.reportUnusedDirectives !== undefined)
        builder.reportUnused(layer.config.reportUnusedDirectives);
    }
    for (const i of matching) {
      const {override, folder} = ready.overrides[i] as Ready['overrides'][number];
      builder.add(override, (file) => path.resolve(folder, file));
      if (override.format) builder.format = override.format;
    }
    const fromHere = (file: string): string => path.resolve(this.cwd, file);
    builder.add(
      {
        ...(rules ? {rules} : {}),
        ...(language ? {language} : {}),
        ...(sourceLanguage ? {sourceLanguage} : {}),
        ...(locale ? {locale} : {}),
        ...(source === undefined ? {} : {source}),
        ...(fields === undefined ? {} : {fields}),
      },
      fromHere,
    );
    builder.add(languages);
    return builder.build();
  }

  private async makeLinter(ready: Ready, resolved: Resolved): Promise<{linter: Linter; key: () => string}> {
    const read = await Promise.all(resolved.dictionaries.map((file) => this.dictionary(file)));
    const entries = read.flatMap((d) => d.entries);
    if (entries.length > 1) {
      const {findConflicts} = await import('./dictionary/conflicts.js');
      for (const problem of findConflicts(entries, false))
        this.contradictions.set(JSON.stringify(problem), problem);
    }
    const {language, languageAssumed, sourceLanguage, locale, unusedDirectives, unknownDirectives} = resolved;
    const {ignoreText, unread} = resolved;
    const {linter, problems} = makeLinter(
      {
        rules: [...resolved.rules].map(([id, {severity, options}]) => ({
          rule: ready.known.get(id) as AnyRule,
          severity,
          options,
        })),
        language,
        ...(languageAssumed ? {languageAssumed} : {}),
        ...(sourceLanguage === undefined ? {} : {sourceLanguage}),
        ...(locale === undefined ? {} : {locale}),
        entries,
        unusedDirectives,
        unknownDirectives,
        ignoreText,
        unread,
        obeysDirectives: this.options.inlineConfig !== false,
        pluginRules: ready.pluginRules,
      },
      {
        resources: readResource,
        open: (file) => openSlices(path.resolve(this.cwd, file)),
        ...(this.options.timings ? {clock: () => performance.now()} : {}),
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
      dictionaries: read.map((d) => d.digest),
      inlineConfig: this.options.inlineConfig !== false,
    };
    let made: string | undefined;
    const key = (): string => {
      // What a file answers hangs on its source text, too.
      made ??=
        ready.pluginRules.length > 0 || resolved.source !== undefined
          ? ''
          : digestOf(`${version} ${build}\n${JSON.stringify(plain)}`);
      return made;
    };
    return {linter, key};
  }

  private dictionary(file: string): Promise<{entries: readonly DictionaryEntry[]; digest: string}> {
    let read = this.dictionaries.get(file);
    if (!read) {
      read = this.readDictionary(file);
      this.dictionaries.set(file, read);
    }
    return read;
  }

  private async readDictionary(file: string): Promise<{entries: readonly DictionaryEntry[]; digest: string}> {
    const {parseDictionary} = await import('./dictionary/parse.js');
    const problems: ConfigProblem[] = [];
    const entries: DictionaryEntry[] = [];
    let all = '';
    for (const one of dictionaryFiles(file)) {
      const shown = this.shown(one);
      let text: string;
      try {
        text = readRegularText(one, mostOfDictionary);
      } catch (error) {
        throw new ConfigError([{message: `the dictionary cannot be read: ${reasonOf(error)}`, file: shown}]);
      }
      all += text;
      const parsed = parseDictionary(text, shown);
      for (const entry of parsed.entries) entries.push(entry);
      for (const problem of parsed.problems) problems.push({...problem, file: shown});
    }
    if (problems.length > 0) throw new ConfigError(problems);
    return {entries, digest: digestOf(all)};
  }

  private shown(file: string): string {
    const relative = path.relative(this.cwd, file);
    return (relative.startsWith(`..${path.sep}..`) ? file : relative || '.').split(path.sep).join('/');
  }
}

function isIgnored({ignore, loaded}: Ready, file: string): boolean {
  if (!ignore || !loaded) return false;
  const relative = path.relative(path.dirname(loaded.file), file).split(path.sep).join('/');
  return (
    relative !== '' && !relative.startsWith('../') && !path.isAbsolute(relative) && ignore.ignores(relative)
  );
}

/** A dictionary, or all of a folder. */
function dictionaryFiles(file: string): string[] {
  if (!fs.statSync(file, {throwIfNoEntry: false})?.isDirectory()) return [file];
  return fs
    .readdirSync(file)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(file, name));
}

function placeOf(origin: string | undefined): {file?: string; line?: number; column?: number} {
  const parts = /^(.*):(\d+)$/.exec(origin ?? '');
  return parts ? {file: parts[1] as string, line: Number(parts[2]), column: 1} : {};
}

/** By file and place; the sort is stable, so what has no place stays where it is. */
function inOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const files = [...new Set(problems.map(({file}) => file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Cryptography takes 4 ms to load, and most runs need no digest. */
const digestOf = (text: string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 32);
