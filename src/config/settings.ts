import type {Format} from '../article/article.js';
import {catalogueFor} from '../engine/catalogue.js';
import {directiveRules} from '../engine/directives.js';
import type {Severity} from '../engine/finding.js';
import type {AnyRule} from '../engine/rule.js';
import {unreadRule} from '../engine/unread.js';
import type {FileConfig, RuleSetting, RuleSeverity} from './config.js';
import {normalTag} from './language-tag.js';
import {type PresetName, presetRules} from './presets.js';
import type {SourcePattern} from './source-pattern.js';

/** Settings of one file, merged from presets, configurations, overrides and the command line. */
export interface Resolved {
  /** The rules that run, by id. */
  readonly rules: ReadonlyMap<string, RuleState>;
  /** BCP 47 tag of the language that the articles are written in. */
  readonly language: string;
  /** No configuration says the language: then an article that says its own is linted in that. */
  readonly languageAssumed?: true;
  /** BCP 47 tag of the language that they were translated from, where known. */
  readonly sourceLanguage?: string;
  /** The catalogue that messages are said by; absent for English. */
  readonly locale?: string;
  /** Where their source texts lie, where that is known. */
  readonly source?: SourcePattern;
  /** Fields of JSON and CSV files that hold the text, where they are named. */
  readonly fields?: readonly string[];
  /** Absolute paths. */
  readonly dictionaries: readonly string[];
  /** Text that no rule reads, as the configuration writes it. */
  readonly ignoreText: readonly string[];
  /** How stretches that were not read are reported. */
  readonly unread: RuleSeverity;
  /** How directives that hide nothing are reported. */
  readonly unusedDirectives: RuleSeverity;
  /** How directives that name no rule are reported. */
  readonly unknownDirectives: RuleSeverity;
  /** What an override reads the file as, whatever its extension. */
  readonly format?: Format;
}

/** How one rule runs. */
export interface RuleState {
  /** Of its findings. */
  readonly severity: Severity;
  /** Its defaults with what configurations set. */
  readonly options: object;
}

/** What the command line or a caller sets over the configuration. */
export interface Forced {
  /** Instead of the presets that the configuration extends. */
  readonly preset?: PresetName;
  /** Rules by id, or all of a family (`names/*`), over what configurations say. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** BCP 47 tag of the language that the articles are written in. */
  readonly language?: string;
  /** BCP 47 tag of the language that the articles were translated from. */
  readonly sourceLanguage?: string;
  /** BCP 47 tag of the language that findings are told in. */
  readonly locale?: string;
  /** File of the source text, or a pattern for it, relative to `cwd`. */
  readonly source?: string;
  /** Fields of JSON and CSV files that hold the text. */
  readonly fields?: readonly string[];
}

/** Merges settings, the later over the earlier. */
export class SettingsBuilder {
  private readonly rules = new Map<string, {severity: Severity; options: object}>();
  /** Options of rules that are off now, for when they are set on again. */
  private readonly options = new Map<string, object>();
  private language: string | undefined;
  private sourceLanguage: string | undefined;
  private locale: string | undefined;
  private source: SourcePattern | undefined;
  private fields: readonly string[] | undefined;
  private readonly dictionaries: string[] = [];
  private readonly ignoreText: string[] = [];
  private unread: RuleSeverity = 'info';
  private unused: RuleSeverity = 'warning';
  private unknown: RuleSeverity = 'warning';
  format: Format | undefined;

  constructor(private readonly known: ReadonlyMap<string, AnyRule>) {}

  preset(name: PresetName): void {
    if (name === 'off') this.rules.clear();
    for (const {rule, severity, options} of presetRules(name, [...this.known.values()])) {
      this.rules.set(rule.meta.id, {severity, options});
      this.options.set(rule.meta.id, options);
    }
  }

  /**
   * Unknown rules are passed over: checking tells of them.
   *
   * @param resolve makes the paths of dictionaries absolute
   */
  add(config: FileConfig, resolve: (path: string) => string = (path) => path): void {
    for (const [id, setting] of Object.entries(config.rules ?? {})) this.rule(id, setting);
    if (config.language !== undefined) this.language = normalTag(config.language);
    if (config.sourceLanguage !== undefined) this.sourceLanguage = normalTag(config.sourceLanguage);
    if (config.locale !== undefined) this.locale = catalogueFor(config.locale);
    if (config.source !== undefined) this.source = {pattern: config.source, folder: resolve('')};
    if (config.fields !== undefined) this.fields = config.fields;
    this.ignoreText.push(...(config.ignoreText ?? []));
    for (const file of config.dictionaries ?? []) this.dictionaries.push(resolve(file));
  }

  reportUnused(setting: boolean | RuleSeverity): void {
    this.unused = setting === true ? 'warning' : setting === false ? 'off' : setting;
  }

  rule(id: string, setting: RuleSetting): void {
    const [severity, given] = typeof setting === 'string' ? [setting, undefined] : setting;
    if (id === directiveRules.unused) this.unused = severity;
    else if (id === directiveRules.unknown) this.unknown = severity;
    else if (id === unreadRule) this.unread = severity;
    else if (id.endsWith('/*')) {
      for (const one of this.known.keys()) if (one.startsWith(id.slice(0, -1))) this.rule(one, severity);
    } else {
      const rule = this.known.get(id);
      if (!rule) return;
      const options =
        given === undefined
          ? (this.options.get(id) ?? {...rule.meta.defaultOptions})
          : {...rule.meta.defaultOptions, ...given};
      this.options.set(id, options);
      if (severity === 'off') this.rules.delete(id);
      else this.rules.set(id, {severity, options});
    }
  }

  build(): Resolved {
    return {
      rules: new Map([...this.rules].sort(([a], [b]) => (a < b ? -1 : 1))),
      language: this.language ?? 'en',
      ...(this.language === undefined ? {languageAssumed: true as const} : {}),
      ...(this.sourceLanguage === undefined ? {} : {sourceLanguage: this.sourceLanguage}),
      ...(this.locale === undefined ? {} : {locale: this.locale}),
      ...(this.source === undefined ? {} : {source: this.source}),
      ...(this.fields === undefined ? {} : {fields: this.fields}),
      dictionaries: [...new Set(this.dictionaries)],
      ignoreText: [...new Set(this.ignoreText)],
      unread: this.unread,
      unusedDirectives: this.unused,
      unknownDirectives: this.unknown,
      ...(this.format === undefined ? {} : {format: this.format}),
    };
  }
}
