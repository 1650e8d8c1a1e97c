import type {Article} from '../article/article.js';
import type {Range} from '../article/source-map.js';
import {Bitext} from '../bitext/bitext.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {Phrases} from '../lexicon/phrases/house-first.js';
import {findNames} from '../names/find-names.js';
import {type ListedName, listNames} from '../names/listing.js';
import type {NameTable} from '../names/name-table.js';
import {conceal, touches} from '../text/conceal.js';
import {hashOf} from '../text/hash.js';
import {indexText} from '../text/index-text.js';
import type {TextIndex} from '../text/tokens.js';
import type {BlockCache} from './block-cache.js';
import {BlockFindings} from './block-findings.js';
import {catalogueFile, parseCatalogue, Translator} from './catalogue.js';
import {Context, type Services} from './context.js';
import {applyDirectives, countDirectives, directiveRules} from './directives.js';
import type {Finding, SuppressedFinding} from './finding.js';
import {findLines, type LineStarts, lineAt} from './lines.js';
import {byPlace, joinResults, type LintResult} from './lint-result.js';
import type {ActiveRule, LinterSetup} from './linter-setup.js';
import {ownLanguage} from './own-language.js';
import {type Running, runPass} from './pass.js';
import {toFailure, toFinding} from './report.js';
import {RightWords} from './right-words.js';
import type {AnyRule, ByteSource, Report, RuleMeta} from './rule.js';
import {scoreOf} from './score.js';
import {timed} from './timed-rule.js';
import {tellUnread, unreadRule} from './unread.js';
import {oneVoice} from './voice/one-voice.js';

/** An active rule, and what a text must hold so that it is created. */
interface Candidate extends ActiveRule {
  readonly needs: number;
  readonly words: readonly number[];
  /** Created for every text. */
  readonly always: boolean;
}

const nowhere: readonly Range[] = [];
/** Most linters kept for languages that articles name. */
const mostLanguages = 32;

/** Lints articles with one configuration. Holds parsed resources, and nothing of the articles. */
export class Linter {
  private readonly rules: readonly Candidate[];
  /** Those that compare with the source. */
  private readonly comparing: readonly Candidate[];
  private readonly phrases: Phrases | undefined;
  private readonly metas: ReadonlyMap<string, RuleMeta>;
  private readonly byKind = new Map<string, DictionaryEntry[]>();
  /** Linters for the languages that articles say they are in, by tag. */
  private readonly others = new Map<string, Linter>();

  /**
   * @param parsed resources that were parsed, by name
   * @param files what rules made of files, by path
   */
  constructor(
    private readonly setup: LinterSetup,
    private readonly parsed = new Map<string, unknown>(),
    private readonly files = new Map<string, unknown>(),
  ) {
    const language = setup.settings.language.toLowerCase();
    const speaks = (languages: readonly string[] | undefined): boolean =>
      languages === undefined || languages.some((l) => language === l || language.startsWith(`${l}-`));
    const all = setup.rules
      .filter(({rule}) => speaks(rule.meta.languages))
      .map(({rule, severity, options}) => {
        const {needs, words} = rule.meta;
        const always = needs === undefined && words === undefined;
        return {rule, severity, options, needs: needs ?? 0, words: words?.map(hashOf) ?? [], always};
      });
    this.rules = all.filter(({rule}) => rule.meta.needsSource !== true);
    this.comparing = all.filter(({rule}) => rule.meta.needsSource === true);
    this.phrases = setup.phrases?.isActive ? setup.phrases : undefined;
    this.metas = new Map(all.map(({rule}) => [rule.meta.id, rule.meta]));
    for (const entry of setup.entries) {
      const list = this.byKind.get(entry.kind);
      if (list) list.push(entry);
      else this.byKind.set(entry.kind, [entry]);
    }
  }

  /**
   * Lints an article; never throws for what it holds: a rule that fails is reported as a finding. With a cache, rules
   * of scope `block` hear only the blocks that the last article linted with it had not.
   *
   * @param onNames gets what {@link Linter.names} would give, for little more; not for files that hold several articles
   */
  lint(read: Article, cache?: BlockCache, onNames?: (names: NameTable) => void): LintResult {
    if (read.parts !== undefined && read.parts.length > 1) return this.lintParts(read, read.parts);
    return this.lintOne(read, cache, undefined, onNames);
  }

  /** Each article that a file holds by itself, and all that is found in the file's own order. */
  private lintParts(read: Article, parts: readonly Article[]): LintResult {
    let lineStarts: LineStarts | undefined;
    const lines = (): LineStarts => {
      lineStarts ??= findLines(read.source);
      return lineStarts;
    };
    const results = parts.map((part) => this.lintOne(part, undefined, lines));
    const inParts = new Set(parts.flatMap(({opaque}) => opaque));
    const unread = {...read, opaque: read.opaque.filter((place) => !inParts.has(place))};
    const severity = this.setup.unread ?? 'info';
    return joinResults(results, severity === 'off' ? [] : tellUnread(unread, lines, severity));
  }

  private lintOne(
    read: Article,
    cache?: BlockCache,
    known?: () => LineStarts,
    onNames?: (names: NameTable) => void,
  ): LintResult {
    const {setup} = this;
    const language = this.ownLanguage(read);
    cache?.speak(language ?? setup.settings.language);
    if (language !== undefined) return {...this.inLanguage(language).lint(read, cache, onNames), language};
    const {clock} = setup;
    const began = clock?.() ?? 0;
    const {article, hidden, debris} = conceal(read, setup.settings.language, setup.findIgnored);
    const text = indexText(article);
    const timings: Record<string, number> | undefined = clock && {'(text)': clock() - began};
    let lineStarts: LineStarts | undefined;
    const lines =
      known ??
      ((): LineStarts => {
        lineStarts ??= findLines(article.source);
        return lineStarts;
      });
    const unread = setup.unread ?? 'info';
    const findings: Finding[] = unread === 'off' ? [] : tellUnread(article, lines, unread);
    const right = setup.rightWords && new RightWords(setup.rightWords, text);
    const byBlock = new BlockFindings(findings, article, lines, cache);
    const fail = (rule: AnyRule, error: unknown): void => {
      byBlock.hasFailed = true;
      setup.onFailure?.(rule, error);
      findings.push(toFailure(rule, article, error));
    };
    const memo = new Map<string, unknown>();
    const services = this.services(article, text, memo);
    const start = ({rule, severity, options}: ActiveRule, running: Running[]): void => {
      const barred = rule.meta.readsDebris ? nowhere : debris;
      const report = (said: Report): void => {
        if (touches(hidden, said.start, said.end) || touches(barred, said.start, said.end)) return;
        if (right?.hold(said.mqm ?? rule.meta.mqm, said.start, said.end)) return;
        byBlock.add(toFinding(rule, severity, article, lines, said), rule.meta.scope === 'block');
      };
      const context = new Context(rule.meta.id, options, report, services);
      try {
        const listeners =
          timings && clock ? timed(rule, () => rule.create(context), clock, timings) : rule.create(context);
        running.push({rule, listeners});
      } catch (error) {
        fail(rule, error);
      }
    };
    const running: Running[] = [];
    let asleep: Candidate[] = [];
    const candidates = article.original ? [...this.rules, ...this.comparing] : this.rules;
    for (const candidate of candidates) {
      if (candidate.always || hasWork(candidate, text)) start(candidate, running);
      else if (candidate.rule.meta.dictionaries !== undefined) asleep.push(candidate);
    }
    const wake = (kind: string): Running[] => {
      const woken: Running[] = [];
      asleep = asleep.filter((candidate) => {
        if (candidate.rule.meta.dictionaries?.includes(kind) !== true) return true;
        start(candidate, woken);
        return false;
      });
      return woken;
    };
    runPass({
      text,
      phrases: this.phrases,
      running,
      wake,
      waiting: asleep.length > 0,
      names: services.names,
      links: () => (article.original ? services.bitext().links : []),
      fail,
      enter: (block) => byBlock.enter(block),
    });
    byBlock.leave();
    onNames?.(services.names());
    cache?.turn();
    // V8 puts functions that are properties of a literal, as listeners are, among the objects that live long. Until it
    // looks through those, they would keep all that the memo holds of every article.
    memo.clear();
    const obeys = setup.obeysDirectives !== false;
    const disobeyed = obeys ? 0 : countDirectives(article);
    const {kept: heard, suppressed} =
      article.comments.length === 0 || !obeys
        ? {kept: findings, suppressed: []}
        : applyDirectives(article, lines(), findings, {
            ran: this.metas,
            known: (id) =>
              id === directiveRules.unused ||
              id === directiveRules.unknown ||
              id === unreadRule ||
              setup.isKnownRule(id),
            ...(setup.ruleMeant ? {meant: setup.ruleMeant} : {}),
            unused: setup.unusedDirectives ?? 'warning',
            unknown: setup.unknownDirectives ?? 'warning',
          });
    // After the directives: where one disables the stronger finding, the weaker is heard.
    const translator = this.translator();
    const say = (all: readonly Finding[]): readonly Finding[] =>
      translator === undefined ? all : all.map((finding) => translator.finding(finding));
    const {told, silenced} = oneVoice(say(heard), article.source, (id) => this.metas.get(id));
    const kept = [...told];
    if (kept.length > 1) kept.sort(byPlace);
    return {
      findings: kept,
      score: article.original ? {...scoreOf(kept, text.words), source: true} : scoreOf(kept, text.words),
      ...(suppressed.length > 0 ? {suppressed: (say(suppressed) as SuppressedFinding[]).sort(byPlace)} : {}),
      ...(silenced.length > 0 ? {silenced} : {}),
      ...(disobeyed > 0 ? {disobeyed} : {}),
      ...(timings ? {timings} : {}),
    };
  }

  /** Says findings in the language that the setup names; `undefined` for English. */
  private translator(): Translator | undefined {
    const {locale} = this.setup;
    if (locale === undefined) return undefined;
    return this.resource(catalogueFile(locale), (bytes) => new Translator(parseCatalogue(bytes)));
  }

  private resource<T>(name: string, parse: (bytes: Uint8Array) => T): T | undefined {
    if (!this.parsed.has(name)) {
      const bytes = this.setup.resources?.(name);
      this.parsed.set(name, bytes && parse(bytes));
    }
    return this.parsed.get(name) as T | undefined;
  }

  /** The names of an article, for tools that show them. */
  names(article: Article): NameTable {
    const language = this.ownLanguage(article);
    if (language !== undefined) return this.inLanguage(language).names(article);
    const shown = conceal(article, this.setup.settings.language, this.setup.findIgnored).article;
    return this.services(shown, indexText(shown), new Map()).names();
  }

  /** The names of an article, with the lines of its file that they stand in. */
  listNames(article: Article): ListedName[] {
    if (article.parts !== undefined && article.parts.length > 1)
      return article.parts.flatMap((part) => this.listNames(part));
    const starts = findLines(article.source);
    return listNames(this.names(article), this.entries('name'), ({start, end}) =>
      lineAt(starts, article.map.toSource(start, end).start),
    );
  }

  /** Entries of one kind from the dictionaries in force. */
  entries(kind: string): readonly DictionaryEntry[] {
    return this.byKind.get(kind) ?? [];
  }

  private ownLanguage(article: Article): string | undefined {
    return this.setup.inLanguage ? ownLanguage(article, this.setup.settings) : undefined;
  }

  private inLanguage(tag: string): Linter {
    let other = this.others.get(tag);
    if (!other) {
      if (this.others.size >= mostLanguages) this.others.clear();
      const setup = (this.setup.inLanguage as (tag: string) => LinterSetup)(tag);
      other = new Linter(setup, this.parsed, this.files);
      this.others.set(tag, other);
    }
    return other;
  }

  /** What all rules share on one article. */
  private services(article: Article, text: TextIndex, memo: Map<string, unknown>): Services {
    const shared = <T>(key: string, make: () => T): T => {
      if (!memo.has(key)) memo.set(key, make());
      return memo.get(key) as T;
    };
    const resource = <T>(name: string, parse: (bytes: Uint8Array) => T): T | undefined =>
      this.resource(name, parse);
    const opened = <T>(file: string, make: (source: ByteSource) => T): T | undefined => {
      if (this.setup.open === undefined) return undefined;
      if (!this.files.has(file)) this.files.set(file, make(this.setup.open(file)));
      return this.files.get(file) as T;
    };
    const entries = (kind: string): readonly DictionaryEntry[] => this.entries(kind);
    const {settings} = this.setup;
    const names = (): NameTable =>
      shared('names', () => findNames(article, text, {settings, entries, resource, shared}));
    const bitext = (): Bitext => {
      const {original} = article;
      if (!original) throw new Error('there is no source text');
      return shared(
        'bitext',
        () => new Bitext(article, original, settings.language, settings.sourceLanguage, resource),
      );
    };
    return {settings, article, text, names, bitext, entries, resource, opened, shared};
  }
}

function hasWork({needs, words}: Candidate, text: TextIndex): boolean {
  if ((text.features & needs) !== 0) return true;
  for (let i = 0; i < words.length; i++) if (text.mayHold(words[i] as number)) return true;
  return false;
}
