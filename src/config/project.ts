import path from 'node:path';
import {catalogueFor} from '../engine/catalogue.js';
import type {Linter} from '../engine/linter.js';
import type {AnyRule} from '../engine/rule.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {checkForced} from './check-forced.js';
import {ConfigError, type ConfigProblem} from './config-error.js';
import {DictionaryStore} from './dictionary-store.js';
import {ConfigFinder, isCode} from './find-config.js';
import {linterOfSettings, type SettledLinter} from './linter-of-settings.js';
import {builtInRules, isIgnored, noConfig, prepareConfig, type ReadyConfig} from './ready-config.js';
import {type Languages, resolveSettings} from './resolve-settings.js';
import {originsOf, type SettingOrigin} from './setting-origins.js';
import type {Forced, Resolved} from './settings.js';
import {shownPath} from './shown-path.js';

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

/** Most linters kept for languages that records name. */
const mostLinters = 64;

/** Finds, reads and merges the configuration of files, and makes their linters; each once. */
export class Project {
  readonly cwd: string;
  private readonly finder: ConfigFinder;
  private readonly ready = new Map<string | undefined, Promise<ReadyConfig>>();
  private readonly byFolder = new Map<string, Promise<ReadyConfig>>();
  private readonly linters = new Map<ReadyConfig, Map<string, SettledLinter>>();
  private readonly dictionaries: DictionaryStore;
  private readonly plugins = new Map<string, AnyRule>();
  private readonly shown = (file: string): string => shownPath(this.cwd, file);

  constructor(private readonly options: ProjectOptions = {}) {
    this.cwd = path.resolve(options.cwd ?? '.');
    this.dictionaries = new DictionaryStore(this.shown);
    this.finder = new ConfigFinder(this.cwd, options.codeConfig !== false);
  }

  /** Rules that findings may come from, by id: calque's own, and those of plugins seen so far. */
  get rules(): ReadonlyMap<string, AnyRule> {
    return this.plugins.size === 0 ? builtInRules : new Map([...builtInRules, ...this.plugins]);
  }

  /** Configurations that were passed over, and why; their code is not trusted, or they lead elsewhere. */
  get passedOver(): readonly {readonly file: string; readonly reason: string}[] {
    return [...this.finder.passedOver].map(([file, reason]) => ({file: this.shown(file), reason}));
  }

  /** Where entries of dictionaries that were read so far contradict each other. */
  get conflicts(): readonly ConfigProblem[] {
    return this.dictionaries.conflicts;
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
    const made = await this.settled(ready, matching, languages);
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
    let ready: ReadyConfig;
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
    return (await this.settled(await this.readyFor(this.cwd), [], languages)).linter;
  }

  /** Entries of the project's own dictionaries that hold for a file. */
  async entriesFor(file: string): Promise<readonly DictionaryEntry[]> {
    const {resolved} = await this.settingsFor(file);
    const read = await Promise.all(
      resolved.dictionaries.map((dictionary) => this.dictionaries.get(dictionary)),
    );
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
    return originsOf(await this.readyFor(path.dirname(absolute)), this.options, absolute, this.shown);
  }

  private readyFor(folder: string): Promise<ReadyConfig> {
    let ready = this.byFolder.get(folder);
    if (!ready) {
      ready = this.load(folder);
      this.byFolder.set(folder, ready);
    }
    return ready;
  }

  private async load(folder: string): Promise<ReadyConfig> {
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

  private async prepare(file: string | undefined): Promise<ReadyConfig> {
    if (file !== undefined && this.options.codeConfig === false && isCode(file))
      throw new ConfigError([
        {message: 'is code, and no configuration that is code is to run', file: this.shown(file)},
      ]);
    const ready = file === undefined ? noConfig : await prepareConfig(file, this.shown);
    for (const id of ready.pluginRules) this.plugins.set(id, ready.known.get(id) as AnyRule);
    await checkForced(this.options, ready.known);
    return ready;
  }

  private async settled(
    ready: ReadyConfig,
    matching: readonly number[],
    languages: Languages,
  ): Promise<SettledLinter> {
    let linters = this.linters.get(ready);
    if (!linters) {
      linters = new Map();
      this.linters.set(ready, linters);
    }
    const id = `${matching.join(',')} ${languages.language ?? ''} ${languages.sourceLanguage ?? ''}`;
    const known = linters.get(id);
    if (known) return known;
    if (linters.size >= mostLinters) linters.clear();
    const resolved = resolveSettings(ready, matching, this.options, languages, this.cwd);
    const dictionaries = await Promise.all(resolved.dictionaries.map((file) => this.dictionaries.get(file)));
    await this.dictionaries.compare(dictionaries.flatMap(({entries}) => entries));
    const settled = linterOfSettings(ready, resolved, dictionaries, {
      cwd: this.cwd,
      obeysDirectives: this.options.inlineConfig !== false,
      timings: this.options.timings === true,
    });
    linters.set(id, settled);
    return settled;
  }
}
