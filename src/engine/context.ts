import type {Article} from '../article/article.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {NameTable} from '../names/name-table.js';
import type {TextIndex} from '../text/tokens.js';
import type {Report, RuleContext, Settings} from './rule.js';

/** What all rules share on one article. */
export type Services = Omit<RuleContext, 'id' | 'options' | 'report'>;

/** A rule's context. A class, so that one costs a few stores: there is one for each rule on each article. */
export class Context implements RuleContext {
  readonly settings: Settings;
  readonly article: Article;
  readonly text: TextIndex;
  // Own fields and not methods: rules take them out of the context by name.
  readonly names: () => NameTable;
  readonly entries: (kind: string) => readonly DictionaryEntry[];
  readonly resource: RuleContext['resource'];
  readonly shared: RuleContext['shared'];

  constructor(
    readonly id: string,
    readonly options: object,
    readonly report: (report: Report) => void,
    services: Services,
  ) {
    this.settings = services.settings;
    this.article = services.article;
    this.text = services.text;
    this.names = services.names;
    this.entries = services.entries;
    this.resource = services.resource;
    this.shared = services.shared;
  }
}
