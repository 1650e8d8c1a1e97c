import type {Severity} from '../engine/finding.js';
import type {ActiveRule, Linter} from '../engine/linter.js';
import type {AnyRule} from '../engine/rule.js';
import {allRules} from '../generated/rules.js';
import {ConfigError} from './config-error.js';
import {didYouMean} from './did-you-mean.js';
import {makeLinter} from './make-linter.js';
import {type PresetName, presetRules} from './presets.js';
import {readResource} from './resources.js';

export interface ProjectOptions {
  readonly preset?: PresetName;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly language?: string;
  readonly sourceLanguage?: string;
  readonly clock?: () => number;
}

/** What holds for one file. */
export interface FileSettings {
  readonly linter: Linter;
  readonly ignored: boolean;
  /** Bytes. */
  readonly maxFileSize: number;
}

export class Project {
  private readonly linters = new Map<string, Linter>();

  constructor(private readonly options: ProjectOptions) {}

  async settingsFor(_path: string): Promise<FileSettings> {
    return {linter: this.linter({}), ignored: false, maxFileSize: 64 * 1024 * 1024};
  }

  /** Rules that findings may come from, by id. */
  get rules(): ReadonlyMap<string, AnyRule> {
    return new Map(allRules.map((rule) => [rule.meta.id as string, rule]));
  }

  linter(languages: {language?: string | undefined; sourceLanguage?: string | undefined}): Linter {
    const language = this.options.language ?? languages.language ?? 'en';
    const sourceLanguage = this.options.sourceLanguage ?? languages.sourceLanguage;
    const key = `${language} ${sourceLanguage ?? ''}`;
    let linter = this.linters.get(key);
    if (!linter) {
      if (this.linters.size >= 64) this.linters.clear();
      linter = makeLinter(
        {rules: this.activeRules(), language, ...(sourceLanguage ? {sourceLanguage} : {})},
        {resources: readResource, ...(this.options.clock ? {clock: this.options.clock} : {})},
      ).linter;
      this.linters.set(key, linter);
    }
    return linter;
  }

  private activeRules(): ActiveRule[] {
    const active = new Map(
      presetRules(this.options.preset ?? 'recommended', allRules).map((r) => [r.rule.meta.id as string, r]),
    );
    for (const [id, severity] of Object.entries(this.options.rules ?? {})) {
      const rule = this.rules.get(id);
      if (!rule)
        throw new ConfigError([
          {message: `there is no rule “${id}”${didYouMean(id, [...this.rules.keys()])}`},
        ]);
      if (severity === 'off') active.delete(id);
      else active.set(id, {rule, options: {...rule.meta.defaultOptions}, ...active.get(id), severity});
    }
    return [...active.values()];
  }
}
