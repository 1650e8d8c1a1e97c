import type {Node} from 'unist';
import type {Article, BlockKind} from '../article/article.js';
import {findLines, positionAt} from '../engine/lines.js';

/** One block of an article as a node: its prose, and where it stands in the file. */
export interface BlockNode extends Node {
  /** What the block is in its page. */
  readonly type: BlockKind;
  /** Its prose. */
  readonly value: string;
}

/** The tree that calque's own parser gives to unified: a root that holds the article, with one child a block. */
export interface ArticleRoot extends Node {
  /** As in every tree of unified. */
  readonly type: 'root';
  /** What is known beside the nodes. */
  readonly data: {
    /** The article that was read. */
    readonly article: Article;
  };
  /** The blocks, in the order of the prose. */
  readonly children: readonly BlockNode[];
}

/** Rules work on the article's token table, so the children are only made when somebody looks at them. */
export function articleRoot(article: Article): ArticleRoot {
  let children: BlockNode[] | undefined;
  // unified takes plain objects for nodes, not instances of a class.
  return {
    type: 'root',
    data: {article},
    get children() {
      children ??= blockNodes(article);
      return children;
    },
  };
}

function blockNodes({blocks, prose, map, source}: Article): BlockNode[] {
  const lines = findLines(source);
  const point = (offset: number) => ({...positionAt(lines, offset), offset});
  return blocks.map(({kind, start, end}) => {
    const place = map.toSource(start, end);
    return {
      type: kind,
      value: prose.slice(start, end),
      position: {start: point(place.start), end: point(place.end)},
    };
  });
}
