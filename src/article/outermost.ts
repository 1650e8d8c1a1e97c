import type {Opaque} from './article.js';

/** Stretches in the order of their starts, without those inside or across the end of others. */
export function outermost(stretches: readonly Opaque[]): Opaque[] {
  const kept: Opaque[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1];
    if (!last || stretch.start >= last.end) kept.push(stretch);
    else if (stretch.end > last.end) kept.push({...stretch, start: last.end});
  }
  return kept;
}
