/** How many rows a batch may have, by those of the last ones. Pure. */

/** Batches that count. */
export const sizesCounted = 7;
/** A batch of so many rows is never too large. */
const alwaysAllowed = 100;

export type RowLimit = { readonly rows: number; readonly reason: string };

/** `sizes`: rows of the last batches. Undefined: there is nothing to compare with. */
export function rowLimit(sizes: readonly number[], maxGrowth: number): RowLimit | undefined {
  if (sizes.length === 0 || maxGrowth === Number.POSITIVE_INFINITY) return undefined;
  const median = medianOf(sizes);
  const rows = Math.max(alwaysAllowed, Math.floor(median * maxGrowth));
  const reason = `more than ${maxGrowth} times the ${median} of the last ${sizes.length} (--max-growth; if it is meant, apply it by hand)`;
  return { rows, reason };
}

function medianOf(sizes: readonly number[]): number {
  const sorted = sizes.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = low] = sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : [sorted[middle] ?? 0];
  return (low + high) / 2;
}
