/** Phone numbers as ranges: a location may have ten thousand of them, and they mostly follow each other. Pure. */

/** From and to, both included: the digits of E.164 numbers without their +. */
export type NumberRange = { readonly from: number; readonly to: number };

/** `numbers` in E.164. Those that follow each other become one range; order is kept. */
export function rangesOf(numbers: readonly string[]): readonly NumberRange[] {
  return joinRanges(numbers.map((number) => ({ from: Number(number), to: Number(number) })));
}

/** Ranges that follow each other become one; order is kept. */
export function joinRanges(ranges: readonly NumberRange[]): readonly NumberRange[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of ranges) {
    const last = joined.at(-1);
    if (last && from === last.to + 1) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}

/** Does a number stand in more than one of the ranges? */
export function hasOverlap(ranges: readonly NumberRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  return sorted.some(({ from }, index) => from <= (sorted[index - 1]?.to ?? 0));
}

/** Every number of the ranges in E.164. */
export function numbersOf(ranges: readonly NumberRange[]): readonly string[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => toE164(from + index)));
}

export function hasNumber(ranges: readonly NumberRange[], number: string): boolean {
  const value = Number(number);
  return ranges.some(({ from, to }) => from <= value && value <= to);
}

export function countNumbers(ranges: readonly NumberRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

export function toE164(value: number): string {
  return `+${value}`;
}

/** The first numbers of the ranges, at most so many. */
export function firstNumbers(ranges: readonly NumberRange[], most: number): readonly number[] {
  return ranges
    .slice(0, most)
    .flatMap(({ from, to }) => Array.from({ length: Math.min(most, to - from + 1) }, (_, index) => from + index))
    .slice(0, most);
}
