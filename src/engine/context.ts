import type {Article} from '../article/article.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {NameTable} from '../names/name-table.js';
import type {TextIndex} from '../text/tokens.js';
import type {Report, RuleContext, Settings} from './rule.js';

/** What all rules share on one article. */
export type Services = Omit<RuleContext, 'id' | 'options' | 'report'>;

/**
 * A rule's context. There is one for each rule on each article, so it holds little: what rules share, it passes on.
 * Getters and not methods, so that a rule may take a function out of the context by its name.
 */
export class Context implements RuleContext {
  constructor(
    readonly id: string,
    readonly options: object,
    readonly report: (report: Report) => void,
    private readonly services: Services,
  ) {}

  get settings(): Settings {
    return this.services.settings;
  }

  get article(): Article {
    return this.services.article;
  }

  get text(): TextIndex {
    return this.services.text;
  }

  get bitext(): RuleContext['bitext'] {
    return this.services.bitext;
  }

  get names(): () => NameTable {
    return this.services.names;
  }

  get entries(): (kind: string) => readonly DictionaryEntry[] {
    return this.services.entries;
  }

  get resource(): RuleContext['resource'] {
    return this.services.resource;
  }

  get opened(): RuleContext['opened'] {
    return this.services.opened;
  }

  get shared(): RuleContext['shared'] {
    return this.services.shared;
  }
}
