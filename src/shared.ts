// What both `calque` and `calque/core` export: articles, findings, rules, scores.
export type {
  Article,
  Block,
  BlockKind,
  Comment,
  Fault,
  Format,
  LightFormat,
  Opaque,
  OpaqueKind,
  Original,
  PairFormat,
  Segment,
  Span,
  SpanKind,
  TextFormat,
} from './article/article.js';
export type {Range, SourceMap} from './article/source-map.js';
export type {Bitext, Link} from './bitext/bitext.js';
export type {RuleSetting, RuleSeverity} from './config/config.js';
export type {PresetName} from './config/presets.js';
export type {
  Edit,
  Finding,
  Fix,
  Related,
  Severity,
  Suggestion,
  SuppressedFinding,
  Suppression,
} from './engine/finding.js';
export type {FixClass, LettersFix} from './engine/fix-class.js';
export type {LintResult} from './engine/lint-result.js';
export {type AnyRule, defineRule, type Messages, type Rule, type RuleMeta} from './engine/rule.js';
export type {Score} from './engine/score.js';
export type {DictionaryEntry} from './lexicon/phrases/entry.js';
export {type MqmCategory, type MqmErrorType, mqmCategories} from './mqm/categories.js';
