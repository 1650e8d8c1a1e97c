import type {PhraseMatcher} from '../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {Phrases} from '../lexicon/phrases/house-first.js';
import type {FindIgnored} from '../text/conceal.js';
import type {Severity} from './finding.js';
import type {AnyRule, ByteSource, Settings} from './rule.js';

/** A rule with the severity and the options that the configuration gives it. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly options: object;
}

/** What a linter is made of. */
export interface LinterSetup {
  readonly rules: readonly ActiveRule[];
  readonly settings: Settings;
  /** Of all dictionaries in force. */
  readonly phrases?: Phrases;
  /** Of the same dictionaries: where names and terms are as they are to be written. */
  readonly rightWords?: readonly PhraseMatcher[];
  /** Entries of all dictionaries in force. */
  readonly entries: readonly DictionaryEntry[];
  /** Bytes of a binary resource by file name; the shell knows where they lie. */
  readonly resources?: (name: string) => Uint8Array | undefined;
  /** Opens a file that a rule's options name; the shell knows from where its path counts. */
  readonly open?: (file: string) => ByteSource;
  /** What a linter for another language is made of; without it, what articles say of their language does not count. */
  readonly inLanguage?: (tag: string) => LinterSetup;
  /** Finds what the configuration leaves out of the text. */
  readonly findIgnored?: FindIgnored;
  /** Whether a rule of this id exists at all, for directives. */
  readonly isKnownRule: (id: string) => boolean;
  /** What may be meant by an id that there is not: ` (did you mean “x/y”?)`, or nothing. */
  readonly ruleMeant?: (id: string) => string;
  /** Whether directives in articles are obeyed. Default: true. */
  readonly obeysDirectives?: boolean;
  readonly unusedDirectives?: Severity | 'off';
  readonly unknownDirectives?: Severity | 'off';
  /** How stretches are told that were not read; by default as an info. */
  readonly unread?: Severity | 'off';
  /** Locale of a catalogue that messages are said by; default: English. */
  readonly locale?: string;
  /** Hears of every rule that threw, with what it threw. */
  readonly onFailure?: (rule: AnyRule, error: unknown) => void;
  /** A clock in milliseconds; with one, the result says how long each rule took. */
  readonly clock?: () => number;
}
