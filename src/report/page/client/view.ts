import type {Severity} from '../../../engine/finding.js';
import type {PageArticle, PageData, PageFinding} from '../data.js';
import {severities} from './words.js';

/** What is shown: which severities and rules, and in which order the articles come. */
export class View {
  readonly severities = new Set<Severity>(severities);
  readonly rules: Set<number>;
  order: 'penalty' | 'findings' | 'path' = 'penalty';
  clean = true;
  private readonly listeners: (() => void)[] = [];

  constructor(readonly data: PageData) {
    this.rules = new Set(data.rules.keys());
  }

  shows(finding: PageFinding): boolean {
    return this.severities.has(finding.severity) && this.rules.has(finding.rule);
  }

  findingsOf(article: PageArticle): PageFinding[] {
    return article.findings.filter((finding) => this.shows(finding));
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }
}
