import type {Article} from '../article/article.js';
import type {Range} from '../article/source-map.js';
import type {Bitext, Link} from '../bitext/bitext.js';
import type {DictionaryEntry, PhraseMatch} from '../lexicon/phrases/entry.js';
import type {MqmCategory} from '../mqm/categories.js';
import type {NameCluster, NameTable} from '../names/name-table.js';
import type {TextIndex} from '../text/tokens.js';
import type {Edit, Related, Severity, Suggestion} from './finding.js';
import type {FixClass, LettersFix} from './fix-class.js';

/** A JSON Schema (draft 2020-12) of a rule's options object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Message texts by id. `{{name}}` is replaced by the report's `data.name`. */
export type Messages = Readonly<Record<string, string>>;

/** What a rule is. It is law: a rule that reports what its `meta` does not declare fails. */
export interface RuleMeta<M extends Messages = Messages, O extends object = object> {
  /** `family/name`. */
  readonly id: `${string}/${string}`;
  /** One sentence, without a final stop. */
  readonly description: string;
  /** MQM error type of its findings, unless a report says another. */
  readonly mqm: MqmCategory;
  /** Where no configuration says otherwise. */
  readonly severity: Severity;
  /**
   * How much a warning weighs in the score. `major`: it misleads the reader on who, what or when, or leaves a passage
   * that no reader can use. Without it, minor. Whatever the rule, an error is major and an info neutral.
   */
  readonly mqmSeverity?: 'major';
  /** `true`: in `recommended` and `strict`. `'strict'`: in `strict` alone. `false`: only where a configuration names it. */
  readonly recommended: true | 'strict' | false;
  /**
   * Its reports may carry a `fix`, and of which class: `typography` changes marks and spaces alone, `letters` the words
   * within its finding too. `true` is the same as `letters`. Each fix is held to it where it is reported.
   */
  readonly fixable?: FixClass | boolean;
  /** What a fix of class `letters` may do to the words of its finding. Without it, `replace`. */
  readonly letters?: LettersFix;
  /** Its reports may carry `suggestions`. */
  readonly hasSuggestions?: boolean;
  /** Every text that it may say. */
  readonly messages: M;
  /** Schema of the options object; a rule without one takes no options. */
  readonly schema?: JsonSchema;
  /** Options where no configuration sets them. */
  readonly defaultOptions?: O;
  /** Options that the preset `strict` sets. */
  readonly strictOptions?: Partial<O>;
  /** Target languages that the rule can judge; without it, all. */
  readonly languages?: readonly string[];
  /** Kinds of dictionary entries whose matches the `phrase` listener gets. */
  readonly dictionaries?: readonly string[];
  /**
   * `block`: what the rule reports in a block depends on that block's text and kind and on the settings alone, so
   * that an editor may keep its findings while other blocks change. Such a rule has no `article` or `name` listener,
   * holds no state from block to block, and does not ask for names. Default: `article`.
   */
  readonly scope?: 'block' | 'article';
  /**
   * What a text must have so that the rule has anything to say: bits of `Feature`, of which one is enough, or `0`; or
   * one of `words` (small letters, no apostrophes). The rule is not created for other texts, unless a phrase of its
   * `dictionaries` is found: then just before it hears of that. Without both, it is created for every text.
   */
  readonly needs?: number;
  /**
   * It reads markup and data that stand in the text, as tags or JSON: what others say of such a place is not told, and
   * their fixes are not offered. What is no prose for any other reason, no rule reads.
   */
  readonly readsDebris?: boolean;
  /** See {@link needs}. */
  readonly words?: readonly string[];
  /**
   * What its findings rest on, where several rules contradict each other on one place: `article`, what the article
   * shows elsewhere, counts more than `pattern` (default), how the place itself looks. What a dictionary entry says
   * counts most; a finding from one has `data.dictionary`.
   */
  readonly basis?: 'article' | 'pattern';
  /**
   * Its findings speak for all that lies in their place, so that nothing else is told there. `gone`: nobody will read
   * it. `foreign`: it is in another language, and what presumes the article's is not told. A finding whose first
   * proposal deletes its whole place is `gone` without this.
   */
  readonly passage?: 'gone' | 'foreign';
  /** It compares with the text that the article was translated from, and is created only where that is at hand. */
  readonly needsSource?: boolean;
  /** Where it is explained. */
  readonly docs?: {
    /** Address of its page. */
    readonly url?: string;
  };
}

/** Listens to marks. */
export interface MarkListener {
  /** The marks to listen to, in a row: `“”"`. */
  readonly chars: string;
  /** Called with the index of each such token and its UTF-16 code unit. */
  on(token: number, code: number): void;
}

/** What a rule listens to. Listeners are called in the order of the text, in one pass over it. */
export interface Listeners {
  /** Before the sentences of each block. */
  block?(block: number): void;
  /** Before the tokens of each sentence. */
  sentence?(sentence: number): void;
  /** Each word token. Called for every word of the text: keep it free of allocation. */
  word?(token: number): void;
  /** Each number token. */
  number?(token: number): void;
  /** Each mark token whose character is in `chars`. */
  mark?: MarkListener;
  /** Each match of an entry of the dictionaries named in `meta.dictionaries`. */
  phrase?(match: PhraseMatch): void;
  /** Each name that occurs in more than one spelling, or is in a dictionary of names, after the pass. */
  name?(cluster: NameCluster): void;
  /** Each stretch of the source with what translates it, after the pass, for rules that need the source. */
  link?(link: Link): void;
  /** Once, after everything else. */
  article?(): void;
}

/** What a rule says of one place. Offsets are UTF-16 offsets into the prose; calque leads them back to the file. */
export interface Report<Id extends string = string> {
  /** A key of `meta.messages`. */
  readonly messageId: Id;
  /** Where the place begins. */
  readonly start: number;
  /** Where it ends; equal to `start` for a place between two characters. */
  readonly end: number;
  /** Fills the message's placeholders. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** The place of the source that it compares with, in prose offsets of the source: becomes `Finding.data.source`. */
  readonly source?: Range;
  /** Facts for tools: becomes `Finding.data`, beside `data`. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Says this one softer than configured. */
  readonly severity?: 'info' | 'warning';
  /** Another error type than that of the rule. */
  readonly mqm?: MqmCategory;
  /** Safe to apply unseen. Prose offsets. */
  readonly fix?: readonly Edit[];
  /** What a person may do about it, the likeliest first. Prose offsets. */
  readonly suggestions?: readonly Suggestion[];
  /** Other places that belong to it. Prose offsets. */
  readonly related?: readonly Omit<Related, 'line' | 'column'>[];
}

/** What a rule may know of the configuration beside its own options. */
export interface Settings {
  /** BCP 47 tag of the language that the article is written in. */
  readonly language: string;
  /** BCP 47 tag of the language that it was translated from, where known. */
  readonly sourceLanguage?: string;
}

/** A file of which slices are read. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start`, as many as `length` or as there are. */
  read(start: number, length: number): Uint8Array;
}

/** What a rule is given: one article, its tokens and names, and the way to report. */
export interface RuleContext<Id extends string = string, O extends object = object> {
  /** Of the rule. */
  readonly id: string;
  /** Of the rule: its defaults with what the configuration sets. */
  readonly options: O;
  /** What else the configuration says. */
  readonly settings: Settings;
  /** The article, with its blocks and spans. */
  readonly article: Article;
  /** Its tokens and sentences. */
  readonly text: TextIndex;
  /** Both sides, linked; for rules whose `meta` says `needsSource`. @throws Error where there is no source */
  bitext(): Bitext;
  /** The names of the article and which spellings belong together; found on the first call, once an article. */
  names(): NameTable;
  /** Entries of one kind from the dictionaries in force (`term`, `name` …). */
  entries(kind: string): readonly DictionaryEntry[];
  /**
   * A binary resource such as `lexicon-en.bin`, parsed once a linter. `undefined` where the shell cannot supply it;
   * a rule then does without.
   */
  resource<T>(name: string, parse: (bytes: Uint8Array) => T): T | undefined;
  /**
   * A file that the rule's options name, opened once a linter and made by `make` into what the rule asks; `undefined`
   * where the shell opens none, as in a browser. @throws Error where there is none, or `make` throws
   */
  opened<T>(file: string, make: (source: ByteSource) => T): T | undefined;
  /** A value computed once an article and shared by all rules that ask for the same key. */
  shared<T>(key: string, make: () => T): T;
  /** Says something of a place. */
  report(report: Report<Id>): void;
}

/** A rule, as {@link defineRule} takes it. */
export interface Rule<M extends Messages = Messages, O extends object = object> {
  /** What it is and may do. */
  readonly meta: RuleMeta<M, O>;
  /** Called once an article: returns what the rule listens to. State of an article lives in its closure. */
  create(context: RuleContext<keyof M & string, O>): Listeners;
}

/** A rule with its options type forgotten, as tables of rules hold it. */
// biome-ignore lint/suspicious/noExplicitAny: options are contravariant; their schema guards them at run time
export type AnyRule = Rule<any, any>;

/** Gives a rule its types: message ids from `meta.messages`, options from `meta.defaultOptions`. */
export function defineRule<const M extends Messages, O extends object = Record<never, never>>(
  rule: Rule<M, O>,
): Rule<M, O> {
  return rule;
}
