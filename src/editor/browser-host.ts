import type {Format} from '../article/article.js';
import {formatOf} from '../article/format.js';
import {makeLinter} from '../config/make-linter.js';
import {SettingsBuilder} from '../config/settings.js';
import {version} from '../config/version.js';
import type {Linter} from '../engine/linter.js';
import type {AnyRule, RuleMeta} from '../engine/rule.js';
import {allRules} from '../generated/rules.js';
import type {EditorHost, EditorSettings, Folder, Linting} from './host.js';

const known: ReadonlyMap<string, AnyRule> = new Map(allRules.map((rule) => [rule.meta.id as string, rule]));
/** Longest text that is linted while it is written, in UTF-16 units. */
const mostWhileWriting = 1_000_000;

const formatOfLanguage: Readonly<Record<string, Format>> = {
  plaintext: 'text',
  markdown: 'markdown',
  html: 'html',
};

interface Files {
  readonly resources: ReadonlyMap<string, Uint8Array>;
  readonly pages: string | undefined;
}

/**
 * A browser: no project, the settings of the editor alone. Binary resources come from the address that the client
 * names in `initializationOptions.files`: `{resources: {name: address}, pages: address}`.
 */
export class BrowserHost implements EditorHost {
  readonly version = version;
  readonly rules: ReadonlyMap<string, RuleMeta> = new Map([...known].map(([id, rule]) => [id, rule.meta]));
  private settings: EditorSettings = {};
  private linter: Promise<Linter> | undefined;
  private loading: Promise<Files> = Promise.resolve({resources: new Map(), pages: undefined});
  private pages: string | undefined;

  configure(_folders: readonly Folder[], settings: EditorSettings, options?: unknown): void {
    this.settings = settings;
    this.linter = undefined;
    const files = (options as {files?: unknown} | undefined)?.files;
    if (files !== undefined) this.loading = this.load(files);
  }

  reload(): void {
    this.linter = undefined;
  }

  concerns(): boolean {
    return false;
  }

  async lintingOf(uri: string, languageId: string): Promise<Linting | undefined> {
    if (this.settings.enable === false) return undefined;
    const format = formatOfLanguage[languageId] ?? formatOf(uri);
    if (format === undefined || format === 'json' || format === 'csv' || format === 'document')
      return undefined;
    this.linter ??= this.makeLinter();
    return {linter: await this.linter, format, maxLength: mostWhileWriting};
  }

  pageOf(rule: string): string | undefined {
    return (
      this.rules.get(rule)?.docs?.url ??
      (this.pages && known.has(rule) ? `${this.pages}/${rule}.md` : undefined)
    );
  }

  private async makeLinter(): Promise<Linter> {
    const {preset = 'recommended', language, sourceLanguage, locale} = this.settings;
    const {resources} = await this.loading;
    const builder = new SettingsBuilder(known);
    builder.preset(preset);
    builder.add({
      ...(language ? {language} : {}),
      ...(sourceLanguage ? {sourceLanguage} : {}),
      ...(locale ? {locale} : {}),
    });
    const resolved = builder.build();
    const {linter} = makeLinter(
      {
        rules: [...resolved.rules].map(([id, {severity, options}]) => ({
          rule: known.get(id) as AnyRule,
          severity,
          options,
        })),
        language: resolved.language,
        ...(resolved.languageAssumed ? {languageAssumed: true} : {}),
        ...(resolved.sourceLanguage === undefined ? {} : {sourceLanguage: resolved.sourceLanguage}),
        ...(resolved.locale === undefined ? {} : {locale: resolved.locale}),
      },
      {resources: (name) => resources.get(name)},
    );
    return linter;
  }

  /** Rules do without a resource that cannot be had. */
  private async load(files: unknown): Promise<Files> {
    const {resources, pages} = files as {resources?: Record<string, string>; pages?: string};
    this.pages = pages;
    const loaded = await Promise.all(
      Object.entries(resources ?? {}).map(async ([name, address]): Promise<[string, Uint8Array][]> => {
        try {
          const answer = await fetch(address);
          return answer.ok ? [[name, new Uint8Array(await answer.arrayBuffer())]] : [];
        } catch {
          return [];
        }
      }),
    );
    return {resources: new Map(loaded.flat()), pages};
  }
}
