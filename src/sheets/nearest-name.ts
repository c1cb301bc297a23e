/** Finds the known name that a person probably meant, by how many letters two texts differ. Knows nothing of customers and locations; those are looked for in `plan/`. */

/** The candidate that differs from `text` in the fewest letters, at most a third of them; case, blanks and `_ - /` do not count. */
export function nearestName(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(text);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const name = fold(candidate);
    const away = lettersBetween(wanted, name, least);
    if (away >= least) continue;
    least = away;
    best = candidate;
  }
  return best;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_/-]/g, "");
}

/** Letters to insert, take out, replace or swap with the next to make `b` of `a` (Damerau-Levenshtein, adjacent swaps); gives up at `limit`. */
export function lettersBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const replaced = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : replaced;
      current.push(Math.min(replaced, swapped, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
