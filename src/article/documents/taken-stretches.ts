/** A stretch of a text. UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Number of the first stretch that ends at an offset or behind it. */
function firstFrom(taken: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle] as Stretch).end >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a stretch touches one that is taken; side by side counts. */
export function meets(taken: readonly Stretch[], {start, end}: Stretch): boolean {
  const next = taken[firstFrom(taken, start)];
  return next !== undefined && next.start <= end;
}

/** Takes a stretch that meets none; they stay in the order of the text. */
export function insertInOrder(taken: Stretch[], stretch: Stretch): void {
  taken.splice(firstFrom(taken, stretch.start), 0, stretch);
}
