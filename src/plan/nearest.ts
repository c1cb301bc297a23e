/** Finds what a person probably meant. */

/** Least number of inserted, deleted, replaced or swapped letters between two texts; gives up at `limit` + 1. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(cellOf(a, b, row, column, { beforeLast, last, current }));
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

type Lines = {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
  readonly current: readonly number[];
};

function cellOf(a: string, b: string, row: number, column: number, lines: Lines): number {
  const at = (line: readonly number[], index: number) => line[index] ?? Number.POSITIVE_INFINITY;
  const isSame = a[row - 1] === b[column - 1];
  const best = Math.min(
    at(lines.last, column) + 1,
    at(lines.current, column - 1) + 1,
    at(lines.last, column - 1) + (isSame ? 0 : 1),
  );
  const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwapped ? Math.min(best, at(lines.beforeLast, column - 2) + 1) : best;
}

/** Up to three of `candidates`, nearest first, that differ from `text` in at most a third of its letters. */
export function nearest(text: string, candidates: Iterable<string>): readonly string[] {
  const limit = Math.max(1, Math.floor(text.length / 3));
  const wanted = text.toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, away: distance(wanted, candidate.toLowerCase(), limit) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
