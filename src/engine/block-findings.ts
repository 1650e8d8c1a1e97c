import type {Article, Block} from '../article/article.js';
import type {BlockCache} from './block-cache.js';
import type {Finding} from './finding.js';
import type {LineStarts} from './lines.js';

/** The findings of an article: those of rules of scope `block` are kept by block, where there is a cache for them. */
export class BlockFindings {
  /** Findings of rules of scope `block` in the block that is being read; undefined when nobody keeps them. */
  #ofBlock: Finding[] | undefined;
  #open = -1;
  /** A rule has failed: it must fail again, not fall silent. */
  hasFailed = false;

  /** @param findings all of them */
  constructor(
    private readonly findings: Finding[],
    private readonly article: Article,
    private readonly lines: () => LineStarts,
    private readonly cache: BlockCache | undefined,
  ) {}

  add(finding: Finding, isOfBlock: boolean): void {
    (isOfBlock && this.#ofBlock ? this.#ofBlock : this.findings).push(finding);
  }

  /** A block begins. True: what rules of scope `block` find in it is known. */
  enter(block: number): boolean {
    const {article, cache} = this;
    if (!cache) return false;
    this.leave();
    this.#open = block;
    const kept = cache.take(article, article.blocks[block] as Block, this.lines);
    if (kept) this.findings.push(...kept);
    else this.#ofBlock = [];
    return kept !== undefined;
  }

  /** The block that was entered ends, if any. */
  leave(): void {
    const {article, cache} = this;
    if (!cache || !this.#ofBlock || this.#open < 0) return;
    if (!this.hasFailed) cache.put(article, article.blocks[this.#open] as Block, this.#ofBlock);
    this.findings.push(...this.#ofBlock);
    this.#ofBlock = undefined;
  }
}
